import type { Locale } from '../model.ts'
import { articlePath, feedPath, frontPath } from './addresses.ts'
import { listArticles, type ListedArticle, type Listing } from './listing.ts'
import { attributes, markup, type Markup } from './markup.ts'
import type { Site } from './site.ts'
import { labelOf } from './translation-label.ts'

/** How many articles a feed has: more than a day of most newsrooms. */
const newest = 40

/** The newest articles of a language as Atom (RFC 4287); a translation says that it is one. */
export function feed(site: Site, listing: Listing, tag: Locale): string {
  const items = listArticles(site, (listing.byLanguage.get(tag) ?? []).slice(0, newest), tag)
  const updated = items.map(updatedAt).sort().at(-1) ?? new Date(0).toISOString()
  return markup`<?xml version="1.0" encoding="utf-8"?>
<feed${attributes({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': tag })}>
<id>${site.origin + frontPath(tag)}</id>
<title>${site.title}</title>
<updated>${updated}</updated>
<author><name>${site.title}</name></author>
<link${attributes({ rel: 'self', type: 'application/atom+xml', href: site.origin + feedPath(tag) })}/>
<link${attributes({ rel: 'alternate', type: 'text/html', hreflang: tag, href: site.origin + frontPath(tag) })}/>
${items.map((item) => entryMarkup(site, item, tag))}</feed>
`.markup
}

function entryMarkup(site: Site, item: ListedArticle, tag: Locale): Markup {
  const { manifest, shown, title, summary, entry } = item
  const messages = site.messages(tag)
  const label = labelOf(site, manifest, shown.entry, messages)
  const text = [
    ...(summary === undefined ? [] : [summary]),
    ...(label === undefined ? [] : [messages.format(label.key, label.values)]),
  ].join(' · ')
  const address = site.origin + articlePath(tag, manifest.id)
  const published =
    entry.published === undefined
      ? undefined
      : markup`<published>${new Date(entry.published).toISOString()}</published>\n`
  const author =
    manifest.byline === undefined
      ? undefined
      : markup`<author><name>${manifest.byline}</name></author>\n`
  return markup`<entry>
<id>${address}</id>
<title>${title}</title>
<link${attributes({ rel: 'alternate', type: 'text/html', hreflang: tag, href: address })}/>
${published}<updated>${updatedAt(item)}</updated>
${author}<summary${attributes({ 'xml:lang': languageOf(item) })}>${text}</summary>
</entry>
`
}

/** Where the headline itself is held, the entry is in the language of the source. */
function languageOf({ shown }: ListedArticle): Locale | undefined {
  return shown.summary?.locale
}

function updatedAt({ entry, shown }: ListedArticle): string {
  const changed = entry.changed[shown.tag]
  const at = changed === undefined || changed === '' ? entry.published : changed
  return new Date(at ?? 0).toISOString()
}
