import type { Locale, Range } from '../model.ts'
import { unitTable, type UnitTable } from './unit-table.ts'
import { aids, invisible, needsCare, unitFolds } from './matcher-folds.ts'

/** Text folded for comparison, with a way back to the offsets of what was folded. */
export interface Folded {
  readonly text: string
  /** The range of the original that a range of the folded text stands for. */
  readonly originalRange: (range: Range) => Range
}

/** What is left out of a folded text, so that its length changes. */
const removed = new RegExp(`${invisible.source}|${aids.source}`, 'u')

/** What NFC composes: a letter with its marks, or the parts of a Korean syllable. */
const clusters = /[\u1100-\u115f\uac00-\ud7a3][\u1160-\u11ff]+|\P{M}\p{M}*|\p{M}+/gsu

/**
 * Makes spellings that a reader takes for the same word the same: NFC, nothing invisible, one kind
 * of apostrophe, hyphen and middle dot, any run of white space as one space. Letter case stays.
 */
export function fold(original: string): Folded {
  const text = foldInPlace(original)
  return text === undefined ? foldClusters(original) : { text, originalRange: sameRange }
}

const sameRange = ({ start, end }: Range): Range => ({ start, end })

/** The folded text where each unit stays or becomes one other, as nearly all news text does. */
function foldInPlace(original: string): string | undefined {
  unitFolds.prepare(original)
  const folds = unitFolds.values
  let text = ''
  let copied = 0
  let isCareful = false
  for (let at = 0; at < original.length; at++) {
    const unit = original.charCodeAt(at)
    const folded = folds[unit] ?? 0
    if (folded === unit && unit !== space) continue
    if (folded === needsCare) {
      isCareful = true
    } else if (folded === space && folds[original.charCodeAt(at + 1)] === space) {
      return undefined
    } else if (folded !== unit) {
      text += original.slice(copied, at) + String.fromCharCode(folded)
      copied = at + 1
    }
  }
  if (isCareful && (removed.test(original) || original.normalize('NFC') !== original)) {
    return undefined
  }
  return copied === 0 ? original : text + original.slice(copied)
}

const space = 0x20

function foldClusters(original: string): Folded {
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
  const folded = unitFolds.of(base.charCodeAt(0))
  return folded === needsCare ? cluster : String.fromCharCode(folded) + marks
}

/**
 * Lower case for comparison, never of another length, so that offsets stay valid. The two Turkish
 * letters i are kept apart in Turkish alone; a final sigma is a sigma.
 */
export function lower(text: string, locale: Locale): string {
  const lowered = lowerAsWritten(text, isTurkic(locale))
  const whole =
    lowered.length === text.length
      ? lowered
      : Array.from(text, (character) => sameLength(character, locale)).join('')
  return whole.replaceAll('ς', 'σ')
}

function isTurkic(locale: Locale): boolean {
  return /^(?:tr|az)\b/.test(locale)
}

function sameLength(character: string, locale: Locale): string {
  const lowered = lowerAsWritten(character, isTurkic(locale))
  return lowered.length === character.length ? lowered : character
}

function lowerAsWritten(text: string, isTurkish: boolean): string {
  return isTurkish ? text.toLocaleLowerCase('tr') : text.replaceAll('İ', 'i').toLowerCase()
}

/** Of pairs only the first half counts; it is the same for the small letter and the capital. */
const lowerTable = (locale: Locale): UnitTable =>
  unitTable((characters, first) => {
    const lowered = first >= 0xd800 && first <= 0xdf00 ? characters : lower(characters, locale)
    const isPairEnd = first >= 0xdc00 && first <= 0xdf00
    return Uint16Array.from({ length: characters.length }, (_, at) =>
      isPairEnd ? 0x20 : lowered.charCodeAt(at),
    )
  })

const lowers = { turkic: lowerTable('tr'), other: lowerTable('en') }

/** For hashes: the lower case of each code unit, as `lower` writes it. */
export function unitLowers(locale: Locale): UnitTable {
  return isTurkic(locale) ? lowers.turkic : lowers.other
}

/** Whether all cased letters are capitals and there are at least two: `EU`, `U.S.`, `КНДР`. */
export function isAllCaps(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  return letters.length >= 2 && hasCapital(text) && !/\p{Ll}/u.test(text)
}

export function hasCapital(text: string): boolean {
  return /[\p{Lu}\p{Lt}]/u.test(text)
}
