import { describe, expect, test } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { createCaller, type Caller } from '../../src/engines/call.ts'
import type { CallPolicy } from '../../src/engines/call-policy.ts'
import { EngineError, type EngineAnswer, type EngineRequest } from '../../src/engines/engine.ts'
import { BabelwireError } from '../../src/errors.ts'
import { createFakeClock, type FakeClock } from './fake-clock.ts'
import { fakeEngine, meterLog, type Translate } from './fake-engine.ts'

const request: EngineRequest = { source: 'en', target: 'uk', texts: ['Kyiv stands.'] }
const answer: EngineAnswer = { texts: ['Київ стоїть.'], billed: 12 }
const valid = { texts: ['Київ стоїть.'], billed: 12 }

const busy = (retryAfterMs?: number): EngineError =>
  new EngineError('engine', 'HTTP 429', 'rate', retryAfterMs === undefined ? {} : { retryAfterMs })
const down = (): EngineError => new EngineError('engine', 'HTTP 503', 'temporary')

interface Desk {
  readonly clock: FakeClock
  readonly caller: Caller
  /** When each request was sent, in milliseconds. */
  readonly sent: readonly number[]
}

/** A caller whose engine fails as told, in order, then answers. */
function deskOf(failures: readonly unknown[], policy: Partial<CallPolicy> = {}): Desk {
  const clock = createFakeClock()
  const sent: number[] = []
  const waiting = [...failures]
  const translate: Translate = () => {
    sent.push(clock.monotonicMs())
    const failure = waiting.shift()
    return failure === undefined ? Promise.resolve(answer) : Promise.reject(failure as Error)
  }
  const caller = createCaller(fakeEngine(translate), { clock, random: () => 0.5, ...policy })
  return { clock, caller, sent }
}

describe('an engine that asks for fewer requests', () => {
  test('is left alone as long as it says, which counts as no attempt', async () => {
    const failures = Array.from({ length: 9 }, () => busy(2_000))
    const { clock, caller, sent } = deskOf(failures)
    const meter = meterLog()
    expect(await clock.run(caller.call(request, meter))).toEqual(valid)
    expect(sent).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18].map((seconds) => seconds * 1000))
    expect(meter.log.slice(0, 2)).toEqual(['reserve 1', 'release 1'])
    expect(meter.log.slice(-2)).toEqual(['reserve 10', 'settle 10 12'])
  })

  test('without saying how long, or "0", is left alone longer and longer', async () => {
    for (const failure of [busy(), busy(0)]) {
      const { clock, caller, sent } = deskOf(Array.from({ length: 6 }, () => failure))
      await clock.run(caller.call(request, meterLog()))
      const pauses = sent.slice(1).map((at, i) => at - (sent[i] ?? 0))
      expect(pauses).toHaveLength(6)
      expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
      expect(pauses[0]).toBe(250)
      expect(pauses.at(-1)).toBe(8_000)
    }
  })

  test('for ever is given up in the end, and nobody else waits for it again', async () => {
    const failures = Array.from({ length: 100_000 }, () => busy(0))
    const { clock, caller, sent } = deskOf(failures, { patienceMs: 60_000 })
    const calls = Array.from({ length: 50 }, () => caller.call(request, meterLog()))
    const results = await clock.run(Promise.allSettled(calls))
    expect(results.every(({ status }) => status === 'rejected')).toBe(true)
    expect(clock.monotonicMs()).toBeLessThan(100_000)
    expect(sent.length).toBeLessThan(100)
  })

  test('for a whole day fails at once, for everybody', async () => {
    const { clock, caller, sent } = deskOf([busy(86_400_000)])
    const [first, second] = await clock.run(
      Promise.allSettled([
        caller.call(request, meterLog()),
        clock.sleep(10).then(() => caller.call(request, meterLog())),
      ]),
    )
    expect(first).toMatchObject({ status: 'rejected', reason: { message: 'HTTP 429' } })
    expect(second).toMatchObject({ status: 'rejected' })
    expect(sent).toEqual([0])
    expect(clock.monotonicMs()).toBeLessThan(1_000)
  })

  test('pauses all requests, not only the one it refused', async () => {
    const { clock, caller, sent } = deskOf([busy(5_000)])
    const calls = Array.from({ length: 8 }, (_, i) =>
      clock.sleep(i).then(() => caller.call(request, meterLog())),
    )
    await clock.run(Promise.all(calls))
    expect(sent.filter((at) => at < 5_000)).toEqual([0])
    expect(sent).toHaveLength(9)
  })
})

