import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Job, NewJob, Outcome, Queue } from '../../src/queue/index.ts'
import { startScript, type Script } from '../storage/processes.ts'

/** A queue with nothing in it, and what a test may do to it. */
export interface QueueHarness {
  /** Another worker on the same jobs, as on another machine or in another process. */
  open(): Promise<Queue>
  /** The queue of another site in the same database. */
  openOther(): Promise<Queue>
  /** Lets time pass. */
  pass(ms: number): Promise<void>
  /** Lets every lease run out that was given till now. */
  lapse(): Promise<void>
  /** TypeScript that opens the same queue as `queue` in another process, and its arguments. */
  readonly opening: string
  readonly args: readonly string[]
  close(): Promise<void>
}

const spanish: NewJob = {
  lane: 'localize.es',
  name: 'harbour-bridge es',
  data: { article: 'harbour-bridge', title: 'Мост через гавань открыт', locale: 'es' },
}

function story(name: string, more: Partial<NewJob> = {}): NewJob {
  return { lane: 'localize.es', name, data: { article: name }, ...more }
}

function all(jobs: readonly Job[], outcome: Outcome): ReadonlyMap<Job, Outcome> {
  return new Map(jobs.map((job) => [job, outcome]))
}

function again(afterMs: number, isCounted: boolean, reason = 'DeepL answered 503'): Outcome {
  return { kind: 'again', reason, afterMs, isCounted }
}

const names = (jobs: readonly { readonly name: string }[]): readonly string[] =>
  jobs.map(({ name }) => name).toSorted()

