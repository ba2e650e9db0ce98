/** Successes of this long ago tell what the engine let through before its first refusal … */
const windowMs = 1_000

/** … counted in steps of this. */
const bucketMs = 50

/** While the limit is unknown the rate doubles in this time. */
const doublingMs = 1_000

/** At a refusal the rate is lowered to this part of itself … */
const slowDown = 0.9

/** … is back where it was after this time, and only then probes higher, faster and faster. */
const recoveryMs = 20_000

/** Lowest and highest rate, in requests per second. */
const lowestRate = 0.1
const highestRate = 1_000_000

/** Timers fire late: what they lost is made up for as far as this. */
const catchUpMs = 20

/** First wait when the engine refuses without saying for how long; doubled up to the last. */
const firstPauseMs = 250
const lastPauseMs = 30_000

/** No engine is left alone for longer: nobody would notice the pipeline stand still. */
const longestPauseMs = 24 * 60 * 60 * 1000

/** An engine that was not asked for this long after a pause is not known to refuse still. */
const forgetRefusalsMs = 60_000

/** What is known of the rate an engine allows. Plain data; times are milliseconds of the keeper's clock. */
export interface Rate {
  /** While searching the rate at its start, then the rate that was refused, per second. */
  readonly base?: number
  readonly isSearching: boolean
  /** When the base was set, and for how long requests had to wait for their turn since. */
  readonly changedAt: number
  readonly pacedMs: number
  readonly hasSucceeded: boolean
  readonly lastStart: number
  readonly nextStart: number
  readonly pausedUntil: number
  /** Refusals in a row that were news, and when the first of all in a row came. */
  readonly refusals: number
  readonly refusedSince?: number
  /** Successes of the last second, until the first refusal. */
  readonly successes: readonly Bucket[]
}

interface Bucket {
  readonly at: number
  readonly count: number
}

/** A request that was refused. */
export interface Refusal {
  readonly startedAt: number
  /** What the engine asked for; 0, negative or absurd values are as good as none. */
  readonly retryAfterMs: number | undefined
  /** From 0 to 1. */
  readonly random: number
}

/** An engine that never refused. */
export const unknownRate: Rate = {
  isSearching: true,
  changedAt: 0,
  pacedMs: 0,
  hasSucceeded: false,
  lastStart: 0,
  nextStart: 0,
  pausedUntil: 0,
  refusals: 0,
  successes: [],
}

/**
 * Gives the next start away, to a request that waits since `since`.
 *
 * 1. Until a first refusal (429, 529) requests start at once.
 * 2. Then they start evenly, at what went through in the last second, doubled each second up to the
 *    next refusal: a burst that was mostly refused says little about the limit.
 * 3. From then on the rate follows the curve of TCP CUBIC (RFC 9438): a step down at each refusal,
 *    flat near the rate that was refused, upwards when that holds. Over simulated limits of 2 to
 *    200 requests a second it uses 85 to 100 % of what is allowed (`test/engines/pacer.test.ts`).
 */
export function reserveStart(
  rate: Rate,
  now: number,
  since: number,
): { readonly rate: Rate; readonly startAt: number } {
  const due = Math.max(rate.nextStart, rate.pausedUntil)
  const hasWaited = since < due
  const startAt = hasWaited && now - due < catchUpMs ? due : Math.max(now, due)
  // A rate that nobody waits for is not tried, so it must not grow; nor by the time a machine slept.
  const waitedMs = Math.min(startAt, due + catchUpMs) - Math.max(rate.lastStart, rate.pausedUntil)
  const pacedMs = rate.pacedMs + (hasWaited ? Math.max(0, waitedMs) : 0)
  const next = { ...rate, pacedMs, lastStart: startAt }
  return { rate: { ...next, nextStart: startAt + 1000 / perSecond(next) }, startAt }
}

/** The rate after a request was answered; the same object where that is no news. */
export function noteSuccess(rate: Rate, now: number): Rate {
  const { refusedSince, ...rest } = rate
  if (rate.base === undefined) {
    const successes = count(recent(rate.successes, now), now)
    return { ...rest, refusals: 0, hasSucceeded: true, successes }
  }
  const isNews = !rate.hasSucceeded || rate.refusals > 0 || refusedSince !== undefined
  return isNews ? { ...rest, refusals: 0, hasSucceeded: true } : rate
}

/**
 * The rate after a refusal: lower, with a pause for everybody. Refusals of requests that had started before the
 * last step down are no news.
 */
export function noteRefusal(
  rate: Rate,
  now: number,
  { startedAt, retryAfterMs, random }: Refusal,
): Rate {
  const isForgotten = now - rate.pausedUntil > forgetRefusalsMs
  let next: Rate = {
    ...rate,
    refusedSince: isForgotten ? now : (rate.refusedSince ?? now),
  }
  if (rate.base === undefined) {
    const passed = recent(rate.successes, now).reduce((sum, { count }) => sum + count, 0)
    next = { ...restart(next, Math.max(1, (passed * 1000) / windowMs), now), successes: [] }
  } else if (startedAt > rate.changedAt) {
    // An engine that refuses everything has no rate: it is left alone for longer and longer.
    const lowered = rate.hasSucceeded
      ? { ...restart(next, Math.max(lowestRate, perSecond(rate)), now), isSearching: false }
      : { ...next, changedAt: now }
    next = { ...lowered, refusals: rate.refusals + 1 }
  }
  const backOffMs = Math.min(lastPauseMs, firstPauseMs * 2 ** next.refusals)
  const pauseMs = sensibleMs(retryAfterMs) ?? backOffMs * (0.75 + random / 2)
  const pausedUntil = Math.max(next.pausedUntil, now + pauseMs)
  return { ...next, pausedUntil, nextStart: Math.max(next.nextStart, pausedUntil) }
}

/** A Retry-After as it is honoured; nothing for one that says nothing: "0" is no leave to ask in a loop. */
export function sensibleMs(retryAfterMs: number | undefined): number | undefined {
  if (retryAfterMs === undefined || !(retryAfterMs > 0)) return undefined
  return Math.min(retryAfterMs, longestPauseMs)
}

/** The rate with all its times moved, after the clock was set. */
export function shiftRate(rate: Rate, ms: number): Rate {
  return {
    ...rate,
    changedAt: rate.changedAt + ms,
    lastStart: rate.lastStart + ms,
    nextStart: rate.nextStart + ms,
    pausedUntil: rate.pausedUntil + ms,
    ...(rate.refusedSince === undefined ? {} : { refusedSince: rate.refusedSince + ms }),
    successes: rate.successes.map(({ at, count }) => ({ at: at + ms, count })),
  }
}

function perSecond({ base, isSearching, pacedMs }: Rate): number {
  if (base === undefined) return Infinity
  const rate = isSearching
    ? base * 2 ** (pacedMs / doublingMs)
    : base * (1 + (1 - slowDown) * (pacedMs / recoveryMs - 1) ** 3)
  return Math.min(highestRate, rate)
}

function restart(rate: Rate, base: number, now: number): Rate {
  return { ...rate, base, changedAt: now, pacedMs: 0, hasSucceeded: false }
}

function recent(successes: readonly Bucket[], now: number): readonly Bucket[] {
  const first = successes[0]
  if (first === undefined || first.at > now - windowMs) return successes
  return successes.filter(({ at }) => at > now - windowMs)
}

function count(successes: readonly Bucket[], now: number): readonly Bucket[] {
  const last = successes.at(-1)
  if (last === undefined || now - last.at >= bucketMs) return [...successes, { at: now, count: 1 }]
  return [...successes.slice(0, -1), { at: last.at, count: last.count + 1 }]
}
