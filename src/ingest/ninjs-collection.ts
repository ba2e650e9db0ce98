import { BabelwireError } from '../errors.ts'
import { parseJson } from './json-place.ts'
import { isNinjs, readNinjs } from './ninjs.ts'
import { fieldsOf, textField } from './ninjs-json.ts'
import type { CollectionItem, CollectionReader, Source } from './reader.ts'

/** Reads several ninjs items in one document: an array, or an object with a list of them. */
export const ninjsCollection: CollectionReader = {
  name: 'ninjs',
  recognises: ({ text }: Source) => {
    const start = text.replace(/^\ufeff/, '').trimStart()
    return (start.startsWith('[') || wrapped.test(start.slice(0, 2000))) && isNinjs(text)
  },
  items: readItems,
}

const lists = ['items', '_items', 'newsitems', 'news', 'results', 'data'] as const
/** An object that has a list of items before any field of an item of its own. */
const wrapped = new RegExp(
  `^\\{(?:(?!"(?:uri|associations)"\\s*:)[^])*?"(?:${lists.join('|')})"\\s*:\\s*[[{]`,
  'i',
)

/**
 * The texts of a bundle; pictures and packages that travel with them are no articles.
 * @throws {BabelwireError} `input` when it is not JSON, or holds no text at all.
 */
function readItems(source: Source): ReturnType<CollectionReader['items']> {
  const values = itemsOf(parseJson(source))
  const items: CollectionItem[] = []
  const failed: { name: string; error: BabelwireError }[] = []
  const others = new Set<string>()
  for (const [index, value] of values.entries()) {
    const name = `${source.name} item ${index + 1}`
    const fields = fieldsOf(value)
    const type = fields === undefined ? undefined : textField(fields, 'type')
    if (type !== undefined && type !== 'text') {
      others.add(type)
      continue
    }
    try {
      items.push({ name, reading: readNinjs(value, { ...source, name }) })
    } catch (error) {
      if (!(error instanceof BabelwireError)) throw error
      failed.push({ name, error })
    }
  }
  if (items.length === 0 && failed.length === 0) {
    const seen = others.size === 0 ? 'nothing' : `${[...others].join(', ')} only`
    throw new BabelwireError('input', `the ninjs bundle holds no text: ${seen}`, {
      place: { file: source.name },
      mend: 'Give a bundle with items of the type text.',
    })
  }
  return { items, failed }
}

/** The items of a list, each as it is or in an `item` of its own. */
function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value
    return list.map((entry) => fieldsOf(entry)?.get('item') ?? entry)
  }
  const fields = fieldsOf(value)
  for (const name of lists) {
    const inner = fields?.get(name)
    if (typeof inner === 'object' && inner !== null) return itemsOf(inner)
  }
  return []
}
