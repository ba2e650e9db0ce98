import type { Finding, Locale, TaggedText, TermMatch } from '../model.ts'
import { plainText } from '../tagged-text.ts'
import { findRenderings, type Rendering } from './renderings.ts'

/**
 * Whether each name of a sentence is right in its translation (promise P2). Errors: a name without
 * an accepted rendering, a forbidden form, a source spelling left standing. Warning: fewer
 * renderings than names, since a pronoun may stand for one.
 */
export function verifyTerms(input: {
  readonly text: TaggedText
  readonly terms: readonly TermMatch[]
  readonly locale: Locale
}): readonly Finding[] {
  if (input.terms.length === 0) return []
  const renderings = findRenderings(plainText(input.text), input.terms, input.locale)
  const entries = [...new Set(input.terms.map((term) => term.entry))]
  return [
    ...renderings.filter((found) => found.kind !== 'accepted').map(wrongRendering),
    ...entries.flatMap((entry) => countFindings(entry, input.terms, renderings)),
  ]
}

/** The entries of a sentence that its translation gets wrong. */
export function wrongEntries(
  text: TaggedText,
  terms: readonly TermMatch[],
  target: Locale,
): readonly string[] {
  const renderings = findRenderings(plainText(text), terms, target)
  const wrong = renderings
    .filter(({ kind }) => kind !== 'accepted')
    .flatMap(({ entries }) => entries)
  const right = renderings
    .filter(({ kind }) => kind === 'accepted')
    .flatMap(({ entries }) => entries)
  return [...new Set(terms.map((term) => term.entry))].filter(
    (entry) => wrong.includes(entry) || !right.includes(entry),
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
): readonly Finding[] {
  const wanted = terms.filter((term) => term.entry === entry)
  const found = renderings.filter((one) => one.kind === 'accepted' && one.entries.includes(entry))
  if (found.length >= wanted.length) return []
  const form = wanted[0]?.accepted[0] ?? ''
  if (found.length === 0) {
    return [{ check: 'terms', severity: 'error', message: `${entry}: "${form}" is missing` }]
  }
  const message = `${entry}: "${form}" stands ${found.length} times for ${wanted.length} in the source`
  return [{ check: 'terms', severity: 'warning', message }]
}
