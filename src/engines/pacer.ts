import type { Clock } from '../clock.ts'

/** Successes of this long ago tell what the engine let through before its first refusal. */
const windowMs = 1_000

/** While the limit is unknown the rate doubles in this time. */
const doublingMs = 1_000

/** At a refusal the rate is lowered to this part of itself … */
const slowDown = 0.9

/** … is back where it was after this time, and only then probes higher, faster and faster. */
const recoveryMs = 20_000

/** Lowest rate, in requests per second. */
const lowestRate = 0.1

/** Timers fire late: what they lost is made up for as far as this. */
const catchUpMs = 20

/** First wait when the engine refuses without saying for how long; doubled up to the last. */
const firstPauseMs = 250
const lastPauseMs = 30_000

/**
 * Finds the rate an engine allows and keeps to it.
 *
 * 1. Until a first refusal (429, 529) requests start at once.
 * 2. Then they start evenly, at what went through in the last second, doubled each second up to the
 *    next refusal: a burst that was mostly refused says little about the limit.
 * 3. From then on the rate follows the curve of TCP CUBIC (RFC 9438): a step down at each refusal,
 *    flat near the rate that was refused, upwards when that holds. Over simulated limits of 2 to
 *    200 requests a second it uses 85 to 100 % of what is allowed (`test/engines/pacer.test.ts`).
 *
 * Refusals of requests that had started before the last step down are no news.
 */
export class Pacer {
  readonly #clock: Clock
  readonly #random: () => number
  #successes: number[] = []
  #hasSucceeded = false
  /** In step 2 the rate at its start, in step 3 the rate that was refused, per second. */
  #base: number | undefined
  #isSearching = true
  /** When the base was set, and for how long requests had to wait for their turn since. */
  #changedAt = 0
  #pacedMs = 0
  #lastStart = 0
  #nextStart = 0
  #pausedUntil = 0
  #refusals = 0

  constructor(clock: Clock, random: () => number) {
    this.#clock = clock
    this.#random = random
  }

  /** Resolves when a request may start; @returns when it starts, for `refused`. */
  async turn(signal?: AbortSignal): Promise<number> {
    for (let hasWaited = false; ; hasWaited = true) {
      const now = this.#clock.monotonicMs()
      const waitMs = Math.max(this.#pausedUntil, this.#nextStart) - now
      if (waitMs < 0.5) {
        // A rate that nobody waits for is not tried, so it must not grow.
        if (hasWaited) this.#pacedMs += now - Math.max(this.#lastStart, this.#pausedUntil)
        this.#lastStart = now
        const isLate = hasWaited && now - this.#nextStart < catchUpMs
        this.#nextStart = (isLate ? this.#nextStart : now) + 1000 / this.#rate()
        return now
      }
      // All who wait wake up together: the pause or the rate may have changed meanwhile.
      await this.#clock.sleep(waitMs, signal)
    }
  }

  succeeded(): void {
    this.#refusals = 0
    this.#hasSucceeded = true
    if (this.#base !== undefined) return
    const now = this.#clock.monotonicMs()
    this.#successes.push(now)
    if (this.#successes.length > 1000) this.#forget(now)
  }

  /**
   * Takes note that a request which started at `startedAt` was refused.
   * @returns how long all requests wait now, in milliseconds.
   */
  refused(retryAfterMs: number | undefined, startedAt: number): number {
    const now = this.#clock.monotonicMs()
    if (this.#base === undefined) {
      this.#forget(now)
      this.#change(Math.max(1, (this.#successes.length * 1000) / windowMs), now)
    } else if (startedAt > this.#changedAt) {
      // An engine that refuses everything has no rate: it is left alone for longer and longer.
      if (this.#hasSucceeded) this.#slowDown(now)
      this.#changedAt = now
      this.#refusals++
    }
    const backOffMs = Math.min(lastPauseMs, firstPauseMs * 2 ** this.#refusals)
    // "Retry-After: 0" is no leave to ask in a loop.
    const pauseMs =
      retryAfterMs !== undefined && retryAfterMs > 0
        ? retryAfterMs
        : backOffMs * (0.75 + this.#random() / 2)
    this.#pausedUntil = Math.max(this.#pausedUntil, now + pauseMs)
    this.#nextStart = Math.max(this.#nextStart, this.#pausedUntil)
    return this.#pausedUntil - now
  }

  #rate(): number {
    if (this.#base === undefined) return Infinity
    if (this.#isSearching) return this.#base * 2 ** (this.#pacedMs / doublingMs)
    const curve = (this.#pacedMs / recoveryMs - 1) ** 3
    return this.#base * (1 + (1 - slowDown) * curve)
  }

  #slowDown(now: number): void {
    const refused = Math.max(lowestRate, this.#rate())
    this.#isSearching = false
    this.#change(refused, now)
  }

  #change(base: number, now: number): void {
    this.#base = base
    this.#changedAt = now
    this.#pacedMs = 0
    this.#hasSucceeded = false
  }

  #forget(now: number): void {
    this.#successes = this.#successes.filter((at) => at > now - windowMs)
  }
}
