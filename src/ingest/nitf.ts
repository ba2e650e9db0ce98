import type { LeftOut } from '../model.ts'
import { composeBlocks } from './compose.ts'
import { readBlocks } from './html-blocks.ts'
import { withStated, type Body } from './ninjs-body.ts'
import { statedReading } from './ninjs-fields.ts'
import { nitfAsHtml } from './nitf-html.ts'
import { nitfStated } from './nitf-head.ts'
import type { Draft, Reader, Reading, Source } from './reader.ts'
import { parseXml } from './xml.ts'
import { xmlRoot } from './xml-root.ts'
import { childAt, childrenOf, textOf, type XmlElement } from './xml-tree.ts'
import { plainText } from '../tagged-text.ts'

/** Reads one article in IPTC's News Industry Text Format, NITF 3.x, in any namespace or none. */
export const nitfReader: Reader = {
  name: 'nitf',
  recognises: ({ text }: Source) => xmlRoot(text) === 'nitf',
  read: (source: Source) => {
    const root = parseXml(source)
    const { blocks, leftOut } = nitfBody(root, source.url)
    return {
      ...(source.url === undefined ? {} : { url: source.url }),
      ...statedReading(nitfStated(root)),
      blocks,
      leftOut,
    } satisfies Reading
  },
}

/** The blocks of an `nitf` element, as a document or within NewsML-G2. */
export function nitfBody(nitf: XmlElement, base?: string): Body {
  const body = childAt(nitf, 'body')
  const head = childAt(body, 'body.head')
  const content = childrenOf(body, 'body.content')
  const datelines = bodyOf(childrenOf(head, 'dateline'), base).blocks
  const text = bodyOf([...content, ...childrenOf(childAt(body, 'body.end'), 'tagline')], base)
  const title = bodyOf(childrenOf(childAt(head, 'hedline'), 'hl1'), base)
  const deck = bodyOf(childrenOf(childAt(head, 'hedline'), 'hl2'), base)
  const abstract = bodyOf(childrenOf(head, 'abstract'), base)
  // A second headline is the standfirst of an article that has no abstract.
  const hasAbstract = abstract.blocks.length > 0
  const whole = withStated(undefined, hasAbstract ? abstract : deck, text)
  const textFrom = whole.blocks.length - text.blocks.length
  return {
    blocks: [
      ...title.blocks,
      ...(hasAbstract ? deck.blocks : []),
      ...whole.blocks.slice(0, textFrom),
      ...withoutRepeated(datelines, text.blocks),
      ...text.blocks,
    ],
    leftOut: [...furniture(nitf, head), ...whole.leftOut],
  }
}

function bodyOf(elements: readonly XmlElement[], base: string | undefined): Body {
  const { html, leftOut } = nitfAsHtml(elements)
  const composed = composeBlocks(readBlocks(html, base), true)
  return { blocks: composed.blocks, leftOut: [...leftOut, ...composed.leftOut] }
}

/**
 * A dateline is a paragraph of its own: readers are to see where a report comes from, and its
 * place is a name of the glossary. Where the text begins with it, it is not said twice.
 */
function withoutRepeated(datelines: readonly Draft[], text: readonly Draft[]): readonly Draft[] {
  const first = text.find(({ role }) => role === 'paragraph')
  const start = letters(plainText(first?.text ?? '')).slice(0, 200)
  return datelines.filter(({ text: dateline }) => {
    const place = letters(plainText(dateline).split(/[,،，–—-]/u)[0] ?? '')
    return place !== '' && !start.startsWith(place)
  })
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** What stands in the head of an article but is not translated as part of it. */
function furniture(nitf: XmlElement, head: XmlElement | undefined): readonly LeftOut[] {
  const docdata = childAt(nitf, 'head', 'docdata')
  const messages = childrenOf(docdata, 'ed-msg').flatMap(({ attributes }): readonly LeftOut[] => {
    const text = attributes.get('info')?.trim() ?? ''
    return text === '' ? [] : [{ text, reason: 'note to editors' }]
  })
  const kinds: readonly (readonly [string, string])[] = [
    ['note', 'note to editors'],
    ['rights', 'copyright notice'],
    ['distributor', 'distributor'],
    ['series', 'series'],
  ]
  const notices = kinds.flatMap(([name, reason]) =>
    childrenOf(head, name).flatMap((element): readonly LeftOut[] => {
      const text = textOf(element)
      return text === undefined ? [] : [{ text, reason }]
    }),
  )
  return [...messages, ...notices]
}
