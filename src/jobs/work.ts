import type { Clock } from '../clock.ts'
import type { Locale } from '../model.ts'
import { consume, type Consumer, type Handler } from '../queue/index.ts'
import { ingest } from './ingest-job.ts'
import type { JobServices } from './job-services.ts'
import { localizeArticles } from './localize-job.ts'
import { localizeLane, publishLane } from './localize-jobs.ts'
import { notifyLane, notifyReceiver } from './notify-job.ts'
import { poll } from './poll-job.ts'
import { publishArticles } from './publish-job.ts'
import { pollLane } from './schedule-polls.ts'

/** How a process works on the lanes of a site. */
export interface WorkOptions {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly clock: Clock
  readonly random: () => number
  readonly leaseMs: number
  /** A job was given up. */
  readonly onDead: (lane: string, name: string, reason: string) => void
}

/** Articles made together: enough to fill requests, few enough to hold in memory. */
const articlesAtOnce = 64
/** Long enough that what comes in together goes out together, too short to be waited for. */
const lingerMs = 200
const pollMs = 1_000

/** The lanes that are worked on. */
export interface Work {
  wake(lane: string): void
  /** Takes no more and waits for what runs. */
  drain(): Promise<void>
  /** Ends what runs as well; what is on its way to an engine is waited for. */
  stop(): Promise<void>
}

/** Works on the languages: what any number of machines may do. */
export function workOnLanguages(jobs: JobServices, options: WorkOptions): Work {
  const { languages } = jobs.services().config
  return together(
    languages.map((locale: Locale) => [
      localizeLane(locale),
      lane(
        jobs,
        localizeLane(locale),
        { batch: articlesAtOnce, slots: 1, urgentSlots: 1 },
        options,
        (batch, signal) => localizeArticles(batch, locale, jobs, signal),
      ),
    ]),
  )
}

/** Works on everything that reads sources and writes files: what only the holder of the lock may do. */
export function workOnSite(jobs: JobServices, options: WorkOptions): Work {
  return together([
    [
      pollLane,
      lane(jobs, pollLane, { batch: 1, slots: 4 }, options, async ([job], signal) =>
        job === undefined ? new Map() : new Map([[job, await poll(job, jobs, signal)]]),
      ),
    ],
    [
      'ingest',
      lane(jobs, 'ingest', { batch: articlesAtOnce, slots: 1, urgentSlots: 0 }, options, (batch) =>
        ingest(batch, jobs),
      ),
    ],
    [
      publishLane,
      lane(jobs, publishLane, { batch: 200, slots: 1, urgentSlots: 0 }, options, (batch) =>
        publishArticles(batch, jobs),
      ),
    ],
    [
      notifyLane,
      lane(
        jobs,
        notifyLane,
        { batch: 1, slots: 4, urgentSlots: 0 },
        options,
        async ([job], signal) =>
          job === undefined
            ? new Map()
            : new Map([[job, await notifyReceiver(job, jobs.services(), options, signal)]]),
      ),
    ],
  ])
}

function lane(
  jobs: JobServices,
  name: string,
  size: { readonly batch: number; readonly slots: number; readonly urgentSlots?: number },
  { clock, random, leaseMs, onDead }: WorkOptions,
  handler: Handler,
): Consumer {
  const { attempts } = jobs.services().config.service
  // What is published and told waits for nothing; languages wait a moment to fill requests.
  const linger = size.batch > 1 && name.startsWith('localize.') ? lingerMs : 0
  return consume(
    jobs.queue,
    name,
    { ...size, lingerMs: linger, pollMs, leaseMs, attempts, clock, random, log: jobs.log, onDead },
    handler,
  )
}

function together(lanes: readonly (readonly [lane: string, consumer: Consumer])[]): Work {
  const consumers = new Map(lanes)
  return {
    wake: (lane) => consumers.get(lane)?.wake(),
    drain: async () => {
      await Promise.all(Array.from(consumers.values(), (consumer) => consumer.drain()))
    },
    stop: async () => {
      await Promise.all(Array.from(consumers.values(), (consumer) => consumer.stop()))
    },
  }
}
