import type { Clock } from '../clock.ts'
import type { EngineRecord } from '../engine-record.ts'
import type { Caller } from '../engines/index.ts'
import { BabelwireError } from '../errors.ts'
import type { Locale } from '../model.ts'
import type { RealEngine } from './make-engine.ts'

/** Whether an engine can be asked for a language pair. */
export type Verdict =
  | { readonly kind: 'serves'; readonly caller: Caller }
  | { readonly kind: 'unsupported' }
  /** It was not even asked. */
  | { readonly kind: 'lacking'; readonly lack: 'key' | 'address' }
  /** It could not be asked, or refused: that says nothing about the pair. */
  | { readonly kind: 'failed'; readonly error: BabelwireError }

/** How long a verdict is kept in a process, so that 10,000 articles do not ask 10,000 times. */
const keptForMs: Readonly<Record<Verdict['kind'], number>> = {
  serves: Infinity,
  lacking: Infinity,
  // As long as the store believes a no.
  unsupported: 10 * 60 * 1000,
  // An engine that was down is looked at again after a minute.
  failed: 60_000,
}

interface VerdictOptions {
  readonly clock: Clock
  readonly record: EngineRecord | undefined
  readonly lackOf: (name: RealEngine) => 'key' | 'address' | undefined
  /** @throws {BabelwireError} when the engine cannot be made. */
  readonly callerOf: (name: RealEngine) => Caller
}

/** The verdicts of a process. */
export interface Verdicts {
  on(name: RealEngine, source: Locale, target: Locale): Promise<Verdict>
  /** Has the engine asked again by the next who needs it. */
  forget(name: RealEngine, source: Locale, target: Locale): void
}

/** Asks each engine once for each pair; those who ask at the same time share the answer. */
export function openVerdicts({ clock, record, lackOf, callerOf }: VerdictOptions): Verdicts {
  const known = new Map<string, { readonly verdict: Promise<Verdict>; untilMs: number }>()
  const judge = async (name: RealEngine, source: Locale, target: Locale): Promise<Verdict> => {
    const lack = lackOf(name)
    if (lack !== undefined) return { kind: 'lacking', lack }
    try {
      const caller = callerOf(name)
      const serves = await isSupported(caller, source, target, record)
      return serves ? { kind: 'serves', caller } : { kind: 'unsupported' }
    } catch (error) {
      if (error instanceof BabelwireError) return { kind: 'failed', error }
      throw error
    }
  }
  return {
    on: (name, source, target) => {
      const key = keyOf(name, source, target)
      const kept = known.get(key)
      if (kept !== undefined && clock.monotonicMs() < kept.untilMs) return kept.verdict
      const fresh = { verdict: judge(name, source, target), untilMs: Infinity }
      known.set(key, fresh)
      fresh.verdict.then(
        ({ kind }) => (fresh.untilMs = clock.monotonicMs() + keptForMs[kind]),
        () => known.delete(key),
      )
      return fresh.verdict
    },
    forget: (name, source, target) => void known.delete(keyOf(name, source, target)),
  }
}

function keyOf(name: RealEngine, source: Locale, target: Locale): string {
  return `${name} ${source} ${target}`
}

/** What a paid engine said is remembered in the store: a run without work asks nothing. */
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