describe('trouble that may pass', () => {
  test('is met with four attempts, further and further apart', async () => {
    const { clock, caller, sent } = deskOf([down(), down(), down()])
    expect(await clock.run(caller.call(request, meterLog()))).toEqual(valid)
    expect(sent).toEqual([0, 500, 1_500, 3_500])
  })

  test('and does not pass is given up after four', async () => {
    const { clock, caller, sent } = deskOf([down(), down(), down(), down()])
    const meter = meterLog()
    await expect(clock.run(caller.call(request, meter))).rejects.toThrow('HTTP 503')
    expect(sent).toHaveLength(4)
    // Each attempt may have been billed, so no price is given back.
    expect(meter.log).toEqual(['reserve 1', 'reserve 2', 'reserve 3', 'reserve 4'])
  })

  test('is given the time it asks for', async () => {
    const later = new EngineError('engine', 'HTTP 503', 'temporary', { retryAfterMs: 9_000 })
    const { clock, caller, sent } = deskOf([later])
    await clock.run(caller.call(request, meterLog()))
    expect(sent).toEqual([0, 9_000])
  })

  test('includes an answer of the wrong number of texts', async () => {
    const answers = [{ texts: [], billed: 0 }, answer]
    const clock = createFakeClock()
    const engine = fakeEngine(() => Promise.resolve(answers.shift() ?? answer))
    const caller = createCaller(engine, { clock, random: () => 0.5 })
    const meter = meterLog()
    expect(await clock.run(caller.call(request, meter))).toEqual(valid)
    expect(meter.log).toEqual(['reserve 1', 'reserve 2', 'settle 2 12'])
  })
})

describe('trouble that does not pass', () => {
  test('is not repeated, its price is given back, and others go on', async () => {
    const { clock, caller, sent } = deskOf([new EngineError('engine', 'HTTP 400', 'permanent')])
    const meter = meterLog()
    await expect(clock.run(caller.call(request, meter))).rejects.toThrow('HTTP 400')
    expect(meter.log).toEqual(['reserve 1', 'release 1'])
    expect(await clock.run(caller.call(request, meterLog()))).toEqual(valid)
    expect(sent).toHaveLength(2)
  })

  test.each(['auth', 'quota'] as const)('stops everything when it is %s', async (code) => {
    const { clock, caller, sent } = deskOf([new EngineError(code, 'HTTP 4xx', 'permanent')])
    const calls = Array.from({ length: 20 }, (_, i) =>
      clock.sleep(i).then(() => caller.call(request, meterLog())),
    )
    const results = await clock.run(Promise.allSettled(calls))
    expect(results.map((result) => (result as { reason?: { code: string } }).reason?.code)).toEqual(
      Array.from({ length: 20 }, () => code),
    )
    expect(sent).toHaveLength(1)
    await expect(caller.call(request, meterLog())).rejects.toMatchObject({ code })
  })

  test('keeps its code, place and mend when it is not of the engine itself', async () => {
    const details = { place: { file: 'glossary.yaml', line: 3 }, mend: 'Mend line 3.' }
    const { clock, caller } = deskOf([new BabelwireError('glossary', 'refused', details)])
    await expect(clock.run(caller.call(request, meterLog()))).rejects.toMatchObject({
      code: 'glossary',
      ...details,
    })
  })

  test('and is a bug stays one', async () => {
    const bug = new TypeError('texts is undefined')
    const { clock, caller, sent } = deskOf([bug])
    await expect(clock.run(caller.call(request, meterLog()))).rejects.toBe(bug)
    expect(sent).toHaveLength(1)
  })
})

describe('money', () => {
  test('that is not there: the error passes through untouched and nothing is sent', async () => {
    const { clock, caller, sent } = deskOf([])
    const error = new BabelwireError('budget', 'the next request costs too much')
    const meter = { ...meterLog(), reserve: () => Promise.reject(error) }
    await expect(clock.run(caller.call(request, meter))).rejects.toBe(error)
    expect(sent).toEqual([])
  })

  test('that was spent is not given back when the ledger cannot be written', async () => {
    const { clock, caller, sent } = deskOf([])
    const error = new BabelwireError('storage', 'the store failed: disk full')
    const meter = meterLog()
    const failing = { ...meter, settle: () => Promise.reject(error) }
    await expect(clock.run(caller.call(request, failing))).rejects.toBe(error)
    expect(meter.log).toEqual(['reserve 1'])
    expect(sent).toHaveLength(1)
  })
})

