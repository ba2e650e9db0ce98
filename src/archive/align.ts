import type { Block } from '../model.ts'
import { plainText } from '../tagged-text.ts'

/** Blocks that share at least this part of their words are one block, edited. */
const editedThreshold = 0.5

/** Numbered blocks are compared this far around their place; further away only equal text counts. */
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
  const keys = new Map<number, string>()
  const free = new Set(previous.keys())
  const take = (at: number, from: number): void => {
    keys.set(at, previous[from]?.key ?? '')
    free.delete(from)
  }
  // 1. The headline and the summary keep their names.
  for (const [at, block] of current.entries()) {
    if (/^b\d+$/.test(block.key)) continue
    keys.set(at, block.key)
    const from = previous.findIndex((old) => old.key === block.key)
    if (from >= 0) free.delete(from)
  }
  // 2. Equal text, in order; what is left over of it has moved.
  const byText = new Map<string, number[]>()
  for (const from of free) {
    const identity = identityOf(previous[from])
    byText.set(identity, [...(byText.get(identity) ?? []), from])
  }
  for (const [at, block] of current.entries()) {
    const from = keys.has(at) ? undefined : byText.get(identityOf(block))?.shift()
    if (from !== undefined) take(at, from)
  }
  // 3. Edited text: the most similar free block near its place.
  const words = previous.map((block) => wordsOf(block))
  for (const [at, block] of current.entries()) {
    if (keys.has(at)) continue
    const from = mostSimilar(block, at, previous, words, free)
    if (from !== undefined) take(at, from)
  }
  // 4. New text.
  let next = firstFree
  const blocks = current.map((block, at) => ({ ...block, key: keys.get(at) ?? blockKey(next++) }))
  return { blocks, nextFree: next }
}

/** `b001`, `b002` … */
export function blockKey(number: number): string {
  return `b${String(number).padStart(3, '0')}`
}

function identityOf(block: Block | undefined): string {
  return block === undefined ? '' : `${block.role}\n${block.text}`
}

function mostSimilar(
  block: Block,
  at: number,
  previous: readonly Block[],
  words: readonly ReadonlySet<string>[],
  free: ReadonlySet<number>,
): number | undefined {
  const own = wordsOf(block)
  let best: number | undefined
  let bestShare = editedThreshold
  for (let from = Math.max(0, at - searchWidth); from <= at + searchWidth; from++) {
    const old = previous[from]
    if (old === undefined || !free.has(from) || old.role !== block.role) continue
    const share = sharedWords(own, words[from] ?? new Set())
    if (share >= bestShare) {
      best = from
      bestShare = share
    }
  }
  return best
}

/** Words; in scripts without spaces, pairs of characters. */
function wordsOf(block: Block): ReadonlySet<string> {
  const plain = plainText(block.text).toLowerCase()
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(
    words.flatMap((word) =>
      /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Thai}/u.test(word)
        ? Array.from({ length: Math.max(1, word.length - 1) }, (_, i) => word.slice(i, i + 2))
        : [word],
    ),
  )
}

/** Dice coefficient: 1 for the same words, 0 for none in common. */
function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0
  return (2 * a.intersection(b).size) / (a.size + b.size)
}
