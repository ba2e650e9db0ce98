import { BabelwireError } from '../errors.ts'
import type { Stop } from './breaker.ts'
import type { CallPolicy, EngineAttempt } from './call-policy.ts'
import { withDeadline } from './deadline.ts'
import { EngineError, type Engine, type EngineRequest } from './engine.ts'
import type { TurnEnd, Verdict } from './pace.ts'
import { createPaceKeeper } from './pace-keeper.ts'
import { createPacer, type Seat, type Turn } from './pacer.ts'
import { restsUntil, stopError } from './stop-error.ts'
import { validateAnswer, type ValidAnswer } from './validate.ts'

/** Money for one attempt; see `budget.ts`. */
export interface Meter {
  /** Before each attempt; what it throws keeps the request from being sent. */
  reserve(request: EngineRequest): Promise<string>
  settle(id: string, billed: number): Promise<void>
  release(id: string): Promise<void>
}

/** The one place where requests to an engine are queued, paced, repeated and given up. */
export interface Caller {
  readonly engine: Engine
  /** Of what waits, the requests of a higher priority go first; 0 is usual. */
  call(
    request: EngineRequest,
    meter: Meter,
    signal?: AbortSignal,
    priority?: number,
  ): Promise<ValidAnswer>
  /** Anything else that is asked of the engine and costs nothing: its languages, its glossaries. */
  ask<T>(work: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T>
}

const firstBackOffMs = 500

/** A caller for one engine and key; everything it is asked shares its queue, pace and stop. */
export function createCaller(engine: Engine, policy: CallPolicy): Caller {
  const { clock, random, deadlineMs = 60_000, attempts = 4, patienceMs = 600_000 } = policy
  const { pace = createPaceKeeper(clock), paceKey = engine.name, alert, observe } = policy
  const observed = (outcome: EngineAttempt['outcome'], ms: number): void =>
    observe?.({ engine: engine.name, outcome, ms })
  const pacer = createPacer({
    concurrency: engine.traits.concurrency,
    keeper: pace,
    key: paceKey,
    clock,
    random,
    refuse: (stop, remainingMs) => stopError(engine.name, stop, remainingMs, clock),
  })

  const late = (): EngineError =>
    new EngineError('network', `${engine.name} did not answer in time`, 'temporary')

  const attempt = async (
    request: EngineRequest,
    meter: Meter,
    signal: AbortSignal | undefined,
  ): Promise<ValidAnswer | EngineError> => {
    const reservation = await meter.reserve(request)
    // What is on its way to a paid engine is billed either way, so a stop waits for its answer.
    const stop = engine.traits.isPaid ? later(signal, graceAfterStopMs) : undefined
    const startedAt = clock.monotonicMs()
    let answer: ValidAnswer
    try {
      answer = validateAnswer(
        engine.name,
        request,
        await withDeadline(
          (either) => engine.translate(request, either),
          deadlineMs,
          late,
          stop?.signal ?? signal,
        ),
      )
    } catch (error) {
      // Only a clear refusal is surely free; what timed out, broke or was cancelled may be billed.
      if (isAborted(signal)) throw cancelled()
      const failure = toFailure(error)
      observed(failure.failure === 'rate' ? 'refused' : 'failed', clock.monotonicMs() - startedAt)
      if (failure.failure !== 'temporary') await meter.release(reservation)
      return failure
    } finally {
      stop?.clear()
    }
    observed('answered', clock.monotonicMs() - startedAt)
    await meter.settle(reservation, answer.billed)
    return answer
  }

  /** An attempt at something that is not billed. */
  const attemptFree = async <T>(
    work: (signal: AbortSignal) => Promise<T>,
    signal: AbortSignal | undefined,
  ): Promise<T | EngineError> => {
    try {
      return await withDeadline(work, deadlineMs, late, signal)
    } catch (error) {
      if (isAborted(signal)) throw cancelled()
      return toFailure(error)
    }
  }

  /** Tells all who share the engine how a turn ended; alarms when this is the first to meet a stop. */
  const end = async (turn: Turn, how: TurnEnd): Promise<Verdict> => {
    const verdict = await turn.end(how)
    const { stop, isNew, remainingMs } = verdict
    if (stop !== undefined && isNew) {
      alert?.({
        kind: stop.kind === 'busy' ? 'resting' : stop.kind,
        engine: engine.name,
        message: stop.message,
        until: restsUntil(remainingMs, clock),
      })
    }
    return verdict
  }

  /** One attempt in its turn. What is thrown says nothing of the engine: no money, a stop, a bug. */
  const takeTurn = async <T>(
    seat: Seat,
    attemptOnce: () => Promise<T | EngineError>,
    signal: AbortSignal | undefined,
  ): Promise<{
    readonly result: T | EngineError
    readonly stop?: Stop
    readonly restMs: number
  }> => {
    const turn = await seat.turn(signal)
    let how: TurnEnd = { kind: 'nothing' }
    let result: T | EngineError
    try {
      if (isAborted(signal)) throw cancelled()
      result = await attemptOnce()
      how = endOf(result, random(), patienceMs)
    } catch (error) {
      await end(turn, how).catch(() => undefined)
      throw error
    }
    // An answer is there, and paid for, whatever happens to the pace.
    const noted = end(turn, how).catch((error: unknown) => {
      if (result instanceof EngineError) throw error
      return undefined
    })
    const verdict = await noted
    const { stop, remainingMs: restMs = 0 } = verdict ?? {}
    return { result, restMs, ...(stop === undefined ? {} : { stop }) }
  }

  const persist = async <T>(
    seat: Seat,
    attemptOnce: () => Promise<T | EngineError>,
    signal: AbortSignal | undefined,
  ): Promise<T> => {
    let failures = 0
    for (;;) {
      const { result, stop, restMs } = await takeTurn(seat, attemptOnce, signal)
      if (!(result instanceof EngineError)) return result
      if (stop !== undefined && (stop.kind === result.code || stop.kind === 'busy')) {
        throw stopError(engine.name, stop, restMs, clock)
      }
      if (result.failure === 'permanent') throw result
      if (result.failure === 'rate') continue
      failures++
      const { retryAfterMs = 0 } = result
      if (failures >= attempts || retryAfterMs > patienceMs) throw result
      const backOffMs = firstBackOffMs * 2 ** (failures - 1) * (0.5 + random())
      await clock.sleep(Math.max(backOffMs, retryAfterMs), signal)
    }
  }

  /** Does all that one request needs, from a seat of its own. */
  const withSeat = async <T>(
    seat: Seat,
    attemptOnce: () => Promise<T | EngineError>,
    signal: AbortSignal | undefined,
  ): Promise<T> => {
    try {
      if (isAborted(signal)) throw cancelled()
      return await persist(seat, attemptOnce, signal)
    } catch (error) {
      throw isAborted(signal) ? cancelled() : error
    } finally {
      seat.leave()
    }
  }

  return {
    engine,
    // Work waits for what is asked here, so it comes first.
    ask: (work, signal) =>
      withSeat(pacer.join(Infinity, true), () => attemptFree(work, signal), signal),
    call: (request, meter, signal, priority = 0) => {
      const seat = pacer.join(priority)
      const turn: Seat['turn'] = (wanted) =>
        seat.turn(wanted).catch((error: unknown) => {
          if (error instanceof EngineError) observed('stopped', 0)
          throw error
        })
      return withSeat({ ...seat, turn }, () => attempt(request, meter, signal), signal)
    },
  }
}

/** What a result tells of the engine. */
function endOf(result: unknown, random: number, patienceMs: number): TurnEnd {
  if (!(result instanceof EngineError)) return { kind: 'well' }
  const { code, message, mend, retryAfterMs, failure } = result
  const trouble = {
    code,
    message,
    ...(mend === undefined ? {} : { mend }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  }
  if (code === 'quota' || code === 'auth') return { kind: code, ...trouble }
  if (failure === 'rate') return { kind: 'refused', random, patienceMs, ...trouble }
  // An engine whose answers are of no use still answers.
  return failure === 'permanent' || code === 'answer'
    ? { kind: 'alive' }
    : { kind: 'down', ...trouble }
}

/** How long a stopped run waits for answers it pays for. */
const graceAfterStopMs = 10_000

/** A signal that is aborted some time after another. */
function later(
  signal: AbortSignal | undefined,
  graceMs: number,
): { readonly signal: AbortSignal; readonly clear: () => void } {
  const controller = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const begin = (): void => {
    timer = setTimeout(() => controller.abort(signal?.reason), graceMs)
  }
  signal?.addEventListener('abort', begin, { once: true })
  return {
    signal: controller.signal,
    clear: () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', begin)
    },
  }
}

function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true
}

function cancelled(): BabelwireError {
  return new BabelwireError('cancelled', 'stopped before it was done', {
    mend: 'Run again: what was translated so far is kept.',
  })
}

/** Whatever was thrown, as a failure; an unknown error is a bug and stays one. */
function toFailure(error: unknown): EngineError {
  if (error instanceof EngineError) return error
  if (error instanceof BabelwireError) {
    return new EngineError(error.code, error.message, 'permanent', {
      ...(error.place === undefined ? {} : { place: error.place }),
      ...(error.mend === undefined ? {} : { mend: error.mend }),
    })
  }
  throw error
}