/** What every queue keeps to. */
export function describeQueue(kind: string, start: () => Promise<QueueHarness>): void {
  describe(`the queue ${kind}`, () => {
    let harness: QueueHarness
    let queue: Queue
    const takeAll = (from: Queue = queue): Promise<readonly Job[]> => from.take('localize.es', 100)
    const takeOne = async (from: Queue = queue): Promise<Job> => {
      const [job] = await from.take('localize.es', 1)
      if (job === undefined) throw new Error('nothing to take')
      return job
    }

    beforeEach(async () => {
      harness = await start()
      queue = await harness.open()
    })

    afterEach(() => harness.close())

    it('gives a job back as it was put in, once', async () => {
      expect(await queue.add([{ ...spanish, priority: 6 }])).toBe(1)
      const [job] = await takeAll()
      expect(job).toMatchObject({ ...spanish, priority: 6, attempts: 0 })
      expect(await takeAll()).toEqual([])
    })

    it('takes nothing from a lane that nobody put anything in', async () => {
      expect(await queue.take('localize.ar', 10)).toEqual([])
      expect(await queue.add([])).toBe(0)
      await queue.finish(new Map())
      expect(await queue.extend([])).toEqual([])
    })

    it('holds one of a name, waiting or worked on, in each lane', async () => {
      expect(await queue.add([spanish, spanish, { ...spanish, lane: 'localize.ar' }])).toBe(2)
      expect(await queue.add([{ ...spanish, data: { article: 'newer' } }])).toBe(0)
      const job = await takeOne()
      expect(await queue.add([spanish, story('阿拉伯海港口')])).toBe(1)
      await queue.finish(all([job], { kind: 'done' }))
      expect(await queue.add([spanish])).toBe(1)
    })

    it('keeps the jobs of another site apart', async () => {
      const other = await harness.openOther()
      expect(await other.add([spanish])).toBe(1)
      expect(await queue.add([spanish])).toBe(1)
      expect(await takeAll()).toHaveLength(1)
      expect(await queue.desk.list()).toHaveLength(1)
      const [theirs] = await other.desk.list()
      expect(await queue.desk.drop([theirs?.id ?? ''])).toBe(0)
      expect(await queue.desk.retry([theirs?.id ?? ''])).toBe(0)
    })

    it('takes the urgent first, then the oldest', async () => {
      for (const [name, priority] of [
        ['weather', 2],
        ['council', 4],
        ['elections', 4],
        ['flood warning', 9],
      ] as const) {
        await queue.add([story(name, { priority })])
        await harness.pass(2)
      }
      expect((await takeAll()).map(({ name }) => name)).toEqual([
        'flood warning',
        'council',
        'elections',
        'weather',
      ])
    })

    it('takes no job below the priority asked for', async () => {
      await queue.add([story('council'), story('flood warning', { priority: 8 })])
      expect(names(await queue.take('localize.es', 10, 8))).toEqual(['flood warning'])
      expect(await queue.take('localize.es', 10, 8)).toEqual([])
      expect(names(await takeAll())).toEqual(['council'])
    })

    it('takes breaking news put in behind 10,000 jobs next', async () => {
      const archive = Array.from({ length: 10_000 }, (_, index) => story(`archive-${index}`))
      expect(await queue.add(archive)).toBe(10_000)
      expect(await queue.add([story('землетрясение', { priority: 9 })])).toBe(1)
      const first = await queue.take('localize.es', 64)
      expect(first[0]?.name).toBe('землетрясение')
      expect(first).toHaveLength(64)
    })

    it('leaves a job alone until it is due', async () => {
      const due = new Date(Date.now() + 3_600_000)
      await queue.add([story('embargo', { due }), story('council')])
      expect(names(await takeAll())).toEqual(['council'])
      const listed = await queue.desk.list({ state: 'waiting' })
      expect(listed.map((job) => job.due.getTime())).toEqual([due.getTime()])
    })

    it('gives a job whose lease ran out to another, and hears the late worker no more', async () => {
      const second = await harness.open()
      await queue.add([spanish])
      const late = await takeOne()
      expect(await takeAll(second)).toEqual([])
      await harness.lapse()
      const job = await takeOne(second)
      expect(job.id).toBe(late.id)
      expect(await queue.extend([late])).toEqual([])
      await queue.finish(all([late], { kind: 'dead', reason: 'too late' }))
      await queue.finish(all([late], again(0, true)))
      await queue.finish(all([late], { kind: 'done' }))
      expect(await second.desk.list()).toMatchObject([{ state: 'active', attempts: 0 }])
      expect(await second.extend([job])).toEqual([job])
      await second.finish(all([job], { kind: 'done' }))
      expect(await second.desk.list()).toEqual([])
    })

    it('hears the late worker no more after the other put the job back', async () => {
      await queue.add([spanish])
      const late = await takeOne()
      await harness.lapse()
      const job = await takeOne()
      await queue.finish(all([job], again(0, false)))
      await queue.finish(all([late], { kind: 'done' }))
      expect(await queue.extend([late, job])).toEqual([])
      const next = await takeOne()
      await queue.finish(all([late, job], { kind: 'done' }))
      expect(await queue.extend([next])).toEqual([next])
    })

    it('tells which leases are still held', async () => {
      await queue.add([story('council'), story('elections')])
      const jobs = await takeAll()
      const [first, second] = jobs
      if (first === undefined || second === undefined) throw new Error('two were put in')
      await queue.finish(all([first], { kind: 'done' }))
      expect(await queue.extend(jobs)).toEqual([second])
    })

    it('counts a try only when told to, and waits as long as told', async () => {
      await queue.add([spanish])
      for (let pauses = 0; pauses < 30; pauses++)
        await queue.finish(all([await takeOne()], again(0, false, 'the engine pauses')))
      await queue.finish(all([await takeOne()], again(700, true)))
      expect(await takeAll()).toEqual([])
      const listed = { state: 'waiting', attempts: 1, reason: 'DeepL answered 503' }
      expect(await queue.desk.list()).toMatchObject([listed])
      await harness.pass(800)
      expect(await takeOne()).toMatchObject({ ...spanish, attempts: 1 })
    })

    it('ends the leases of a batch each in its own way', async () => {
      const other = { ...spanish, lane: 'localize.ar' }
      await queue.add([story('done'), story('again'), story('dead'), other])
      const jobs = [...(await takeAll()), ...(await queue.take('localize.ar', 1))]
      const outcomes = new Map(
        jobs.map((job): [Job, Outcome] => [
          job,
          job.name === 'again'
            ? again(60_000, true)
            : job.name === 'dead'
              ? { kind: 'dead', reason: 'the article is 12 MB' }
              : { kind: 'done' },
        ]),
      )
      await queue.finish(outcomes)
      expect(await queue.desk.list()).toMatchObject([
        { name: 'dead', state: 'dead', attempts: 1, reason: 'the article is 12 MB' },
        { name: 'again', state: 'waiting', attempts: 1 },
      ])
    })

    describe('a job that was given up', () => {
      const dead: Outcome = { kind: 'dead', reason: 'النص طويل جدا' }
      beforeEach(async () => {
        await queue.add([spanish])
        await queue.finish(all([await takeOne()], dead))
      })

      it('is kept with its reason and not taken', async () => {
        expect(await takeAll()).toEqual([])
        expect(await queue.desk.list({ state: 'dead' })).toMatchObject([
          { ...spanish, state: 'dead', reason: 'النص طويل جدا', attempts: 1 },
        ])
        expect(await queue.desk.list({ state: 'waiting' })).toEqual([])
      })

      it('is not put in once more as it was, in whatever order its data is', async () => {
        const { article, locale, title } = spanish.data as Record<string, string>
        expect(
          await queue.add([
            {
              ...spanish,
              data: { title: title ?? '', locale: locale ?? '', article: article ?? '' },
            },
            story('council'),
          ]),
        ).toBe(1)
        expect(names(await takeAll())).toEqual(['council'])
      })

      it('keeps no other of its name out', async () => {
        const revised = { ...spanish, data: { article: 'harbour-bridge', revision: 2 } }
        expect(await queue.add([revised])).toBe(1)
        expect(await takeOne()).toMatchObject(revised)
      })

      it('is tried again when a person says so, as if for the first time', async () => {
        const [listed] = await queue.desk.list()
        expect(await queue.desk.retry([listed?.id ?? ''])).toBe(1)
        const job = await takeOne()
        expect(job).toMatchObject({ ...spanish, attempts: 0 })
        expect((await queue.desk.list())[0]?.reason).toBeUndefined()
        await queue.finish(all([job], dead))
        expect(await queue.desk.list({ state: 'dead' })).toHaveLength(1)
      })

      it('stays while another of its name is under way', async () => {
        await queue.add([{ ...spanish, data: { revision: 2 } }])
        const [listed] = await queue.desk.list({ state: 'dead' })
        expect(await queue.desk.retry([listed?.id ?? ''])).toBe(0)
        expect(await queue.desk.list({ state: 'dead' })).toMatchObject([{ id: listed?.id }])
      })

      it('is gone when a person drops it, and may then be put in anew', async () => {
        const [listed] = await queue.desk.list()
        expect(await queue.desk.drop([listed?.id ?? '', 'no-such-job'])).toBe(1)
        expect(await queue.desk.list()).toEqual([])
        expect(await queue.add([spanish])).toBe(1)
      })
    })

    it('tries a waiting job now when a person says so, and leaves one alone that is worked on', async () => {
      await queue.add([story('council'), story('elections')])
      const jobs = await takeAll()
      const council = jobs.filter(({ name }) => name === 'council')
      await queue.finish(all(council, again(3_600_000, true)))
      const ids = jobs.map(({ id }) => id)
      expect(await queue.desk.retry(ids)).toBe(1)
      const [job] = await takeAll()
      expect(job).toMatchObject({ name: 'council', attempts: 0 })
      expect(await queue.desk.drop(ids)).toBe(0)
    })

    it('counts the jobs of its lanes and says since when they could be taken', async () => {
      const due = new Date(Date.now() + 3_600_000)
      await queue.add([
        ...['council', 'elections', 'flood'].map((name) => story(name)),
        story('embargo', { due, lane: 'localize.ar' }),
      ])
      const [first, second] = await queue.take('localize.es', 2)
      if (first === undefined || second === undefined) throw new Error('three were put in')
      await queue.finish(all([first], { kind: 'dead', reason: 'no engine' }))
      const [arabic, spanishLane, ...none] = await queue.desk.lanes()
      expect(arabic).toEqual({ lane: 'localize.ar', waiting: 1, active: 0, dead: 0 })
      expect(spanishLane).toMatchObject({ lane: 'localize.es', waiting: 1, active: 1, dead: 1 })
      expect(Math.abs((spanishLane?.waitingSince?.getTime() ?? 0) - Date.now())).toBeLessThan(
        60_000,
      )
      expect(none).toEqual([])
    })

    it('lists as many as asked for, or those asked for', async () => {
      await queue.add(['council', 'elections', 'flood'].map((name) => story(name)))
      expect(await queue.desk.list({ limit: 2 })).toHaveLength(2)
      const [one] = await queue.desk.list()
      expect(await queue.desk.list({ ids: [one?.id ?? '', 'no-such-job'] })).toEqual([one])
      expect(await queue.desk.list({ ids: [] })).toEqual([])
    })

    it('takes one of a name that four processes put in at once, and gives each job to one of them', async () => {
      const code = `${harness.opening}
        const jobs = Array.from({ length: 60 }, (_, index) => ({
          lane: 'localize.es', name: 'story-' + index, data: { article: index } }))
        let added = 0
        for (let index = 0; index < 60; index += 20) added += await queue.add(jobs.slice(index, index + 20))
        const taken = []
        for (;;) {
          const some = await queue.take('localize.es', 3)
          if (some.length === 0) break
          taken.push(...some.map(({ name }) => name))
          await new Promise((resolve) => setTimeout(resolve, 5))
        }
        console.log(JSON.stringify({ added, taken }))
        process.exit(0)`
      const scripts = Array.from({ length: 4 }, () => startScript(code, ...harness.args))
      const results = await Promise.all(scripts.map(answerOf))
      expect(results.reduce((sum, { added }) => sum + added, 0)).toBe(60)
      expect(results.flatMap(({ taken }) => taken).length).toBe(60)
      expect(new Set(results.flatMap(({ taken }) => taken)).size).toBe(60)
    })

    it('loses nothing when a process that holds jobs is killed', async () => {
      await queue.add(Array.from({ length: 40 }, (_, index) => story(`story-${index}`)))
      const script = startScript(
        `${harness.opening}
        const jobs = await queue.take('localize.es', 25)
        await queue.finish(new Map(jobs.slice(0, 5).map((job) => [job, { kind: 'done' }])))
        console.log(JSON.stringify({ added: 0, taken: jobs.slice(0, 5).map(({ name }) => name) }))
        setInterval(() => undefined, 1000)`,
        ...harness.args,
      )
      const done = (JSON.parse(await script.firstLine) as { taken: readonly string[] }).taken
      const closed = once(script.child, 'close')
      script.child.kill('SIGKILL')
      await closed
      expect(await takeAll()).toHaveLength(15)
      await harness.lapse()
      const rest = await queue.take('localize.es', 100)
      expect(rest.length).toBeGreaterThanOrEqual(20)
      const left = await queue.desk.list()
      expect(names([...left, ...done.map((name) => ({ name }))])).toHaveLength(40)
      expect(new Set([...left.map(({ name }) => name), ...done]).size).toBe(40)
    })
  })
}

async function answerOf(script: Script): Promise<{ added: number; taken: readonly string[] }> {
  return JSON.parse(await script.firstLine) as { added: number; taken: readonly string[] }
}
