import { BabelwireError } from '../errors.ts'
import { canonicalLocale } from '../locale.ts'
import type { Locale } from '../model.ts'
import { composeBlocks } from './compose.ts'
import { linesOf, markFurniture, wordsOf, type FeedText } from './feed-markup.ts'
import { safeUrl } from './html-links.ts'
import { plainLine, type Line } from './line.ts'
import type { CollectionItem, Reading } from './reader.ts'

/** An item as its format has it, before its texts are read. */
export interface FeedItem {
  /** The `guid` or `id`. */
  readonly id?: string | undefined
  /** Absolute, where that can be told. */
  readonly link?: string | undefined
  readonly title?: FeedText | undefined
  /** The whole article. */
  readonly full?: FeedText | undefined
  /** A description or summary, which may be the whole article all the same. */
  readonly short?: FeedText | undefined
  /** ISO 8601. */
  readonly published?: string | undefined
  readonly updated?: string | undefined
  readonly byline?: string | undefined
  readonly locale?: Locale | undefined
  readonly pictures?: readonly { readonly caption: string; readonly credit?: string }[]
  /** Whether the feed says that the article is taken back. */
  readonly isDeleted?: boolean
}

/** Where the full text of the items is: in the feed, behind their links, or as each item shows. */
export type FullText = 'auto' | 'feed' | 'link'

/** In characters. A description is a teaser below this; the shortest news items are longer. */
const teaserLength = 600
/** How programs end a text that they cut. */
const cut = /(?:\[(?:…|\.{3})\]|…|\.{3})$/u

/**
 * The article of an item.
 * @throws {BabelwireError} `input` when it has nothing to be known by, or nothing to read.
 */
export function readItem(item: FeedItem, name: string, fullText: FullText): CollectionItem {
  const title = wordsOf(item.title)
  // A title may be corrected, so it is the last thing to know an item by.
  const id = item.id ?? item.link ?? title
  if (id === undefined) throw unreadable(name, 'it has no guid, no link and no title')
  const about = { id, ...withoutEmpty({ ...item, title }) }
  if (item.isDeleted === true) {
    return { name, reading: { ...about, status: 'canceled', blocks: [], leftOut: [] } }
  }
  const text = item.full ?? item.short
  const body = text === undefined ? [] : linesOf(text)
  const isWanted = fullText === 'link' || (fullText === 'auto' && isTeaser(item, body))
  const link = isWanted ? item.link : undefined
  if (body.length === 0 && link === undefined) throw unreadable(name, 'it has no text')
  const lines = [
    ...(title === undefined ? [] : [plainLine(title, 'headline')]),
    ...pictureLines(item, body),
    ...markFurniture(body, title),
  ]
  const reading: Reading = { ...about, ...composeBlocks(lines, true) }
  return { name, reading, ...(link === undefined ? {} : { link }) }
}

type About = Pick<Reading, 'title' | 'url' | 'published' | 'updated' | 'byline' | 'locale'>

function withoutEmpty({
  title,
  link,
  published,
  updated,
  byline,
  locale,
}: Omit<FeedItem, 'title'> & { readonly title: string | undefined }): About {
  return {
    ...(title === undefined ? {} : { title }),
    ...(link === undefined ? {} : { url: link }),
    ...(published === undefined ? {} : { published }),
    ...(updated === undefined ? {} : { updated }),
    ...(byline === undefined ? {} : { byline }),
    ...(locale === undefined ? {} : { locale }),
  }
}

function isTeaser({ full }: FeedItem, body: readonly Line[]): boolean {
  const plain = body.map((line) => line.plain).join('\n')
  if (full !== undefined && body.length > 0) return /\[(?:…|\.{3})\]$/u.test(plain)
  return Array.from(plain).length < teaserLength || cut.test(plain)
}

/** The captions of pictures that travel beside the text, unless the text has them already. */
function pictureLines(
  { full, title, pictures = [] }: FeedItem,
  body: readonly Line[],
): readonly Line[] {
  if (full === undefined) return []
  const known = [wordsOf(title) ?? '', ...body.map(({ plain }) => plain)].join('\n')
  return pictures
    .filter(({ caption }) => !known.includes(caption))
    .flatMap(({ caption, credit }) => {
      const line = plainLine(caption, 'caption')
      if (credit === undefined || known.includes(credit)) return [line]
      return [line, { ...plainLine(credit, 'credit'), translate: false }]
    })
}

/** The language a feed states, canonical; nothing for one that is no language. */
export function feedLocale(...stated: readonly (string | undefined)[]): Locale | undefined {
  for (const written of stated) {
    try {
      const locale = written === undefined ? 'und' : canonicalLocale(written.trim())
      if (!/^(?:und|mul|zxx)\b/.test(locale)) return locale
    } catch {
      // Some write a name or an empty text; the next one may be right.
    }
  }
  return undefined
}

/** The first address, absolute; nothing for one that is not http(s). */
export function feedLink(written: string | undefined, base?: string): string | undefined {
  const url = safeUrl(written, base)
  return url !== undefined && /^https?:/.test(url) ? url : undefined
}

function unreadable(name: string, what: string): BabelwireError {
  return new BabelwireError('input', what, {
    place: { file: name },
    mend: 'Give each item a guid that never changes, and a text or a link.',
  })
}