describe('requests in flight', () => {
  test('are never more than the engine allows', async () => {
    const clock = createFakeClock()
    let inFlight = 0
    let most = 0
    const engine = fakeEngine(
      async () => {
        most = Math.max(most, ++inFlight)
        await clock.sleep(100)
        inFlight--
        if (most === 3 && clock.monotonicMs() === 100) throw busy(50)
        return answer
      },
      { concurrency: 3 },
    )
    const caller = createCaller(engine, { clock, random: () => 0.5 })
    await clock.run(Promise.all(Array.from({ length: 40 }, () => caller.call(request, meterLog()))))
    expect(most).toBe(3)
  })

  test('end by the deadline, also in an engine that does not listen', async () => {
    const engine = fakeEngine(() => new Promise(() => undefined))
    const clock = createFakeClock()
    const caller = createCaller(engine, { clock, random: () => 0, deadlineMs: 20, attempts: 2 })
    const meter = meterLog()
    await expect(clock.run(caller.call(request, meter))).rejects.toMatchObject({
      code: 'network',
      message: 'fake did not answer in time',
    })
    expect(meter.log).toEqual(['reserve 1', 'reserve 2'])
  })
})

describe('cancelling', () => {
  const cancelled = { code: 'cancelled', mend: 'Run again: what was translated so far is kept.' }

  /** Cancels after a moment of real time; @returns how long it took from there. */
  async function cancel(call: (signal: AbortSignal) => Promise<unknown>): Promise<number> {
    const stop = new AbortController()
    const ended = call(stop.signal)
    await systemClock.sleep(50)
    const started = performance.now()
    // As a command does on Ctrl-C: the reason is an error of ours, which must not look like a refusal.
    stop.abort(new BabelwireError('cancelled', 'stopped by SIGINT'))
    await expect(ended).rejects.toMatchObject(cancelled)
    return performance.now() - started
  }

  const policy = { clock: systemClock, random: () => 0.5 }

  test('works at once before anything is sent', async () => {
    const { caller, sent } = deskOf([])
    await expect(caller.call(request, meterLog(), AbortSignal.abort())).rejects.toMatchObject(
      cancelled,
    )
    expect(sent).toEqual([])
  })

  test('works during a request, whose price stays reserved', async () => {
    const engine = fakeEngine(
      (_, signal) =>
        new Promise((_, reject) => {
          const error = new BabelwireError('cancelled', 'the request was cancelled')
          signal?.addEventListener('abort', () => reject(error))
        }),
    )
    const meter = meterLog()
    const caller = createCaller(engine, policy)
    expect(await cancel((signal) => caller.call(request, meter, signal))).toBeLessThan(100)
    expect(meter.log).toEqual(['reserve 1'])
  })

  test('waits for the answer of a paid engine, which is billed either way', async () => {
    const engine = fakeEngine(
      async (_, signal) => {
        // Longer than the moment that work which ignores its signal is given.
        await systemClock.sleep(500, signal)
        return { texts: ['Київ'], billed: 4 }
      },
      { isPaid: true },
    )
    const meter = meterLog()
    const stop = new AbortController()
    const answer = createCaller(engine, policy).call(request, meter, stop.signal)
    await systemClock.sleep(50)
    stop.abort()
    expect((await answer).billed).toBe(4)
    expect(meter.log.at(-1)).toMatch(/^settle/)
  })

  test('works in an engine that does not listen', async () => {
    const caller = createCaller(
      fakeEngine(() => new Promise(() => undefined)),
      policy,
    )
    expect(await cancel((signal) => caller.call(request, meterLog(), signal))).toBeLessThan(1_000)
  })

  test('works in a back-off and in a pause', async () => {
    for (const failure of [down(), busy(30_000)]) {
      const caller = createCaller(
        fakeEngine(() => Promise.reject(failure)),
        policy,
      )
      expect(await cancel((signal) => caller.call(request, meterLog(), signal))).toBeLessThan(100)
    }
  })

  test('works in the queue, where nothing is reserved or sent any more', async () => {
    let sent = 0
    const engine = fakeEngine(
      (_, signal) => {
        sent++
        return new Promise((_, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason as Error))
        })
      },
      { concurrency: 1 },
    )
    const caller = createCaller(engine, policy)
    const meter = meterLog()
    const took = await cancel(async (signal) => {
      const results = await Promise.allSettled(
        Array.from({ length: 30 }, () => caller.call(request, meter, signal)),
      )
      for (const result of results) expect(result).toMatchObject({ reason: cancelled })
      throw (results[0] as PromiseRejectedResult).reason
    })
    expect(took).toBeLessThan(200)
    expect(sent).toBe(1)
    expect(meter.log).toEqual(['reserve 1'])
  })

  test('works in the queue behind a request of somebody else', async () => {
    const engine = fakeEngine(() => new Promise(() => undefined), { concurrency: 1 })
    const caller = createCaller(engine, policy)
    const other = new AbortController()
    const blocked = caller.call(request, meterLog(), other.signal)
    const took = await cancel((signal) => caller.call(request, meterLog(), signal))
    expect(took).toBeLessThan(500)
    other.abort()
    await expect(blocked).rejects.toMatchObject(cancelled)
  })
})
