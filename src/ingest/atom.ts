import type { AtomFeed } from 'feedsmith'
import { isoDate } from './feed-date.ts'
import { feedLink, feedLocale, type FeedItem } from './feed-item.ts'
import { feedLibrary } from './feed-library.ts'
import { guessedText, wordsOf, type FeedText } from './feed-markup.ts'
import type { Source } from './reader.ts'
import { descendants, type XmlElement } from './xml-tree.ts'

type Feed = AtomFeed.Feed<string>
type Entry = NonNullable<Feed['entries']>[number]

/** The items of an Atom feed (RFC 4287) and those it takes back (RFC 6721). */
export function atomItems(source: Source, root: XmlElement): readonly FeedItem[] {
  const feed = feedLibrary().parseAtomFeed(source.text)
  const items = (feed.entries ?? []).map((entry) => atomItem(entry, feed, source.url))
  const deleted = [...tombstones(root)]
  const isDeleted = ({ id, updated = '' }: FeedItem): boolean =>
    deleted.some((stone) => stone.id === id && (stone.updated ?? '9') >= updated)
  const kept = items.filter((item) => !isDeleted(item))
  // An entry that is newer than its tombstone was published again.
  return [...kept, ...deleted.filter(({ id }) => !kept.some((item) => item.id === id))]
}

function* tombstones(root: XmlElement): Generator<FeedItem> {
  for (const { name, namespace, attributes } of descendants(root)) {
    const isTombstone = namespace === 'http://purl.org/atompub/tombstones/1.0'
    const id = attributes.get('ref')?.trim()
    if (!isTombstone || name !== 'deleted-entry' || id === undefined || id === '') continue
    yield { id, updated: isoDate(attributes.get('when')), isDeleted: true }
  }
}

function atomItem(entry: Entry, feed: Feed, url: string | undefined): FeedItem {
  const { id, title, content, summary, links = [], xml, source, dc } = entry
  const around = [feed.xml?.base, xml?.base].reduce(within, url)
  const page = links.find(
    ({ rel = 'alternate', type = 'text/html' }) => rel === 'alternate' && /html/.test(type),
  )
  const link = feedLink(page?.href, around) ?? feedLink(content?.src, around)
  const authors = [entry.authors, source?.authors, feed.authors].find((list) => list?.length)
  const names = authors?.map(({ name }) => name ?? '').filter((name) => name.trim() !== '') ?? []
  const base = around ?? link
  return {
    id,
    link,
    title: atomText(title, base),
    full: atomText(content, base),
    short: atomText(summary, base),
    published: isoDate(entry.published) ?? isoDate(entry.updated),
    updated: isoDate(entry.updated),
    byline: wordsOf({ kind: 'text', value: names.join(', ') }),
    locale: feedLocale(content?.xml?.lang, xml?.lang, dc?.languages?.[0], feed.xml?.lang),
  }
}

/** `xml:base` is relative to the one around it. */
function within(around: string | undefined, base: string | undefined): string | undefined {
  return feedLink(base, around) ?? around
}

function atomText(
  text: Partial<AtomFeed.Text> | undefined,
  around: string | undefined,
): FeedText | undefined {
  if (text?.value === undefined || text.value.trim() === '') return undefined
  const base = within(around, text.xml?.base)
  const type = text.type?.toLowerCase()
  // Without a type it is plain text; who forgets the type forgets it of markup.
  if (type === undefined) return guessedText(text.value, base)
  const kind = /html/.test(type) ? 'html' : 'text'
  return { kind, value: text.value, ...(base === undefined ? {} : { base }) }
}
