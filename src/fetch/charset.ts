import { BabelwireError } from '../errors.ts'
import { declaredCharsets } from './declared-charset.ts'
import { decodeStrictly } from './decode-strictly.ts'
import { guessCharset, isPlausible } from './guess-charset.ts'

/** A text and the name of the encoding it was in, as the WHATWG Encoding Standard writes it. */
export interface DecodedText {
  readonly text: string
  readonly charset: string
}

/** What is known of bytes beside themselves. */
export interface BytesOrigin {
  /** For messages: a file name or an address. */
  readonly name: string
  /** The header of that name, with or without a charset. */
  readonly contentType?: string
}

/**
 * The text of a page, a feed or a file in any encoding of the web:
 *
 * 1. A byte order mark says it.
 * 2. What is valid UTF-8 and has letters that need it is UTF-8: servers state a wrong encoding
 *    more often than another one makes valid UTF-8 by chance.
 * 3. The header, then the document itself (`<meta charset>`, the XML declaration) state it;
 *    believed only where the bytes decode without an error into something that people write.
 * 4. Else it is guessed from the letters.
 *
 * @throws {BabelwireError} `input` when no encoding makes a text of it.
 */
export function decodeBytes(bytes: Uint8Array, { name, contentType }: BytesOrigin): DecodedText {
  const marked = byteOrderMark(bytes)
  if (marked !== undefined) {
    const text = decodeStrictly(bytes, marked)
    if (text !== undefined) return { text, charset: marked }
  }
  const declared = declaredCharsets(bytes, contentType)
  const utf8 = decodeStrictly(bytes, 'utf-8')
  // ISO-2022-JP is written in ASCII alone; it is not ASCII all the same.
  const isEscaped = declared.includes('iso-2022-jp') && bytes.includes(0x1b)
  if (utf8 !== undefined && !isEscaped && isSurelyUtf8(utf8, declared)) {
    return { text: utf8, charset: 'utf-8' }
  }
  for (const charset of declared) {
    const text = decodeStrictly(bytes, charset)
    if (text !== undefined && isPlausible(text, charset)) return { text, charset }
  }
  const charset = utf8 === undefined ? guessCharset(bytes) : 'utf-8'
  const text = charset === undefined ? undefined : decodeStrictly(bytes, charset)
  if (charset !== undefined && text !== undefined) return { text, charset }
  throw unreadable(name, declared)
}

/** Letters from which on valid UTF-8 is no chance; two-byte encodings of Chinese come near it. */
const fewLetters = 8

function isSurelyUtf8(text: string, declared: readonly string[]): boolean {
  const others = declared.filter((charset) => charset !== 'utf-8')
  if (others.length === 0) return true
  const letters = text.match(/[^\x00-\x7f]/gu)?.length ?? 0
  // All ASCII: every encoding reads it alike.
  if (letters === 0) return true
  const isWide = others.some((charset) => /^(?:gb|big5|euc|shift_jis)/.test(charset))
  return letters >= (isWide ? fewLetters : 1)
}

function byteOrderMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined
}

function unreadable(name: string, declared: readonly string[]): BabelwireError {
  const said = declared.length === 0 ? '' : `, nor ${declared.join(' nor ')} as it says`
  return new BabelwireError('input', `its encoding cannot be told: it is not UTF-8${said}`, {
    place: { file: name },
    mend: 'Save it as UTF-8, for example with: iconv -f WINDOWS-1251 -t UTF-8 old.html > new.html',
  })
}
