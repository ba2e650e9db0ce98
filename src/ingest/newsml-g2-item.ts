import { BabelwireError } from '../errors.ts'
import { elementBody, htmlBody, textBody, withStated, type Body } from './ninjs-body.ts'
import { oneLine, statedReading } from './ninjs-fields.ts'
import { nitfBody } from './nitf.ts'
import { nitfEntities, nitfStated } from './nitf-head.ts'
import { newsmlStated } from './newsml-g2-meta.ts'
import type { Reading, Source } from './reader.ts'
import { xhtmlForm, xmlAsHtml } from './xml-html.ts'
import { childAt, childrenOf, descendants, rawText, textOf, type XmlElement } from './xml-tree.ts'

/**
 * The article of a `newsItem`.
 * @throws {BabelwireError} `input` when it is not a text, or its text is elsewhere.
 */
export function readNewsItem(item: XmlElement, source: Source): Reading {
  const itemClass = childAt(item, 'itemMeta', 'itemClass')
  const kind =
    itemClass?.attributes.get('qcode') ?? itemClass?.attributes.get('uri') ?? 'ninat:text'
  if (!/(?:^|[:/])text$/.test(kind)) {
    const what = `this newsItem is ${kind}, not a text`
    throw inputError(source.name, itemClass, what, 'Give the newsItem of the text.')
  }
  const stated = newsmlStated(item)
  const found = contentOf(item)
  const isGone = statedReading(stated).status === 'canceled'
  if (found === undefined && !isGone) throw noContent(item, source.name)
  const meta = childAt(item, 'contentMeta')
  const content = found === undefined ? empty : bodyOf(found, source)
  const nitf = found?.kind === 'nitf' ? nitfStated(found.element) : {}
  const edNote = oneLine(textOf(childAt(item, 'itemMeta', 'edNote')))
  const notes = edNote === undefined ? [] : [{ text: edNote, reason: 'note to editors' }]
  const body =
    found?.kind === 'nitf' && content.blocks.some(({ role }) => role === 'headline')
      ? content
      : withStated(oneLine(headlineOf(meta)), summaryOf(meta), content)
  return {
    ...(source.url === undefined ? {} : { url: source.url }),
    // What the item says goes before what the text in it says.
    ...statedReading(nitf),
    ...statedReading({
      ...stated,
      byline: stated.byline ?? nitf.byline,
      entities: [
        ...(stated.entities ?? []),
        ...(found?.kind === 'nitf' ? nitfEntities(found.element) : []),
      ],
    }),
    blocks: body.blocks,
    leftOut: [...notes, ...body.leftOut],
  }
}

/** A fault of a message, at the element it is about. */
export function inputError(
  file: string,
  at: XmlElement | undefined,
  what: string,
  mend: string,
): BabelwireError {
  const place = at === undefined ? { file } : { file, line: at.line }
  return new BabelwireError('input', what, { place, mend })
}

const empty: Body = { blocks: [], leftOut: [] }

interface Content {
  readonly kind: 'nitf' | 'xhtml' | 'html' | 'text'
  readonly element: XmlElement
}

/** The text in the form that says most about it: NITF, XHTML, HTML, plain text. */
function contentOf(item: XmlElement): Content | undefined {
  const set = item.name === 'contentSet' ? item : childAt(item, 'contentSet')
  const inline = childrenOf(set, 'inlineXML').flatMap((holder): readonly Content[] => {
    for (const element of descendants(holder)) {
      if (element.name === 'nitf') return [{ kind: 'nitf', element }]
      if (/^(?:html|body|div|p|article|section)$/.test(element.name)) {
        return [{ kind: 'xhtml', element: element.name === 'html' ? element : holder }]
      }
    }
    return []
  })
  const data = childrenOf(set, 'inlineData').flatMap((element): readonly Content[] => {
    const type = element.attributes.get('contenttype') ?? 'text/plain'
    if (element.attributes.has('encoding') || !type.startsWith('text/')) return []
    return [{ kind: type.includes('html') ? 'html' : 'text', element }]
  })
  const all = [...inline, ...data]
  const order: readonly Content['kind'][] = ['nitf', 'xhtml', 'html', 'text']
  return order.flatMap((kind) => all.filter((content) => content.kind === kind))[0]
}

function bodyOf({ kind, element }: Content, { url }: Source): Body {
  if (kind === 'nitf') return nitfBody(element, url)
  if (kind === 'text') return textBody(rawText(element))
  if (kind === 'html') return htmlBody(rawText(element), url)
  const page = [...descendants(element)].find(({ name }) => name === 'body')
  const elements = element.name === 'html' && page !== undefined ? [page] : elementsOf(element)
  return elementBody(xmlAsHtml('body', elements, xhtmlForm), url)
}

function elementsOf({ children }: XmlElement): readonly XmlElement[] {
  return children.filter((child): child is XmlElement => typeof child !== 'string')
}

/** Of several headlines the main one: the one without a role, or with `hlrole:main`. */
function headlineOf(meta: XmlElement | undefined): string | undefined {
  const headlines = childrenOf(meta, 'headline')
  const main = headlines.find(({ attributes }) =>
    /^(?:|(?:.*[:/])?(?:main|prin))$/.test(attributes.get('role') ?? ''),
  )
  return textOf(main ?? headlines[0])
}

function summaryOf(meta: XmlElement | undefined): Body {
  const summary = childrenOf(meta, 'description').find(({ attributes }) =>
    /(?:^|[:/])(?:summary|abstract|standfirst)$/.test(attributes.get('role') ?? ''),
  )
  return summary === undefined ? empty : textBody(rawText(summary))
}

function noContent(item: XmlElement, file: string): BabelwireError {
  const set = item.name === 'contentSet' ? item : childAt(item, 'contentSet')
  const seen = [...new Set(childrenOf(set).map(({ name }) => name))].join(', ')
  const what = `the newsItem has no text in it: ${seen === '' ? 'no contentSet' : `${seen} only`}`
  const mend = 'Give an item with its text as inlineXML (NITF, XHTML) or as inlineData of text.'
  return inputError(file, set ?? item, what, mend)
}
