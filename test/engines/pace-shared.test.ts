import path from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { EngineAlert } from '../../src/engines/call-policy.ts'
import type { Caller } from '../../src/engines/call.ts'
import { EngineError, type EngineRequest } from '../../src/engines/engine.ts'
import { openSqlite, type Database } from '../../src/storage/index.ts'
import { temporaryFolder } from '../storage/processes.ts'
import { fakeEngine, meterLog, type Translate } from './fake-engine.ts'
import { openMachines, type Machines } from './shared-pace.ts'

const request: EngineRequest = { source: 'en', target: 'uk', texts: ['Kyiv stands.'] }
const answer = { texts: ['Київ стоїть.'], billed: 12 }
const busy = (retryAfterMs?: number): EngineError =>
  new EngineError('engine', 'HTTP 429', 'rate', retryAfterMs === undefined ? {} : { retryAfterMs })
const hourMs = 60 * 60 * 1000

let machines: Machines
let file: string
beforeEach(() => {
  machines = openMachines()
  file = path.join(temporaryFolder(), 'store.sqlite')
})

/** A store of its own on the file that all share. */
function openStore(): Database {
  const database = openSqlite(file)
  onTestFinished(() => database.close())
  return machines.reach(database).database
}

const call = (caller: Caller, priority = 0): Promise<unknown> =>
  caller.call(request, meterLog(), undefined, priority)
const many = (caller: Caller, count: number): Promise<unknown>[] =>
  Array.from({ length: count }, () => call(caller))

describe('machines that share an engine key', () => {
  test('pause together after one refusal', async () => {
    const { clock } = machines
    const sent: number[] = []
    const translate: Translate = () => {
      sent.push(clock.monotonicMs())
      return sent.length === 1 ? Promise.reject(busy(5_000)) : Promise.resolve(answer)
    }
    const [one, two] = ['worker-1', 'worker-2'].map((name) =>
      machines.join(openStore(), name, fakeEngine(translate)),
    ) as [Caller, Caller]
    const first = call(one)
    const later = clock.sleep(100).then(() => Promise.all([...many(one, 4), ...many(two, 4)]))
    await clock.run(Promise.all([first, later]))
    expect(sent).toHaveLength(10)
    expect(sent.slice(1).every((at) => at >= (sent[0] ?? 0) + 5_000)).toBe(true)
  })

  test('have together no more requests in flight than the engine takes, and share them fairly', async () => {
    const { clock } = machines
    const inFlight = { most: 0, now: 0 }
    const answered = [0, 0, 0]
    const callers = answered.map((_, n) =>
      machines.join(
        openStore(),
        `worker-${n}`,
        fakeEngine(
          async () => {
            inFlight.most = Math.max(inFlight.most, ++inFlight.now)
            await clock.sleep(100)
            inFlight.now--
            answered[n] = (answered[n] ?? 0) + 1
            return answer
          },
          { concurrency: 6 },
        ),
      ),
    )
    const [first, ...others] = callers as [Caller, ...Caller[]]
    const early = many(first, 120)
    await clock.runUntil(300)
    const late = others.flatMap((caller) => many(caller, 40))
    await clock.runUntil(1_800)
    expect(inFlight.most).toBe(6)
    // The two that came late have their shares.
    expect(Math.min(...answered.slice(1))).toBeGreaterThan(20)
    await clock.run(Promise.all([...early, ...late]))
    expect(inFlight.most).toBe(6)
  })

  test('give one alert of a used-up quota, ask nothing until an hour has passed, then once', async () => {
    const { clock } = machines
    const sent: number[] = []
    const alerts: EngineAlert[] = []
    let isUsedUp = true
    const translate: Translate = async () => {
      sent.push(clock.monotonicMs())
      await clock.sleep(50)
      if (!isUsedUp) return answer
      throw new EngineError('quota', 'the quota of this account is used up', 'permanent')
    }
    const policy = { alert: (alert: EngineAlert) => alerts.push(alert) }
    const callers = [1, 2].map((n) =>
      machines.join(openStore(), `worker-${n}`, fakeEngine(translate), policy),
    )
    const ask = (): Promise<PromiseSettledResult<unknown>[]> =>
      clock.run(Promise.allSettled(callers.flatMap((caller) => many(caller, 10))))
    const first = await ask()
    expect(first.every(({ status }) => status === 'rejected')).toBe(true)
    const burst = sent.length
    expect(burst).toBeLessThanOrEqual(8)
    expect(alerts).toMatchObject([{ kind: 'quota', engine: 'fake' }])
    expect(alerts[0]?.until.getTime()).toBeCloseTo(clock.now().getTime() + hourMs, -3)
    await clock.runUntil(hourMs - 1_000)
    await ask()
    expect(sent).toHaveLength(burst)
    await clock.runUntil(hourMs + 1_000)
    await ask()
    expect(sent).toHaveLength(burst + 1)
    expect(alerts).toHaveLength(1)
    isUsedUp = false
    await clock.runUntil(2 * hourMs + 5_000)
    await ask()
    expect((await ask()).every(({ status }) => status === 'fulfilled')).toBe(true)
    isUsedUp = true
    await ask()
    expect(alerts).toHaveLength(2)
  })

  test('free what a killed machine ran after a minute at most', async () => {
    const { clock } = machines
    const killed = machines.reach(openSqlite(file))
    onTestFinished(() => killed.database.close())
    const stuck = fakeEngine(() => new Promise(() => undefined), { concurrency: 2 })
    const lost = machines.join(killed.database, 'worker-1', stuck, { deadlineMs: 1e9 })
    for (const one of many(lost, 2)) one.catch(() => undefined)
    await clock.runUntil(20_000)
    killed.cut()
    const starts: number[] = []
    const other = machines.join(
      openStore(),
      'worker-2',
      fakeEngine(
        () => {
          starts.push(clock.monotonicMs())
          return Promise.resolve(answer)
        },
        { concurrency: 2 },
      ),
    )
    await clock.run(Promise.all(many(other, 2)))
    expect(starts[0]).toBeGreaterThan(40_000)
    expect(starts[0]).toBeLessThan(80_000)
  })
})

