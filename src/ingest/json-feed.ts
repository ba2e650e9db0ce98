import { isoDate } from './feed-date.ts'
import { feedLink, feedLocale, type FeedItem } from './feed-item.ts'
import { feedLibrary } from './feed-library.ts'
import { guessedText, wordsOf } from './feed-markup.ts'
import type { Source } from './reader.ts'

/** The items of a JSON Feed (version 1 and 1.1). */
export function jsonFeedItems(source: Source, document: unknown): readonly FeedItem[] {
  const feed = feedLibrary().parseJsonFeed(document)
  const site = feedLink(feed.home_page_url, source.url) ?? source.url
  return (feed.items ?? []).map((item): FeedItem => {
    const link = feedLink(item.url, site) ?? feedLink(item.external_url, site)
    const authors = item.authors ?? feed.authors ?? []
    const names = authors.flatMap(({ name }) => name ?? [])
    const base = link ?? site
    return {
      id: item.id,
      link,
      // Plain text by the specification; programs leave entities in it all the same.
      title: item.title === undefined ? undefined : guessedText(item.title),
      full:
        item.content_html === undefined
          ? item.content_text === undefined
            ? undefined
            : { kind: 'text', value: item.content_text }
          : {
              kind: 'html',
              value: item.content_html,
              ...(base === undefined ? {} : { base }),
            },
      short: item.summary === undefined ? undefined : guessedText(item.summary, base),
      published: isoDate(item.date_published),
      updated: isoDate(item.date_modified),
      byline: wordsOf({ kind: 'text', value: names.join(', ') }),
      locale: feedLocale(item.language, feed.language),
    }
  })
}
