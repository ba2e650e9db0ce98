import { BabelwireError } from '../errors.ts'
import { atomItems } from './atom.ts'
import { withoutDuplicates } from './feed-duplicates.ts'
import { feedFormat } from './feed-format.ts'
import { isFeedTrouble } from './feed-library.ts'
import { readItem, type FeedItem, type FullText } from './feed-item.ts'
import { jsonFeedItems } from './json-feed.ts'
import { parseJson } from './json-place.ts'
import type { CollectionItem, CollectionReader, Source } from './reader.ts'
import { rssItems } from './rss.ts'
import { parseXml } from './xml.ts'

export { loadFeeds } from './feed-library.ts'
export type { FullText } from './feed-item.ts'

/** Reads RSS 2.0, Atom and JSON Feed; `loadFeeds` must be awaited before. */
export const feedReader: CollectionReader = {
  name: 'feed',
  recognises: ({ text }: Source) => feedFormat(text) !== undefined,
  items: (source: Source) => readFeed(source, 'auto'),
}

/**
 * The articles of a feed, in its order. An item that a feed no longer has is not taken back: only
 * a tombstone does that. An item that cannot be read never keeps another from it.
 * @throws {BabelwireError} `input` with line and column when the feed is not well-formed.
 */
export function readFeed(
  source: Source,
  fullText: FullText,
): ReturnType<CollectionReader['items']> {
  const items: CollectionItem[] = []
  const failed: { name: string; error: BabelwireError }[] = []
  for (const [index, item] of itemsOf(source).entries()) {
    const name = `${source.name} item ${index + 1}`
    try {
      items.push(readItem(item, name, fullText))
    } catch (error) {
      if (!(error instanceof BabelwireError)) throw error
      failed.push({ name, error })
    }
  }
  const single = withoutDuplicates(items)
  return { items: single.items, failed: [...failed, ...single.failed] }
}

/** Control characters that XML forbids and programs let through. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
/** `&nbsp;` and its like are HTML's; feeds are full of them, and what they mean is known. */
const htmlEntity = /&(?!(?:amp|lt|gt|quot|apos);)[a-z][a-z\d]{1,30};/gi

function itemsOf(given: Source): readonly FeedItem[] {
  const format = feedFormat(given.text)
  if (format === 'json-feed') {
    const document = parseJson(given)
    return understood(given, () => jsonFeedItems(given, document))
  }
  const source = { ...given, text: given.text.replace(forbidden, ' ') }
  // feedsmith reads broken XML as well as it can, and loses items on the way: the parser of XML
  // looks first. What it need not know keeps its width, so that lines and columns are right.
  const strict = source.text.replace(htmlEntity, (name) => ' '.repeat(name.length))
  const root = parseXml({ ...source, text: strict })
  return understood(source, () => (format === 'atom' ? atomItems(source, root) : rssItems(source)))
}

/** What is well-formed and yet no feed, such as a feed without a channel. */
function understood<T>(source: Source, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    if (!isFeedTrouble(cause)) throw cause
    throw new BabelwireError('input', 'it begins as a feed, but is none', {
      place: { file: source.name },
      mend: 'Check the feed with the validator of feeds at validator.w3.org/feed.',
      cause,
    })
  }
}
