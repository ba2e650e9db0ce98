import { BabelwireError } from '../errors.ts'
import type { DeeplCall } from './deepl-call.ts'
import { findDifference } from './deepl-glossary-difference.ts'
import {
  deleteGlossary,
  deleteUnused,
  makeGlossary,
  type HeldGlossary,
} from './deepl-glossary-held.ts'
import {
  glossaryEntries,
  pairKey,
  planGlossaries,
  type PlannedDictionary,
  type PlannedGlossary,
} from './deepl-glossary-plan.ts'
import type {
  EngineGlossary,
  EngineGlossaryState,
  PreparedGlossaries,
  PrepareOptions,
} from './engine.ts'

interface KeepOptions extends PrepareOptions {
  /** `from>to` in DeepL's codes, as `askGlossaryPairs` gives them. */
  readonly supported: ReadonlySet<string>
  /** Milliseconds since 1970. */
  readonly now: number
}

/** What DeepL holds of a plan. */
interface Proof {
  readonly plan: PlannedGlossary
  /** Nothing when there is no glossary, or only one that must not be used. */
  readonly id?: string
  readonly state: 'held' | 'made' | 'missing'
  /** In words, of each dictionary that is different, or was before it was made anew. */
  readonly differences: ReadonlyMap<PlannedDictionary, string>
  /** Ids of glossaries that were different and are deleted. */
  readonly removed: readonly string[]
}

/** Asks DeepL for which of its languages it has glossaries. */
export async function askGlossaryPairs(
  call: DeeplCall,
  signal?: AbortSignal,
): Promise<ReadonlySet<string>> {
  const pairs = await call((client) => client.getGlossaryLanguagePairs(), signal)
  return new Set(
    pairs.map(({ sourceLang, targetLang }) => `${sourceLang}>${targetLang}`.toLowerCase()),
  )
}

/**
 * Has DeepL hold these glossaries, and returns the ids by pair of locales (`pairKey`).
 * A glossary never changes: another content is another glossary with another name.
 * 1. The plan says what is to be there, and under which names.
 * 2. What is there under such a name is read back and compared entry by entry.
 * 3. What is missing is made, then read back; what is different is refused or made anew.
 * 4. What this newsroom used before and needs no more is deleted.
 * @throws {BabelwireError} `engine` when DeepL does not hold what it was given.
 */
export async function keepGlossaries(
  call: DeeplCall,
  wanted: readonly EngineGlossary[],
  options: KeepOptions,
  signal?: AbortSignal,
): Promise<PreparedGlossaries & { readonly ids: ReadonlyMap<string, string> }> {
  const plans = planGlossaries(wanted, (from, to) => options.supported.has(`${from}>${to}`))
  const isIdle = plans.length === 0 && (options.own ?? []).length === 0
  const held = isIdle ? [] : await listGlossaries(call, signal)
  const proofs: Proof[] = []
  for (const plan of plans) proofs.push(await proveGlossary(call, plan, held, options, signal))
  const inUse = new Set(proofs.flatMap(({ id }) => id ?? []))
  const ids = proofs.flatMap(({ plan, id }) =>
    id === undefined ? [] : plan.dictionaries.flatMap((d) => d.serves.map((p) => [p, id] as const)),
  )
  const removed = new Set(proofs.flatMap((proof) => proof.removed))
  const left = held.filter(({ glossaryId }) => !removed.has(glossaryId))
  const tidied = await deleteUnused(call, left, { ...options, inUse }, signal)
  return { states: wanted.map((one) => stateOf(one, proofs)), ids: new Map(ids), ...tidied }
}

/** All glossaries of the account, oldest first: of two with one name every process takes the same. */
async function listGlossaries(
  call: DeeplCall,
  signal?: AbortSignal,
): Promise<readonly HeldGlossary[]> {
  const held = await call((client) => client.listMultilingualGlossaries(), signal)
  return held.toSorted(
    (a, b) =>
      a.creationTime.getTime() - b.creationTime.getTime() || (a.glossaryId < b.glossaryId ? -1 : 1),
  )
}

async function proveGlossary(
  call: DeeplCall,
  plan: PlannedGlossary,
  held: readonly HeldGlossary[],
  { mode, claim }: KeepOptions,
  signal: AbortSignal | undefined,
): Promise<Proof> {
  if (mode !== 'look') await claim?.(plan.name)
  let differences: Proof['differences'] = new Map()
  const removed: string[] = []
  for (const { glossaryId: id } of held.filter((glossary) => glossary.name === plan.name)) {
    const found = await compare(call, id, plan, signal)
    if (mode === 'look') return { plan, id, state: 'held', differences: found, removed }
    if (found.size === 0) {
      return { plan, id, state: removed.length > 0 ? 'made' : 'held', differences, removed }
    }
    differences = found
    if (mode === 'make') throw notWhatWasSent(plan, found)
    // A run takes the oldest of a name: this one must be gone, or the next run would find it.
    await deleteGlossary(call, id, signal)
    removed.push(id)
  }
  if (mode === 'look') return { plan, state: 'missing', differences, removed }
  const id = await makeGlossary(call, plan, held, signal)
  const wrong = await compare(call, id, plan, signal)
  if (wrong.size === 0) return { plan, id, state: 'made', differences, removed }
  // Wrong from the start: taken away, so that the next run makes a new one. Where that fails too,
  // the next run finds it and refuses it.
  await deleteGlossary(call, id, signal).catch(() => undefined)
  throw notWhatWasSent(plan, wrong)
}

async function compare(
  call: DeeplCall,
  id: string,
  plan: PlannedGlossary,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<PlannedDictionary, string>> {
  const differences = new Map<PlannedDictionary, string>()
  for (const dictionary of plan.dictionaries) {
    const difference = await findDifference(call, id, dictionary, signal)
    if (difference !== undefined) differences.set(dictionary, difference)
  }
  return differences
}

function notWhatWasSent(
  { name }: PlannedGlossary,
  differences: ReadonlyMap<PlannedDictionary, string>,
): BabelwireError {
  const [first] = differences
  const where =
    first === undefined ? '' : ` (${first[0].source} to ${first[0].target}): ${first[1]}`
  return new BabelwireError(
    'engine',
    `the glossary ${name} at DeepL is not what was sent${where}`,
    {
      mend: `Run "babelwire glossary sync", which makes it anew, or delete ${name} at DeepL, and run again.`,
    },
  )
}

function stateOf(wanted: EngineGlossary, proofs: readonly Proof[]): EngineGlossaryState {
  const { source, target, pairs } = wanted
  const { entries, refused } = glossaryEntries(pairs)
  const state = { source, target, entries: entries.size, refused }
  if (entries.size === 0) return { ...state, state: 'empty' }
  const pair = pairKey(source, target)
  for (const proof of proofs) {
    const dictionary = proof.plan.dictionaries.find(({ serves }) => serves.includes(pair))
    if (dictionary === undefined) continue
    const difference = proof.differences.get(dictionary)
    return {
      ...state,
      state: proof.state === 'held' && difference !== undefined ? 'different' : proof.state,
      name: proof.plan.name,
      ...(difference === undefined ? {} : { difference }),
    }
  }
  return { ...state, state: 'unsupported' }
}
