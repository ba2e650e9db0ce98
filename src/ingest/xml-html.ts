import { defaultTreeAdapter, html, type DefaultTreeAdapterTypes } from 'parse5'
import type { Element } from './html-tree.ts'
import type { XmlElement } from './xml-tree.ts'

/** What an XML element is in HTML: an element, only its content, or nothing. */
export type HtmlForm =
  | { readonly tagName: string; readonly attributes?: Readonly<Record<string, string>> }
  | 'content'
  | 'nothing'

/** An XML element as HTML, with all below it; `form` tells what each of them is. */
export function xmlAsHtml(
  tagName: string,
  source: readonly XmlElement[],
  form: (element: XmlElement, parent: string) => HtmlForm,
): Element {
  const root = create(tagName, {})
  const add = (element: XmlElement, under: Element, parent: string): void => {
    const made = form(element, parent)
    if (made === 'nothing') return
    const target = made === 'content' ? under : create(made.tagName, made.attributes ?? {})
    if (target !== under) defaultTreeAdapter.appendChild(under, target)
    for (const child of element.children) {
      if (typeof child === 'string') defaultTreeAdapter.insertText(target, child)
      else add(child, target, element.name)
    }
  }
  for (const element of source) add(element, root, '')
  return root
}

/** XHTML as HTML: the same elements. */
export function xhtmlForm({ name, attributes }: XmlElement): HtmlForm {
  return { tagName: name.toLowerCase(), attributes: Object.fromEntries(attributes) }
}

function create(tagName: string, attributes: Readonly<Record<string, string>>): Element {
  const attrs = Object.entries(attributes).map(([name, value]) => ({ name, value }))
  const element: DefaultTreeAdapterTypes.Element = defaultTreeAdapter.createElement(
    tagName,
    html.NS.HTML,
    attrs,
  )
  return element
}
