import {
  compileMatcher,
  parseGlossary,
  termsFor,
  verifyTerms,
  type Glossary,
} from '../../src/glossary/index.ts'
import type { TermMatch } from '../../src/model.ts'

/** A glossary from its entries, as an editor writes them: `Kyiv: {to: {es: Kiev}}`. */
export function glossary(entries: readonly string[], source: string = 'en'): Glossary {
  const terms = entries.length === 0 ? ' {}' : entries.map((entry) => `\n  ${entry}`).join('')
  return parseGlossary(`version: 1\nsource: ${source}\nterms:${terms}\n`, 'glossary.yaml')
}

/** The words found in a text, each with the key of its entry where that is spelled otherwise. */
export function found(text: string, entries: readonly string[], source: string = 'en'): string[] {
  return compileMatcher(glossary(entries, source))(text).map((hit) =>
    hit.source === hit.entry.key ? hit.source : `${hit.source} = ${hit.entry.key}`,
  )
}

/** What the names of a source sentence demand of its translation. */
export function terms(
  sentence: string,
  entries: readonly string[],
  target: string,
  source: string = 'en',
): readonly TermMatch[] {
  return termsFor(compileMatcher(glossary(entries, source))(sentence), target)
}

/** The verdict on a translation: `error: Kyiv: "Kiev" is missing`. */
export function verdict(
  sentence: string,
  translation: string,
  entries: readonly string[],
  target: string,
): string[] {
  const found = terms(sentence, entries, target)
  const segment = { source: sentence }
  return verifyTerms({ segment, text: translation, terms: found, locale: target }).map(
    ({ severity, message }) => `${severity}: ${message}`,
  )
}
