import { decodeStrictly } from './decode-strictly.ts'
import { plausibility } from './plausibility.ts'

/** The encodings that pages without a declaration are still found in, by their standard names. */
const candidates = 'windows-1251 windows-1252 gb18030 shift_jis euc-kr big5 euc-jp koi8-u'.split(
  ' ',
)

/** In bytes: enough letters to tell, few enough to decode eight times. */
const sampleBytes = 65_536

/** Below this a decoding is no text: what `plausibility` gives for real text starts near 0.25. */
const leastPlausible = 0.1

/** The encoding whose decoding looks most like what people write, or nothing when none does. */
export function guessCharset(bytes: Uint8Array): string | undefined {
  // A NUL byte is in no text of these encodings.
  if (bytes.includes(0)) return undefined
  const words = tellingBytes(bytes)
  let best: string | undefined
  let bestScore = leastPlausible
  for (const charset of candidates) {
    const text = decodeStart(words, charset)
    const score = text === undefined ? 0 : plausibility(text, charset)
    if (score > bestScore) {
      best = charset
      bestScore = score
    }
  }
  return best
}

/** Whether a text that a declared encoding gave can be meant: most wrong ones give rubbish. */
export function isPlausible(text: string, charset: string): boolean {
  if (text.includes('\0')) return false
  const words = text.split(/[\s<>]+/).filter((word) => /[^\x00-\x7f]/.test(word))
  return plausibility(words.join(' ').slice(0, sampleBytes), charset) >= leastPlausible
}

/** White space and angle brackets: no letter of these encodings has their bytes in it. */
const ends: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0d, 0x20, 0x3c, 0x3e])

/** The first words with bytes beyond ASCII, wherever they stand; one more byte than the sample when cut. */
function tellingBytes(bytes: Uint8Array): Uint8Array {
  const words: number[] = []
  let start = 0
  let isTelling = false
  for (let index = 0; index <= bytes.length && words.length <= sampleBytes; index++) {
    const byte = bytes[index] ?? 0x20
    if (byte > 0x7f) isTelling = true
    // A text without spaces is one long word.
    if (!ends.has(byte) && index - start < sampleBytes * 2) continue
    if (isTelling) words.push(...bytes.subarray(start, Math.min(index, start + sampleBytes)), 0x20)
    start = index + 1
    isTelling = false
  }
  return Uint8Array.from(words)
}

/** The start of a text; a letter that the cut goes through is no error. */
function decodeStart(words: Uint8Array, charset: string): string | undefined {
  if (words.length <= sampleBytes) return decodeStrictly(words, charset)
  for (let cut = 0; cut < 4; cut++) {
    const text = decodeStrictly(words.subarray(0, sampleBytes - cut), charset)
    if (text !== undefined) return text
  }
  return undefined
}
