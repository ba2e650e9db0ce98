import { BabelwireError } from '../errors.ts'
import {
  pointedReading,
  pointedStatus,
  pointedText,
  pointedValue,
  refused,
  type Mapped,
} from './cms-json-fields.ts'
import type { CmsMapping } from './cms-json-mapping.ts'
import { followPointer, kindOf } from './cms-json-pointer.ts'
import { looksLikeJson, parseJson } from './json-place.ts'
import { htmlBody, textBody, withStated, type Body } from './ninjs-body.ts'
import { oneLine } from './ninjs-fields.ts'
import type { CollectionItem, CollectionReader, Reader, Reading, Source } from './reader.ts'

/**
 * Reads the JSON of a CMS by a mapping of JSON Pointers: one article, or with `items` several.
 * A body in Markdown is read by `markdown`.
 */
export function cmsJsonReader(mapping: CmsMapping, markdown: Reader): Reader & CollectionReader {
  return {
    name: 'cms-json',
    recognises: ({ text }: Source) => looksLikeJson(text),
    read: (source: Source) => {
      const { items, failed } = readDocument(source, mapping, markdown)
      if (failed[0] !== undefined && items.length === 0) throw failed[0].error
      const [only] = items
      if (only !== undefined && items.length + failed.length === 1) return only.reading
      const what = `the document holds ${items.length + failed.length} articles, not one`
      throw refused(source.name, what, 'Read it as a collection.')
    },
    items: (source: Source) => readDocument(source, mapping, markdown),
  }
}

function readDocument(
  source: Source,
  mapping: CmsMapping,
  markdown: Reader,
): ReturnType<CollectionReader['items']> {
  const document = parseJson(source)
  const items: CollectionItem[] = []
  const failed: { name: string; error: BabelwireError }[] = []
  const documents =
    mapping.items === undefined ? [document] : listAt(document, mapping.items, source)
  for (const [index, one] of documents.entries()) {
    const name = mapping.items === undefined ? source.name : `${source.name} item ${index + 1}`
    try {
      const reading = readOne({ document: one, mapping, name }, source.url, markdown)
      items.push({ name, reading })
    } catch (error) {
      if (!(error instanceof BabelwireError)) throw error
      failed.push({ name, error })
    }
  }
  return { items, failed }
}

function listAt(document: unknown, pointer: string, { name }: Source): readonly unknown[] {
  const found = followPointer(document, pointer)
  const mend = 'Point "items" under "cms-json" at the list of articles.'
  if (found.kind === 'nothing') throw refused(name, `items at ${found.what}`, mend)
  if (Array.isArray(found.value)) return found.value
  throw refused(name, `items at "${pointer}" is ${kindOf(found.value)}, not a list`, mend)
}

function readOne(found: Mapped, base: string | undefined, markdown: Reader): Reading {
  const status = pointedStatus(found)
  // What is withdrawn often has no text any more: that is no fault.
  const mapped = { ...found, isGone: status === 'canceled' }
  const reading = pointedReading(mapped, status, base)
  const headline = oneLine(pointedText(mapped, 'headline'))
  const summary = oneLine(pointedText(mapped, 'summary'))
  const text = bodyText(mapped)
  const body = text === '' ? empty : bodyOf(text, mapped, reading.url, markdown)
  if (body.blocks.length === 0 && !mapped.isGone) {
    const mend = 'Point "body" under "cms-json" at the text of the article.'
    throw refused(mapped.name, `body at "${mapped.mapping.body}" has no text`, mend)
  }
  const stated = summary === undefined ? empty : bodyOf(summary, mapped, reading.url, markdown)
  return { ...reading, ...withStated(headline, stated, body) }
}

const empty: Body = { blocks: [], leftOut: [] }

/** A body that is a list of paragraphs is one text with lines between them. */
function bodyText(mapped: Mapped): string {
  const value = pointedValue(mapped, 'body')
  if (!Array.isArray(value)) return pointedText(mapped, 'body') ?? ''
  const parts: readonly unknown[] = value
  const wrong = parts.find((part) => typeof part !== 'string')
  if (wrong === undefined) return parts.join('\n\n')
  const what = `body at "${mapped.mapping.body}" is a list with ${kindOf(wrong)} in it, not of texts`
  throw refused(mapped.name, what, 'Point "body" under "cms-json" at a text or a list of texts.')
}

function bodyOf(
  text: string,
  { mapping, name }: Mapped,
  url: string | undefined,
  markdown: Reader,
): Body {
  if (mapping.bodyFormat === 'html') return htmlBody(text, url)
  if (mapping.bodyFormat === 'text') return textBody(text)
  const source = url === undefined ? { name, text } : { name, text, url }
  const { blocks, leftOut } = markdown.read(source)
  return { blocks, leftOut }
}
