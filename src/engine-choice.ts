import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { chainOf } from './engine-choice/chain.ts'
import {
  lackOf,
  makeEngine,
  sharedPaceKey,
  type Env,
  type RealEngine,
} from './engine-choice/make-engine.ts'
import { lacking, noEngine, noneServes } from './engine-choice/no-engine.ts'
import { glossariesFor, keepOwnGlossaries } from './engine-choice/own-glossaries.ts'
import { openVerdicts, type Verdict } from './engine-choice/verdict.ts'
import { openEngineRecord } from './engine-record.ts'
import {
  createCaller,
  type CallPolicy,
  type Caller,
  type PreparedGlossaries,
  type PrepareOptions,
} from './engines/index.ts'
import type { BabelwireError } from './errors.ts'
import type { Glossary } from './glossary/index.ts'
import type { Locale } from './model.ts'
import type { Database } from './storage/index.ts'

/** The engines of a configuration, made when they are first needed. */
export interface Engines {
  /** The first engine of a language that serves the pair. */
  callerFor(source: Locale, target: Locale): Promise<Caller>
  /** That engine, and after it those that the configuration lists to stand in for it, in order. */
  standIns(source: Locale, target: Locale): Promise<readonly Caller[]>
  /** The profiles that a language may have been made with: those of all engines that are listed for it. */
  profiles(source: Locale, target: Locale): readonly string[]
  /** All of the list, with those that are left out because they lack something or cannot be asked. */
  chain(source: Locale, target: Locale): Promise<readonly ChainLink[]>
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

/** An engine of a language: ready to be called, or why it is left out. */
export type ChainLink =
  | { readonly engine: RealEngine; readonly caller: Caller }
  | { readonly engine: RealEngine; readonly error: BabelwireError }

/** `pace` keeps the limits that all who use an engine's key share; see `CallPolicy`. */
interface EngineDependencies extends Pick<CallPolicy, 'pace' | 'alert' | 'observe'> {
  readonly env: Env
  /** Where an engine's languages and glossaries are remembered; nothing: it is asked every time. */
  readonly database: Database | undefined
  /** Whether nothing new is to be remembered: a dry run. */
  readonly isReadOnly?: boolean
  readonly clock: Clock
  readonly random: () => number
}

/** Chooses the engines of each language pair as the configuration says. */
export function createEngines(
  config: Config,
  glossary: Glossary,
  { env, database, clock, random, isReadOnly = false, ...calls }: EngineDependencies,
): Engines {
  const callers = new Map<RealEngine, Caller>()
  const prepared = new Map<Caller, Promise<PreparedGlossaries>>()
  const record = database && openEngineRecord(database, () => clock.now(), isReadOnly)
  const callerOf = (name: RealEngine): Caller => {
    const known = callers.get(name)
    if (known !== undefined) return known
    const engine = makeEngine(name, config, env)
    const paceKey = sharedPaceKey(name, config, env)
    const { pace, ...others } = calls
    const shared = pace === undefined || paceKey === undefined ? {} : { pace, paceKey }
    const made = createCaller(engine, { clock, random, ...others, ...shared })
    callers.set(name, made)
    return made
  }
  const verdicts = openVerdicts({
    clock,
    record,
    lackOf: (name) => lackOf(name, config, env),
    callerOf,
  })

  const callerFor: Engines['callerFor'] = async (source, target) => {
    const wanted = config.engine(target)
    const { names, isListed } = chainOf(config, env, target)
    const found = new Map<RealEngine, Verdict>()
    for (const name of names) {
      const verdict = await verdicts.on(name, source, target)
      if (verdict.kind === 'serves') return verdict.caller
      found.set(name, verdict)
      // What is asked for by name alone fails in its own words.
      if (!isListed && verdict.kind !== 'unsupported') break
    }
    // Where nothing serves, nothing that failed is believed: the next who asks tries again.
    for (const name of found.keys()) verdicts.forget(name, source, target)
    if (isListed && found.size > 0) throw noneServes(found, source, target, config.missingEngine)
    const [name, last] = [...found].at(-1) ?? []
    if (name !== undefined && last?.kind === 'lacking') throw lacking(name, last.lack, target)
    if (last?.kind === 'failed') throw last.error
    throw noEngine(wanted, source, target, config.missingEngine)
  }

  const chain: Engines['chain'] = async (source, target) => {
    const first = await callerFor(source, target)
    const { names, isListed } = chainOf(config, env, target)
    if (!isListed) return [{ engine: first.engine.name as RealEngine, caller: first }]
    const links = await Promise.all(
      names.map(async (engine): Promise<readonly ChainLink[]> => {
        const verdict = await verdicts.on(engine, source, target)
        if (verdict.kind === 'unsupported') return []
        if (verdict.kind === 'serves') return [{ engine, caller: verdict.caller }]
        const error =
          verdict.kind === 'failed' ? verdict.error : lacking(engine, verdict.lack, target)
        return [{ engine, error }]
      }),
    )
    return links.flat()
  }

  const glossaries: Engines['glossaries'] = (one, mode, signal) => {
    const wanted = glossariesFor(config, glossary, (target) =>
      chainOf(config, env, target).names.some((name) => name === one.engine.name),
    )
    return keepOwnGlossaries(one, wanted, mode, record, signal)
  }

  return {
    callerFor,
    profiles: (source, target) => {
      const { names, isListed } = chainOf(config, env, target)
      if (!isListed) return []
      return names
        .filter((name) => lackOf(name, config, env) === undefined)
        .map((name) => callerOf(name).engine.profile(source, target))
    },
    chain,
    standIns: async (source, target) => {
      const links = await chain(source, target)
      return links.flatMap((link) => ('caller' in link ? [link.caller] : []))
    },
    glossaries,
    prepare: async (one, signal) => {
      const started = prepared.get(one) ?? glossaries(one, 'make', signal)
      prepared.set(one, started)
      // A failure is asked for again by the next who needs it.
      started.catch(() => prepared.delete(one))
      await started
    },
    close: async () => {
      await Promise.all(Array.from(callers.values(), ({ engine }) => engine.close()))
    },
  }
}
