import type { RssFeed } from 'feedsmith'
import { isoDate } from './feed-date.ts'
import { feedLink, feedLocale, type FeedItem } from './feed-item.ts'
import { feedLibrary } from './feed-library.ts'
import { guessedText, wordsOf } from './feed-markup.ts'
import type { Source } from './reader.ts'

type Item = NonNullable<RssFeed.Feed<string>['items']>[number]

/** The items of an RSS 2.0 feed (also 0.9x), with the modules that news feeds use. */
export function rssItems(source: Source): readonly FeedItem[] {
  const feed = feedLibrary().parseRssFeed(source.text)
  const site = feedLink(feed.link, feed.xml?.base ?? source.url) ?? source.url
  const language = [feed.xml?.lang, feed.dc?.languages?.[0], feed.language]
  return (feed.items ?? []).map((item) => rssItem(item, feed.xml?.base ?? site, language))
}

function rssItem(
  item: Item,
  site: string | undefined,
  language: readonly (string | undefined)[],
): FeedItem {
  const { title, description, guid, content, dc, dcterms, xml } = item
  const around = feedLink(xml?.base, site) ?? site
  // A guid is the address of the item unless it says that it is not.
  const permanent = guid?.isPermaLink === false ? undefined : feedLink(guid?.value)
  const link = feedLink(item.link, around) ?? permanent
  // Links in the text are relative to the page it stands on.
  const base = feedLink(xml?.base, site) ?? link ?? site
  return {
    id: guid?.value ?? permanent,
    link,
    title: title === undefined ? undefined : guessedText(title),
    // What is escaped or in CDATA is markup; RSS allows plain text as well, and never says which.
    full: content?.encoded === undefined ? undefined : guessedText(content.encoded, base),
    short: description === undefined ? undefined : guessedText(description, base),
    published: isoDate(item.pubDate) ?? isoDate(dc?.dates?.[0]) ?? isoDate(dcterms?.created?.[0]),
    updated: isoDate(dcterms?.modified?.[0]) ?? isoDate(item.atom?.updated),
    byline: bylineOf(item),
    locale: feedLocale(xml?.lang, dc?.languages?.[0], ...language),
    pictures: picturesOf(item),
  }
}

function bylineOf({ dc, authors }: Item): string | undefined {
  // `desk@news.example (Olena Koval)`: the address is not printed.
  const names = dc?.creators ?? authors?.map(({ name }) => name ?? '') ?? []
  const byline = names.flatMap((name) => printed(name) ?? [])
  return byline.length === 0 ? undefined : byline.join(', ')
}

function picturesOf({ media }: Item): NonNullable<FeedItem['pictures']> {
  const contents = [
    ...(media?.contents ?? []),
    ...(media?.groups ?? []).flatMap((group) => group.contents ?? []),
  ]
  return contents.flatMap(({ medium, type, description, credits }) => {
    if (medium !== 'image' && type?.startsWith('image/') !== true) return []
    const caption = printed(description?.value)
    const credit = printed(credits?.[0]?.value)
    return caption === undefined ? [] : [{ caption, ...(credit === undefined ? {} : { credit }) }]
  })
}

function printed(value: string | undefined): string | undefined {
  return value === undefined ? undefined : wordsOf(guessedText(value))
}
