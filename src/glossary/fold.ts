import type { Locale, Range } from '../model.ts'

/** Text folded for comparison, with a way back to the offsets of what was folded. */
export interface Folded {
  readonly text: string
  /** The range of the original that a range of the folded text stands for. */
  readonly originalRange: (range: Range) => Range
}

/** Soft hyphens, zero-width and direction marks, the Arabic tatweel: nothing a reader sees. */
const invisible =
  /[\u00ad\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/
/** Reading aids: Arabic and Hebrew vowels, Russian stress, variation selectors. */
const aids =
  /[\u034f\u064b-\u0652\u0670\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\ufe00-\ufe0f\u{e0100}-\u{e01ef}]|(?<=[аеиоуыэюяіїєАЕИОУЫЭЮЯІЇЄ])\u0301/gu
const apostrophes = /[\u2018\u2019\u02bc\u02b9\u0060\u00b4\uff07]/
const hyphens = /[\u2010-\u2013]/
const middleDots = /[\u2022\u2027\u2219\u22c5\u30fb\uff65]/
/** Full-width Latin letters, digits and signs of East Asian type: `ＮＡＴＯ`. */
const fullWidth = /[\uff01-\uff5e]/
const special = new RegExp(
  [invisible, aids, apostrophes, hyphens, middleDots, fullWidth, /\s\s|[^\S ]/]
    .map((pattern) => pattern.source)
    .join('|'),
  'u',
)

/** What NFC composes: a letter with its marks, or the parts of a Korean syllable. */
const clusters = /[\u1100-\u115f\uac00-\ud7a3][\u1160-\u11ff]+|\P{M}\p{M}*|\p{M}+/gsu

/**
 * Makes spellings that a reader takes for the same word the same: NFC, nothing invisible, one kind
 * of apostrophe, hyphen and middle dot, any run of white space as one space. Letter case stays.
 */
export function fold(original: string): Folded {
  if (!special.test(original) && original.normalize('NFC') === original) {
    return { text: original, originalRange: (range) => range }
  }
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: cluster, index } of original.matchAll(clusters)) {
    const folded = foldCluster(cluster.normalize('NFC').replace(aids, ''))
    if (folded === ' ' && text.endsWith(' ')) continue
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(index)
      ends.push(index + cluster.length)
    }
    text += folded
  }
  // An end of its own: what is invisible behind a name, as a closing direction mark, is not in it.
  const originalRange = ({ start, end }: Range): Range => ({
    start: starts[start] ?? original.length,
    end: end > start ? (ends[end - 1] ?? original.length) : (starts[start] ?? original.length),
  })
  return { text, originalRange }
}

function foldCluster(cluster: string): string {
  const [base, marks] = [cluster.charAt(0), cluster.slice(1)]
  if (invisible.test(base)) return marks
  if (/\s/.test(base)) return ' ' + marks
  if (apostrophes.test(base)) return "'" + marks
  if (hyphens.test(base)) return '-' + marks
  if (middleDots.test(base)) return '·' + marks
  if (fullWidth.test(base)) return String.fromCharCode(base.charCodeAt(0) - 0xfee0) + marks
  return cluster
}

/**
 * Lower case for comparison, never of another length, so that offsets stay valid. The two Turkish
 * letters i are kept apart in Turkish alone; a final sigma is a sigma.
 */
export function lower(text: string, locale: Locale): string {
  const lowered = lowerAsWritten(text, /^(?:tr|az)\b/.test(locale))
  const whole =
    lowered.length === text.length
      ? lowered
      : Array.from(text, (character) => sameLength(character, locale)).join('')
  return whole.replaceAll('ς', 'σ')
}

function sameLength(character: string, locale: Locale): string {
  const lowered = lowerAsWritten(character, /^(?:tr|az)\b/.test(locale))
  return lowered.length === character.length ? lowered : character
}

function lowerAsWritten(text: string, isTurkish: boolean): string {
  return isTurkish ? text.toLocaleLowerCase('tr') : text.replaceAll('İ', 'i').toLowerCase()
}

/** Whether all cased letters are capitals and there are at least two: `EU`, `U.S.`, `КНДР`. */
export function isAllCaps(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  return letters.length >= 2 && hasCapital(text) && !/\p{Ll}/u.test(text)
}

export function hasCapital(text: string): boolean {
  return /[\p{Lu}\p{Lt}]/u.test(text)
}
