import type { Clock } from '../clock.ts'

/** Successes of this long ago tell what the engine lets through. */
const windowMs = 2_000

/** Under a limit that was met, the rate is lowered to this part of what went through … */
const slowDown = 0.9

/** … and raised by this part for each second without a refusal. */
const speedUpPerSecond = 0.03

/** First wait when the engine refuses without saying for how long; doubled up to the last. */
const firstPauseMs = 250
const lastPauseMs = 30_000

/**
 * Finds the rate an engine allows and keeps to it. Unlimited until a first refusal (429, 529); then
 * requests start evenly, a little slower than what went through, and the rate is probed upwards.
 */
export class Pacer {
  readonly #clock: Clock
  readonly #random: () => number
  #successes: number[] = []
  /** Requests per second; nothing until the engine has refused. */
  #rate: number | undefined
  #nextStart = 0
  #pausedUntil = 0
  #lastChange = 0
  #refusals = 0

  constructor(clock: Clock, random: () => number) {
    this.#clock = clock
    this.#random = random
  }

  /** Resolves when a request may start. */
  async turn(signal?: AbortSignal): Promise<void> {
    const now = this.#clock.monotonicMs()
    this.#raise(now)
    const start = Math.max(now, this.#pausedUntil, this.#nextStart)
    if (this.#rate !== undefined) this.#nextStart = start + 1000 / this.#rate
    if (start > now) await this.#clock.sleep(start - now, signal)
    // A pause that began during the wait holds for this request too.
    if (this.#pausedUntil > this.#clock.monotonicMs()) await this.turn(signal)
  }

  succeeded(): void {
    const now = this.#clock.monotonicMs()
    this.#successes.push(now)
    if (this.#successes.length > 1000) this.#forget(now)
    this.#refusals = 0
  }

  /** Takes note of a refusal; @returns how long all requests wait now, in milliseconds. */
  refused(retryAfterMs: number | undefined): number {
    const now = this.#clock.monotonicMs()
    this.#forget(now)
    // Refusals of requests that were in flight together are one piece of news.
    if (now - this.#lastChange > windowMs / 4 || this.#rate === undefined) {
      const through = Math.max(1, (this.#successes.length * 1000) / windowMs)
      this.#rate = Math.min(this.#rate ?? Infinity, through) * slowDown
      this.#lastChange = now
      this.#refusals++
    }
    const backOff = Math.min(lastPauseMs, firstPauseMs * 2 ** (this.#refusals - 1))
    const pauseMs = retryAfterMs ?? backOff * (0.75 + this.#random() / 2)
    this.#pausedUntil = Math.max(this.#pausedUntil, now + pauseMs)
    this.#nextStart = Math.max(this.#nextStart, this.#pausedUntil)
    return this.#pausedUntil - now
  }

  #raise(now: number): void {
    if (this.#rate === undefined) return
    const quietMs = now - Math.max(this.#lastChange, this.#pausedUntil)
    if (quietMs < 1000) return
    this.#rate *= 1 + (speedUpPerSecond * quietMs) / 1000
    this.#lastChange = now
  }

  #forget(now: number): void {
    this.#successes = this.#successes.filter((at) => at > now - windowMs)
  }
}
