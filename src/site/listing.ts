import type { Manifest } from '../bundle/index.ts'
import type { Locale } from '../model.ts'
import { readableIn, type Catalog, type CatalogEntry } from './catalog.ts'
import { plainOf, showArticle, titleOf, type ShownArticle } from './page-blocks.ts'
import { readArticle } from './read-article.ts'
import type { Site } from './site.ts'

/** An article as lists show it. */
export interface ListedArticle {
  readonly entry: CatalogEntry
  readonly manifest: Manifest
  readonly shown: ShownArticle
  readonly title: string
  readonly summary: string | undefined
}

/** The articles of each language, newest first. */
export interface Listing {
  readonly byLanguage: ReadonlyMap<Locale, readonly CatalogEntry[]>
  /** The languages that have an article, in the order of the configuration. */
  readonly live: readonly Locale[]
}

/** Parts a catalog into the lists of the languages. */
export function listLanguages(site: Site, catalog: Catalog): Listing {
  const tags = site.languages.map(({ tag }) => tag)
  const byLanguage = new Map<Locale, CatalogEntry[]>(tags.map((tag) => [tag, []]))
  for (const entry of catalog.entries) {
    for (const tag of readableIn(entry, tags)) byLanguage.get(tag)?.push(entry)
  }
  return { byLanguage, live: tags.filter((tag) => (byLanguage.get(tag) ?? []).length > 0) }
}

/** The texts of a list; what turns out not to be readable is left out. */
export function listArticles(
  site: Site,
  entries: readonly CatalogEntry[],
  tag: Locale,
): readonly ListedArticle[] {
  return entries.flatMap((entry) => {
    const { article } = readArticle(site.output, entry.id, [tag])
    if (article === undefined || !article.editions.has(tag)) return []
    const shown = showArticle(article, tag)
    return [
      {
        entry,
        manifest: article.manifest,
        shown,
        title: titleOf(shown, entry.id),
        summary: plainOf(shown.summary),
      },
    ]
  })
}

/** How many articles a page of older ones holds. */
export const pageSize = 20

/**
 * How a language's articles are parted. Older pages count from the oldest article and stay as they
 * are when a new one comes; the front page has what is left, 20 to 39.
 */
export function pageCount(articles: number): number {
  return Math.max(0, Math.floor(articles / pageSize) - 1)
}

/** The articles of a page of older ones, or of the front page without a number; newest first. */
export function pageOf(
  newestFirst: readonly CatalogEntry[],
  page?: number,
): readonly CatalogEntry[] {
  const count = newestFirst.length
  if (page === undefined) return newestFirst.slice(0, count - pageCount(count) * pageSize)
  const oldest = count - (page - 1) * pageSize
  return newestFirst.slice(oldest - pageSize, oldest)
}
