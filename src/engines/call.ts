import PQueue from 'p-queue'
import type { Clock } from '../clock.ts'
import { BabelwireError } from '../errors.ts'
import { withDeadline } from './deadline.ts'
import { EngineError, type Engine, type EngineRequest } from './engine.ts'
import { Pacer } from './pacer.ts'
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

export interface CallPolicy {
  readonly clock: Clock
  readonly random: () => number
  /** How long one attempt may take in all, headers and body. */
  readonly deadlineMs?: number
  /** Attempts at a request that fails for reasons that may pass. Refusals (429) do not count. */
  readonly attempts?: number
  /** Longest that an engine which refuses everything is waited for. */
  readonly patienceMs?: number
}

const firstBackOffMs = 500

/** How long an engine that refused for too long is left alone, when it does not say itself. */
const restMs = 30_000

/** A caller for one engine and key; everything it is asked shares its queue, pace and stop. */
export function createCaller(engine: Engine, policy: CallPolicy): Caller {
  const { clock, random, deadlineMs = 60_000, attempts = 4, patienceMs = 600_000 } = policy
  const queue = new PQueue({ concurrency: engine.traits.concurrency })
  const pacer = new Pacer(clock, random)
  /** Set by a wrong key or a used-up quota, for ever, or by too many refusals, for a while. */
  let stopped: { readonly error: EngineError; readonly untilMs: number } | undefined
  /** When the engine began to refuse everything. */
  let refusedSince: number | undefined

  const assertWanted = (signal: AbortSignal | undefined): void => {
    if (isAborted(signal)) throw cancelled()
    if (stopped !== undefined && clock.monotonicMs() < stopped.untilMs) throw stopped.error
  }

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
      if (failure.failure !== 'temporary') await meter.release(reservation)
      return failure
    } finally {
      stop?.clear()
    }
    await meter.settle(reservation, answer.billed)
    return answer
  }

  /** How long to wait before a refused request is sent again; stops everything when that is too long. */
  const refused = (error: EngineError, startedAt: number): void => {
    const now = clock.monotonicMs()
    refusedSince ??= now
    if (now - refusedSince + (error.retryAfterMs ?? 0) <= patienceMs) {
      pacer.refused(error.retryAfterMs, startedAt)
      return
    }
    stopped = { error, untilMs: now + (error.retryAfterMs ?? restMs) }
    throw error
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

  const persist = async <T>(
    attemptOnce: () => Promise<T | EngineError>,
    signal: AbortSignal | undefined,
  ): Promise<T> => {
    let failures = 0
    for (;;) {
      assertWanted(signal)
      const startedAt = await pacer.turn(signal)
      assertWanted(signal)
      const result = await attemptOnce()
      if (!(result instanceof EngineError)) {
        pacer.succeeded()
        refusedSince = undefined
        return result
      }
      if (result.code === 'auth' || result.code === 'quota') {
        stopped = { error: result, untilMs: Infinity }
      }
      if (result.failure === 'permanent') throw result
      if (result.failure === 'rate') {
        refused(result, startedAt)
        continue
      }
      failures++
      const { retryAfterMs = 0 } = result
      if (failures >= attempts || retryAfterMs > patienceMs) throw result
      const backOffMs = firstBackOffMs * 2 ** (failures - 1) * (0.5 + random())
      await clock.sleep(Math.max(backOffMs, retryAfterMs), signal)
    }
  }

  return {
    engine,
    ask: async (work, signal) => {
      try {
        return await persist(() => attemptFree(work, signal), signal)
      } catch (error) {
        throw isAborted(signal) ? cancelled() : error
      }
    },
    call: async (request, meter, signal, priority = 0) => {
      assertWanted(signal)
      // What is queued leaves the queue at once; what has begun ends in its own way.
      const queued = new AbortController()
      const leave = (): void => queued.abort()
      signal?.addEventListener('abort', leave, { once: true })
      const begin = (): Promise<ValidAnswer> => {
        signal?.removeEventListener('abort', leave)
        return persist(() => attempt(request, meter, signal), signal)
      }
      try {
        return await queue.add(begin, { signal: queued.signal, priority })
      } catch (error) {
        throw isAborted(signal) ? cancelled() : error
      }
    },
  }
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
