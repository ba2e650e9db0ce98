import { expect, test } from 'vitest'
import { createCaller } from '../../src/engines/call.ts'
import { EngineError } from '../../src/engines/engine.ts'
import { Pacer } from '../../src/engines/pacer.ts'
import { createFakeClock } from './fake-clock.ts'
import { fakeEngine, meterLog } from './fake-engine.ts'

interface Limit {
  /** Requests a second the engine allows on the long run, and at once after a rest. */
  readonly perSecond: number
  readonly burst: number
  readonly latencyMs: number
  readonly concurrency: number
  readonly retryAfterMs?: number
}

/** A minute or two of as many requests as go through, against a token bucket. */
async function simulate(limit: Limit): Promise<{ share: number; refused: number; sent: number }> {
  const { perSecond, burst, latencyMs, concurrency, retryAfterMs } = limit
  const seconds = perSecond < 20 ? 120 : 60
  const clock = createFakeClock()
  let tokens = burst
  let filledAt = 0
  let passed = 0
  let refused = 0
  const engine = fakeEngine(
    async () => {
      await clock.sleep(latencyMs / 2)
      const now = clock.monotonicMs()
      tokens = Math.min(burst, tokens + ((now - filledAt) * perSecond) / 1000)
      filledAt = now
      const isAllowed = tokens >= 1
      if (isAllowed) tokens--
      await clock.sleep(latencyMs / 2)
      if (isAllowed) {
        passed++
        return { texts: ['Київ'], billed: 4 }
      }
      refused++
      const details = retryAfterMs === undefined ? {} : { retryAfterMs }
      throw new EngineError('engine', 'HTTP 429', 'rate', details)
    },
    { concurrency },
  )
  const caller = createCaller(engine, { clock, random: () => 0.5 })
  let isOver = false
  const ask = async (): Promise<void> => {
    while (!isOver) {
      await caller.call({ source: 'en', target: 'uk', texts: ['Kyiv'] }, meterLog())
    }
  }
  const desks = Promise.all(Array.from({ length: concurrency * 2 }, ask))
  await clock.runUntil(seconds * 1000)
  const possible = Math.min(perSecond, (concurrency * 1000) / latencyMs) * seconds
  const result = { share: passed / possible, refused, sent: passed + refused }
  isOver = true
  await clock.run(desks)
  return result
}

const limits = [2, 5, 10, 20, 50, 100, 200].flatMap((perSecond): readonly Limit[] => [
  { perSecond, burst: perSecond, latencyMs: 300, concurrency: 8 },
  { perSecond, burst: perSecond, latencyMs: 150, concurrency: 40, retryAfterMs: 1_000 },
  { perSecond, burst: Math.ceil(perSecond / 5), latencyMs: 200, concurrency: 10 },
])

test.each(limits)(
  'finds a limit of $perSecond a second (burst $burst, $latencyMs ms, $concurrency at once)',
  async (limit) => {
    const { share, refused, sent } = await simulate(limit)
    expect(share).toBeGreaterThan(0.85)
    // The first wave is in flight before anything is known; after that a refusal is rare.
    expect(refused).toBeLessThan(2 * limit.concurrency + Math.max(30, 0.02 * sent))
  },
)

test('does not slow down an engine that never refuses', async () => {
  const clock = createFakeClock()
  const pacer = new Pacer(clock, () => 0.5)
  await clock.run(Promise.all(Array.from({ length: 1000 }, () => pacer.turn())))
  expect(clock.monotonicMs()).toBe(0)
})

test('lets nothing start in a pause, also what waited for its turn before the pause', async () => {
  const clock = createFakeClock()
  const pacer = new Pacer(clock, () => 0.5)
  const startedAt = await pacer.turn()
  expect(pacer.refused(1_000, startedAt)).toBe(1_000)
  const turns = Promise.all([pacer.turn(), pacer.turn(), pacer.turn()])
  await clock.runUntil(1_000)
  expect(pacer.refused(60_000, 1_000)).toBe(60_000)
  const starts = await clock.run(turns)
  expect(starts[0]).toBe(1_000)
  expect(starts.slice(1).every((at) => at >= 61_000)).toBe(true)
})

test('a wait for a turn ends at once when it is cancelled', async () => {
  const clock = createFakeClock()
  const pacer = new Pacer(clock, () => 0.5)
  pacer.refused(60_000, await pacer.turn())
  const stop = new AbortController()
  const turn = pacer.turn(stop.signal)
  stop.abort(new Error('cancelled'))
  await expect(turn).rejects.toThrow('cancelled')
})

test('what was in flight together is one refusal, not many', async () => {
  const clock = createFakeClock()
  const pacer = new Pacer(clock, () => 0.5)
  const starts = await Promise.all(Array.from({ length: 20 }, () => pacer.turn()))
  const pauses = starts.map((at) => pacer.refused(undefined, at))
  expect(new Set(pauses)).toEqual(new Set([250]))
})
