import type { Locale, Range, TermMatch } from '../model.ts'
import { fold, isInsideWord, isUnspaced, lower } from './fold.ts'
import { inflection, isInflectionOf, type Inflection } from './inflection.ts'

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
  const text = { cased: folded.text, lowered: lower(folded.text), rule: inflection(target) }
  const taken: Rendering[] = []
  const isFree = (start: number, end: number): boolean =>
    taken.every(({ range }) => end <= range.start || start >= range.end)
  for (const [kind, isExact] of passes) {
    for (const [form, entries] of formsToFind(terms, kind)) {
      for (const range of isExact ? exactly(text, form, kind) : inflected(text, form)) {
        if (isFree(range.start, range.end)) taken.push({ entries, kind, form, isExact, range })
      }
    }
  }
  return taken
    .map((found) => ({ ...found, range: toOriginal(found.range, folded.originalOffset) }))
    .sort((a, b) => a.range.start - b.range.start)
}

interface Searched {
  readonly cased: string
  readonly lowered: string
  readonly rule: Inflection
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

function* exactly(text: Searched, form: string, kind: Rendering['kind']): Generator<Range> {
  // A source spelling counts only in its own letter case: "Rice" the person, not "rice".
  const isCased = kind === 'untranslated'
  const needle = isCased ? fold(form).text : lower(fold(form).text)
  const hay = isCased ? text.cased : text.lowered
  if (needle === '') return
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + 1)) {
    const end = at + needle.length
    if (isInsideWord(hay, end)) continue
    const start = isInsideWord(hay, at) ? text.rule.cliticStart(hay, at) : at
    if (start !== undefined) yield { start, end }
  }
}

const words = /[\p{L}\p{N}][\p{L}\p{M}\p{N}_'-]*/gu

/** Windows of as many words as the form has, each an inflection of the form's word. */
function* inflected(text: Searched, form: string): Generator<Range> {
  if (text.rule.kind === 'none' || isUnspaced(form)) return
  const wanted = lower(fold(form).text).match(words) ?? []
  const found = [...text.lowered.matchAll(words)]
  for (let first = 0; first + wanted.length <= found.length; first++) {
    const window = found.slice(first, first + wanted.length)
    const fits = window.every(({ 0: word }, i) => isInflectionOf(word, wanted[i] ?? '', text.rule))
    const last = window.at(-1)
    if (fits && last !== undefined) {
      yield { start: window[0]?.index ?? 0, end: last.index + last[0].length }
    }
  }
}

function toOriginal(range: Range, offset: (folded: number) => number): Range {
  return { start: offset(range.start), end: offset(range.end) }
}
