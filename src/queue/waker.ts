import type { Clock } from '../clock.ts'

/** Waits that end early when there is news. */
export interface Waker {
  /** Ends every wait, and those that begin with a number read before. */
  wake(): void
  /** How often there was news: read it before looking, so that none falls between looking and waiting. */
  readonly news: () => number
  /** Waits for so long, or until there is news since `seen`. */
  wait(ms: number, seen: number): Promise<void>
}

export function createWaker(clock: Clock): Waker {
  let count = 0
  let waiting = new AbortController()
  return {
    news: () => count,
    wake: () => {
      count++
      waiting.abort()
      waiting = new AbortController()
    },
    wait: async (ms, seen) => {
      if (count !== seen) return
      const { signal } = waiting
      try {
        await clock.sleep(ms, signal)
      } catch (error) {
        if (!signal.aborted) throw error
      }
    },
  }
}
