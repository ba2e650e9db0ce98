import type { Block } from '../model.ts'
import { sharedWords, wordsOf } from './similarity.ts'

/** Blocks that share at least this part of their words are one block, edited. */
const editedThreshold = 0.5

/** Blocks are compared this far around their place; further away only equal text counts. */
const searchWidth = 25

/**
 * Gives the blocks of a new revision the keys of the last one: an unchanged block (moved or not)
 * keeps its key, a lightly edited one too, a new one takes the next number. A number is never used
 * twice in the life of an article.
 */
export function alignBlocks(
  previous: readonly Block[],
  current: readonly Block[],
  firstFree: number,
): { readonly blocks: readonly Block[]; readonly nextFree: number } {
  /** By the place of a block now, the place it had. */
  const origins = new Map<number, number>()
  const free = new Set(previous.keys())
  const take = (at: number, from: number): void => {
    origins.set(at, from)
    free.delete(from)
  }
  // 1. The headline and the summary keep their names.
  const numbered = Array.from(current.keys()).filter((at) => isNumbered(current[at]))
  for (const [from, block] of previous.entries()) if (!isNumbered(block)) free.delete(from)
  // 2. Equal text, in order; what is left over of it has moved.
  const byText = Map.groupBy(free, (from) => identityOf(previous[from]))
  const queues = new Map(Array.from(byText, ([text, places]) => [text, places.values()]))
  for (const at of numbered) {
    const from = queues.get(identityOf(current[at]))?.next().value
    if (from !== undefined) take(at, from)
  }
  // 3. Edited text: the most similar pairs first, the nearest of equally similar ones.
  for (const { at, from } of similarPairs(previous, current, numbered, origins, free)) {
    if (!origins.has(at) && free.has(from)) take(at, from)
  }
  // 4. New text.
  let next = firstFree
  const blocks = current.map((block, at) => {
    if (!isNumbered(block)) return block
    const from = origins.get(at)
    const key = from === undefined ? undefined : previous[from]?.key
    return { ...block, key: key ?? blockKey(next++) }
  })
  return { blocks, nextFree: next }
}

/** `b001`, `b002` … */
export function blockKey(number: number): string {
  return `b${String(number).padStart(3, '0')}`
}

function isNumbered(block: Block | undefined): boolean {
  return block !== undefined && /^b\d+$/.test(block.key)
}

function identityOf(block: Block | undefined): string {
  return block === undefined ? '' : `${block.role}\n${block.text}`
}

interface Pair {
  readonly at: number
  readonly from: number
  readonly share: number
  readonly distance: number
}

/** Blocks without a key and free blocks near their place that may be the same one, best first. */
function similarPairs(
  previous: readonly Block[],
  current: readonly Block[],
  numbered: readonly number[],
  origins: ReadonlyMap<number, number>,
  free: ReadonlySet<number>,
): readonly Pair[] {
  const words = new Map(Array.from(free, (from) => [from, wordsOf(previous[from]?.text ?? '')]))
  const pairs: Pair[] = []
  // The place of a block is behind the block it follows, however much was inserted before both.
  let place = 0
  for (const at of numbered) {
    const known = origins.get(at)
    const block = current[at]
    if (known !== undefined || block === undefined) {
      place = (known ?? place) + 1
      continue
    }
    const own = wordsOf(block.text)
    for (let from = Math.max(0, place - searchWidth); from <= place + searchWidth; from++) {
      if (!free.has(from) || previous[from]?.role !== block.role) continue
      const share = sharedWords(own, words.get(from) ?? new Set())
      if (share < editedThreshold) continue
      pairs.push({ at, from, share, distance: Math.abs(from - place) })
    }
    place++
  }
  return pairs.sort((a, b) => b.share - a.share || a.distance - b.distance || a.at - b.at)
}
