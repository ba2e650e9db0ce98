import type { Clock } from '../clock.ts'
import type { PaceKeeper } from './pace-keeper.ts'

/** How an engine is called. */
export interface CallPolicy {
  readonly clock: Clock
  readonly random: () => number
  /** How long one attempt may take in all, headers and body. */
  readonly deadlineMs?: number
  /** Attempts at a request that fails for reasons that may pass. Refusals (429) do not count. */
  readonly attempts?: number
  /** Longest that an engine which refuses everything is waited for. */
  readonly patienceMs?: number
  /** Who keeps the pace; a keeper of its own, for this caller alone, when absent. */
  readonly pace?: PaceKeeper
  /** Under which name, see `paceKey`; the engine's name when absent. */
  readonly paceKey?: string
  /** Told once, over all who share the pace, that an engine is left alone; again only after it was well. */
  readonly alert?: (alert: EngineAlert) => void
  /** Told of each attempt at a translation. */
  readonly observe?: (attempt: EngineAttempt) => void
}

/** An engine that somebody must look after. */
export interface EngineAlert {
  /** `quota`: used up; `auth`: the key is refused; `resting`: it fails or refuses again and again. */
  readonly kind: 'quota' | 'auth' | 'resting'
  readonly engine: string
  readonly message: string
  /** When it is tried again. */
  readonly until: Date
}

/** An attempt, for measures. */
export interface EngineAttempt {
  readonly engine: string
  /** `refused`: asked for fewer requests; `stopped`: not sent, the engine is left alone. */
  readonly outcome: 'answered' | 'refused' | 'failed' | 'stopped'
  readonly ms: number
}
