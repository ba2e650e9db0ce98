import type { TaggedText } from '../model.ts'

/** What a named tag of a block stands for, as the manifest keeps it. */
export interface InlineTag {
  readonly tag: string
  readonly href?: string
  readonly attributes?: Readonly<Record<string, string>>
}

/** The tags of one block by name, `manifest.slots[key]`. */
export type InlineTags = Readonly<Record<string, InlineTag>>

/** A piece of a block: plain text, or an element that is safe on any page. */
export type InlineNode = string | InlineElement

export interface InlineElement {
  readonly element: string
  /** Of `href`, `lang`, `dir`, `rel` and `hreflang`, those it has. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly InlineNode[]
}

const elements = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var'.split(
    ' ',
  ),
)
const attributeNames = ['hreflang', 'rel', 'lang', 'dir']
const protocols = new Set(['http:', 'https:', 'mailto:', 'tel:'])
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
}

/** Deeper than any article; a page must not fall over a text that was made to hurt. */
const deepest = 16

/**
 * The text of a block as a tree. It never throws: what is no known tag and no known entity is text,
 * a tag without an entry in the manifest is left out and its content kept.
 */
export function inlineTree(text: TaggedText, tags: InlineTags = {}): readonly InlineNode[] {
  const root: InlineNode[] = []
  const open: {
    readonly name: string
    readonly children: InlineNode[]
    readonly isLink: boolean
  }[] = []
  const children = (): InlineNode[] => open.at(-1)?.children ?? root
  const parts = text.matchAll(
    /<(\/?)([a-z]+\d+)(\/?)>|&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));|[^<&]+|[<&]/gi,
  )
  for (const [part, slash, name, selfClosing, decimal, hex, entity] of parts) {
    if (name === undefined) {
      addText(children(), decode(part, decimal, hex, entity))
    } else if (slash === '/') {
      const at = open.findLastIndex((one) => one.name === name)
      if (at >= 0) open.length = at
    } else if (Object.hasOwn(tags, name) && open.length < deepest) {
      const isInLink = open.some(({ isLink }) => isLink)
      const node = describe(tags[name], isInLink)
      children().push(node)
      if (selfClosing === '') {
        open.push({ name, children: node.children, isLink: node.element === 'a' })
      }
    }
  }
  return root
}

function addText(nodes: InlineNode[], text: string): void {
  const last = nodes.at(-1)
  if (typeof last === 'string') nodes[nodes.length - 1] = last + text
  else nodes.push(text)
}

function decode(part: string, decimal?: string, hex?: string, entity?: string): string {
  if (entity !== undefined) return entities[entity] ?? part
  if (decimal === undefined && hex === undefined) return part
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10)
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : part
}

/** Links do not stand in links: HTML would close the outer one. */
function describe(
  tag: InlineTag | undefined,
  isInLink: boolean,
): InlineElement & { readonly children: InlineNode[] } {
  const isLink = tag?.tag === 'a' && !isInLink && isSafeAddress(tag.href)
  const attributes: Record<string, string> =
    isLink && tag.href !== undefined ? { href: tag.href } : {}
  for (const name of attributeNames) {
    const value = tag?.attributes?.[name]
    if (typeof value === 'string') attributes[name] = value
  }
  const element = tag !== undefined && elements.has(tag.tag) && tag.tag !== 'a' ? tag.tag : 'span'
  return { element: isLink ? 'a' : element, attributes, children: [] }
}

/** Read as a browser reads it, so that no blank or line break hides a `javascript:`. */
function isSafeAddress(href: unknown): boolean {
  try {
    return typeof href === 'string' && protocols.has(new URL(href, 'https://page.invalid').protocol)
  } catch {
    return false
  }
}
