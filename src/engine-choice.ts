import type { Clock } from './clock.ts'
import type { Config, EngineName } from './config.ts'
import {
  apertiumEngine,
  createCaller,
  deeplEngine,
  pseudoEngine,
  type Caller,
  type Engine,
} from './engines/index.ts'
import {
  noGlossaries,
  type EngineGlossary,
  type PreparedGlossaries,
  type PrepareOptions,
} from './engines/engine.ts'
import { openEngineRecord, type EngineRecord } from './engine-record.ts'
import { BabelwireError } from './errors.ts'
import { enginePairs, type Glossary } from './glossary/index.ts'
import { englishName, isPseudo, isSameLanguage } from './locale.ts'
import type { Locale } from './model.ts'
import type { Database } from './storage/index.ts'

/** The engines of a configuration, made when they are first needed. */
export interface Engines {
  callerFor(source: Locale, target: Locale): Promise<Caller>
  /** Has the engine's own glossaries ready for a run, once; see `Engine.prepare`. */
  prepare(caller: Caller, signal?: AbortSignal): Promise<void>
  /** Mends the engine's own glossaries, or only looks at them. */
  glossaries(
    caller: Caller,
    mode: PrepareOptions['mode'],
    signal?: AbortSignal,
  ): Promise<PreparedGlossaries>
  close(): Promise<void>
}

interface EngineDependencies {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Where an engine's languages and glossaries are remembered; nothing: it is asked every time. */
  readonly database: Database | undefined
  /** Whether nothing new is to be remembered: a dry run. */
  readonly isReadOnly?: boolean
  readonly clock: Clock
  readonly random: () => number
}

/** No run takes longer: a glossary that was used within this time may be in use. */
const runLastsMs = 24 * 60 * 60 * 1000

type RealEngine = Exclude<EngineName, 'auto'>

/** Chooses an engine for each language pair as the configuration says. */
export function createEngines(
  config: Config,
  glossary: Glossary,
  { env, database, clock, random, isReadOnly = false }: EngineDependencies,
): Engines {
  const callers = new Map<RealEngine, Caller>()
  const prepared = new Map<Caller, Promise<PreparedGlossaries>>()
  const chosen = new Map<string, Promise<Caller>>()
  const record = database && openEngineRecord(database, () => clock.now(), isReadOnly)
  const key = env['DEEPL_AUTH_KEY']?.trim() ?? ''

  const caller = (name: RealEngine): Caller => {
    const known =
      callers.get(name) ?? createCaller(makeEngine(name, config, env), { clock, random })
    callers.set(name, known)
    return known
  }
  const choose = async (source: Locale, target: Locale): Promise<Caller> => {
    const wanted = config.engine(target)
    if (wanted.join() === 'deepl' && key === '') throw missingKey(target)
    for (const name of candidates(wanted, target, key !== '')) {
      const one = caller(name)
      if (await isSupported(one, source, target, record)) return one
    }
    throw noEngine(wanted, source, target, config.missingEngine)
  }
  const proveGlossaries: Engines['glossaries'] = async (one, mode, signal) => {
    const { name, traits } = one.engine
    if (traits.terms !== 'native') return noGlossaries
    const wanted = glossariesFor(config, glossary, (target) =>
      candidates(config.engine(target), target, key !== '').some((other) => other === name),
    )
    // A run leaves those alone that another one may still be using.
    const own = (await record?.glossaries(name, mode === 'make' ? runLastsMs : 0)) ?? []
    const claim = async (made: string): Promise<void> => record?.keepGlossary(name, made)
    const result = await one.ask(
      (within) => one.engine.prepare(wanted, { mode, own, claim }, within),
      signal,
    )
    const inUse = new Set(result.states.map((state) => state.name))
    const gone = result.deleted.filter((old) => !inUse.has(old))
    if (gone.length > 0) await record?.dropGlossaries(name, gone)
    return result
  }
  return {
    callerFor: (source, target) => {
      const pair = `${source} ${target}`
      return keepUnlessRejected(chosen, pair, () => choose(source, target))
    },
    prepare: async (one, signal) => {
      await keepUnlessRejected(prepared, one, () => proveGlossaries(one, 'make', signal))
    },
    glossaries: proveGlossaries,
    close: async () => {
      await Promise.all(Array.from(callers.values(), ({ engine }) => engine.close()))
    },
  }
}

