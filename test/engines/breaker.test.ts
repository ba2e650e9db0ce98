import { describe, expect, test } from 'vitest'
import type { CallPolicy, EngineAlert, EngineAttempt } from '../../src/engines/call-policy.ts'
import { createCaller } from '../../src/engines/call.ts'
import { EngineError } from '../../src/engines/engine.ts'
import { createFakeClock, type FakeClock } from './fake-clock.ts'
import { fakeEngine, meterLog } from './fake-engine.ts'

const request = { source: 'en', target: 'ar', texts: ['The bridge is closed.'] }
const answer = { texts: ['الجسر مغلق.'], billed: 21 }

interface Desk {
  readonly clock: FakeClock
  readonly sent: readonly number[]
  readonly alerts: readonly EngineAlert[]
  readonly attempts: readonly EngineAttempt[]
  /** One call to its end; @returns its error, if any. */
  ask(): Promise<EngineError | undefined>
}

/** An engine that fails as long as `trouble` gives an error. */
function deskOf(trouble: () => EngineError | undefined, policy: Partial<CallPolicy> = {}): Desk {
  const clock = createFakeClock()
  const sent: number[] = []
  const alerts: EngineAlert[] = []
  const attempts: EngineAttempt[] = []
  const engine = fakeEngine(async () => {
    sent.push(clock.monotonicMs())
    await clock.sleep(10)
    const error = trouble()
    if (error !== undefined) throw error
    return answer
  })
  const caller = createCaller(engine, {
    clock,
    random: () => 0.5,
    attempts: 1,
    alert: (alert) => alerts.push(alert),
    observe: (attempt) => attempts.push(attempt),
    ...policy,
  })
  return {
    clock,
    sent,
    alerts,
    attempts,
    ask: () =>
      clock.run(
        caller.call(request, meterLog()).then(
          () => undefined,
          (error: unknown) => error as EngineError,
        ),
      ),
  }
}

const down = (): EngineError => new EngineError('network', 'connection refused', 'temporary')

describe('an engine that fails five times in a row', () => {
  test('rests for half a minute, and what is asked meanwhile fails at once and says until when', async () => {
    const { clock, sent, alerts, attempts, ask } = deskOf(down)
    for (let n = 0; n < 5; n++) await ask()
    const error = await ask()
    expect(sent).toHaveLength(5)
    expect(error).toMatchObject({ code: 'network', failure: 'temporary' })
    expect(error?.message).toBe(
      'fake failed again and again and rests until 2026-11-23 08:00 UTC: connection refused',
    )
    expect(error?.retryAfterMs).toBe(30_000)
    expect(alerts).toMatchObject([{ kind: 'resting', message: 'connection refused' }])
    expect(attempts.map(({ outcome }) => outcome)).toEqual([
      ...Array.from({ length: 5 }, () => 'failed'),
      'stopped',
    ])
    await clock.runUntil(29_000)
    await ask()
    expect(sent).toHaveLength(5)
  })

  test('is tried by one request, further and further apart, ten minutes at most', async () => {
    const { clock, sent, alerts, ask } = deskOf(down)
    for (let n = 0; n < 5; n++) await ask()
    for (let second = 1; second < 3_600; second++) {
      await clock.runUntil(second * 1000)
      await Promise.all([ask(), ask()])
    }
    const gaps = sent.slice(5).map((at, i) => Math.round((at - (sent[i + 4] ?? 0)) / 1000))
    // It is asked once a second, so each rest is over a second later.
    expect(gaps.slice(0, 7)).toEqual([31, 61, 121, 241, 481, 601, 601])
    expect(alerts).toHaveLength(1)
  })

  test('is used again by all once that request is answered, and the next trouble is told again', async () => {
    let isDown = true
    const { clock, sent, alerts, ask } = deskOf(() => (isDown ? down() : undefined))
    for (let n = 0; n < 5; n++) await ask()
    isDown = false
    await clock.runUntil(31_000)
    for (let n = 0; n < 3; n++) expect(await ask()).toBeUndefined()
    expect(sent).toHaveLength(8)
    isDown = true
    for (let n = 0; n < 6; n++) await ask()
    expect(sent).toHaveLength(13)
    expect(alerts).toHaveLength(2)
  })
})

test('failures that are not in a row, or say that the engine is there, stop nothing', async () => {
  let count = 0
  const { sent, ask } = deskOf(() => {
    count++
    if (count % 5 === 0) return undefined
    return down()
  })
  for (let n = 0; n < 20; n++) await ask()
  expect(sent).toHaveLength(20)
  const strange = deskOf(() => new EngineError('answer', 'two texts for one', 'temporary'))
  for (let n = 0; n < 20; n++) await strange.ask()
  expect(strange.sent).toHaveLength(20)
})

test('a bad moment of two seconds fails none of many requests under way', async () => {
  const clock = createFakeClock()
  let seed = 1
  const engine = fakeEngine(
    async () => {
      await clock.sleep(20)
      if (clock.monotonicMs() < 2_000) throw down()
      return answer
    },
    { concurrency: 10 },
  )
  const random = (): number => {
    seed = (seed * 16_807) % 2_147_483_647
    return 0.3 + (0.7 * seed) / 2_147_483_647
  }
  const caller = createCaller(engine, { clock, random })
  const calls = Array.from({ length: 200 }, () => caller.call(request, meterLog()))
  const results = await clock.run(Promise.allSettled(calls))
  expect(results.filter(({ status }) => status === 'rejected')).toEqual([])
})
