/** Text folded for comparison, with a way back to the offsets of what was folded. */
export interface Folded {
  readonly text: string
  /** Offset in the original of a UTF-16 offset in the folded text; also valid for its length. */
  readonly originalOffset: (offset: number) => number
}

const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]/
const spaces = /[\u00a0\u2007\u2009\u202f]/
const apostrophes = /[\u2018\u2019\u02bc\u02b9\u0060\u00b4\uff07]/
const hyphens = /[\u2010\u2011\u2012\u2013]/
const special = new RegExp(
  [invisible, spaces, apostrophes, hyphens].map((pattern) => pattern.source).join('|'),
)

/**
 * Makes spellings that a reader takes for the same word the same: NFC, no soft hyphens, zero-width
 * or direction marks, one kind of space, apostrophe and hyphen. Letter case stays.
 */
export function fold(original: string): Folded {
  if (!special.test(original) && original.normalize('NFC') === original) {
    return { text: original, originalOffset: (offset) => offset }
  }
  let text = ''
  const offsets: number[] = []
  // One cluster of a letter and its marks at a time: NFC composes within a cluster only.
  for (const { 0: cluster, index } of original.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const folded = foldCluster(cluster.normalize('NFC'))
    for (let unit = 0; unit < folded.length; unit++) offsets.push(index)
    text += folded
  }
  offsets.push(original.length)
  return { text, originalOffset: (offset) => offsets[offset] ?? original.length }
}

function foldCluster(cluster: string): string {
  if (!special.test(cluster)) return cluster
  const [base = '', marks = ''] = [cluster.charAt(0), cluster.slice(1)]
  if (invisible.test(base)) return marks
  if (spaces.test(base)) return ' ' + marks
  if (apostrophes.test(base)) return "'" + marks
  return (hyphens.test(base) ? '-' : base) + marks
}

/** Lower case that never changes the length, so that offsets stay valid. */
export function lower(text: string): string {
  const lowered = text.toLowerCase()
  if (lowered.length === text.length) return lowered
  return Array.from(text, (character) => {
    const one = character.toLowerCase()
    return one.length === character.length ? one : character
  }).join('')
}

/** Scripts written without spaces between words, where a name may begin at any character. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

export function isUnspaced(text: string): boolean {
  return unspaced.test(text)
}

const wordCharacter = /[\p{L}\p{M}\p{N}_]/u

/** Whether a word could go on across this offset: letters, marks or digits on both sides. */
export function isInsideWord(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false
  const before = characterBefore(text, offset)
  const after = String.fromCodePoint(text.codePointAt(offset) ?? 0)
  if (!wordCharacter.test(before) || !wordCharacter.test(after)) return false
  return !unspaced.test(before) && !unspaced.test(after)
}

function characterBefore(text: string, offset: number): string {
  const last = text.charAt(offset - 1)
  const isLowSurrogate = last >= '\udc00' && last <= '\udfff'
  return isLowSurrogate ? text.slice(Math.max(0, offset - 2), offset) : last
}

/** Whether all cased letters are capitals and there are at least two: `EU`, `U.S.`, `КНДР`. */
export function isAllCaps(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  return letters.length >= 2 && /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)
}