/** What is asked for once; a failure is asked for again by the next who needs it. */
function keepUnlessRejected<K, T>(
  kept: Map<K, Promise<T>>,
  key: K,
  work: () => Promise<T>,
): Promise<T> {
  const known = kept.get(key)
  if (known !== undefined) return known
  const started = work()
  kept.set(key, started)
  started.catch(() => kept.delete(key))
  return started
}

function makeEngine(
  name: RealEngine,
  config: Config,
  env: Readonly<Record<string, string | undefined>>,
): Engine {
  if (name === 'apertium') return apertiumEngine()
  if (name === 'pseudo') return pseudoEngine({ any: true })
  const { formality, model } = config.engines.deepl
  const serverUrl = env['DEEPL_SERVER_URL']
  return deeplEngine({
    key: env['DEEPL_AUTH_KEY']?.trim() ?? '',
    formality,
    model,
    ...(serverUrl === undefined || serverUrl === '' ? {} : { serverUrl }),
  })
}

/** In the order they are tried. Pseudo text is never a silent stand-in for a language. */
function candidates(
  wanted: readonly EngineName[],
  target: Locale,
  hasKey: boolean,
): readonly RealEngine[] {
  return wanted.flatMap((name): readonly RealEngine[] => {
    if (name !== 'auto') return [name]
    if (isPseudo(target)) return ['pseudo']
    return hasKey ? ['deepl', 'apertium'] : ['apertium']
  })
}

async function isSupported(
  caller: Caller,
  source: Locale,
  target: Locale,
  record: EngineRecord | undefined,
): Promise<boolean> {
  const { engine } = caller
  const ask = (): Promise<boolean> =>
    caller.ask((signal) => engine.supports(source, target, signal))
  if (!engine.traits.isPaid || record === undefined) return ask()
  const known = await record.findSupport(engine.name, source, target)
  if (known !== undefined) return known
  const supported = await ask()
  await record.keepSupport(engine.name, source, target, supported)
  return supported
}

/**
 * What an engine is to hold for the languages it may be asked for. It follows from the files alone,
 * for its hash is the glossary's name: what an engine happens to answer must not change it.
 */
function glossariesFor(
  config: Config,
  glossary: Glossary,
  isServed: (target: Locale) => boolean,
): readonly EngineGlossary[] {
  const { source } = glossary
  return config.languages
    .filter((target) => isServed(target) && !isSameLanguage(source, target))
    .map((target) => ({ source, target, pairs: enginePairs(glossary, target) }))
}

function missingKey(target: Locale): BabelwireError {
  return new BabelwireError(
    'engine',
    `${target} is to be translated by deepl, but there is no key`,
    {
      mend: 'Set DEEPL_AUTH_KEY to the key of your DeepL API account.',
    },
  )
}

function noEngine(
  wanted: readonly EngineName[],
  source: Locale,
  target: Locale,
  missingEngine: Config['missingEngine'],
): BabelwireError {
  const pair = `${englishName(source)} to ${englishName(target)}`
  const what =
    wanted.join() === 'auto'
      ? `no engine here translates ${pair}`
      : `${wanted.join(', ')} does not translate ${pair}`
  const pseudo = isPseudo(target) ? ['set "engine: pseudo" for it'] : []
  const apertium = isSameLanguage(source, 'en') ? apertiumPackages[target] : undefined
  const ways = [
    'set DEEPL_AUTH_KEY to a DeepL API key',
    ...(apertium === undefined ? [] : [`run "apt-get install apertium ${apertium}"`]),
    ...pseudo,
    ...(isSameLanguage(source, 'en')
      ? []
      : [`state the language with --from if the article is not in ${englishName(source)}`]),
    ...(missingEngine === 'skip' ? [] : ['set "missing-engine: skip" to leave the language out']),
  ]
  const mend = ways.join(', or ')
  return new BabelwireError('engine', what, {
    mend: `${mend.charAt(0).toUpperCase()}${mend.slice(1)}.`,
  })
}

/** Debian packages that translate from English. */
const apertiumPackages: Readonly<Record<Locale, string>> = {
  es: 'apertium-eng-spa',
  ca: 'apertium-eng-cat',
  gl: 'apertium-en-gl',
  eo: 'apertium-eo-en',
}
