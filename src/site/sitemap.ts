import type { Locale } from '../model.ts'
import { articlePath, frontPath } from './addresses.ts'
import { alternatesOf } from './alternates.ts'
import { readableIn, type Catalog, type CatalogEntry } from './catalog.ts'
import type { Listing } from './listing.ts'
import { attributes, markup } from './markup.ts'
import { mayBeIndexed } from './search-policy.ts'
import type { Site } from './site.ts'

/** A file beside the pages, by its path on the site. */
export interface SiteFile {
  readonly path: string
  readonly content: string
}

/** Most of a sitemap file, by sitemaps.org; of the 50 MB it may have it takes less, for memory's sake. */
export const sitemapLimits: { readonly addresses: number; readonly characters: number } = {
  addresses: 50_000,
  characters: 8_000_000,
}

/**
 * The addresses that search engines may keep, with their languages: `/sitemap.xml`, or several
 * files and an index of them under that name. One file is made at a time.
 */
export function* sitemapFiles(
  site: Site,
  catalog: Catalog,
  listing: Listing,
  limits: typeof sitemapLimits = sitemapLimits,
): Generator<SiteFile> {
  const paths: string[] = []
  let addresses = 0
  let text = ''
  const close = (path: string): SiteFile => {
    const content = `${head}${text}</urlset>\n`
    addresses = 0
    text = ''
    return { path, content }
  }
  for (const url of addressesOf(site, catalog, listing)) {
    if (addresses === limits.addresses || text.length + url.length > limits.characters) {
      paths.push(`/sitemap-${paths.length + 1}.xml`)
      yield close(paths.at(-1) ?? '')
    }
    text += url
    addresses++
  }
  if (paths.length === 0) {
    yield close('/sitemap.xml')
    return
  }
  paths.push(`/sitemap-${paths.length + 1}.xml`)
  yield close(paths.at(-1) ?? '')
  const parts = paths.map((path) => markup`<sitemap><loc>${site.origin + path}</loc></sitemap>\n`)
  const content = markup`<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${parts}</sitemapindex>
`.markup
  yield { path: '/sitemap.xml', content }
}

const head = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
`

function* addressesOf(site: Site, catalog: Catalog, { live }: Listing): Generator<string> {
  yield* urls(live, site.source, (tag) => site.origin + frontPath(tag))
  for (const entry of catalog.entries) {
    yield* urls(
      indexedLanguages(site, entry),
      entry.source,
      (tag) => site.origin + articlePath(tag, entry.id),
      (tag) => entry.changed[tag],
    )
  }
}

/** The languages of an article that search engines may keep. */
export function indexedLanguages(site: Site, entry: CatalogEntry): readonly Locale[] {
  const tags = site.languages.map(({ tag }) => tag)
  const readable = readableIn(entry, tags)
  return readable.filter((tag) =>
    mayBeIndexed(site, tag, entry.unreviewed.includes(tag) ? 'machine' : 'reviewed'),
  )
}

function* urls(
  tags: readonly Locale[],
  source: Locale,
  address: (tag: Locale) => string,
  changed?: (tag: Locale) => string | undefined,
): Generator<string> {
  const links = alternatesOf(tags, source, address).map(
    ({ tag, href }) =>
      markup`<xhtml:link${attributes({ rel: 'alternate', hreflang: tag, href })}/>\n`,
  )
  for (const tag of tags) {
    const at = changed?.(tag)
    const lastmod = at === undefined || at === '' ? undefined : markup`<lastmod>${at}</lastmod>\n`
    yield markup`<url>\n<loc>${address(tag)}</loc>\n${lastmod}${links}</url>\n`.markup
  }
}
