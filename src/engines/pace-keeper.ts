import type { Clock } from '../clock.ts'
import { shortHash } from '../hash.ts'
import { freshPace, shiftPace, type Pace } from './pace.ts'

/** A new state and what it means for who asked. */
export interface PaceChange<T> {
  /** The object that was given where nothing changed. */
  readonly state: unknown
  readonly result: T
  /** Whether it must outlive the process: at once, some seconds later, or not at all. */
  readonly keep: 'now' | 'soon' | 'never'
}

/** Keeps the pace of each engine key, for one process or for all who share a store. */
export interface PaceKeeper {
  /** Whether other processes use the same keys now. */
  readonly isShared: boolean
  /** Who keeps, told apart from all others who share. */
  readonly holder: string
  /**
   * Changes the state of a key; all changes come one after the other. The step may be asked more than once;
   * it gets what an earlier one left, or nothing, and milliseconds of a clock that all share.
   */
  change<T>(key: string, step: (state: unknown, now: number) => PaceChange<T>): Promise<T>
}

/** The name of an engine key in a store. Of the secret only a hash is in it. */
export function paceKey(engine: string, secret: string): string {
  return `${engine} ${shortHash('pace', engine, secret)}`
}

/** A keeper for this process only, which forgets with it. */
export function createPaceKeeper(clock: Clock): PaceKeeper {
  const states = new Map<string, unknown>()
  return {
    isShared: false,
    holder: 'this process',
    change: async (key, step) => {
      const { state, result } = step(states.get(key), clock.monotonicMs())
      states.set(key, state)
      return Promise.resolve(result)
    },
  }
}

/** A clock that is behind by less is another machine's, or was corrected: time stands still for it. */
const clockDriftMs = 5_000

/** Changes the pace of a key by a function of the pace and the time. */
export function changePace<T>(
  keeper: PaceKeeper,
  key: string,
  step: (pace: Pace, now: number) => readonly [Pace, T],
): Promise<T> {
  return keeper.change(key, (state, clockNow) => {
    const before = isPace(state) ? state : freshPace
    // A clock that was set back must not make pauses longer: all times go back with it.
    const behindMs = before.at - clockNow
    const pace = behindMs > clockDriftMs ? shiftPace(before, -behindMs) : before
    const now = Math.max(clockNow, pace.at)
    const [after, result] = step(pace, now)
    const next = after === pace ? pace : { ...after, at: now }
    return { state: next === before ? state : next, result, keep: urgencyOf(pace, next) }
  })
}

/** Pauses and stops outlive a process, and so does a rate that was found. */
function urgencyOf(before: Pace, after: Pace): PaceChange<unknown>['keep'] {
  const { pausedUntil, base } = after.rate
  if (pausedUntil !== before.rate.pausedUntil || after.breaker.stop !== before.breaker.stop)
    return 'now'
  return base === undefined ? 'never' : 'soon'
}

/** Whether a state is one that this version wrote. */
function isPace(state: unknown): state is Pace {
  return typeof state === 'object' && state !== null && Reflect.get(state, 'format') === 1
}
