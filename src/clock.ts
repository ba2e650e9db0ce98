import { setTimeout as delay } from 'node:timers/promises'

/** Time, passed in so that tests can hold it still. */
export interface Clock {
  now(): Date
  /** Milliseconds that never run backwards; only differences mean something. */
  monotonicMs(): number
  /** Waits; rejects at once when the signal is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** A timer set further ahead than this fires after 1 ms. */
const longestTimerMs = 2 ** 31 - 1

export const systemClock: Clock = {
  now: () => new Date(),
  monotonicMs: () => performance.now(),
  sleep: async (ms, signal) => {
    await delay(Math.min(Math.max(0, ms), longestTimerMs), undefined, { signal })
  },
}
