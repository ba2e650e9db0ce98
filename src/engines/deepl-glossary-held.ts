import { BabelwireError } from '../errors.ts'
import type { DeeplCall } from './deepl-call.ts'
import { DeeplNotFoundError } from './deepl-errors.ts'
import { ownGlossaryName, type PlannedGlossary } from './deepl-glossary-plan.ts'
import { EngineError, type PreparedGlossaries, type PrepareOptions } from './engine.ts'

/** A glossary at DeepL. */
export interface HeldGlossary {
  readonly glossaryId: string
  readonly name: string
  readonly creationTime: Date
}

/** Workers on other machines may still be using the glossary they began with. */
const oldGlossaryMs = 24 * 60 * 60 * 1000

/** The most glossaries of an account (DeepL's documentation, 2026). */
const maxGlossaries = 1000

/**
 * Makes a glossary; @returns its id.
 * @throws {EngineError} `quota` when the account takes no more.
 */
export async function makeGlossary(
  call: DeeplCall,
  { name, dictionaries }: PlannedGlossary,
  held: readonly HeldGlossary[],
  signal?: AbortSignal,
): Promise<string> {
  try {
    const made = await call((client) => client.makeGlossary(name, dictionaries), signal)
    return made.glossaryId
  } catch (error) {
    if (!(error instanceof EngineError) || error.failure !== 'permanent') throw error
    // Characters cannot be used up here: what a glossary holds is not billed.
    const isFull =
      error.code === 'quota' || (error.code === 'engine' && held.length >= maxGlossaries)
    throw isFull ? tooManyGlossaries(held) : error
  }
}

function tooManyGlossaries(held: readonly HeldGlossary[]): EngineError {
  const ours = held.filter(({ name }) => ownGlossaryName.test(name)).length
  return new EngineError(
    'quota',
    `DeepL takes no more glossaries: the account holds ${held.length}, ${ours} of them named babelwire-…`,
    'permanent',
    {
      mend: 'Delete glossaries in the DeepL account that nobody uses, such as those of stores that are gone, or raise its limit, and run again.',
    },
  )
}

/** Deletes what the newsroom used before and uses no more; what cannot be deleted is only remarked. */
export async function deleteUnused(
  call: DeeplCall,
  held: readonly HeldGlossary[],
  options: PrepareOptions & { readonly inUse: ReadonlySet<string>; readonly now: number },
  signal?: AbortSignal,
): Promise<Pick<PreparedGlossaries, 'deleted' | 'remarks'>> {
  const { mode, inUse, now } = options
  const deleted: string[] = []
  const remarks: string[] = []
  if (mode === 'look') return { deleted, remarks }
  const own = new Set(options.own)
  for (const { glossaryId, name, creationTime } of held) {
    if (inUse.has(glossaryId) || !own.has(name) || !ownGlossaryName.test(name)) continue
    if (mode === 'make' && now - creationTime.getTime() <= oldGlossaryMs) continue
    try {
      await deleteGlossary(call, glossaryId, signal)
      deleted.push(name)
    } catch (error) {
      if (!(error instanceof BabelwireError) || error.code === 'cancelled') throw error
      remarks.push(`the old glossary ${name} could not be deleted: ${error.message}`)
    }
  }
  return { deleted, remarks }
}

/** Deletes a glossary, or finds that it is gone. */
export async function deleteGlossary(
  call: DeeplCall,
  id: string,
  signal?: AbortSignal,
): Promise<void> {
  try {
    await call((client) => client.deleteMultilingualGlossary(id), signal)
  } catch (error) {
    // Somebody else was faster.
    if (!(error instanceof DeeplNotFoundError)) throw error
  }
}
