import type { Finding, Locale, Role, TaggedText, TermMatch } from '../model.ts'
import { plainText } from '../tagged-text.ts'
import { findRenderings, type Rendering } from './renderings.ts'

/** A sentence and its translation, with the names of the one. */
export interface NamedSentence {
  readonly segment: { readonly source: TaggedText; readonly role?: Role }
  readonly text: TaggedText
  readonly terms: readonly TermMatch[]
  readonly locale: Locale
}

/**
 * Whether each name of a sentence is right in its translation (promise P2). Errors:
 * 1. a name without any accepted rendering, which a first mention always has to have;
 * 2. a forbidden form, or a source spelling left standing;
 * 3. fewer renderings than names in a headline, which has no room for pronouns, or where an unknown
 *    word looks like the missing name.
 * Fewer renderings anywhere else are a warning: a pronoun may well stand for the rest.
 */
export function verifyTerms(input: NamedSentence): readonly Finding[] {
  return judgeNames(input).map(({ finding }) => finding)
}

/** The entries of a sentence that its translation gets wrong. */
export function wrongEntries(input: NamedSentence): readonly string[] {
  const errors = judgeNames(input).filter(({ finding }) => finding.severity === 'error')
  return [...new Set(errors.flatMap(({ entries }) => entries))]
}

interface Judged {
  readonly entries: readonly string[]
  readonly finding: Finding
}

function judgeNames(input: NamedSentence): readonly Judged[] {
  const { terms, locale } = input
  if (terms.length === 0) return []
  const renderings = findRenderings(plainText(input.text), terms, locale)
  const entries = [...new Set(terms.map((term) => term.entry))]
  const isWrong = (): boolean =>
    input.segment.role === 'headline' || hasUnknownName(input, renderings)
  return [
    ...renderings
      .filter((found) => found.kind !== 'accepted')
      .map((found) => ({ entries: found.entries, finding: wrongRendering(found) })),
    ...entries.flatMap((entry) =>
      countFindings(entry, terms, renderings, isWrong).map((finding) => ({
        entries: [entry],
        finding,
      })),
    ),
  ]
}

const capitalisedWord = /(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{L}\p{M}'’-]+/gu

/**
 * Whether the translation has a capitalised word, not at its start, that neither the source has nor
 * a rendering explains: it may be the name that is missing, misspelled. Scripts without capitals say
 * nothing, so there it may always be so.
 */
function hasUnknownName(input: NamedSentence, renderings: readonly Rendering[]): boolean {
  const text = plainText(input.text)
  if (!/\p{Lu}/u.test(text)) return true
  const source = plainText(input.segment.source)
  const start = /[\p{L}\p{N}]/u.exec(text)?.index ?? 0
  return Array.from(text.matchAll(capitalisedWord)).some(
    ({ 0: word, index }) =>
      index > start &&
      !source.includes(word) &&
      !renderings.some(({ range }) => index >= range.start && index < range.end),
  )
}

function wrongRendering(found: Rendering): Finding {
  const why = found.kind === 'forbidden' ? 'must never stand here' : 'is the source spelling'
  return {
    check: 'terms',
    severity: 'error',
    message: `${found.entries.join(', ')}: "${found.form}" ${why}`,
    range: found.range,
  }
}

function countFindings(
  entry: string,
  terms: readonly TermMatch[],
  renderings: readonly Rendering[],
  isWrong: () => boolean,
): readonly Finding[] {
  const wanted = terms.filter((term) => term.entry === entry)
  const found = renderings.filter((one) => one.kind === 'accepted' && one.entries.includes(entry))
  if (found.length >= wanted.length) return []
  const form = wanted.at(-1)?.accepted[0] ?? ''
  if (found.length === 0) {
    return [{ check: 'terms', severity: 'error', message: `${entry}: "${form}" is missing` }]
  }
  const message = `${entry}: "${form}" stands ${found.length} times for ${wanted.length} in the source`
  return [{ check: 'terms', severity: isWrong() ? 'error' : 'warning', message }]
}
