import { unitTable, type UnitTable } from './unit-table.ts'

/**
 * What a character is to a name: a table with one number of bits for each code unit, since a regular
 * expression for each character of a text costs ten times as much.
 */

/** Bits of a class. */
export const is = {
  /** A word of a spaced script may begin with it. */
  wordStart: 1,
  /** It may stand inside a word of a spaced script. */
  wordPart: 2,
  /** A token by itself: Chinese, Japanese, Thai, Korean. */
  single: 4,
  /** A letter, mark, digit or low line of any script. */
  word: 8,
  mark: 16,
  katakana: 32,
  /** Of a script written without spaces. */
  unspaced: 64,
  hangul: 128,
  currency: 256,
  letter: 512,
  /** A decimal digit of any script, or a raised one: ². */
  digit: 1024,
  /** A letter of a script without capitals. */
  caseless: 2048,
  /** Half of a pair: the class is that of the pair. */
  surrogate: 4096,
} as const

const unspaced = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u30fc\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`
const single = String.raw`[${unspaced}\p{sc=Hangul}]`

const patterns: readonly (readonly [number, string])[] = [
  [is.wordStart, String.raw`[[\p{L}\p{N}]--${single}]`],
  [is.wordPart, String.raw`[[\p{L}\p{M}\p{N}_]--${single}]`],
  [is.single, single],
  [is.word, String.raw`[\p{L}\p{M}\p{N}_]`],
  [is.mark, String.raw`\p{M}`],
  [is.katakana, String.raw`[\p{sc=Katakana}\u30fc]`],
  [is.unspaced, `[${unspaced}]`],
  [is.hangul, String.raw`\p{sc=Hangul}`],
  [is.currency, String.raw`\p{Sc}`],
  [is.letter, String.raw`\p{L}`],
  [is.digit, String.raw`[\p{Nd}\u00b2\u00b3\u00b9\u2070\u2074-\u2079]`],
  [is.caseless, String.raw`\p{Lo}`],
]

/** The class of each code unit. */
export const unitClasses: UnitTable = unitTable((characters, first) => {
  const classes = new Uint16Array(characters.length)
  if (first >= 0xd800 && first <= 0xdf00) return classes.fill(is.surrogate)
  for (const [bit, pattern] of patterns) {
    for (const { 0: run, index } of characters.matchAll(new RegExp(`${pattern}+`, 'gv'))) {
      for (let at = index; at < index + run.length; at++) classes[at] = (classes[at] ?? 0) | bit
    }
  }
  return classes
})

const pairs = new Map<number, number>()

/** The class of the character that begins at an offset; 0 outside the text. */
export function classAt(text: string, offset: number): number {
  const found = unitClasses.of(text.charCodeAt(offset))
  return found === is.surrogate ? classOfPair(text.codePointAt(offset) ?? 0) : found
}

/** The class of the character that ends at an offset; 0 at the start of the text. */
export function classBefore(text: string, offset: number): number {
  const found = unitClasses.of(text.charCodeAt(offset - 1))
  if (found !== is.surrogate) return found
  const pair = text.codePointAt(offset - 2) ?? 0
  return classOfPair(pair > 0xffff ? pair : text.charCodeAt(offset - 1))
}

/** Of a letter of the higher planes, as 𠮷, an emoji, or any other code point. */
function classOfPair(codePoint: number): number {
  const known = pairs.get(codePoint)
  if (known !== undefined) return known
  const character = String.fromCodePoint(codePoint)
  const found = patterns
    .filter(([, pattern]) => new RegExp(`^${pattern}$`, 'v').test(character))
    .reduce((bits, [bit]) => bits | bit, 0)
  pairs.set(codePoint, found)
  return found
}
