import { expect, test } from 'vitest'
import { createCaller } from '../../src/engines/call.ts'
import { EngineError } from '../../src/engines/engine.ts'
import type { TurnEnd } from '../../src/engines/pace.ts'
import { createPaceKeeper } from '../../src/engines/pace-keeper.ts'
import { createPacer, type Pacer, type Turn } from '../../src/engines/pacer.ts'
import { createFakeClock, type FakeClock } from './fake-clock.ts'
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

const neverStopped = (): Error => new Error('stopped')

/** A pacer of its own, and a way to say that a request was refused. */
function openPacer(concurrency = 1000): {
  readonly clock: FakeClock
  readonly pacer: Pacer
  readonly refused: (retryAfterMs?: number) => TurnEnd
} {
  const clock = createFakeClock()
  const keeper = createPaceKeeper(clock)
  const options = { keeper, key: 'fake', clock, random: () => 0.5, refuse: neverStopped }
  return {
    clock,
    pacer: createPacer({ concurrency, ...options }),
    refused: (retryAfterMs) => ({
      kind: 'refused',
      code: 'engine',
      message: 'HTTP 429',
      random: 0.5,
      patienceMs: 600_000,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    }),
  }
}

test('does not slow down an engine that never refuses', async () => {
  const { clock, pacer } = openPacer()
  await clock.run(Promise.all(Array.from({ length: 1000 }, () => pacer.join(0).turn())))
  expect(clock.monotonicMs()).toBe(0)
})

test('lets nothing start in a pause, also what waited for its turn before the pause', async () => {
  const { clock, pacer, refused } = openPacer()
  const starts: number[] = []
  const turn = async (): Promise<Turn> => {
    const begun = await pacer.join(0).turn()
    starts.push(clock.monotonicMs())
    return begun
  }
  const first = await turn()
  await first.end(refused(1_000))
  const turns = [turn(), turn(), turn()]
  await clock.runUntil(1_000)
  expect(starts).toEqual([0, 1_000])
  await (await Promise.race(turns)).end(refused(60_000))
  await clock.run(Promise.all(turns))
  expect(starts).toHaveLength(4)
  expect(starts.slice(2).every((at) => at >= 61_000)).toBe(true)
})

test('a wait for a turn ends at once when it is cancelled', async () => {
  const { pacer, refused } = openPacer()
  await (await pacer.join(0).turn()).end(refused(60_000))
  const stop = new AbortController()
  const turn = pacer.join(0).turn(stop.signal)
  stop.abort(new Error('cancelled'))
  await expect(turn).rejects.toThrow('cancelled')
})

test('what was in flight together is one refusal, not many', async () => {
  const { clock, pacer, refused } = openPacer()
  const turns = await Promise.all(Array.from({ length: 20 }, () => pacer.join(0).turn()))
  await Promise.all(turns.map((turn) => turn.end(refused())))
  await clock.run(pacer.join(0).turn())
  expect(clock.monotonicMs()).toBe(250)
})

test('an urgent request starts next, before a backlog that waits out a pause', async () => {
  const { clock, pacer, refused } = openPacer(10)
  const order: string[] = []
  let startedAt = 0
  const ask = async (name: string, priority: number): Promise<void> => {
    const seat = pacer.join(priority)
    const turn = await seat.turn()
    order.push(name)
    startedAt = clock.monotonicMs()
    await clock.sleep(100)
    await turn.end({ kind: 'well' })
    seat.leave()
  }
  // Ten that were refused and ten thousand behind them.
  const seats = Array.from({ length: 10 }, () => pacer.join(4))
  const turns = await Promise.all(seats.map((seat) => seat.turn()))
  const backlog = Array.from({ length: 10_000 }, (_, n) => ask(`Fährplan ${n}`, 4))
  await Promise.all(turns.map((turn) => turn.end(refused(30_000))))
  const again = seats.map(async (seat) => {
    const turn = await seat.turn()
    order.push('refused before')
    await turn.end({ kind: 'well' })
    seat.leave()
  })
  await clock.runUntil(29_000)
  const urgent = ask('Землетрясение', 9)
  await clock.run(urgent)
  expect(order[0]).toBe('Землетрясение')
  expect(startedAt).toBe(30_000)
  await clock.run(Promise.all(again))
  expect(order.slice(1, 11)).toEqual(Array.from({ length: 10 }, () => 'refused before'))
  expect(backlog).toHaveLength(10_000)
})
