import type { Block } from '../model.ts'
import { plainText } from '../tagged-text.ts'
import { comparable } from './comparable.ts'
import { sharedWords, wordsOf } from './similarity.ts'

/** What became of a block from one revision of an article to the next. */
export interface BlockChange {
  readonly kind:
    'inserted' | 'deleted' | 'edited' | 'restyled' | 'moved' | 'split' | 'merged' | 'unchanged'
  /** Its key now; that of the last revision for a deleted block. */
  readonly key: string
  /** The blocks it was split from or merged of, other than itself. */
  readonly from: readonly string[]
  /** Plain text; absent where there is none. */
  readonly before?: string
  readonly after?: string
}

/** The part of the words of a short block that must stand in the longer one it was cut from or went into. */
const partThreshold = 0.8

/**
 * What changed between two revisions whose blocks were aligned (`align.ts`), in the order of the
 * new one, deleted blocks where they stood. White space, the style of quotation marks and inline
 * markup alone make a block `restyled`.
 */
export function diffRevisions(
  before: readonly Block[],
  after: readonly Block[],
): readonly BlockChange[] {
  const old = new Map(before.map((block) => [block.key, block]))
  const kept = new Set(after.map(({ key }) => key))
  const gone = before.filter(({ key }) => !kept.has(key))
  const fresh = after.filter(({ key }) => !old.has(key))
  const stayed = stayedInOrder(before, after)
  const mergedInto = parts(
    gone,
    after.filter(({ key }) => old.has(key)),
  )
  const splitFrom = parts(fresh, before)
  const changes = after.map((block): BlockChange => {
    const was = old.get(block.key)
    const text = plainText(block.text)
    if (was === undefined) {
      const from = splitFrom.get(block.key)
      const kind = from === undefined ? 'inserted' : 'split'
      return { kind, key: block.key, from: from === undefined ? [] : [from], after: text }
    }
    const from = gone.filter(({ key }) => mergedInto.get(key) === block.key).map(({ key }) => key)
    const texts = { before: plainText(was.text), after: text }
    if (from.length > 0) return { kind: 'merged', key: block.key, from, ...texts }
    const kind = kindOf(was, block, stayed.has(block.key))
    return { kind, key: block.key, from: [], ...texts }
  })
  return withDeleted(
    changes,
    before,
    gone.filter(({ key }) => !mergedInto.has(key)),
  )
}

function kindOf(was: Block, is: Block, isInPlace: boolean): BlockChange['kind'] {
  const isSame = was.text === is.text && was.role === is.role
  if (!isSame && comparable(was) !== comparable(is)) return 'edited'
  if (!isInPlace) return 'moved'
  return isSame && JSON.stringify(was.tags) === JSON.stringify(is.tags) ? 'unchanged' : 'restyled'
}

/** For each short block the longer one that holds its words, if there is one: the best. */
function parts(short: readonly Block[], long: readonly Block[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  if (short.length === 0) return found
  const words = long.map((block) => wordsOf(block.text))
  const blocksWith = new Map<string, number[]>()
  for (const [at, all] of words.entries()) {
    for (const word of all) {
      const places = blocksWith.get(word)
      if (places === undefined) blocksWith.set(word, [at])
      else places.push(at)
    }
  }
  for (const block of short) {
    const own = wordsOf(block.text)
    if (own.size < fewWords) continue
    const shared = new Map<number, number>()
    for (const word of own) {
      const places = blocksWith.get(word) ?? []
      // A word that stands everywhere tells nothing, and would make this quadratic.
      if (places.length > commonPlaces) continue
      for (const at of places) shared.set(at, (shared.get(at) ?? 0) + 1)
    }
    let best: number | undefined
    for (const [at, count] of shared) if (count > (shared.get(best ?? -1) ?? 0)) best = at
    const whole = best === undefined ? undefined : words[best]
    const key = best === undefined ? undefined : long[best]?.key
    if (whole === undefined || key === undefined) continue
    const share = [...own].filter((word) => whole.has(word)).length / own.size
    // A block of the same words is not a part: it was moved or edited.
    if (share >= partThreshold && sharedWords(own, whole) < 0.98) found.set(block.key, key)
  }
  return found
}

/** Fewer say nothing about where a text comes from. */
const fewWords = 3
const commonPlaces = 50

/** The keys of the longest run of blocks that kept their order; all others were moved. */
function stayedInOrder(before: readonly Block[], after: readonly Block[]): ReadonlySet<string> {
  const places = new Map(before.map(({ key }, at) => [key, at]))
  const shared = after.flatMap(({ key }) => {
    const at = places.get(key)
    return at === undefined ? [] : [{ key, at }]
  })
  // Longest increasing subsequence by patience sorting.
  const tails: number[] = []
  const previous: number[] = []
  shared.forEach(({ at }, i) => {
    const pile = tails.findIndex((tail) => (shared[tail]?.at ?? 0) >= at)
    const place = pile < 0 ? tails.length : pile
    previous[i] = tails[place - 1] ?? -1
    tails[place] = i
  })
  const kept = new Set<string>()
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i] ?? -1) kept.add(shared[i]?.key ?? '')
  return kept
}

/** Deleted blocks stand behind the block they followed. */
function withDeleted(
  changes: readonly BlockChange[],
  before: readonly Block[],
  gone: readonly Block[],
): readonly BlockChange[] {
  const all = [...changes]
  for (const block of gone) {
    const place = before.indexOf(block)
    const follows = before.slice(0, place).findLast((one) => all.some(({ key }) => key === one.key))
    const at = follows === undefined ? 0 : all.findIndex(({ key }) => key === follows.key) + 1
    all.splice(at, 0, {
      kind: 'deleted',
      key: block.key,
      from: [],
      before: plainText(block.text),
    })
  }
  return all
}
