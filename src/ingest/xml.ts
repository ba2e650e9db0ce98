import type * as Libxml2 from 'libxml2-wasm'
import { BabelwireError } from '../errors.ts'
import { placeAt } from './json-place.ts'
import type { Source } from './reader.ts'
import type { XmlElement } from './xml-tree.ts'

// The parser is WebAssembly that is ready only after a wait, and takes about 110 ms to load:
// it is loaded when a run meets XML, never for a run of pages and texts.
let library: typeof Libxml2 | undefined

/** Loads the parser of XML; to be awaited before `parseXml` is called. */
export async function loadXml(): Promise<void> {
  library ??= await import('libxml2-wasm')
}

/**
 * The root element of an XML document. Nothing outside of the document is loaded. A document that
 * declares entities is refused: no news format needs them, and they are how XML explodes.
 * @throws {BabelwireError} `input` with line and column when it is not well-formed.
 */
export function parseXml(source: Source): XmlElement {
  const { XmlDocument, XmlError, ParseOption } = loaded()
  const text = source.text.replace(/^\ufeff?\s*/, (blank) => '\n'.repeat(lineEnds(blank)))
  refuseEntities(source.name, text)
  // An XML declaration must be the very first thing; white space before it does no harm.
  const start = text.length - text.trimStart().length
  try {
    // From bytes: the library takes forty times as long to copy a string.
    const document = XmlDocument.fromBuffer(Buffer.from(text.slice(start)), {
      option:
        ParseOption.XML_PARSE_NO_XXE |
        ParseOption.XML_PARSE_NONET |
        ParseOption.XML_PARSE_NO_SYS_CATALOG |
        // The text is decoded already, whatever its declaration says.
        ParseOption.XML_PARSE_IGNORE_ENC |
        ParseOption.XML_PARSE_BIG_LINES,
    })
    try {
      return copyOf(document.root, start, source.name)
    } finally {
      document.dispose()
    }
  } catch (cause) {
    if (cause instanceof XmlError) throw malformed(source.name, cause, start)
    throw cause
  }
}

function loaded(): typeof Libxml2 {
  if (library === undefined) throw new Error('XML is read before its parser is loaded')
  return library
}

function lineEnds(blank: string): number {
  return blank.split('\n').length - 1
}

/** Entities of its own can make a document of 1 kB as large as the memory, or name a file. */
function refuseEntities(file: string, text: string): void {
  const doctype = text.indexOf('<!DOCTYPE')
  const entity = doctype === -1 ? -1 : text.indexOf('<!ENTITY', doctype)
  if (entity === -1) return
  throw new BabelwireError('input', 'the XML declares an entity, which is not read', {
    place: placeAt(file, text, entity),
    mend: 'Remove the <!ENTITY …> lines and write the characters themselves.',
  })
}

function copyOf(element: Libxml2.XmlElement, linesBefore: number, file: string): XmlElement {
  const { XmlElement, XmlText, XmlCData, XmlEntityReference } = loaded()
  const children: (XmlElement | string)[] = []
  for (const node of nodesOf(element)) {
    // Elements nest at most 256 deep: the parser refuses more.
    if (node instanceof XmlElement) children.push(copyOf(node, linesBefore, file))
    else if (node instanceof XmlText || node instanceof XmlCData) children.push(node.content)
    else if (node instanceof XmlEntityReference) {
      throw unknownEntity(file, node.name, element.line + linesBefore)
    }
  }
  const attributes = new Map<string, string>()
  for (const { name, prefix, value } of element.attrs) {
    if (prefix === '' || prefix === 'xml') {
      attributes.set(prefix === '' ? name : `xml:${name}`, value)
    }
  }
  const { name, namespaceUri: namespace } = element
  return { name, namespace, attributes, children, line: element.line + linesBefore }
}

/** The nodes in an element; the library (0.7.2) knows none after a processing instruction. */
function nodesOf(element: Libxml2.XmlElement): readonly Libxml2.XmlNode[] {
  const nodes: Libxml2.XmlNode[] = []
  let node: Libxml2.XmlTreeNode | null | undefined = element.firstChild
  for (; node !== null && node !== undefined; node = node.next) nodes.push(node)
  return node === null ? nodes : element.find('node()')
}

const mendEntity = 'Write the character itself, or its number: &#160; for &nbsp;.'

function unknownEntity(file: string, name: string, line: number): BabelwireError {
  const place = { file, line }
  return new BabelwireError('input', `the XML does not say what &${name}; is`, {
    place,
    mend: mendEntity,
  })
}

/** What the parser reports, and what to do about the faults that people make. */
const mends: readonly (readonly [RegExp, string])[] = [
  [/entity '?\w*'? ?not defined/i, mendEntity],
  [/EntityRef|entity reference/i, 'Write &amp; for the character &.'],
  [/tag mismatch|Premature end|EndTag/i, 'Close each element; the file may be cut off.'],
  [/depth/i, 'Elements may be nested 256 deep; give the article alone.'],
  [/too long|limit exceeded|memory/i, 'Give the article alone, without pictures and archives.'],
  [/invalid char|out of allowed range/i, 'Remove the control character.'],
  [/extra content/i, 'Give one XML document, with one root element, in one file.'],
  [/prefix .* not defined/i, 'Declare the prefix with xmlns:prefix="…".'],
]

function malformed(file: string, cause: Error, linesBefore: number): BabelwireError {
  const details = cause instanceof loaded().XmlLibError ? cause.details : []
  const first = details.find(({ level }) => level > 1) ?? details[0]
  const [what = ''] = (first?.message ?? cause.message).trim().split('\n')
  const said = what.replace(/,? (?:try|use) XML_PARSE_HUGE(?: option)?/, '')
  const mend = mends.find(([pattern]) => pattern.test(said))?.[1]
  const place =
    first === undefined
      ? { file }
      : { file, line: first.line + linesBefore, column: Math.max(1, first.col) }
  return new BabelwireError('input', `not well-formed XML: ${said}`, {
    place,
    mend: mend ?? 'Mend the markup there.',
    cause,
  })
}
