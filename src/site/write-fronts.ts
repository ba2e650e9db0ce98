import { existsSync } from 'node:fs'
import path from 'node:path'
import { shortHash } from '../hash.ts'
import { archivePath, frontPath } from './addresses.ts'
import { frontPage } from './front-page.ts'
import { pageCount, pageOf, type Listing } from './listing.ts'
import type { PageWriter } from './page-writer.ts'
import type { Site } from './site.ts'

/**
 * Writes front pages and pages of older articles where one of their articles changed.
 * @param stamps of the articles; one that has none had a problem and is read again.
 * @returns by page: hash of what it was made from.
 */
export async function writeFronts(
  site: Site,
  out: string,
  listing: Listing,
  stamps: Readonly<Record<string, string>>,
  last: Readonly<Record<string, string>>,
  writer: PageWriter,
): Promise<Readonly<Record<string, string>>> {
  const made: Record<string, string> = {}
  for (const { tag } of site.languages) {
    const entries = listing.byLanguage.get(tag) ?? []
    const older = pageCount(entries.length)
    for (const page of [undefined, ...Array.from({ length: older }, (_, at) => at + 1)]) {
      const at = page === undefined ? frontPath(tag) : archivePath(tag, page)
      const items = pageOf(entries, page)
      // The newest page of older articles links back to the front page, until there is a newer one.
      const neighbours = page === undefined ? older : page === older
      const hash = shortHash(
        listing.live,
        neighbours,
        items.map(({ id }) => [id, stamps[id]]),
      )
      const isDone =
        last[at] === hash &&
        items.every(({ id }) => stamps[id] !== undefined) &&
        existsSync(path.join(out, at, 'index.html'))
      made[at] = hash
      const html = isDone ? undefined : frontPage(site, listing, tag, page)?.html
      if (html === undefined) writer.keep(at)
      else await writer.page(at, html)
    }
  }
  return made
}
