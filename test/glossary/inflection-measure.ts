import { readFileSync } from 'node:fs'
import { parseGlossary, renderingOf } from '../../src/glossary/index.ts'
import { termsFor } from '../../src/glossary/terms.ts'
import type { Locale } from '../../src/model.ts'
import { hasName, inflectionSamples, type Half, type Sample } from './inflection-samples.ts'

/** What one language, or all of them, measured. */
export interface Measured {
  readonly locale: Locale
  /** Sentences that have the name. */
  readonly named: number
  /** Of these, found by the dictionary form alone. */
  readonly exact: number
  /** Of these, found. */
  readonly known: number
  /** Sentences with a name much like it, and how many were taken for it. */
  readonly others: number
  readonly mistaken: number
  /** Names times sentences that have them not, and the hits there. */
  readonly pairs: number
  readonly misses: readonly string[]
  readonly mistakes: readonly string[]
  readonly falseHits: readonly string[]
}

const glossary = parseGlossary(
  readFileSync(new URL('../../glossary.yaml', import.meta.url), 'utf8'),
  'glossary.yaml',
)

/** Measures one half of the sentences, language by language. */
export function measureInflection(half: Half): {
  readonly rows: readonly Measured[]
  readonly total: Measured
} {
  const rows = inflectionSamples()
    .filter((samples) => samples.half === half)
    .map(({ locale, named, others }): Measured => {
      const texts = ({ names, sentence }: Sample): string => `${names[0] ?? ''}: ${sentence}`
      const has = ({ names: [name = ''], sentence }: Sample, inflects = true): boolean =>
        hasName(sentence, [name], locale, inflects)
      const missed = named.filter((sample) => !has(sample))
      const mistaken = others.filter((sample) => has(sample))
      return {
        locale,
        named: named.length,
        exact: named.filter((sample) => has(sample, false)).length,
        known: named.length - missed.length,
        others: others.length,
        mistaken: mistaken.length,
        ...crossed(locale, named, others),
        misses: missed.map(texts),
        mistakes: mistaken.map(texts),
      }
    })
  return { rows, total: rows.reduce(sum) }
}

function sum(a: Measured, b: Measured): Measured {
  return {
    locale: 'all',
    named: a.named + b.named,
    exact: a.exact + b.exact,
    known: a.known + b.known,
    others: a.others + b.others,
    mistaken: a.mistaken + b.mistaken,
    pairs: a.pairs + b.pairs,
    misses: [...a.misses, ...b.misses],
    mistakes: [...a.mistakes, ...b.mistakes],
    falseHits: [...a.falseHits, ...b.falseHits],
  }
}

/**
 * Every name, of the sentences and of the shipped glossary, against every sentence. Where the name
 * stands letter for letter the sentence has it, whatever it was written for.
 */
function crossed(
  locale: Locale,
  named: readonly Sample[],
  others: readonly Sample[],
): Pick<Measured, 'pairs' | 'falseHits'> {
  let pairs = 0
  const falseHits: string[] = []
  const sentences = [
    ...named.map((sample) => ({ ...sample, not: '' })),
    // The name of these is the one that they have not; `mistaken` counts it.
    ...others.map(({ sentence, names: [not = '', ...names] }) => ({ sentence, names, not })),
  ]
  for (const forms of namesOf(locale, named, others)) {
    for (const sample of sentences) {
      if (forms.includes(sample.not) || forms.some((form) => sample.names.includes(form))) continue
      if (hasName(sample.sentence, forms, locale, false)) continue
      pairs++
      if (hasName(sample.sentence, forms, locale)) {
        falseHits.push(`${forms[0] ?? ''}: ${sample.sentence}`)
      }
    }
  }
  return { pairs, falseHits }
}

/** Accepted forms, the dictionary form first, of every name in a language. */
function namesOf(
  locale: Locale,
  named: readonly Sample[],
  others: readonly Sample[],
): readonly (readonly string[])[] {
  const listed = glossary.entries.flatMap((entry) => {
    if (renderingOf(entry, locale) === undefined) return []
    const hit = { entry, source: entry.source, range: { start: 0, end: 0 } }
    return termsFor([hit], locale).map((term) => term.accepted)
  })
  const known = new Set(listed.flat())
  const written = new Set([...named, ...others].flatMap(({ names }) => names.slice(0, 1)))
  return [...listed, ...[...written].filter((name) => !known.has(name)).map((name) => [name])]
}
