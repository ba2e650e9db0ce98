import type { Matcher } from '../glossary/index.ts'
import { isPseudo } from '../locale.ts'
import type { Locale } from '../model.ts'
import { findMentions, type FoundMentions, type ReadSentence } from './find-mentions.ts'
import { groupNames, type NameGroup, type Variant } from './name-groups.ts'
import type { NameKind } from './names-in-sentence.ts'
import type { StoryArticle } from './published-texts.ts'
import { renderingFamilies, type RenderingFamily } from './rendering-families.ts'
import { renderingsIn } from './renderings-by-language.ts'

/** A name that no entry of the glossary covers. */
export interface Suggestion {
  /** The fullest form. */
  readonly name: string
  readonly kind?: NameKind
  readonly source: Locale
  /** All forms of it in the source: "Andrii Sybiha", "Sybiha". */
  readonly variants: readonly Variant[]
  readonly mentions: number
  /** Ids of the articles it stands in. */
  readonly articles: readonly string[]
  /** The first sentence with it. */
  readonly example: string
  readonly renderings: ReadonlyMap<Locale, readonly RenderingFamily[]>
  /** Languages that have it in two ways or more. */
  readonly inconsistent: readonly Locale[]
}

/** The names of a story that the glossary does not cover: inconsistent ones first, then the most frequent. */
export function suggestNames(
  articles: readonly StoryArticle[],
  matcherFor: (source: Locale) => Matcher,
): readonly Suggestion[] {
  const sources = [...new Set(articles.map((article) => article.source))]
  return sources
    .flatMap((source) => {
      const own = articles.filter((article) => article.source === source)
      const found = findMentions(own, source, matcherFor(source))
      return suggestionsOf(own, source, found)
    })
    .sort(
      (a, b) =>
        Number(b.inconsistent.length > 0) - Number(a.inconsistent.length > 0) ||
        b.mentions - a.mentions ||
        (a.name < b.name ? -1 : 1),
    )
}

/** The suggestions of articles of one language whose names were found. */
export function suggestionsOf(
  articles: readonly StoryArticle[],
  source: Locale,
  { sentences, mentions }: FoundMentions,
): readonly Suggestion[] {
  const groups = groupNames(mentions, source)
  const byLanguage = new Map(
    targetsOf(articles).map((locale) => [locale, familiesIn(locale, sentences, groups)]),
  )
  return groups.map((group) => {
    const renderings = new Map(
      [...byLanguage].flatMap(([locale, families]) => {
        const found = families.get(group) ?? []
        return found.length === 0 ? [] : [[locale, found] as const]
      }),
    )
    return toSuggestion(group, source, renderings)
  })
}

function familiesIn(
  locale: Locale,
  sentences: readonly ReadSentence[],
  groups: readonly NameGroup[],
): ReadonlyMap<NameGroup, readonly RenderingFamily[]> {
  const rendered = renderingsIn(locale, sentences, groups)
  return new Map([...rendered].map(([group, all]) => [group, renderingFamilies(all, locale)]))
}

function targetsOf(articles: readonly StoryArticle[]): readonly Locale[] {
  const found = articles.flatMap(({ blocks }) =>
    blocks.flatMap(({ targets }) => [...targets.keys()]),
  )
  return [...new Set(found)].filter((locale) => !isPseudo(locale)).sort()
}

function toSuggestion(
  { variants }: NameGroup,
  source: Locale,
  renderings: ReadonlyMap<Locale, readonly RenderingFamily[]>,
): Suggestion {
  const all = variants.flatMap((variant) => variant.mentions)
  const kinds = new Set(variants.flatMap(({ kind }) => kind ?? []))
  const [kind] = kinds
  return {
    name: variants[0]?.text ?? '',
    ...(kinds.size === 1 && kind !== undefined ? { kind } : {}),
    source,
    variants,
    mentions: all.length,
    articles: [...new Set(all.map(({ sentence }) => sentence.article.id))].sort(),
    example: all[0]?.sentence.text ?? '',
    renderings,
    inconsistent: [...renderings].flatMap(([locale, families]) =>
      families.length > 1 ? [locale] : [],
    ),
  }
}
