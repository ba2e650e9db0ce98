import { BabelwireError } from '../errors.ts'
import { articleOf, type ArticleOptions, type ReadArticle } from './article-of.ts'
import type { CmsMapping } from './cms-json-mapping.ts'
import { feedFormat } from './feed-format.ts'
import { withPage } from './feed-page.ts'
import { loadFeeds, readFeed, type FullText } from './feed.ts'
import type { CollectionItem, Reader, Reading, Source } from './reader.ts'
import { formatNames, readersWith } from './readers.ts'
import { loadXml } from './xml.ts'
import { xmlRoot } from './xml-root.ts'

/** How to read a document. */
export interface ReadOptions extends ArticleOptions {
  /** The name of a format; without it the content decides. */
  readonly format?: string
  /** How the newsroom's own JSON is to be read. */
  readonly cmsJson?: CmsMapping
  /** Where the full text of feed items is. */
  readonly fullText?: FullText
}

/** Fetches the page of a feed item, where that has its full text. */
export type ReadPage = (link: string) => Promise<Reading>

/** The articles of a document, and those that could not be read. */
export interface DocumentArticles {
  /** Whether texts may stand elsewhere, so that the document alone does not tell of a change. */
  readonly isFeed: boolean
  readonly articles: readonly (ReadArticle & { readonly name: string })[]
  readonly failed: readonly { readonly name: string; readonly error: BabelwireError }[]
}

/**
 * Reads a document of one article or several: what cannot be read of several is listed and never
 * keeps another from being read.
 * @throws {BabelwireError} `input` with its place for a document that is broken or holds no article,
 * `usage` for an unknown format.
 */
export async function readDocument(
  source: Source,
  options: ReadOptions,
  readPage?: ReadPage,
): Promise<DocumentArticles> {
  const { format, cmsJson } = options
  if (format !== undefined && !formatNames.includes(format)) throw unknownFormat(format)
  const isFeed = format === undefined ? feedFormat(source.text) !== undefined : format === 'feed'
  if (isFeed) await loadFeeds()
  else if (xmlRoot(source.text) !== undefined) await loadXml()
  const known = readersWith(cmsJson)
  const collection = known.collections.find((one) =>
    format === undefined ? one.recognises(source) : one.name === format && one.recognises(source),
  )
  if (!isFeed && collection === undefined) {
    const article = { name: source.name, ...readArticle(source, options) }
    return { isFeed, articles: [article], failed: [] }
  }
  const { items, failed } = isFeed
    ? readFeed(source, options.fullText ?? 'auto')
    : (collection?.items(source) ?? { items: [], failed: [] })
  const articles: (ReadArticle & { name: string })[] = []
  const unread = [...failed]
  for (const item of items) {
    try {
      articles.push(await articleOfItem(item, options, readPage))
    } catch (error) {
      if (!(error instanceof BabelwireError) || error.code === 'cancelled') throw error
      unread.push({ name: item.name, error })
    }
  }
  return { isFeed, articles, failed: unread }
}

/**
 * The article of a document of one, whose parser is loaded.
 * @throws {BabelwireError} `input` when the source holds no article, `usage` for a bad id or format.
 */
export function readArticle(source: Source, options: ReadOptions): ReadArticle {
  const { readers } = readersWith(options.cmsJson)
  return articleOf(readerFor(source, readers, options.format).read(source), source, options)
}

async function articleOfItem(
  item: CollectionItem,
  options: ReadOptions,
  readPage: ReadPage | undefined,
): Promise<ReadArticle & { readonly name: string }> {
  const { name, link, reading } = item
  const isTakenBack = reading.status === 'canceled'
  const whole =
    link === undefined || readPage === undefined || isTakenBack
      ? reading
      : withPage(reading, await readPage(link))
  // An item without an identifier or an address of its own is known by its title.
  return { name, ...articleOf(whole, { name: '', text: '' }, options) }
}

function readerFor(source: Source, readers: readonly Reader[], format: string | undefined): Reader {
  const reader = readers.find((one) =>
    format === undefined ? one.recognises(source) : one.name === format,
  )
  if (reader === undefined) throw unknownFormat(format ?? '')
  return reader
}

function unknownFormat(format: string): BabelwireError {
  return new BabelwireError('usage', `"${format}" is not a format that is known`, {
    mend: `Write one of ${formatNames.join(', ')}.`,
  })
}
