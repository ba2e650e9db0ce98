import { BabelwireError } from '../errors.ts'
import { shortHash } from '../hash.ts'
import type { Article, Block, LeftOut, Locale } from '../model.ts'
import { plainText } from '../tagged-text.ts'
import { articleId, pathStem, slug } from './article-id.ts'
import { foldSpace } from './clean.ts'
import { withHeadline } from './headline.ts'
import type { Draft, Reading, Source } from './reader.ts'
import { revisionOf } from './revision.ts'

/** An article as read, and what its source says of it. */
export interface ReadArticle {
  readonly article: Article
  /** Lines of the source that are not the article. */
  readonly leftOut: readonly LeftOut[]
  /** Whether its source lets it be used; absent where it does not say. */
  readonly status?: NonNullable<Reading['status']>
  /** How urgent it is, 1 to 9 as IPTC counts; absent where its source does not say. */
  readonly urgency?: number
  /** Whether the id is the source's own, so that another document with it is the same article. */
  readonly hasOwnId?: true
}

/** What decides about an article beside its document. */
export interface ArticleOptions {
  /** The language of a source that declares none. */
  readonly locale: Locale
  /** The language a person said it is, whatever the document declares. */
  readonly from?: Locale
  readonly id?: string
}

/**
 * The article of a reading. One that its source takes back needs no text.
 * @throws {BabelwireError} `input` when there is no text, `usage` for a bad id.
 */
export function articleOf(reading: Reading, source: Source, options: ArticleOptions): ReadArticle {
  const { status } = reading
  const isStated = reading.url !== undefined && reading.url !== source.url
  const url = isStated ? reading.url : withoutQuery(source.url)
  const isTakenBack = status === 'canceled' || status === 'withheld'
  const isEmpty = reading.blocks.every(({ role }) => role === 'credit')
  if (isEmpty && !isTakenBack) throw noArticle(source, reading.leftOut)
  const locale = options.from ?? reading.locale ?? options.locale
  const drafts = isEmpty ? [] : withHeadline(reading.blocks, reading.title, locale)
  const title = foldSpace(plainText(drafts[0]?.text ?? reading.title ?? ''))
  const article: Article = {
    id: articleId(options.id, identityOf(reading, source), title),
    locale,
    revision: revisionOf(drafts),
    ...optional('url', url),
    ...optional('published', reading.published),
    ...optional('updated', reading.updated),
    ...optional('byline', reading.byline),
    ...optional('significance', reading.significance),
    ...optional('entities', reading.entities),
    blocks: withKeys(drafts),
  }
  return {
    article,
    leftOut: reading.leftOut,
    ...optional('status', status),
    ...optional('urgency', reading.urgency),
    ...(reading.id === undefined ? {} : { hasOwnId: true as const }),
  }
}

/**
 * What the id of an article is made of: the identifier that its source gives for life, else the file,
 * else the address. Addresses of one site often end alike (`/sport/live`, `/news/live`, `?p=12`), so
 * those get a hash of the whole.
 */
function identityOf(reading: Reading, source: Source): Source {
  const { id } = reading
  if (id !== undefined && !isAddress(id)) {
    const plain = slug(id)
    // What had to be changed is told apart by a hash: story.1 and story.2, A1 and a1.
    return { name: plain === id ? id : withHash(plain, id), text: '' }
  }
  const address = id ?? (source.path === undefined ? (reading.url ?? source.url) : undefined)
  if (address === undefined || !isAddress(address)) return source
  return { name: withHash(slug(pathStem(address)), address), text: '' }
}

function withHash(stem: string, identifier: string): string {
  return `${stem.slice(0, 80)}-${shortHash(identifier).slice(0, 6)}`
}

/** An address that the page itself does not state: its query may hold a key, and is not published. */
function withoutQuery(url: string | undefined): string | undefined {
  return url?.includes('?') === true ? undefined : url
}

function isAddress(text: string): boolean {
  return /^https?:/i.test(text)
}

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [k in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [k in K]?: V }
}

/** The headline is `title`, the first summary `summary`; all others count from `b001`. */
function withKeys(drafts: readonly Draft[]): readonly Block[] {
  let hasSummary = false
  let count = 0
  return drafts.map((draft) => {
    if (draft.role === 'headline') return { key: 'title', ...draft }
    if (draft.role === 'summary' && !hasSummary) {
      hasSummary = true
      return { key: 'summary', ...draft }
    }
    count++
    return { key: `b${String(count).padStart(3, '0')}`, ...draft }
  })
}

function noArticle(source: Source, leftOut: readonly LeftOut[]): BabelwireError {
  const seen = leftOut.length === 0 ? '' : ` (${leftOut.length} lines are not the article)`
  return new BabelwireError('input', `no text of an article found${seen}`, {
    place: { file: source.name },
    mend: 'Give the page of one article, as HTML or as plain text.',
  })
}
