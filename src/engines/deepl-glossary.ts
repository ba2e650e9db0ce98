import { BabelwireError } from '../errors.ts'
import { DeeplNotFoundError } from './deepl-errors.ts'
import { ownGlossaryName, planGlossaries, type PlannedGlossary } from './deepl-glossary-plan.ts'
import type { DeeplCall } from './deepl-call.ts'
import type { DeeplDictionary } from './deepl-client.ts'
import type { EngineGlossary } from './engine.ts'

/** A glossary at DeepL. */
interface HeldGlossary {
  readonly glossaryId: string
  readonly name: string
  readonly creationTime: Date
}

/** Other processes may still be using the glossary they began with. */
const oldGlossaryMs = 24 * 60 * 60 * 1000

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
 * A glossary never changes: another content is another glossary with another name. Each is read
 * back and compared entry by entry before it is used.
 * @throws {BabelwireError} `engine` when DeepL does not hold what it was given.
 */
export async function keepGlossaries(
  call: DeeplCall,
  glossaries: readonly EngineGlossary[],
  supported: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const plans = planGlossaries(glossaries, (from, to) => supported.has(`${from}>${to}`))
  const ids = new Map<string, string>()
  if (plans.length === 0) return ids
  const held = await listGlossaries(call, signal)
  for (const plan of plans) {
    const id = await keepGlossary(call, plan, held, signal)
    for (const pair of plan.serves) ids.set(pair, id)
  }
  return ids
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

async function keepGlossary(
  call: DeeplCall,
  plan: PlannedGlossary,
  held: readonly HeldGlossary[],
  signal?: AbortSignal,
): Promise<string> {
  const existing = held.find((glossary) => glossary.name === plan.name)
  const { glossaryId } =
    existing ?? (await call((client) => client.makeGlossary(plan.name, plan.dictionaries), signal))
  for (const dictionary of plan.dictionaries) {
    const difference = await findDifference(call, glossaryId, dictionary, signal)
    if (difference === undefined) continue
    // One that was wrong from the start is taken away, so that the next run makes a new one.
    if (existing === undefined) await deleteGlossary(call, glossaryId, signal)
    throw new BabelwireError(
      'engine',
      `the glossary ${plan.name} at DeepL is not what was sent (${dictionary.source} to ${dictionary.target}): ${difference}`,
      { mend: `Delete the glossary ${plan.name} at DeepL if it is still there, and run again.` },
    )
  }
  return glossaryId
}

/** The first difference between a dictionary and what DeepL holds of it, in words. */
async function findDifference(
  call: DeeplCall,
  glossary: string,
  { source, target, entries }: DeeplDictionary,
  signal?: AbortSignal,
): Promise<string | undefined> {
  let read: ReadonlyMap<string, string>
  try {
    read = await call((client) => client.readDictionary(glossary, source, target), signal)
  } catch (error) {
    if (error instanceof DeeplNotFoundError) return 'the dictionary is missing'
    throw error
  }
  for (const [term, rendering] of entries) {
    const found = read.get(term)?.normalize('NFC')
    if (found === undefined) return `"${term}" is missing`
    if (found !== rendering) return `"${term}" is "${found.slice(0, 100)}", not "${rendering}"`
  }
  const extra = read.size - entries.size
  return extra === 0 ? undefined : `it has ${extra} more entries`
}

/** Deletes glossaries that Babelwire made more than a day ago and that are not in use by this process. */
export async function deleteOldGlossaries(
  call: DeeplCall,
  inUse: ReadonlySet<string>,
  now: number,
  signal?: AbortSignal,
): Promise<void> {
  for (const { glossaryId, name, creationTime } of await listGlossaries(call, signal)) {
    const isOld = now - creationTime.getTime() > oldGlossaryMs
    if (!isOld || !ownGlossaryName.test(name) || inUse.has(glossaryId)) continue
    await deleteGlossary(call, glossaryId, signal)
  }
}

async function deleteGlossary(call: DeeplCall, id: string, signal?: AbortSignal): Promise<void> {
  try {
    await call((client) => client.deleteMultilingualGlossary(id), signal)
  } catch (error) {
    // Somebody else was faster.
    if (!(error instanceof DeeplNotFoundError)) throw error
  }
}
