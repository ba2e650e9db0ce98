import path from 'node:path'
import type { Config } from '../config.ts'
import { BabelwireError } from '../errors.ts'
import { feedPath } from './addresses.ts'
import { siteAssets } from './assets.ts'
import { emptyState, readState, sharedHash, writeState } from './build-state.ts'
import { readCatalog } from './catalog.ts'
import { feed } from './feed.ts'
import { hostFiles, statusesOf } from './host-files.ts'
import { listLanguages, type Listing } from './listing.ts'
import { missingPage } from './missing-page.ts'
import { newsSitemap } from './news-sitemap.ts'
import { openPageWriter, type PageWriter } from './page-writer.ts'
import { removeStale } from './remove-stale.ts'
import { robotsTxt } from './robots-txt.ts'
import { openSite, type Site } from './site.ts'
import { sitemapFiles } from './sitemap.ts'
import type { SiteProblem } from './site-problem.ts'
import { welcomePage } from './welcome-page.ts'
import { writeArticles, type WrittenArticles } from './write-articles.ts'
import { writeFronts } from './write-fronts.ts'

/** What a build did. */
export interface Built {
  readonly articles: number
  /** Pages that the site has. */
  readonly pages: number
  /** Files that were written because they changed. */
  readonly written: number
  /** Pages that were taken away. */
  readonly removed: number
  readonly problems: readonly SiteProblem[]
}

export interface BuildOptions {
  readonly now: Date
  /** Of Babelwire: another version may write other pages. */
  readonly version: string
  readonly signal: AbortSignal
  readonly onProgress?: (done: number, of: number) => void
}

/**
 * Writes the site as files below `site.out`. What did not change is neither made nor written again;
 * what cannot be read is reported and keeps nothing else from being written.
 * @throws {BabelwireError} `config` where the folder is that of the bundles, `storage` where it
 *   cannot be written, `cancelled` when it was stopped; the next build goes on from there.
 */
export async function buildSite(config: Config, options: BuildOptions): Promise<Built> {
  const { out } = config.site
  if (path.resolve(out) === path.resolve(config.output)) {
    throw new BabelwireError('config', `the pages cannot stand between the bundles in ${out}`, {
      mend: 'Choose another folder in site.out or with --out.',
    })
  }
  const catalog = readCatalog(config.output)
  const site = openSite(config, new Set(catalog.entries.map(({ source }) => source)))
  const assets = await siteAssets(site)
  const shared = sharedHash(site, options.version, assets)
  const before = readState(out)
  const last = before.shared === shared ? before : emptyState
  const writer = openPageWriter(out)
  const stamps: Record<string, string> = {}
  const onArticle = (done: number): void => {
    options.onProgress?.(done, catalog.entries.length)
    if (options.signal.aborted) {
      throw new BabelwireError('cancelled', 'stopped before all pages were written', {
        mend: 'What is written stays; the next "babelwire site build" goes on.',
      })
    }
  }
  let articles: WrittenArticles
  try {
    articles = await writeArticles(
      ...([site, out, catalog.entries, last.articles, writer, stamps, onArticle] as const),
    )
  } catch (error) {
    await writer.flush()
    const done = { ...last.articles, ...stamps }
    await writeState(out, { shared, articles: done, fronts: last.fronts })
    throw error
  }
  const listing = listLanguages(site, articles)
  const fronts = await writeFronts(site, out, listing, stamps, last.fronts, writer)
  for (const { path: at, content } of assets) await writer.file(at, content)
  await writeLists(site, articles, listing, options.now, writer)
  await writer.flush()
  const removed = await removeStale(out, (at) => writer.pages.has(at))
  await writeState(out, { shared, articles: stamps, fronts })
  return {
    articles: articles.entries.length,
    pages: writer.pages.size,
    written: writer.written(),
    removed,
    problems: [...catalog.problems, ...articles.problems],
  }
}

/** Feeds, sitemaps, the pages without an article, and what hosts are told. */
async function writeLists(
  site: Site,
  { entries, problems }: WrittenArticles,
  listing: Listing,
  now: Date,
  writer: PageWriter,
): Promise<void> {
  for (const { tag } of site.languages) {
    await writer.file(feedPath(tag), feed(site, listing, tag))
  }
  for (const { path: at, content } of sitemapFiles(site, { entries, problems }, listing)) {
    await writer.file(at, content)
  }
  await writer.file('/news-sitemap.xml', newsSitemap(site, listing, now))
  await writer.file('/robots.txt', robotsTxt(site))
  await writer.page('/', welcomePage(site).html)
  await writer.file('/404.html', missingPage(site, site.source).html)
  const statuses = new Map(entries.flatMap((entry) => statusesOf(site, entry)))
  for (const { path: at, content } of hostFiles(statuses)) await writer.file(at, content)
}
