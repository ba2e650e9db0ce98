import { BabelwireError } from '../errors.ts'
import { describeBinary } from './binary.ts'

/** In bytes. The longest news pages are about 2 MB; more is an archive or a mistake. */
const largestSource = 20_000_000

const mendEncoding =
  'Save it as UTF-8, for example with: iconv -f WINDOWS-1252 -t UTF-8 old.txt > new.txt'

/** Finds the text of bytes that are not UTF-8. */
type DecodeLegacy = (bytes: Uint8Array) => string

/**
 * The text of a file: UTF-8, or UTF-16 with a byte order mark; line ends `\n`, in NFC.
 * @param decodeLegacy For files in another encoding; without it they are refused.
 * @throws {BabelwireError} `input` when it is empty, too large, binary or in another encoding.
 */
export function decodeSource(bytes: Uint8Array, name: string, decodeLegacy?: DecodeLegacy): string {
  refuseLarge(bytes.length, name)
  return cleanSource(decode(bytes, name, decodeLegacy), bytes.length, name)
}

/**
 * A text that was decoded already: line ends `\n`, in NFC.
 * @throws {BabelwireError} `input` when it is empty or was too large.
 */
export function cleanSource(decoded: string, byteCount: number, name: string): string {
  refuseLarge(byteCount, name)
  const text = decoded.replace(/\r\n?/g, '\n').normalize('NFC')
  if (!/[^\s\p{Cf}\p{Cc}]/u.test(text)) {
    const seen = byteCount === 0 ? '0 bytes' : `${byteCount} bytes of white space`
    throw unreadable(name, `the file is empty: ${seen}`, { mend: 'Give a file with text.' })
  }
  return text
}

function refuseLarge(byteCount: number, name: string): void {
  if (byteCount <= largestSource) return
  throw unreadable(name, `${byteCount} bytes, more than the ${largestSource} allowed`, {
    mend: 'Give the article alone, without pictures and archives.',
  })
}

function decode(bytes: Uint8Array, name: string, decodeLegacy: DecodeLegacy | undefined): string {
  const utf16 = utf16Order(bytes)
  if (utf16 !== undefined) return decodeUtf16(bytes, utf16, name)
  const binary = describeBinary(bytes)
  if (binary !== undefined) {
    throw unreadable(name, `not a text file: ${binary}`, {
      mend: 'Give plain text or HTML, saved as UTF-8.',
    })
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    if (decodeLegacy !== undefined) return decodeLegacy(bytes)
    throw notUtf8(bytes, name, cause)
  }
}

function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second, third, fourth] = bytes
  // FF FE 00 00 is the mark of UTF-32, which no newsroom tool writes: it ends as binary.
  if (first === 0xff && second === 0xfe && !(third === 0 && fourth === 0)) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

function decodeUtf16(bytes: Uint8Array, order: string, name: string): string {
  try {
    return new TextDecoder(order, { fatal: true }).decode(bytes)
  } catch (cause) {
    throw unreadable(name, `begins as ${order.toUpperCase()} but is not`, {
      mend: mendEncoding,
      cause,
    })
  }
}

function notUtf8(bytes: Uint8Array, name: string, cause: unknown): BabelwireError {
  const before = validPrefix(bytes)
  const offset = Buffer.byteLength(before)
  const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0')
  const line = before.split('\n').length
  const column = Array.from(before.slice(before.lastIndexOf('\n') + 1)).length + 1
  return new BabelwireError('input', `not UTF-8: byte 0x${byte} at byte offset ${offset}`, {
    place: { file: name, line, column },
    mend: mendEncoding,
    cause,
  })
}

/** The text before the first byte that is not UTF-8; `bytes` must have one. */
function validPrefix(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  let offset = 0
  let from = 0
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', from)) {
    offset += Buffer.byteLength(text.slice(from, at))
    // EF BF BD is a replacement character that the file itself holds.
    const isWritten =
      bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd
    if (!isWritten) return text.slice(0, at)
    offset += 3
    from = at + 1
  }
  return text
}

function unreadable(
  name: string,
  what: string,
  details: { readonly mend: string; readonly cause?: unknown },
): BabelwireError {
  return new BabelwireError('input', what, { place: { file: name }, ...details })
}
