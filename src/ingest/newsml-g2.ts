import { BabelwireError } from '../errors.ts'
import { inputError, readNewsItem } from './newsml-g2-item.ts'
import type { CollectionItem, CollectionReader, Reader, Source } from './reader.ts'
import { parseXml } from './xml.ts'
import { xmlRoot } from './xml-root.ts'
import { childAt, childrenOf, type XmlElement } from './xml-tree.ts'

/** Reads one article in IPTC's NewsML-G2: a `newsItem`, or the `contentSet` of one. */
export const newsmlReader: Reader = {
  name: 'newsml-g2',
  recognises: ({ text }: Source) => /^(?:newsItem|contentSet)$/.test(xmlRoot(text) ?? ''),
  read: (source: Source) => readNewsItem(parseXml(source), source),
}

/** Reads the text articles of a NewsML-G2 `newsMessage`; its pictures and packages are no articles. */
export const newsmlCollection: CollectionReader = {
  name: 'newsml-g2',
  recognises: ({ text }: Source) => xmlRoot(text) === 'newsMessage',
  items: readMessage,
}

/**
 * The articles of a message, each in its newest version.
 * @throws {BabelwireError} `input` when the message holds no text at all.
 */
function readMessage(source: Source): ReturnType<CollectionReader['items']> {
  const set = childAt(parseXml(source), 'itemSet')
  const members = childrenOf(set)
  const texts = newestOf(members.filter((item) => item.name === 'newsItem' && isText(item)))
  if (texts.length === 0) {
    const seen = [...new Set(members.map(describe))].join(', ')
    const what = `the newsMessage holds no text: ${seen === '' ? 'nothing' : `${seen} only`}`
    throw inputError(source.name, set, what, 'Give a message with a newsItem of class ninat:text.')
  }
  const items: CollectionItem[] = []
  const failed: { name: string; error: BabelwireError }[] = []
  for (const [index, item] of texts.entries()) {
    const name = `${source.name} item ${index + 1}`
    try {
      items.push({ name, reading: readNewsItem(item, source) })
    } catch (error) {
      if (!(error instanceof BabelwireError)) throw error
      failed.push({ name, error })
    }
  }
  return { items, failed }
}

function isText(item: XmlElement): boolean {
  return classOf(item) === 'text'
}

/** `text` of `ninat:text`; an item that states no class is a text. */
function classOf(item: XmlElement): string {
  const itemClass = childAt(item, 'itemMeta', 'itemClass')?.attributes
  const written = itemClass?.get('qcode') ?? itemClass?.get('uri') ?? 'text'
  return /[^:/]*$/.exec(written)?.[0] ?? ''
}

function describe(item: XmlElement): string {
  return item.name === 'newsItem' ? classOf(item) : item.name
}

/** A message may carry several versions of one item: the newest of each, where the first stood. */
function newestOf(items: readonly XmlElement[]): readonly XmlElement[] {
  const newest = new Map<string, XmlElement>()
  for (const [index, item] of items.entries()) {
    const guid = item.attributes.get('guid') ?? `item ${index}`
    const known = newest.get(guid)
    if (known === undefined || versionOf(item) >= versionOf(known)) newest.set(guid, item)
  }
  return [...newest.values()]
}

function versionOf({ attributes }: XmlElement): number {
  return Number(attributes.get('version') ?? '1') || 1
}
