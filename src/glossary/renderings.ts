import type { Locale, Range, TermMatch } from '../model.ts'
import { fold, hasCapital, lower } from './fold.ts'
import { inflection, type Inflection } from './inflection.ts'
import { isNameForm, isSmallForm } from './name-form.ts'
import { inAddress } from './opaque.ts'
import { isRegionName } from './region-names.ts'
import { targetForm, words, type TargetForm } from './target-form.ts'
import { isInsideWord, isNameEnd, noteNumberLength } from './words.ts'

/** A rendering found in a translation. */
export interface Rendering {
  /** The entries of the sentence that have this form; two when the U.S. and the United States meet. */
  readonly entries: readonly string[]
  readonly kind: 'accepted' | 'forbidden' | 'untranslated'
  /** The listed form it was recognised by. */
  readonly form: string
  readonly range: Range
  /** False when the text has an inflection of the form. */
  readonly isExact: boolean
}

/**
 * In this order, and longer forms before shorter ones, so that none is counted inside another: an
 * accepted form hides a forbidden one (`Kiew` in `Kiewer Rus`), a listed form any inflection.
 * Spellings of the source language follow no inflection of the target.
 */
const passes: readonly (readonly [kind: Rendering['kind'], isExact: boolean])[] = [
  ['accepted', true],
  ['forbidden', true],
  ['untranslated', true],
  ['accepted', false],
  ['forbidden', false],
]

/** Every rendering of the terms in a plain translation, in text order, none inside another. */
export function findRenderings(
  plain: string,
  terms: readonly TermMatch[],
  target: Locale,
): readonly Rendering[] {
  const folded = fold(plain)
  const text = search(folded.text, target)
  const isAddress = inAddress(folded.text)
  const inflecting = terms.filter((term) => term.inflects)
  const taken: Rendering[] = []
  for (const [kind, isExact] of passes) {
    for (const [listed, entries] of formsToFind(isExact ? terms : inflecting, kind)) {
      const form = targetForm(listed, target)
      for (const range of isExact ? exactly(text, form, kind) : inflected(text, form)) {
        if (!isAddress(range)) take(taken, { entries, kind, form: listed, isExact, range })
      }
    }
  }
  return taken
    .map((found) => ({ ...found, range: folded.originalRange(found.range) }))
    .sort((a, b) => a.range.start - b.range.start)
}

/**
 * Adds what overlaps nothing found before. The same words may stand for a second entry, and an
 * inflected full name takes the place of the surname in it.
 */
function take(taken: Rendering[], found: Rendering): void {
  const { start, end } = found.range
  const rivals = taken.filter(({ range }) => end > range.start && start < range.end)
  const [other] = rivals
  const isSame = other?.range.start === start && other.range.end === end
  const isLonger = rivals.every(({ range }) => start <= range.start && end >= range.end)
  const isOther = rivals.some(({ kind }) => kind !== found.kind)
  // A forbidden full name is no less forbidden for the right surname in it.
  const outweighs = found.kind === 'forbidden' && found.isExact && isLonger && !isSame
  if (isOther && !outweighs) return
  if (other !== undefined && isSame) {
    const entries = [...new Set([...other.entries, ...found.entries])]
    taken[taken.indexOf(other)] = { ...other, entries }
  } else if (isLonger) {
    for (const rival of rivals) taken.splice(taken.indexOf(rival), 1)
    taken.push(found)
  }
}

interface Searched {
  readonly target: Locale
  readonly cased: string
  readonly lowered: string
  readonly words: readonly Word[]
  readonly rule: Inflection
}

interface Word extends Range {
  readonly lowered: string
}

function search(folded: string, target: Locale): Searched {
  const lowered = lower(folded, target)
  const found = Array.from(lowered.matchAll(words), ({ 0: word, index }) => ({
    lowered: word,
    start: index,
    end: index + word.length,
  }))
  return { target, cased: folded, lowered, words: found, rule: inflection(target) }
}

/** The forms of one kind with the entries that have them, longest first. */
function formsToFind(
  terms: readonly TermMatch[],
  kind: Rendering['kind'],
): readonly (readonly [form: string, entries: readonly string[]])[] {
  const entries = new Map<string, string[]>()
  for (const term of terms) {
    for (const form of term[kind]) {
      const known = entries.get(form)
      if (known === undefined) entries.set(form, [term.entry])
      else if (!known.includes(term.entry)) known.push(term.entry)
    }
  }
  return [...entries].sort(([a], [b]) => b.length - a.length)
}

function* exactly(text: Searched, form: TargetForm, kind: Rendering['kind']): Generator<Range> {
  // A source spelling counts only in its own letter case: "Rice" the person, not "rice".
  const isCased = kind === 'untranslated'
  const hay = isCased ? text.cased : text.lowered
  for (const needle of isCased ? [form.cased] : form.lowered) {
    if (needle === '') continue
    for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + 1)) {
      const end = at + needle.length
      // A footnote number may stand behind it, as it does in the source.
      if (!isNameEnd(hay, end) && noteNumberLength(hay, end) === 0) continue
      const start = isInsideWord(hay, at) ? text.rule.prefixStart(hay, at) : at
      if (start !== undefined && isWritten(text, form, kind, { start, end })) yield { start, end }
    }
  }
}

/** Whether the letter case allows a name. */
function isWritten(
  text: Searched,
  form: TargetForm,
  kind: Rendering['kind'],
  range: Range,
): boolean {
  if (kind === 'accepted') return hasCaseOf(form, text, range)
  return kind === 'forbidden' || !form.isAllCaps || !isAmongCapitals(text, range)
}

/** Italian "usa" is no country and "nato" no alliance; of several words, style may write all small. */
function hasCaseOf(form: TargetForm, { cased }: Searched, { start, end }: Range): boolean {
  return !form.needsCapital || hasCapital(cased.slice(start, end))
}

/** In a line of capitals the acronym UN is as likely the Spanish article. */
function isAmongCapitals({ cased, words: all }: Searched, { start, end }: Range): boolean {
  const before = all.filter((word) => word.end <= start).slice(-2)
  const after = all.filter((word) => word.start >= end).slice(0, 2)
  const neighbours = [...before, ...after]
    .map((word) => cased.slice(word.start, word.end))
    .join(' ')
  return hasCapital(neighbours) && !/\p{Ll}/u.test(neighbours)
}

/** Windows of as many words as the form has, an inflection of it or a compound with it. */
function* inflected(text: Searched, form: TargetForm): Generator<Range> {
  const { length } = form.words
  for (let at = 0; length > 0 && at + length <= text.words.length; at++) {
    const [first, last] = [text.words[at], text.words[at + length - 1]]
    if (first === undefined || last === undefined) continue
    const range = { start: first.start, end: last.end }
    const seen = text.lowered.slice(range.start, range.end)
    if (isRegionName(seen, text.target) && !form.lowered.includes(seen)) continue
    const wordAt = (i: number): string => text.words[at + i]?.lowered ?? ''
    const isForm = isNameForm(wordAt, form, text.rule)
      ? hasCaseOf(form, text, range)
      : isSmallForm(first.lowered, form, text.rule)
    if (isForm) yield range
  }
}
