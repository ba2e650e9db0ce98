import { setTimeout as delay } from 'node:timers/promises'
import type { Clock } from '../../src/clock.ts'

/** A clock that runs faster than time and can be set forward or back. */
export interface QuickClock extends Clock {
  /**
   * The machine slept for so long, or was late: both readings go on, whoever sleeps wakes when his time
   * has come.
   */
  pass(ms: number): void
  /** Somebody set the clock, by so many milliseconds: the monotonic reading stays. */
  set(ms: number): void
}

/** A clock that starts at a moment and runs `speed` times as fast as time. */
export function quickClock(start: Date, speed: number = 1): QuickClock {
  const origin = performance.now()
  let passed = 0
  let isSetBy = 0
  let jump = new AbortController()
  const monotonicMs = (): number => (performance.now() - origin) * speed + passed
  return {
    now: () => new Date(start.getTime() + monotonicMs() + isSetBy),
    monotonicMs,
    sleep: async (ms, signal) => {
      const until = monotonicMs() + ms
      signal?.throwIfAborted()
      for (let left = ms; left > 0; left = until - monotonicMs()) {
        const either = AbortSignal.any([jump.signal, ...(signal === undefined ? [] : [signal])])
        await delay(Math.min(2 ** 31 - 1, left / speed), undefined, { signal: either }).catch(
          (error: unknown) => {
            if (signal?.aborted === true || !either.aborted) throw error
          },
        )
      }
    },
    pass: (ms) => {
      passed += ms
      const before = jump
      jump = new AbortController()
      before.abort()
    },
    set: (ms) => {
      isSetBy += ms
    },
  }
}
