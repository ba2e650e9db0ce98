import { setImmediate } from 'node:timers/promises'
import type { Clock } from '../../src/clock.ts'

/** A clock that stands still until everything that is awake has gone to sleep. */
export interface FakeClock extends Clock {
  /** Lets time pass until the work is done; @returns its result. */
  run<T>(work: Promise<T>): Promise<T>
  /** Lets time pass up to a moment, in milliseconds since the clock was made. */
  runUntil(ms: number): Promise<void>
}

interface Sleeper {
  readonly at: number
  readonly wake: () => void
}

/**
 * A fake clock that starts on 23 November 2026, 08:00 UTC. Before time passes it waits for `settle`: work
 * that sleeps by no clock, such as a store's.
 */
export function createFakeClock(settle: () => Promise<unknown> = () => setImmediate()): FakeClock {
  const start = Date.UTC(2026, 10, 23, 8)
  let now = 0
  const sleepers = new Set<Sleeper>()
  /** Wakes whoever sleeps shortest; @returns whether there was anybody. */
  const step = async (until: number): Promise<boolean> => {
    await settle()
    const next = [...sleepers].reduce<Sleeper | undefined>(
      (best, one) => (best === undefined || one.at < best.at ? one : best),
      undefined,
    )
    if (next === undefined || next.at > until) return false
    now = Math.max(now, next.at)
    next.wake()
    return true
  }
  return {
    now: () => new Date(start + now),
    monotonicMs: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) return reject(signal.reason as Error)
        const abort = (): void => {
          sleepers.delete(sleeper)
          reject(signal?.reason as Error)
        }
        const wake = (): void => {
          sleepers.delete(sleeper)
          signal?.removeEventListener('abort', abort)
          resolve()
        }
        const sleeper = { at: now + ms, wake }
        sleepers.add(sleeper)
        signal?.addEventListener('abort', abort, { once: true })
      }),
    run: async (work) => {
      let isDone = false
      const settle = (): void => {
        isDone = true
      }
      work.then(settle, settle)
      while (!isDone) if (!(await step(Infinity))) await setImmediate()
      return work
    },
    runUntil: async (ms) => {
      while (await step(ms));
      now = Math.max(now, ms)
    },
  }
}
