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
  const words = long.map((block) => [block, wordsOf(block.text)] as const)
  const found = new Map<string, string>()
  for (const block of short) {
    const own = wordsOf(block.text)
    const [best] = words
      .map(([other, all]) => ({ key: other.key, share: containedIn(own, all) }))
      .sort((a, b) => b.share - a.share)
    // A block of the same words is not a part: it was moved or edited.
    if (best === undefined || best.share < partThreshold) continue
    const whole = words.find(([other]) => other.key === best.key)?.[1] ?? new Set()
    if (sharedWords(own, whole) < 0.98) found.set(block.key, best.key)
  }
  return found
}

function containedIn(few: ReadonlySet<string>, many: ReadonlySet<string>): number {
  if (few.size < 3) return 0
  return [...few].filter((word) => many.has(word)).length / few.size
}

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
