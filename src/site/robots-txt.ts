import type { Site } from './site.ts'

/** Crawlers may read everything: a page that is not to be kept says so itself, and must be read for that. */
export function robotsTxt(site: Site): string {
  return `User-agent: *
Allow: /

Sitemap: ${site.origin}/sitemap.xml
Sitemap: ${site.origin}/news-sitemap.xml
`
}
