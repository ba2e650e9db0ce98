import { BabelwireError } from '../errors.ts'
import type { Article, Block, LeftOut, Locale } from '../model.ts'
import { plainText } from '../tagged-text.ts'
import { articleId } from './article-id.ts'
import { foldSpace } from './clean.ts'
import { withHeadline } from './headline.ts'
import { htmlReader } from './html.ts'
import type { Draft, Reader, Source } from './reader.ts'
import { revisionOf } from './revision.ts'
import { textReader } from './text.ts'

export { decodeSource } from './bytes.ts'
export type { Draft, Reader, Reading, Source } from './reader.ts'

/** All readers, in the order they are asked; the text reader takes what is left. */
export const readers: readonly Reader[] = [htmlReader, textReader]

/** How to read a source. */
export interface ReadOptions {
  /** The language of a source that declares none. */
  readonly locale: Locale
  /** The language a person said it is, whatever the document declares. */
  readonly from?: Locale
  readonly id?: string
  /** The name of a reader; without it the first that recognises the source. */
  readonly format?: string
}

/**
 * The article of a source, and the lines of the source that are not the article.
 * @throws {BabelwireError} `input` when the source holds no article, `usage` for a bad id or format.
 */
export function readArticle(
  source: Source,
  options: ReadOptions,
): { readonly article: Article; readonly leftOut: readonly LeftOut[] } {
  const reading = readerFor(source, options.format).read(source)
  const locale = options.from ?? reading.locale ?? options.locale
  if (reading.blocks.every(({ role }) => role === 'credit')) {
    throw noArticle(source, reading.leftOut)
  }
  const drafts = withHeadline(reading.blocks, reading.title, locale)
  const title = foldSpace(plainText(drafts[0]?.text ?? ''))
  const url = reading.url ?? source.url
  const article: Article = {
    id: articleId(options.id, source, title),
    locale,
    revision: revisionOf(drafts),
    ...(url === undefined ? {} : { url }),
    ...(reading.published === undefined ? {} : { published: reading.published }),
    blocks: withKeys(drafts),
  }
  return { article, leftOut: reading.leftOut }
}

function readerFor(source: Source, format: string | undefined): Reader {
  const reader = readers.find((candidate) =>
    format === undefined ? candidate.recognises(source) : candidate.name === format,
  )
  if (reader !== undefined) return reader
  throw new BabelwireError('usage', `"${format}" is not a format that is known`, {
    mend: `Write one of ${readers.map(({ name }) => name).join(', ')}.`,
  })
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
