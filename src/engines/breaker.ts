import type { ErrorCode } from '../errors.ts'

/** Failures in a row after which an engine is left alone. */
const patience = 5

/** How long it rests then; doubled each time the one request that tries it fails, up to the last. */
const firstRestMs = 30_000
const longestRestMs = 600_000

/** A used-up quota may be raised, a key may be renewed: one request looks after this time. */
const stopMs = { quota: 60 * 60 * 1000, auth: 10 * 60 * 1000 } as const

/** The request that tries a stopped engine is given up after this time, its process may be gone. */
const probeMs = 60_000

/** What is asked while another request tries the engine may come back after this time. */
const whileProbedMs = 5_000

/** Why nothing is sent: a used-up quota, a refused key, refusals or failures for too long. */
export type StopKind = 'quota' | 'auth' | 'busy' | 'resting'

/** What went wrong, as it may be stored: no foreign object. */
export interface Trouble {
  readonly code: ErrorCode
  readonly message: string
  readonly mend?: string
}

/** An engine that is left alone. Times are milliseconds of the keeper's clock. */
export interface Stop extends Trouble {
  readonly kind: StopKind
  readonly since: number
  readonly until: number
  /** While a request tries the engine; 0 when none does. */
  readonly probeUntil: number
  /** How often it was tried in vain. */
  readonly times: number
}

/** Failures in a row over all callers, and the stop they led to. */
export interface Breaker {
  readonly failures: number
  readonly failedAt: number
  readonly stop?: Stop
}

/** An engine without trouble. */
export const closedBreaker: Breaker = { failures: 0, failedAt: -1 }

/** A request that ended in trouble. */
export interface Ended {
  readonly startedAt: number
  readonly isProbe: boolean
}

/**
 * Whether a request may be sent now; the first after the time of a stop is sent alone, to try the engine.
 * What had been sent before the engine was left alone for its failures ends its attempts.
 */
export function admit(
  breaker: Breaker,
  now: number,
  isFresh: boolean,
): { readonly breaker: Breaker; readonly isProbe: boolean } | { readonly stop: Stop } {
  const { stop } = breaker
  if (stop === undefined) return { breaker, isProbe: false }
  if (stop.kind === 'resting' && !isFresh) return { breaker, isProbe: false }
  if (now < stop.until || now < stop.probeUntil) return { stop }
  return { breaker: { ...breaker, stop: { ...stop, probeUntil: now + probeMs } }, isProbe: true }
}

/** How long a stopped engine is not to be asked, in milliseconds. */
export function remainingMs({ until }: Stop, now: number): number {
  return now < until ? until - now : whileProbedMs
}

/** After an answer: the engine is well. What was sent before the stop says nothing about it. */
export function noteWell(breaker: Breaker, { startedAt }: Ended): Breaker {
  if (breaker.stop !== undefined && startedAt <= breaker.stop.since) return breaker
  return breaker.failures === 0 && breaker.stop === undefined ? breaker : closedBreaker
}

/** After a request that was refused or could not be used: the engine is there, but no more is known. */
export function noteAlive(breaker: Breaker, ended: Ended): Breaker {
  const { stop } = breaker
  if (stop === undefined || stop.kind === 'resting') return noteWell(breaker, ended)
  return noteNothing(breaker, ended)
}

/** After a request that was never decided: another one may try the engine. */
export function noteNothing(breaker: Breaker, { isProbe }: Ended): Breaker {
  if (!isProbe || breaker.stop === undefined) return breaker
  return { ...breaker, stop: { ...breaker.stop, probeUntil: 0 } }
}

/** After a failure that may pass. What failed together counts once, as refusals do. */
export function noteDown(
  breaker: Breaker,
  now: number,
  { startedAt, isProbe, retryAfterMs = 0, ...trouble }: Ended & Trouble & { retryAfterMs?: number },
): Breaker {
  const { stop } = breaker
  if (stop !== undefined) {
    if (!isProbe) return breaker
    const times = stop.kind === 'resting' ? stop.times + 1 : stop.times
    const restMs = stop.kind === 'resting' ? firstRestMs * 2 ** times : firstRestMs
    return { ...breaker, stop: again(stop, now, Math.max(restMs, retryAfterMs), times) }
  }
  if (startedAt < breaker.failedAt) return breaker
  const failures = breaker.failures + 1
  if (failures < patience) return { failures, failedAt: now }
  const restMs = Math.min(longestRestMs, Math.max(firstRestMs, retryAfterMs))
  return { failures, failedAt: now, stop: begin('resting', trouble, now, restMs) }
}

/** After a refused key or a used-up quota, or (`busy`) refusals for too long. */
export function noteStop(
  breaker: Breaker,
  now: number,
  kind: Exclude<StopKind, 'resting'>,
  { isProbe, retryAfterMs, ...trouble }: Ended & Trouble & { retryAfterMs?: number },
): Breaker {
  const ms = kind === 'busy' ? (retryAfterMs ?? firstRestMs) : stopMs[kind]
  const { stop } = breaker
  if (stop?.kind !== kind) return { ...breaker, stop: begin(kind, trouble, now, ms) }
  if (!isProbe) return breaker
  return { ...breaker, stop: { ...stop, until: now + ms, probeUntil: 0, times: stop.times + 1 } }
}

/** The breaker with all its times moved, after the clock was set. */
export function shiftBreaker(breaker: Breaker, ms: number): Breaker {
  const { stop } = breaker
  const failedAt = breaker.failedAt + ms
  if (stop === undefined) return { ...breaker, failedAt }
  const { since, until, probeUntil } = stop
  const moved = { since: since + ms, until: until + ms, probeUntil: probeUntil && probeUntil + ms }
  return { ...breaker, failedAt, stop: { ...stop, ...moved } }
}

function begin(kind: StopKind, trouble: Trouble, now: number, ms: number): Stop {
  const { code, message, mend } = trouble
  const said = { code, message, ...(mend === undefined ? {} : { mend }) }
  return { ...said, kind, since: now, until: now + ms, probeUntil: 0, times: 0 }
}

function again(stop: Stop, now: number, ms: number, times: number): Stop {
  return { ...stop, until: now + Math.min(longestRestMs, ms), probeUntil: 0, times }
}
