import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { openEditions, openStanding } from '../src/archive/index.ts'
import { systemClock } from '../src/clock.ts'
import { readConfig, siteOf } from '../src/config.ts'
import type { JobServices } from '../src/jobs/job-services.ts'
import { reconcile } from '../src/jobs/reconcile.ts'
import { openScheduleRecord } from '../src/jobs/schedule-record.ts'
import { createLog } from '../src/log.ts'
import { openQueue } from '../src/queue/index.ts'
import { createMetrics } from '../src/service/index.ts'
import { openServices, type Services } from '../src/services.ts'
import { startDeeplServer } from '../test/support/deepl-server.ts'
import { fillPublished, manyLanguages, writeSite } from './bench-jobs-site.ts'

/** A look over all articles of a site on which nothing is to be done. */
export interface PassFigures {
  readonly articles: number
  readonly languages: number
  readonly fillSeconds: number
  /** The look at the store alone, and with all files looked for: seconds. */
  readonly storeSeconds: number
  readonly diskSeconds: number
  /** The longest time that the main loop stood still, milliseconds. */
  readonly longestHoldMs: number
  readonly jobs: number
  readonly requests: number
  readonly peakMiB: number
}

/** Measures the look over `articles` published articles in 40 languages, in the store that `url` names or a file. */
export async function benchPass(
  folder: string,
  articles: number,
  url?: string,
): Promise<PassFigures> {
  const server = await startDeeplServer({ records: false })
  mkdirSync(folder, { recursive: true })
  const engine = '{default: deepl, en-XA: pseudo, ar-XB: pseudo}'
  const languages = manyLanguages.join(', ')
  const file = writeSite(
    folder,
    [],
    `languages: [${languages}]\nengine: ${engine}\nbudget: {day: 1000}\n`,
  )
  const config = readConfig(path.resolve(file))
  const env = {
    DEEPL_AUTH_KEY: server.key,
    DEEPL_SERVER_URL: server.url,
    ...(url === undefined ? {} : { DATABASE_URL: url }),
  }
  const services = await openServices(config, { env, purpose: 'service' })
  const queue = await openQueue(services.database, env, siteOf(config), { now: () => new Date() })
  try {
    const jobs = jobServicesOf(services, queue)
    const fillSeconds = await secondsOf(() => fillPublished(articles, services))
    const before = { ...server.counters }
    // The first reads what a service has in memory for long: languages of engines, pages of the store.
    let added = (await reconcile(jobs, { isDiskChecked: false })).added
    const holds = watchHolds()
    const storeSeconds = await secondsOf(async () => {
      added += (await reconcile(jobs, { isDiskChecked: false })).added
    })
    const diskSeconds = await secondsOf(async () => {
      added += (await reconcile(jobs, { isDiskChecked: true })).added
    })
    return {
      articles,
      languages: manyLanguages.length,
      fillSeconds,
      storeSeconds,
      diskSeconds,
      longestHoldMs: holds.longestMs(),
      jobs: added,
      requests: server.counters.translateRequests - before.translateRequests,
      peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    }
  } finally {
    await queue.close()
    await services.close()
    await server.close()
  }
}

function jobServicesOf(services: Services, queue: JobServices['queue']): JobServices {
  const { config, database } = services
  const site = siteOf(config)
  const now = (): Date => systemClock.now()
  return {
    services: () => services,
    refresh: async () => {},
    isWorker: false,
    queue,
    editions: openEditions(database, site, now),
    standing: openStanding(database, site),
    schedule: openScheduleRecord(database, site),
    log: createLog({
      format: 'text',
      write: (line) => process.stderr.write(line),
      now,
      secrets: [],
      level: 'warn',
    }),
    folder: config.root,
    random: Math.random,
    metrics: createMetrics({
      collect: async () => ({ lanes: [], heldSegments: 0, spent: [] }),
      now,
    }),
    add: (added) => queue.add(added),
    tell: async () => {},
  }
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

/** Watches how long the main loop stands still: nothing else of the service goes on then. */
function watchHolds(): { readonly longestMs: () => number } {
  const everyMs = 20
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last - everyMs)
    last = now
  }, everyMs)
  return {
    longestMs: () => {
      longest = Math.max(longest, performance.now() - last - everyMs)
      clearInterval(timer)
      return Math.max(0, Math.round(longest))
    },
  }
}
