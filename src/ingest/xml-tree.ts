/** An element of an XML document, read and independent of the parser. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string
  /** The address of its namespace; empty when it has none. */
  readonly namespace: string
  /** By name; those of foreign namespaces are not here, `xml:lang` is. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (XmlElement | string)[]
  /** Where it starts, from 1. */
  readonly line: number
}

/** The child elements in the namespace of their parent, all or those of a name. */
export function childrenOf(element: XmlElement | undefined, name?: string): readonly XmlElement[] {
  if (element === undefined) return []
  return element.children.filter(
    (child): child is XmlElement =>
      typeof child !== 'string' &&
      child.namespace === element.namespace &&
      (name === undefined || child.name === name),
  )
}

/** The first element at a path of child names below an element, or nothing. */
export function childAt(
  element: XmlElement | undefined,
  ...path: readonly string[]
): XmlElement | undefined {
  let found = element
  for (const name of path) found = childrenOf(found, name)[0]
  return found
}

/** All elements below an element, in document order, of any namespace. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    yield child
    yield* descendants(child)
  }
}

/** The words of an element, white space folded; nothing when it has none. */
export function textOf(element: XmlElement | undefined): string | undefined {
  if (element === undefined) return undefined
  const text = rawText(element).replace(/\s+/g, ' ').trim().normalize('NFC')
  return text === '' ? undefined : text
}

/** The characters of an element as they are. */
export function rawText(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : rawText(child)))
    .join('')
}
