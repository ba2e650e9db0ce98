import type { LeftOut } from '../model.ts'
import { xmlAsHtml, type HtmlForm } from './xml-html.ts'
import { childrenOf, textOf, type XmlElement } from './xml-tree.ts'
import type { Element } from './html-tree.ts'

/** Elements of NITF that HTML has under another name. */
const renamed: Readonly<Record<string, HtmlForm>> = {
  block: { tagName: 'div' },
  hl1: { tagName: 'h1' },
  bq: { tagName: 'blockquote' },
  credit: { tagName: 'cite' },
  media: { tagName: 'figure' },
  'media-caption': { tagName: 'figcaption' },
  'media-producer': { tagName: 'small' },
  datasource: { tagName: 'div', attributes: { class: 'credit' } },
  'nitf-table': { tagName: 'div' },
  'custom-table': { tagName: 'div' },
  note: { tagName: 'div' },
  fn: { tagName: 'div' },
  dateline: { tagName: 'p' },
  tagline: { tagName: 'p' },
  hl2: { tagName: 'h2' },
}

/** Elements that HTML has under the same name. */
const same: ReadonlySet<string> = new Set(
  'p ul ol li dl dt dd table caption thead tbody tfoot tr td th pre br q sub sup'.split(' '),
)

/** Never text: references to media, data about data, marks of the layout. */
const nothing: ReadonlySet<string> = new Set(
  (
    'media-metadata media-reference media-object nitf-table-metadata nitf-col nitf-colgroup ' +
    'table-reference col colgroup hr tobject key-list alt-code'
  ).split(' '),
)

/** Of a block only; the same elements within a paragraph are words of it. */
const besideText: Readonly<Record<string, string>> = {
  byline: 'byline',
  copyrite: 'copyright notice',
  classifier: 'classification',
}

/**
 * NITF elements as HTML below one `<div>`, and what is in them but not for readers. Names of
 * people, places and organisations are plain words of their paragraph.
 */
export function nitfAsHtml(elements: readonly XmlElement[]): {
  readonly html: Element
  readonly leftOut: readonly LeftOut[]
} {
  const leftOut: LeftOut[] = []
  const html = xmlAsHtml('div', elements, (element, parent): HtmlForm => {
    const reason =
      element.name === 'note' && isForEditors(element)
        ? 'note to editors'
        : isGroup(parent)
          ? besideText[element.name]
          : undefined
    if (reason === undefined) return nitfForm(element)
    const text = textOf(element)
    if (text !== undefined) leftOut.push({ text, reason })
    return 'nothing'
  })
  return { html, leftOut }
}

function nitfForm(element: XmlElement): HtmlForm {
  const { name, attributes } = element
  if (nothing.has(name)) return 'nothing'
  if (name === 'a') return { tagName: 'a', attributes: { href: attributes.get('href') ?? '' } }
  if (name === 'em') {
    const isBold = /bold|strong/i.test(attributes.get('class') ?? '')
    return { tagName: isBold ? 'strong' : 'em' }
  }
  // Where the writer has set the quotation marks, they are not set once more.
  if (name === 'q' && /^[\p{Pi}\p{Quotation_Mark}]/u.test(textOf(element) ?? '')) return 'content'
  return renamed[name] ?? (same.has(name) ? { tagName: name } : 'content')
}

function isGroup(parent: string): boolean {
  return parent === 'block' || parent === 'body.content' || parent === ''
}

/** `npa`: non-publishable advisory. */
function isForEditors({ attributes }: XmlElement): boolean {
  return attributes.get('type') === 'npa' || attributes.get('noteclass') === 'editorsnote'
}

/** The name that a `person` has without the function that stands in it: `Olena Koval`. */
export function nameOf(element: XmlElement): string | undefined {
  const parts = ['name.given', 'name.family'].flatMap((name) => childrenOf(element, name))
  if (parts.length > 0) return parts.flatMap((part) => textOf(part) ?? []).join(' ')
  const children = element.children.filter(
    (child) => typeof child === 'string' || !/^(?:function|alt-code)$/.test(child.name),
  )
  return textOf({ ...element, children })
}
