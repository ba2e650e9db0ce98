import { BabelwireError, type Place } from '../../errors.ts'
import { refuseLarge } from './decode.ts'

/** An element of a file, read to the end: nothing of the parser's memory is held. */
export interface XmlNode {
  readonly name: string
  readonly namespace: string
  /** By their names, such as `type` and `xml:lang`. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlNode[]
  /** The text inside of an element that is named in `textual`, on one line. */
  readonly text: string
  readonly line: number
}

/**
 * The root of an XML file in any encoding it declares. No DTD and no entity is ever loaded, and one
 * that is declared inside is refused.
 * @throws {BabelwireError} `glossary` with line and column when it is not well-formed.
 */
export async function readXml(
  bytes: Uint8Array,
  file: string,
  textual: readonly string[],
): Promise<XmlNode> {
  refuseLarge(bytes.length, file)
  const text = decodeXml(bytes, file)
  const entity = text.indexOf('<!ENTITY')
  if (entity >= 0) {
    throw new BabelwireError('glossary', 'entities of its own are not allowed in the file', {
      place: placeIn(text, entity, file),
      mend: 'Write the text where the entity stands.',
    })
  }
  // Loaded when it is needed: it is 1.5 MB of WebAssembly.
  const { XmlDocument, XmlElement, XmlEntityReference, XmlParseError, ParseOption } =
    await import('libxml2-wasm')
  const option =
    ParseOption.XML_PARSE_NO_XXE |
    ParseOption.XML_PARSE_NONET |
    ParseOption.XML_PARSE_NO_SYS_CATALOG |
    ParseOption.XML_PARSE_IGNORE_ENC |
    ParseOption.XML_PARSE_BIG_LINES
  type Element = InstanceType<typeof XmlElement>
  const read = (element: Element): XmlNode => {
    const children: XmlNode[] = []
    for (let node = element.firstChild; node !== null; node = node.next) {
      if (node instanceof XmlElement) children.push(read(node))
      if (node instanceof XmlEntityReference) throw unknownEntity(node.name, element.line, file)
    }
    const attributes = element.attrs.map((attribute): [string, string] => [
      attribute.prefix === '' ? attribute.name : `${attribute.prefix}:${attribute.name}`,
      attribute.value,
    ])
    return {
      name: element.name,
      namespace: element.namespaceUri,
      attributes: new Map(attributes),
      children,
      text: textual.includes(element.name) ? oneLine(element.content) : '',
      line: element.line,
    }
  }
  try {
    const document = XmlDocument.fromString(text, { option })
    try {
      return read(document.root)
    } finally {
      document.dispose()
    }
  } catch (error) {
    if (!(error instanceof XmlParseError)) throw error
    const [detail] = error.details
    const place = detail === undefined ? { file } : { file, line: detail.line, column: detail.col }
    const what = (detail?.message ?? error.message).trim().replace(/\.$/, '')
    throw new BabelwireError('glossary', `not well-formed XML: ${what}`, {
      place,
      mend: 'Export the file again from the program that made it.',
      cause: error,
    })
  }
}

function unknownEntity(name: string, line: number, file: string): BabelwireError {
  return new BabelwireError('glossary', `the entity "${name}" is not known here`, {
    place: { file, line },
    mend: 'Write the text where the entity stands.',
  })
}

/** By the byte order mark, else by what the first line declares, else UTF-8. */
function decodeXml(bytes: Uint8Array, file: string): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined
  const declared = /^<\?xml[^>]*?encoding=["']([\w.:-]+)/.exec(head)?.[1]
  const encoding = mark ?? declared ?? 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new BabelwireError('glossary', `the file is not ${encoding.toUpperCase()} XML`, {
      place: { file },
      mend: 'Export the file again from the program that made it, as UTF-8.',
      cause,
    })
  }
}

/** Other programs break long lines. */
function oneLine(text: string): string {
  return text
    .replace(/[ \t]*[\r\n][ \t\r\n]*/g, ' ')
    .trim()
    .normalize('NFC')
}

function placeIn(text: string, offset: number, file: string): Place {
  const before = text.slice(0, offset).split('\n')
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
