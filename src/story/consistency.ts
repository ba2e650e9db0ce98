import type { Matcher } from '../glossary/index.ts'
import type { Locale } from '../model.ts'
import { coveredRenderings } from './covered-renderings.ts'
import { findMentions } from './find-mentions.ts'
import type { NamePlace, NameRendering, NameUse } from './name-use.ts'
import type { StoryArticle } from './published-texts.ts'
import { suggestionsOf, type Suggestion } from './suggest.ts'

export interface ConsistencyOptions {
  /** Articles of this many days before `now` are one story; 0 takes each article alone. */
  readonly days: number
  /** Milliseconds; the newest article where it is absent. */
  readonly now?: number
}

/**
 * Names that are rendered in two ways in a story, by language: those of the glossary with several
 * accepted names, and those it does not have. Never a reason to hold anything.
 */
export function findInconsistencies(
  articles: readonly StoryArticle[],
  matcherFor: (source: Locale) => Matcher,
  options: ConsistencyOptions,
): readonly NameUse[] {
  const sources = [...new Set(articles.map((article) => article.source))]
  return sources
    .flatMap((source) =>
      storiesOf(
        articles.filter((article) => article.source === source),
        options,
      ).flatMap((story) => inStory(story, source, matcherFor(source))),
    )
    .sort((a, b) => compare(a.locale, b.locale) || compare(a.name, b.name))
}

const dayMs = 86_400_000

function storiesOf(
  articles: readonly StoryArticle[],
  { days, now }: ConsistencyOptions,
): readonly (readonly StoryArticle[])[] {
  if (days === 0) return articles.map((article) => [article])
  const times = articles.map(({ time }) => time).filter((time) => !Number.isNaN(time))
  const end = now ?? times.reduce((a, b) => Math.max(a, b), -Infinity)
  const story = articles.filter(({ time }) => time >= end - days * dayMs && time <= end)
  return story.length === 0 ? [] : [story]
}

function inStory(
  story: readonly StoryArticle[],
  source: Locale,
  find: Matcher,
): readonly NameUse[] {
  const found = findMentions(story, source, find)
  return [
    ...coveredRenderings(found.sentences),
    ...suggestionsOf(story, source, found).flatMap(usesOf),
  ].filter(({ renderings }) => renderings.length > 1)
}

/** How the languages have a name that no entry covers. */
function usesOf({ name, renderings, inconsistent }: Suggestion): readonly NameUse[] {
  return inconsistent.map((locale) => ({
    locale,
    name,
    renderings: (renderings.get(locale) ?? []).map(({ text, rendered }): NameRendering => ({
      text,
      places: rendered.map(({ mention: { sentence }, text: words }): NamePlace => ({
        article: sentence.article.id,
        key: sentence.block.key,
        role: sentence.block.role,
        words,
      })),
    })),
  }))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
