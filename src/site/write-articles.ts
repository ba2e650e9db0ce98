import { existsSync } from 'node:fs'
import path from 'node:path'
import { articlePath } from './addresses.ts'
import { articlePage } from './article-page.ts'
import { articleStamp } from './build-state.ts'
import type { CatalogEntry } from './catalog.ts'
import type { PageWriter } from './page-writer.ts'
import { readArticle } from './read-article.ts'
import type { Site } from './site.ts'
import type { SiteProblem } from './site-problem.ts'

/** What became of the articles of a catalog. */
export interface WrittenArticles {
  /** With the languages that turned out to be readable. */
  readonly entries: readonly CatalogEntry[]
  /** By article: what its pages were made from. */
  readonly stamps: Readonly<Record<string, string>>
  readonly problems: readonly SiteProblem[]
}

/**
 * Writes the pages of all articles in all languages of the site; `last` are the stamps of pages
 * that are there already. Only one article is held in memory at a time.
 */
export async function writeArticles(
  site: Site,
  out: string,
  catalog: readonly CatalogEntry[],
  last: Readonly<Record<string, string>>,
  writer: PageWriter,
  stamps: Record<string, string>,
  onArticle: (done: number) => void,
): Promise<WrittenArticles> {
  const entries: CatalogEntry[] = []
  const problems: SiteProblem[] = []
  for (const [done, entry] of catalog.entries()) {
    onArticle(done)
    const stamp = articleStamp(site.output, entry)
    const paths = site.languages.map(({ tag }) => articlePath(tag, entry.id))
    const isDone =
      last[entry.id] === stamp && paths.every((at) => existsSync(path.join(out, at, 'index.html')))
    if (isDone) {
      for (const at of paths) writer.keep(at)
      entries.push(entry)
      stamps[entry.id] = stamp
      continue
    }
    const made = await writeArticle(site, entry, writer)
    problems.push(...made.problems)
    if (made.entry === undefined) continue
    entries.push(made.entry)
    // An article with a problem is read again, and reported again, by the next build.
    if (made.problems.length === 0) stamps[entry.id] = stamp
  }
  return { entries, stamps, problems }
}

async function writeArticle(
  site: Site,
  entry: CatalogEntry,
  writer: PageWriter,
): Promise<{ readonly entry?: CatalogEntry; readonly problems: readonly SiteProblem[] }> {
  const languages = site.languages.map(({ tag }) => tag)
  const { article, problems } = readArticle(site.output, entry.id, languages)
  if (article === undefined) return { problems }
  for (const tag of languages) {
    await writer.page(articlePath(tag, entry.id), articlePage(site, article, tag).html)
  }
  const changed = Object.entries(entry.changed).filter(([tag]) => article.editions.has(tag))
  return { entry: { ...entry, changed: Object.fromEntries(changed) }, problems }
}
