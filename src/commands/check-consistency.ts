import type { Config } from '../config.ts'
import type { Matcher } from '../glossary/index.ts'
import type { Locale } from '../model.ts'
import { findInconsistencies, publishedTexts, type NameUse } from '../story/index.ts'

/** Names that the published articles of the last days render in two ways; the newest article counts as today. */
export function checkConsistency(
  { output, consistency }: Config,
  matcherFor: (source: Locale) => Matcher,
): readonly NameUse[] {
  return findInconsistencies(publishedTexts(output), matcherFor, { days: consistency.days })
}

/** More places of one rendering than a reader looks up. */
const mostPlaces = 3

/** `pt  Dmitry Peskov  Dmitri Peskov in flood b003 (paragraph), Dmitry Peskov in grain title (headline)` */
export function describeUse({ locale, name, renderings }: NameUse): string {
  const ways = renderings.map(({ places }) => {
    const named = places
      .slice(0, mostPlaces)
      .map(({ article, key, role, words }) => `${words} in ${article} ${key} (${role})`)
    const more = places.length - named.length
    return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  })
  return `${locale}  ${name}: ${renderings.length} ways  ${ways.join('; ')}`
}
