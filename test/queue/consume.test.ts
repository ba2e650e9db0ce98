import { expect, it, onTestFinished } from 'vitest'
import { BabelwireError } from '../../src/errors.ts'
import type { Log } from '../../src/log.ts'
import { consume, type ConsumeOptions, type Handler } from '../../src/queue/index.ts'
import type { Job, NewJob, Outcome, Queue } from '../../src/queue/index.ts'
import { openStoreQueue } from '../../src/queue/store-queue.ts'
import { openSqlite } from '../../src/storage/index.ts'
import { createFakeClock, type FakeClock } from '../engines/fake-clock.ts'

const leaseMs = 30_000
const done: Outcome = { kind: 'done' }

const story = (name: string, priority = 4): NewJob => ({
  lane: 'localize.es',
  name,
  data: { article: name },
  priority,
})

const allDone = (jobs: readonly Job[]): ReadonlyMap<Job, Outcome> =>
  new Map(jobs.map((job) => [job, done]))

const namesOf = (jobs: readonly { readonly name: string }[]): readonly string[] =>
  jobs.map(({ name }) => name)

/** A queue in a store of its own, its clock, and what was logged. */
function setUp(): {
  readonly clock: FakeClock
  readonly queue: Queue
  /** The queue as a worker has it whose clock is ahead by so much. */
  ahead(ms: number): Queue
  readonly logged: string[]
  readonly options: ConsumeOptions
} {
  const database = openSqlite(':memory:')
  onTestFinished(() => database.close())
  const clock = createFakeClock()
  const logged: string[] = []
  const tell: Log['info'] = (event, fields) => void logged.push(`${event} ${fields?.['error']}`)
  return {
    clock,
    queue: openStoreQueue(database, 'news', { leaseMs, now: () => clock.now() }),
    ahead: (ms) =>
      openStoreQueue(database, 'news', { leaseMs, now: () => new Date(+clock.now() + ms) }),
    logged,
    options: {
      ...{ batch: 10, slots: 1, lingerMs: 250, pollMs: 1000, leaseMs, attempts: 3 },
      ...{ clock, random: () => 1, log: { info: tell, warn: tell, error: tell } },
    },
  }
}

/** Batches as the handler got them, and when; each is done at once. */
function recorder(clock: FakeClock): {
  readonly handler: Handler
  readonly batches: { readonly names: readonly string[]; readonly at: number }[]
  /** Resolves when so many batches are there. */
  reached(count: number): Promise<void>
} {
  const batches: { names: readonly string[]; at: number }[] = []
  return {
    batches,
    handler: (jobs) => {
      batches.push({ names: namesOf(jobs), at: clock.monotonicMs() })
      return Promise.resolve(allDone(jobs))
    },
    reached: async (count) => {
      while (batches.length < count) await clock.sleep(1)
    },
  }
}

it('waits a little for a batch to fill, and takes what comes meanwhile', async () => {
  const { clock, queue, options } = setUp()
  const { handler, batches, reached } = recorder(clock)
  await queue.add([story('совет'), story('选举')])
  const consumer = consume(queue, 'localize.es', options, handler)
  const later = clock.sleep(100).then(async () => {
    await queue.add([story('الميناء')])
    consumer.wake()
  })
  await clock.run(Promise.all([reached(1), later]))
  expect(batches.map(({ names }) => names.toSorted())).toEqual([
    ['совет', '选举', 'الميناء'].toSorted(),
  ])
  expect(batches[0]?.at).toBe(250)
  await clock.run(consumer.drain())
})

it('waits for nothing once a batch is full', async () => {
  const { clock, queue, options } = setUp()
  const { handler, batches, reached } = recorder(clock)
  await queue.add(Array.from({ length: 25 }, (_, index) => story(`archive-${index}`)))
  const consumer = consume(queue, 'localize.es', options, handler)
  await clock.run(reached(3))
  expect(batches.map(({ names }) => names.length)).toEqual([10, 10, 5])
  expect(batches[1]?.at).toBeLessThan(50)
  await clock.run(consumer.drain())
})

it('waits for nothing when the batch holds breaking news', async () => {
  const { clock, queue, options } = setUp()
  const { handler, batches, reached } = recorder(clock)
  await queue.add([story('council'), story('flood warning', 8)])
  const consumer = consume(queue, 'localize.es', { ...options, urgentSlots: 0 }, handler)
  await clock.run(reached(1))
  expect(batches).toMatchObject([{ names: ['flood warning', 'council'] }])
  expect(batches[0]?.at).toBeLessThan(50)
  await clock.run(consumer.drain())
})

