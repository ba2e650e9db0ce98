import type { Config } from '../config.ts'
import type { EngineRecord } from '../engine-record.ts'
import {
  noGlossaries,
  type Caller,
  type EngineGlossary,
  type PreparedGlossaries,
  type PrepareOptions,
} from '../engines/index.ts'
import { enginePairs, type Glossary } from '../glossary/index.ts'
import { isSameLanguage } from '../locale.ts'
import type { Locale } from '../model.ts'

/** No run takes longer: a glossary that was used within this time may be in use. */
const runLastsMs = 24 * 60 * 60 * 1000

/** Mends the glossaries an engine keeps itself, or only looks at them, and remembers which are ours. */
export async function keepOwnGlossaries(
  { engine, ask }: Caller,
  wanted: readonly EngineGlossary[],
  mode: PrepareOptions['mode'],
  record: EngineRecord | undefined,
  signal?: AbortSignal,
): Promise<PreparedGlossaries> {
  const { name, traits } = engine
  if (traits.terms !== 'native') return noGlossaries
  // A run leaves those alone that another one may still be using.
  const own = (await record?.glossaries(name, mode === 'make' ? runLastsMs : 0)) ?? []
  const claim = async (made: string): Promise<void> => record?.keepGlossary(name, made)
  const result = await ask((within) => engine.prepare(wanted, { mode, own, claim }, within), signal)
  const inUse = new Set(result.states.map((state) => state.name))
  const gone = result.deleted.filter((old) => !inUse.has(old))
  if (gone.length > 0) await record?.dropGlossaries(name, gone)
  return result
}

/**
 * What an engine is to hold for the languages it may be asked for. It follows from the files alone,
 * for its hash is the glossary's name: what an engine happens to answer must not change it.
 */
export function glossariesFor(
  config: Config,
  glossary: Glossary,
  isServed: (target: Locale) => boolean,
): readonly EngineGlossary[] {
  const { source } = glossary
  return config.languages
    .filter((target) => isServed(target) && !isSameLanguage(source, target))
    .map((target) => ({ source, target, pairs: enginePairs(glossary, target) }))
}
