/// <reference lib="dom" />
import type { TaggedText } from '../model.ts'
import { inlineTree, type InlineNode, type InlineTags } from './inline-tree.ts'

/** React's `createElement` and Preact's `h` are such functions. */
export type CreateElement<Node> = (
  element: string,
  attributes: Readonly<Record<string, string>>,
  ...children: (Node | string)[]
) => Node

/** The text of a block as nodes of a library; plain text stays text, so it is never markup. */
export function renderInline<Node>(
  text: TaggedText,
  tags: InlineTags | undefined,
  createElement: CreateElement<Node>,
): (Node | string)[] {
  const render = (node: InlineNode, at: number): Node | string => {
    if (typeof node === 'string') return node
    const { hreflang, ...attributes } = node.attributes
    const named = hreflang === undefined ? attributes : { ...attributes, hrefLang: hreflang }
    return createElement(node.element, { key: String(at), ...named }, ...node.children.map(render))
  }
  return inlineTree(text, tags).map(render)
}

/** The text of a block as nodes of the page, without a word of HTML: Trusted Types allow it. */
export function renderInlineDom(
  text: TaggedText,
  tags: InlineTags | undefined,
  page: Document = document,
): DocumentFragment {
  const fragment = page.createDocumentFragment()
  const render = (node: InlineNode): Node | string => {
    if (typeof node === 'string') return node
    const element = page.createElement(node.element)
    for (const [name, value] of Object.entries(node.attributes)) element.setAttribute(name, value)
    element.append(...node.children.map(render))
    return element
  }
  fragment.append(...inlineTree(text, tags).map(render))
  return fragment
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** The text of a block as HTML, for servers. */
export function renderInlineHtml(text: TaggedText, tags?: InlineTags): string {
  const render = (node: InlineNode): string => {
    if (typeof node === 'string') return escape(node)
    const attributes = Object.entries(node.attributes)
      .map(([name, value]) => ` ${name}="${escape(value)}"`)
      .join('')
    const { element, children } = node
    return `<${element}${attributes}>${children.map(render).join('')}</${element}>`
  }
  return inlineTree(text, tags).map(render).join('')
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)
}

/**
 * The elements of a block's tags by name, as `<Trans components={…}>` of react-i18next takes them;
 * a link that is not safe becomes a `span`.
 */
export function inlineComponents<Node>(
  tags: InlineTags | undefined,
  createElement: CreateElement<Node>,
): Readonly<Record<string, Node>> {
  return Object.fromEntries(
    Object.keys(tags ?? {}).flatMap((name) => {
      const [node] = renderInline(`<${name}></${name}>`, tags, createElement)
      return node === undefined || typeof node === 'string' ? [] : [[name, node] as const]
    }),
  )
}