it('does breaking news while every other place is taken by a backlog', async () => {
  const { clock, queue, options } = setUp()
  const { handler, batches, reached } = recorder(clock)
  const backlog = Promise.withResolvers<void>()
  await queue.add(Array.from({ length: 30 }, (_, index) => story(`archive-${index}`)))
  const consumer = consume(queue, 'localize.es', options, async (jobs, signal) => {
    if (jobs.every(({ priority }) => priority < 8)) await backlog.promise
    return handler(jobs, signal)
  })
  await clock.runUntil(5000)
  expect(batches).toEqual([])
  await queue.add([story('землетрясение', 9)])
  consumer.wake()
  await clock.run(reached(1))
  expect(batches).toMatchObject([{ names: ['землетрясение'] }])
  backlog.resolve()
  await clock.run(consumer.drain())
})

it('hears of new jobs at once, however seldom it looks', async () => {
  const { clock, queue, options } = setUp()
  const { handler, batches, reached } = recorder(clock)
  const rare = { ...options, pollMs: 3_600_000, lingerMs: 0 }
  const consumer = consume(queue, 'localize.es', rare, handler)
  await clock.runUntil(60_000)
  await queue.add([story('council')])
  consumer.wake()
  await clock.run(reached(1))
  expect(batches[0]?.at).toBeLessThan(60_100)
  await clock.run(consumer.drain())
})

it('takes no more when it is drained, and waits for what runs', async () => {
  const { clock, queue, options } = setUp()
  const running = Promise.withResolvers<void>()
  const finish = Promise.withResolvers<void>()
  await queue.add(Array.from({ length: 15 }, (_, index) => story(`archive-${index}`)))
  const consumer = consume(queue, 'localize.es', options, async (jobs) => {
    running.resolve()
    await finish.promise
    return allDone(jobs)
  })
  await clock.run(running.promise)
  let isDrained = false
  const drained = consumer.drain().then(() => (isDrained = true))
  await clock.runUntil(3_600_000)
  expect(isDrained).toBe(false)
  finish.resolve()
  await clock.run(drained)
  expect(await queue.desk.lanes()).toMatchObject([{ waiting: 5, active: 0, dead: 0 }])
})

it('gives an idle lane up at once when it is drained', async () => {
  const { clock, queue, options } = setUp()
  const consumer = consume(queue, 'localize.es', { ...options, slots: 4 }, () => {
    throw new Error('nothing to do')
  })
  await clock.runUntil(100)
  await consumer.drain()
  expect(clock.monotonicMs()).toBe(100)
})

it('keeps the leases of work that takes long', async () => {
  const { clock, queue, options } = setUp()
  await queue.add([story('feature of 12,000 words')])
  const finish = Promise.withResolvers<void>()
  let isLost = false
  const consumer = consume(queue, 'localize.es', options, async (jobs, signal) => {
    signal.addEventListener('abort', () => (isLost = true))
    await finish.promise
    return allDone(jobs)
  })
  for (let minutes = 1; minutes <= 10; minutes++) {
    await clock.runUntil(minutes * 60_000)
    expect(await queue.take('localize.es', 1)).toEqual([])
  }
  expect(isLost).toBe(false)
  finish.resolve()
  await clock.run(consumer.drain())
  expect(await queue.desk.list()).toEqual([])
})

it('tells the handler when its leases are lost, and says nothing of its jobs', async () => {
  const { clock, queue, ahead, options } = setUp()
  await queue.add([story('council')])
  const running = Promise.withResolvers<void>()
  const consumer = consume(queue, 'localize.es', options, async (_jobs, signal) => {
    running.resolve()
    await new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(new Error('aborted')))
    })
    return new Map()
  })
  await clock.run(running.promise)
  const [theirs] = await ahead(10 * leaseMs).take('localize.es', 1)
  expect(theirs?.name).toBe('council')
  await clock.run(consumer.drain())
  expect(await ahead(10 * leaseMs).desk.list()).toMatchObject([{ state: 'active', attempts: 0 }])
})

it('tries what fails again, later each time, and gives it up with the reason', async () => {
  const { clock, queue, logged, options } = setUp()
  await queue.add([story('council')])
  const tries: number[] = []
  const deaths: string[] = []
  const onDead = (...of: readonly string[]): void => void deaths.push(of.join(' '))
  const consumer = consume(queue, 'localize.es', { ...options, lingerMs: 0, onDead }, () => {
    tries.push(clock.monotonicMs())
    throw new BabelwireError('engine', 'DeepL answered 400: target_lang is missing', {
      mend: 'Name a language.',
    })
  })
  await clock.runUntil(60_000)
  expect(tries.map((at) => Math.round(at / 1000))).toEqual([0, 5, 15])
  expect(await queue.desk.list()).toMatchObject([
    {
      state: 'dead',
      attempts: 3,
      reason: 'DeepL answered 400: target_lang is missing  Name a language.  [engine]',
    },
  ])
  expect(logged).toHaveLength(3)
  expect(deaths).toEqual([expect.stringMatching(/^localize\.es council DeepL answered 400/)])
  await clock.run(consumer.drain())
})

