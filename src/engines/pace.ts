import {
  admit,
  closedBreaker,
  noteAlive,
  noteDown,
  noteNothing,
  noteStop,
  noteWell,
  remainingMs,
  shiftBreaker,
  type Breaker,
  type Ended,
  type Stop,
  type Trouble,
} from './breaker.ts'
import {
  noteRefusal,
  noteSuccess,
  reserveStart,
  sensibleMs,
  shiftRate,
  unknownRate,
  type Rate,
} from './pace-rate.ts'
import { setShare, shiftShares, takeShare, type Claim, type Shares } from './pace-shares.ts'

/** All that those who use one engine key must know of each other. Plain data, kept as JSON. */
export interface Pace {
  readonly format: 1
  /** When it last changed; all times are milliseconds of the keeper's clock. */
  readonly at: number
  readonly rate: Rate
  readonly breaker: Breaker
  readonly shares: Shares
}

/** A start that was given to a process and lies ahead. */
export interface Reserved {
  readonly startAt: number
  readonly isProbe: boolean
}

/** A process that wants to start a request. */
export interface Wish {
  /** Whether the request was not sent before. */
  readonly isFresh: boolean
  readonly waitedMs: number
  readonly reserved?: Reserved | undefined
  /** Nothing where the process is alone and counts its requests itself. */
  readonly claim?: Claim | undefined
}

/** What a process that wants to start a request is told. */
export type Reply =
  | { readonly kind: 'go'; readonly startedAt: number; readonly isProbe: boolean }
  /** Its start lies ahead: ask again then. */
  | { readonly kind: 'wait'; readonly waitMs: number; readonly reserved: Reserved }
  /** The other processes run as much as the engine takes. */
  | { readonly kind: 'full' }
  | { readonly kind: 'stopped'; readonly stop: Stop; readonly remainingMs: number }

/** How a request ended, as far as others are concerned. */
export type TurnEnd =
  | { readonly kind: 'well' | 'alive' | 'nothing' }
  | ({ readonly kind: 'down'; readonly retryAfterMs?: number } & Trouble)
  | ({ readonly kind: 'quota' | 'auth' } & Trouble)
  | ({
      readonly kind: 'refused'
      readonly retryAfterMs?: number
      readonly random: number
      /** Longest that an engine which refuses everything is waited for. */
      readonly patienceMs: number
    } & Trouble)

/** What becomes of it. */
export interface Verdict {
  readonly stop?: Stop
  readonly remainingMs: number
  /** Whether this request is the first that met the stop. */
  readonly isNew: boolean
}

/** An engine of which nothing is known. */
export const freshPace: Pace = {
  format: 1,
  at: 0,
  rate: unknownRate,
  breaker: closedBreaker,
  shares: {},
}

/** A start is due when less than this is left: timers count whole milliseconds. */
const dueMs = 0.5

/** Asks for the next start. What has to wait holds its place among the other processes. */
export function askTurn(
  pace: Pace,
  now: number,
  { isFresh, waitedMs, reserved, claim }: Wish,
): readonly [Pace, Reply] {
  const admitted =
    reserved?.isProbe === true
      ? { breaker: pace.breaker, isProbe: true }
      : admit(pace.breaker, now, isFresh)
  if ('stop' in admitted) {
    const { stop } = admitted
    return [pace, { kind: 'stopped', stop, remainingMs: remainingMs(stop, now) }]
  }
  const { breaker, isProbe } = admitted
  const { pausedUntil, nextStart } = pace.rate
  // A start before the end of a newer pause, or from before the clock was set back, is no more.
  if (reserved !== undefined && reserved.startAt >= pausedUntil && reserved.startAt <= nextStart) {
    return [withParts(pace, { breaker }), start(reserved.startAt, isProbe, now)]
  }
  const taken = claim && takeShare(pace.shares, now, claim)
  if (taken?.isGranted === false) {
    return [withParts(pace, { shares: taken.shares }), { kind: 'full' }]
  }
  const { rate, startAt } = reserveStart(pace.rate, now, now - waitedMs)
  const shares = taken?.shares ?? pace.shares
  return [withParts(pace, { rate, breaker, shares }), start(startAt, isProbe, now)]
}

/** Notes how a request ended. */
export function endTurn(
  pace: Pace,
  now: number,
  { startedAt, isProbe }: Ended,
  end: TurnEnd,
): readonly [Pace, Verdict] {
  const { rate, breaker } = noteEnd(pace, now, { startedAt, isProbe }, end)
  const { stop } = breaker
  const verdict: Verdict = {
    remainingMs: stop === undefined ? 0 : remainingMs(stop, now),
    isNew: stop !== undefined && stop.kind !== pace.breaker.stop?.kind,
    ...(stop === undefined ? {} : { stop }),
  }
  return [withParts(pace, { rate, breaker }), verdict]
}

/** Notes what a process runs now. */
export function sayRunning(pace: Pace, now: number, holder: string, running: number): Pace {
  return withParts(pace, { shares: setShare(pace.shares, now, holder, running) })
}

/** The pace with all its times moved, after the clock was set. */
export function shiftPace({ at, rate, breaker, shares }: Pace, ms: number): Pace {
  return {
    format: 1,
    at: at + ms,
    rate: shiftRate(rate, ms),
    breaker: shiftBreaker(breaker, ms),
    shares: shiftShares(shares, ms),
  }
}

function noteEnd(
  { rate, breaker }: Pace,
  now: number,
  ended: Ended,
  end: TurnEnd,
): Pick<Pace, 'rate' | 'breaker'> {
  switch (end.kind) {
    case 'well':
      return { rate: noteSuccess(rate, now), breaker: noteWell(breaker, ended) }
    case 'alive':
      return { rate, breaker: noteAlive(breaker, ended) }
    case 'nothing':
      return { rate, breaker: noteNothing(breaker, ended) }
    case 'down':
      return { rate, breaker: noteDown(breaker, now, { ...end, ...ended }) }
    case 'quota':
    case 'auth':
      return { rate, breaker: noteStop(breaker, now, end.kind, { ...end, ...ended }) }
    case 'refused': {
      const retryAfterMs = sensibleMs(end.retryAfterMs)
      const refused = noteRefusal(rate, now, {
        startedAt: ended.startedAt,
        retryAfterMs,
        random: end.random,
      })
      const waitedMs = now - (refused.refusedSince ?? now) + (retryAfterMs ?? 0)
      const trouble = retryAfterMs === undefined ? end : { ...end, retryAfterMs }
      return waitedMs <= end.patienceMs
        ? { rate: refused, breaker: noteAlive(breaker, ended) }
        : {
            // The stop takes the place of a pause.
            rate: { ...rate, refusedSince: refused.refusedSince ?? now },
            breaker: noteStop(breaker, now, 'busy', { ...withoutZero(trouble), ...ended }),
          }
    }
  }
}

function withoutZero<T extends { readonly retryAfterMs?: number }>(trouble: T): T {
  const { retryAfterMs, ...rest } = trouble
  return (sensibleMs(retryAfterMs) === undefined ? rest : trouble) as T
}

function start(startAt: number, isProbe: boolean, now: number): Reply {
  return startAt - now < dueMs
    ? { kind: 'go', startedAt: startAt, isProbe }
    : { kind: 'wait', waitMs: startAt - now, reserved: { startAt, isProbe } }
}

/** The same object where nothing changed, so that nothing is written. */
function withParts(pace: Pace, parts: Partial<Pace>): Pace {
  const isSame = Object.entries(parts).every(([key, part]) => pace[key as keyof Pace] === part)
  return isSame ? pace : { ...pace, ...parts }
}
