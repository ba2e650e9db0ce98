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
import { BabelwireError } from './errors.ts'
import { enginePairs, type Glossary } from './glossary/index.ts'
import { englishName, isPseudo } from './locale.ts'
import type { Locale } from './model.ts'
import type { Database } from './storage/index.ts'

/** The engines of a configuration, made when they are first needed. */
export interface Engines {
  callerFor(source: Locale, target: Locale): Promise<Caller>
  prepare(caller: Caller, signal?: AbortSignal): Promise<void>
  close(): Promise<void>
}

interface EngineDependencies {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Where an engine's languages are kept for a day; nothing: they are asked for every time. */
  readonly database: Database | undefined
  readonly clock: Clock
  readonly random: () => number
}

type RealEngine = Exclude<EngineName, 'auto'>

/** Chooses an engine for each language pair as the configuration says. */
export function createEngines(
  config: Config,
  glossary: Glossary,
  { env, database, clock, random }: EngineDependencies,
): Engines {
  const callers = new Map<RealEngine, Caller>()
  const prepared = new Map<Caller, Promise<void>>()
  const chosen = new Map<string, Promise<Caller>>()
  const key = env['DEEPL_AUTH_KEY']?.trim() ?? ''

  const caller = (name: RealEngine): Caller => {
    const known =
      callers.get(name) ?? createCaller(makeEngine(name, config, env), { clock, random })
    callers.set(name, known)
    return known
  }
  const choose = async (source: Locale, target: Locale): Promise<Caller> => {
    const wanted = config.engine(target)
    if (wanted === 'deepl' && key === '') throw missingKey(target)
    for (const name of candidates(wanted, target, key !== '')) {
      const one = caller(name)
      if (await isSupported(one, source, target, database, clock)) return one
    }
    throw noEngine(wanted, source, target, config.missingEngine)
  }
  return {
    callerFor: (source, target) => {
      const pair = `${source} ${target}`
      return keepUnlessRejected(chosen, pair, () => choose(source, target))
    },
    prepare: (one, signal) => {
      const glossaries = glossariesFor(config, glossary)
      return keepUnlessRejected(prepared, one, () =>
        one.ask((within) => one.engine.prepare(glossaries, within), signal),
      )
    },
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
    deletesOldGlossaries: true,
    ...(serverUrl === undefined || serverUrl === '' ? {} : { serverUrl }),
  })
}

/** In the order they are tried. Pseudo text is never a silent stand-in for a language. */
function candidates(wanted: EngineName, target: Locale, hasKey: boolean): readonly RealEngine[] {
  if (wanted !== 'auto') return [wanted]
  if (isPseudo(target)) return ['pseudo']
  return hasKey ? ['deepl', 'apertium'] : ['apertium']
}

/** How long an engine's word about a language pair is believed, so that a run without work asks nothing. */
const yesBelievedForMs = 24 * 60 * 60 * 1000
/** A no may have been a bad moment. */
const noBelievedForMs = 10 * 60 * 1000

async function isSupported(
  caller: Caller,
  source: Locale,
  target: Locale,
  database: Database | undefined,
  clock: Clock,
): Promise<boolean> {
  const { engine } = caller
  const ask = (): Promise<boolean> =>
    caller.ask((signal) => engine.supports(source, target, signal))
  if (!engine.traits.isPaid || database === undefined) return ask()
  const before = (ms: number): string => new Date(clock.now().getTime() - ms).toISOString()
  const known = await database.query(
    `SELECT supported FROM support WHERE engine = $1 AND source = $2 AND target = $3
     AND ((supported = 1 AND at > $4) OR (supported = 0 AND at > $5))`,
    [engine.name, source, target, before(yesBelievedForMs), before(noBelievedForMs)],
  )
  if (known[0] !== undefined) return known[0]['supported'] === 1
  const supported = await ask()
  await database.batch([
    {
      sql: `INSERT INTO support (engine, source, target, supported, at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (engine, source, target) DO UPDATE
            SET supported = excluded.supported, at = excluded.at`,
      params: [engine.name, source, target, supported ? 1 : 0, clock.now().toISOString()],
    },
  ])
  return supported
}

function glossariesFor(config: Config, glossary: Glossary): Parameters<Engine['prepare']>[0] {
  return config.languages.flatMap((target) => {
    const pairs = enginePairs(glossary, target)
    return pairs.length === 0 ? [] : [{ source: glossary.source, target, pairs }]
  })
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
  wanted: EngineName,
  source: Locale,
  target: Locale,
  missingEngine: Config['missingEngine'],
): BabelwireError {
  const pair = `${englishName(source)} to ${englishName(target)}`
  const what =
    wanted === 'auto' ? `no engine here translates ${pair}` : `${wanted} does not translate ${pair}`
  const pseudo = isPseudo(target) ? ['set "engine: pseudo" for it'] : []
  const apertium = apertiumPackages[target]
  const ways = [
    'set DEEPL_AUTH_KEY to a DeepL API key',
    ...(apertium === undefined ? [] : [`run "apt-get install apertium ${apertium}"`]),
    ...pseudo,
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