it('never gives up what is put off without being counted', async () => {
  const { clock, queue, options } = setUp()
  const { handler, batches, reached } = recorder(clock)
  await queue.add([story('council')])
  const pause: Outcome = { kind: 'again', reason: 'paused', afterMs: 1000, isCounted: false }
  let pauses = 0
  const consumer = consume(queue, 'localize.es', options, (jobs, signal) =>
    pauses++ < 50
      ? Promise.resolve(new Map(jobs.map((job) => [job, pause])))
      : handler(jobs, signal),
  )
  await clock.run(reached(1))
  expect(batches).toHaveLength(1)
  await clock.run(consumer.drain())
})

it('counts a job of which nothing was said as failed, and stores any reason', async () => {
  const { clock, queue, options } = setUp()
  await queue.add([story('said'), story('unsaid')])
  const told: Outcome[] = []
  const listening: Queue = {
    ...queue,
    finish: (outcomes) => {
      told.push(...outcomes.values())
      return queue.finish(outcomes)
    },
  }
  const consumer = consume(listening, 'localize.es', options, (jobs) =>
    Promise.resolve(
      new Map(
        jobs
          .filter(({ name }) => name === 'said')
          .map((job): [Job, Outcome] => [
            job,
            { kind: 'dead', reason: `\u0000!${'😀'.repeat(600)}` },
          ]),
      ),
    ),
  )
  await clock.runUntil(2000)
  const [dead, waiting] = await queue.desk.list()
  // PostgreSQL refuses half a character, and with it the whole batch.
  expect(told.every((one) => one.kind === 'done' || one.reason.isWellFormed())).toBe(true)
  expect(dead?.reason).toMatch(/^\\u0000!😀/)
  expect(waiting).toMatchObject({ name: 'unsaid', attempts: 1 })
  expect(waiting?.reason).toContain('nothing was said')
  await clock.run(consumer.drain())
})

it('puts back what it was told to end, as if it had not been tried', async () => {
  const { clock, queue, options } = setUp()
  await queue.add([story('council')])
  const running = Promise.withResolvers<void>()
  const consumer = consume(queue, 'localize.es', options, async (_jobs, signal) => {
    running.resolve()
    await clock.sleep(3_600_000, signal)
    return new Map()
  })
  await clock.run(running.promise)
  await clock.run(consumer.stop())
  expect(clock.monotonicMs()).toBeLessThan(60_000)
  expect(await queue.desk.list()).toMatchObject([{ state: 'waiting', attempts: 0 }])
})

/** The queue, failing while `isBroken` says so, and how often it did. */
function breakable(
  queue: Queue,
  isBroken: () => boolean,
): Queue & { readonly failures: () => number } {
  let failures = 0
  const unlessBroken = <T>(work: () => Promise<T>): Promise<T> => {
    if (!isBroken()) return work()
    failures++
    return Promise.reject(new BabelwireError('storage', 'the store failed: disk is full'))
  }
  return {
    ...queue,
    failures: () => failures,
    take: (...args) => unlessBroken(() => queue.take(...args)),
    extend: (jobs) => unlessBroken(() => queue.extend(jobs)),
    finish: (outcomes) => unlessBroken(() => queue.finish(outcomes)),
  }
}

it('outlives a store that fails for a while, without asking it all the time', async () => {
  const { clock, queue, logged, options } = setUp()
  const { handler, batches, reached } = recorder(clock)
  await queue.add([story('council')])
  const broken = breakable(queue, () => clock.monotonicMs() < 120_000)
  const consumer = consume(broken, 'localize.es', options, handler)
  await clock.run(reached(1))
  expect(batches[0]?.at).toBeGreaterThanOrEqual(120_000)
  expect(batches[0]?.at).toBeLessThan(136_000)
  // Two lookers, of which each backs off to a quarter of a minute.
  expect(broken.failures()).toBeLessThan(30)
  expect(logged[0]).toContain('disk is full')
  await clock.run(consumer.drain())
})

it('tells what became of a job once the store hears again, and does it only once', async () => {
  const { clock, queue, options } = setUp()
  const { handler, batches, reached } = recorder(clock)
  await queue.add([story('council')])
  const broken = breakable(queue, () => batches.length > 0 && clock.monotonicMs() < 20_000)
  const consumer = consume(broken, 'localize.es', options, handler)
  await clock.run(reached(1))
  await clock.runUntil(120_000)
  expect(broken.failures()).toBeGreaterThan(2)
  expect(batches).toHaveLength(1)
  expect(await queue.desk.list()).toEqual([])
  await clock.run(consumer.drain())
})

it('lets a job go to another when the store hears nothing for as long as the lease lasts', async () => {
  const { clock, queue, ahead, options } = setUp()
  const { handler, batches, reached } = recorder(clock)
  await queue.add([story('council')])
  const broken = breakable(queue, () => batches.length > 0)
  const consumer = consume(broken, 'localize.es', options, handler)
  await clock.run(reached(1))
  await clock.run(consumer.drain())
  expect(clock.monotonicMs()).toBeLessThan(leaseMs + 1000)
  expect(await ahead(leaseMs).take('localize.es', 1)).toHaveLength(1)
})
