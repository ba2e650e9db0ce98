import PQueue from 'p-queue'
import type { Clock } from '../clock.ts'
import { BabelwireError } from '../errors.ts'
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
  call(request: EngineRequest, meter: Meter, signal?: AbortSignal): Promise<ValidAnswer>
}

export interface CallPolicy {
  readonly clock: Clock
  readonly random: () => number
  /** How long one attempt may take in all, headers and body. */
  readonly deadlineMs?: number
  /** Attempts at a request that fails for reasons that may pass. Refusals (429) do not count. */
  readonly attempts?: number
  /** Longest that a request waits for an engine that refuses. */
  readonly patienceMs?: number
}

const firstBackOffMs = 500

/** A caller for one engine and key; everything it is asked shares its queue, pace and stop. */
export function createCaller(engine: Engine, policy: CallPolicy): Caller {
  const { clock, random, deadlineMs = 60_000, attempts = 4, patienceMs = 600_000 } = policy
  const queue = new PQueue({ concurrency: engine.traits.concurrency })
  const pacer = new Pacer(clock, random)
  /** Set by a wrong key or a used-up quota: nothing more is sent. */
  let stopped: EngineError | undefined

  const attempt = async (
    request: EngineRequest,
    meter: Meter,
    signal: AbortSignal | undefined,
  ): Promise<ValidAnswer | EngineError> => {
    const reservation = await meter.reserve(request)
    const deadline = AbortSignal.timeout(deadlineMs)
    const either = signal === undefined ? deadline : AbortSignal.any([signal, deadline])
    try {
      const answer = await engine.translate(request, either)
      const valid = validateAnswer(engine.name, request, answer)
      await meter.settle(reservation, valid.billed)
      return valid
    } catch (error) {
      const failure = toFailure(engine.name, error, deadline)
      // Only a clear refusal is surely free; a time-out or a broken answer may have been billed.
      if (failure.failure !== 'temporary') await meter.release(reservation)
      if (isAborted(signal)) throw cancelled()
      return failure
    }
  }

  const persist = async (
    request: EngineRequest,
    meter: Meter,
    signal: AbortSignal | undefined,
  ): Promise<ValidAnswer> => {
    let failures = 0
    let waitedMs = 0
    for (;;) {
      await pacer.turn(signal)
      if (stopped !== undefined) throw stopped
      const result = await attempt(request, meter, signal)
      if (!(result instanceof EngineError)) {
        pacer.succeeded()
        return result
      }
      if (result.code === 'auth' || result.code === 'quota') stopped = result
      if (result.failure === 'permanent') throw result
      if (result.failure === 'rate') {
        if (waitedMs + (result.retryAfterMs ?? 0) > patienceMs) throw result
        waitedMs += pacer.refused(result.retryAfterMs)
      } else {
        failures++
        if (failures >= attempts) throw result
        await clock.sleep(firstBackOffMs * 2 ** (failures - 1) * (0.5 + random()), signal)
      }
    }
  }

  return {
    engine,
    call: async (request, meter, signal) => {
      if (isAborted(signal)) throw cancelled()
      try {
        return await queue.add(() => persist(request, meter, signal))
      } catch (error) {
        throw isAborted(signal) ? cancelled() : error
      }
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
function toFailure(engine: string, error: unknown, deadline: AbortSignal): EngineError {
  if (deadline.aborted) {
    return new EngineError('network', `${engine} did not answer in time`, 'temporary')
  }
  if (error instanceof EngineError) return error
  if (error instanceof BabelwireError) {
    return new EngineError(error.code, error.message, 'permanent', {
      ...(error.mend === undefined ? {} : { mend: error.mend }),
    })
  }
  throw error
}
