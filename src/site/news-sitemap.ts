import type { Locale } from '../model.ts'
import { articlePath } from './addresses.ts'
import type { CatalogEntry } from './catalog.ts'
import { listArticles, type Listing } from './listing.ts'
import { markup, type Markup } from './markup.ts'
import type { Site } from './site.ts'
import { indexedLanguages } from './sitemap.ts'

/** Google News reads the articles of the last two days, at most 1,000 of them. */
const newsAgeMs = 2 * 24 * 60 * 60 * 1000
const most = 1000

/** The news sitemap: what was published in the last two days and may be indexed. */
export function newsSitemap(site: Site, listing: Listing, now: Date): string {
  let left = most
  const items = listing.live.flatMap((tag): readonly Markup[] => {
    const recent = (listing.byLanguage.get(tag) ?? [])
      .filter((entry) => isNews(entry, now) && indexedLanguages(site, entry).includes(tag))
      .slice(0, left)
    left -= recent.length
    return listArticles(site, recent, tag).map(
      ({ entry, title }) => markup`<url>
<loc>${site.origin + articlePath(tag, entry.id)}</loc>
<news:news>
<news:publication><news:name>${site.title}</news:name><news:language>${newsLanguage(tag)}</news:language></news:publication>
<news:publication_date>${entry.published}</news:publication_date>
<news:title>${title}</news:title>
</news:news>
</url>
`,
    )
  })
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${items}</urlset>
`.markup
}

/** A date of tomorrow is a slip of its source, not news. */
function isNews({ published }: CatalogEntry, now: Date): boolean {
  if (published === undefined) return false
  const age = now.getTime() - Date.parse(published)
  return age >= 0 && age <= newsAgeMs
}

/** News sitemaps write ISO 639 codes, and tell the scripts of Chinese by territories. */
export function newsLanguage(tag: Locale): string {
  const { language, script } = new Intl.Locale(tag).maximize()
  if (language !== 'zh') return language
  return script === 'Hant' ? 'zh-tw' : 'zh-cn'
}
