import { BabelwireError } from '../../errors.ts'

/** The largest glossary, 16 million characters, makes a TBX file of some 50 MB. */
export const maxBytes: number = 64 * 1024 * 1024

/**
 * The text of a CSV or TSV file, which is UTF-8, without its byte order mark.
 * @throws {BabelwireError} `glossary` for a workbook, another encoding or too many bytes.
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  refuseLarge(bytes.length, file)
  refuseBinary(bytes, file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const at = firstBadByte(bytes)
    const before = new TextDecoder().decode(bytes.subarray(0, at))
    const line = before.split('\n').length
    const column = before.length - before.lastIndexOf('\n')
    const seen = bytes.subarray(at, at + 1)
    const guess = new TextDecoder('windows-1252').decode(seen)
    const code = (seen[0] ?? 0).toString(16).toUpperCase()
    throw new BabelwireError(
      'glossary',
      `not UTF-8: byte ${code}, which would be "${guess}" in windows-1252`,
      { place: { file, line, column }, mend: 'Save it as "CSV UTF-8" or with the encoding UTF-8.' },
    )
  }
}

/** @throws {BabelwireError} `glossary` when a file is larger than any glossary. */
export function refuseLarge(bytes: number, file: string): void {
  if (bytes <= maxBytes) return
  const [size, most] = [bytes, maxBytes].map((one) => Math.floor(one / 1024 / 1024))
  throw new BabelwireError('glossary', `${size} MB are too many for a glossary`, {
    place: { file },
    mend: `Split it into files below ${most} MB.`,
  })
}

function refuseBinary(bytes: Uint8Array, file: string): void {
  const refuse = (message: string, mend: string): BabelwireError =>
    new BabelwireError('glossary', message, { place: { file }, mend })
  const begins = (...start: readonly number[]): boolean => start.every((one, i) => bytes[i] === one)
  // A zip file, as .xlsx and .ods are; the older .xls.
  if (begins(0x50, 0x4b, 0x03, 0x04) || begins(0xd0, 0xcf, 0x11, 0xe0)) {
    throw refuse('this is an Excel workbook or another packed file', 'Save it as CSV UTF-8.')
  }
  if (begins(0xff, 0xfe) || begins(0xfe, 0xff)) {
    throw refuse('this is UTF-16, as "Unicode text" of Excel is', 'Save it as CSV UTF-8.')
  }
  if (bytes.subarray(0, 65_536).includes(0)) {
    throw refuse('this is not a text file', 'Save it as CSV UTF-8.')
  }
}

/** Found by halves: a decoder says that a byte is bad, not where. */
function firstBadByte(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length]
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2)
    try {
      // A character cut by the middle is not yet bad.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true })
      good = middle
    } catch {
      bad = middle
    }
  }
  // The decoder notices behind the first byte of a character that is not finished.
  const whole = new TextDecoder('utf-8', { ignoreBOM: true })
  return Buffer.byteLength(whole.decode(bytes.subarray(0, good), { stream: true }))
}