describe('a pause', () => {
  const translateAfter = (sent: number[], refusals: EngineError[]): Translate => {
    return () => {
      sent.push(machines.clock.monotonicMs())
      const refusal = refusals.shift()
      return refusal === undefined ? Promise.resolve(answer) : Promise.reject(refusal)
    }
  }

  test.each([true, false])('outlives the process (shared: %s)', async (isShared) => {
    const { clock } = machines
    const sent: number[] = []
    const engine = fakeEngine(translateAfter(sent, [busy(20_000)]))
    const stop = new AbortController()
    const before = machines.join(openStore(), 'worker-1', engine, { isShared })
    const cut = before.call(request, meterLog(), stop.signal)
    cut.catch(() => undefined)
    await clock.runUntil(5_000)
    stop.abort()
    const after = machines.join(openStore(), 'worker-1 again', engine, { isShared })
    await clock.run(call(after))
    expect(sent).toHaveLength(2)
    expect(sent[1]).toBeGreaterThanOrEqual(20_000)
    // The process before had a start of its own, at one a second.
    expect(sent[1]).toBeLessThan(21_500)
  })

  test.each([
    ['back', -24 * hourMs],
    ['forward', 24 * hourMs],
  ])('is no longer when the clock of the database is set %s by a day', async (_, ms) => {
    const { clock } = machines
    const sent: number[] = []
    const engine = fakeEngine(translateAfter(sent, [busy(20_000), busy(20_000)]))
    const caller = machines.join(openStore(), 'worker-1', engine)
    const other = machines.join(openStore(), 'worker-2', engine)
    const first = call(caller)
    await clock.runUntil(5_000)
    machines.jump(ms)
    await clock.run(Promise.all([first, ...many(other, 20)]))
    expect(clock.monotonicMs()).toBeLessThan(70_000)
    // No storm: a clock set forward ends the pause, and one more request is refused.
    expect(sent.filter((at) => at < 20_000).length).toBeLessThan(8)
  })
})

describe('four machines against a limit', () => {
  let stores: Database[]
  afterEach(() => Promise.all(stores.map((database) => database.close())))

  test.each([
    { perSecond: 10, seconds: 90 },
    { perSecond: 50, seconds: 60 },
  ])('of $perSecond a second use most of it', async ({ perSecond, seconds }) => {
    const { clock } = machines
    let tokens = perSecond
    let filledAt = 0
    let passed = 0
    let refused = 0
    const engine = fakeEngine(
      async () => {
        await clock.sleep(100)
        const now = clock.monotonicMs()
        tokens = Math.min(perSecond, tokens + ((now - filledAt) * perSecond) / 1000)
        filledAt = now
        const isAllowed = tokens >= 1
        if (isAllowed) tokens--
        await clock.sleep(100)
        if (!isAllowed) {
          refused++
          throw busy()
        }
        passed++
        return answer
      },
      { concurrency: 20 },
    )
    const memory = openSqlite(':memory:')
    stores = [memory]
    let swaps = 0
    const counted = {
      ...memory,
      attempt: (statements: Parameters<Database['attempt']>[0]) => {
        swaps++
        return memory.attempt(statements)
      },
    }
    let isOver = false
    const work = [1, 2, 3, 4].map((n) => {
      const { database } = machines.reach(counted)
      const caller = machines.join(database, `worker-${n}`, engine)
      const desk = async (): Promise<void> => {
        while (!isOver) await call(caller)
      }
      return Promise.all(Array.from({ length: 12 }, desk))
    })
    await clock.runUntil(seconds * 1000)
    const share = passed / (perSecond * seconds)
    console.log(
      `four machines, ${perSecond}/s: ${Math.round(share * 100)} % used, ${refused} refused, ` +
        `${passed} answered, ${(swaps / (passed + refused)).toFixed(2)} swaps a request`,
    )
    isOver = true
    await clock.run(Promise.all(work))
    expect(share).toBeGreaterThan(0.8)
    expect(refused).toBeLessThan(80 + 0.05 * passed)
    expect(swaps).toBeLessThan(2.5 * (passed + refused))
  })
})
