import { BabelwireError } from '../errors.ts'
import type { CollectionItem } from './reader.ts'

/**
 * One item for each id. The same article twice is the newer one, else the first; another article
 * under the id of one before it is refused, for the two would take turns in one place.
 */
export function withoutDuplicates(items: readonly CollectionItem[]): {
  readonly items: readonly CollectionItem[]
  readonly failed: readonly { readonly name: string; readonly error: BabelwireError }[]
} {
  const kept = new Map<string, CollectionItem>()
  const failed: { name: string; error: BabelwireError }[] = []
  for (const item of items) {
    const id = item.reading.id ?? item.name
    const before = kept.get(id)
    if (before === undefined) kept.set(id, item)
    else if (!isSameArticle(before, item)) {
      failed.push({ name: item.name, error: sameId(item.name, id, before.name) })
    } else if (timeOf(item) > timeOf(before)) kept.set(id, item)
  }
  return { items: [...kept.values()], failed }
}

function isSameArticle({ reading: a }: CollectionItem, { reading: b }: CollectionItem): boolean {
  return (a.url !== undefined && a.url === b.url) || a.title === b.title
}

function timeOf({ reading }: CollectionItem): string {
  return reading.updated ?? reading.published ?? ''
}

function sameId(name: string, id: string, owner: string): BabelwireError {
  return new BabelwireError('input', `its guid "${id}" is that of ${owner}`, {
    place: { file: name },
    mend: 'Have the feed give each article a guid of its own.',
  })
}
