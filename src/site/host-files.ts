import type { CatalogEntry } from './catalog.ts'
import { articlePath } from './addresses.ts'
import { readableIn } from './catalog.ts'
import { securityHeaders } from './security-headers.ts'
import type { Site } from './site.ts'
import type { SiteFile } from './sitemap.ts'

/** Pages that are there although their address is not: what a host answers with. */
export type Statuses = ReadonlyMap<string, 404 | 410>

/** The statuses of an article's pages that are not 200. */
export function statusesOf(
  site: Site,
  entry: CatalogEntry,
): readonly (readonly [string, 404 | 410])[] {
  const tags = site.languages.map(({ tag }) => tag)
  const readable = new Set(readableIn(entry, tags))
  const status = entry.isWithdrawn ? 410 : 404
  return tags
    .filter((tag) => !readable.has(tag))
    .map((tag) => [articlePath(tag, entry.id), status] as const)
}

/** What static hosts are told: nginx by a map, Netlify and Cloudflare Pages by their own files. */
export function hostFiles(statuses: Statuses): readonly SiteFile[] {
  const all = [...statuses]
  const map = all.map(([path, status]) => `${path} ${status};\n`).join('')
  // Netlify rewrites to a page with status 404; it documents no 410.
  const redirects = all.map(([path]) => `${path} ${path}index.html 404!\n`).join('')
  const headers = Object.entries(securityHeaders).map(([name, value]) => `  ${name}: ${value}\n`)
  return [
    {
      path: '/_status.map',
      content: `# For nginx: map $uri $page_status { default 200; include …; }\n${map}`,
    },
    { path: '/_redirects', content: redirects },
    { path: '/_headers', content: `/*\n${headers.join('')}  Cache-Control: no-cache\n` },
  ]
}
