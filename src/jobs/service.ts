import { openEditions, openStanding } from '../archive/index.ts'
import { BabelwireError, formatError } from '../errors.ts'
import { createMetrics, serve, type Metrics, type Served } from '../service/index.ts'
import type { JobServices } from './job-services.ts'
import { keepTime } from './keep-time.ts'
import { notifyJobs } from './notify-job.ts'
import { readingsOf } from './readings.ts'
import { openScheduleRecord } from './schedule-record.ts'
import { openHost, type ServiceHost } from './service-host.ts'
import { leaseMs, type ServiceSetting } from './service-setting.ts'
import { workOnLanguages, workOnSite, type Work } from './work.ts'

/** A service that works. */
export interface RunningService {
  /** Where it listens, if it does. */
  readonly url: string | undefined
  /**
   * Takes over a changed configuration and glossary; what is refused leaves the old in force.
   * @returns whether the configuration was taken over.
   */
  reload(): Promise<boolean>
  /** Ends what was begun, takes nothing more, and gives everything back. */
  drain(): Promise<void>
}

/** What is not done by then goes back to the queue; answers that are paid for are still stored. */
const longestDrainMs = 45_000

/**
 * Starts a service: looks at the sources on schedule, works on the jobs, puts in those that are
 * missing, and listens. A worker only makes languages.
 * @throws {BabelwireError} `locked`, `storage`, `config`, `glossary` or `budget`.
 */
export async function startService(setting: ServiceSetting): Promise<RunningService> {
  const { config, purpose, log, clock, port } = setting
  let works: readonly Work[] = []
  const metrics = createMetrics({
    collect: () => readingsOf(host.current(), host.queue, jobs.editions),
    now: () => clock.now(),
  })
  const host = await openHost(setting, {
    observe: ({ engine, outcome, ms }) => metrics.request(engine, outcome, ms),
    alert: ({ kind, engine, message }) => {
      log.error('engine rests', { engine, kind, reason: message })
      const hour = clock.now().toISOString().slice(0, 13)
      tellSoon(jobs, { event: 'quota', engine, reason: message }, `${kind} ${hour}`)
    },
  })
  const jobs = jobServicesOf(host, setting, metrics, (lane) => {
    for (const work of works) work.wake(lane)
  })
  const begin = (): void => {
    const options = { ...setting, leaseMs, onDead: (...of: Dead) => noteDead(of, jobs, metrics) }
    const isWriting = purpose === 'service' && host.holdsLock()
    works = [workOnLanguages(jobs, options), ...(isWriting ? [workOnSite(jobs, options)] : [])]
  }
  const end = async (): Promise<void> => {
    const ending = works
    works = []
    const timer = setTimeout(() => {
      for (const work of ending) work.stop().catch(() => undefined)
    }, longestDrainMs)
    await Promise.all(ending.map((work) => work.drain()))
    clearTimeout(timer)
    await host.closeRetired()
  }
  let isDraining = false
  begin()
  const time = keepTime(jobs, host, {
    isIdle: purpose === 'worker',
    restart: async () => {
      await end()
      await host.regainLock()
      begin()
    },
  })
  let served: Served | undefined
  const drain = async (): Promise<void> => {
    isDraining = true
    await time.stop()
    await end()
    await served?.close()
    await host.close()
  }
  if (port !== undefined) {
    const health = {
      clock,
      lastBeatMs: time.lastBeatMs,
      askStore: () => host.database.query('SELECT 1 AS one'),
      ...(purpose === 'worker' ? {} : { holdsLock: host.holdsLock }),
      isDraining: () => isDraining,
      metrics,
    }
    const app = setting.app === undefined ? {} : { app: setting.app }
    const onError = (error: Error): void => log.error('request failed', { error })
    served = await serve({ host: config.service.host, port, health, onError, ...app }).catch(
      async (error: unknown) => {
        await drain()
        throw error
      },
    )
  }
  return {
    url: served?.url,
    drain,
    reload: async () => {
      try {
        await host.takeOver(setting.readConfig())
        await end()
        begin()
        time.lookNow()
        log.info('configuration taken over')
        return true
      } catch (error) {
        const why = error instanceof BabelwireError ? error : new Error(formatError(error))
        log.error('configuration refused; the one before stays in force', { error: why })
        return false
      }
    },
  }
}

function jobServicesOf(
  host: ServiceHost,
  { purpose, log, folder, clock, random }: ServiceSetting,
  metrics: Metrics,
  wake: (lane: string) => void,
): JobServices {
  const { site, database, queue } = host
  const add: JobServices['add'] = async (added) => {
    const count = added.length === 0 ? 0 : await queue.add(added)
    for (const lane of new Set(added.map((job) => job.lane))) wake(lane)
    return count
  }
  return {
    services: host.current,
    refresh: async () => {
      if (purpose === 'worker') await host.takeOver(host.current().config)
    },
    isWorker: purpose === 'worker',
    queue,
    editions: openEditions(database, site, () => clock.now()),
    standing: openStanding(database, site),
    schedule: openScheduleRecord(database, site),
    log,
    folder,
    random,
    metrics,
    add,
    tell: async (event, occasion) => {
      await add(notifyJobs(event, occasion, site, host.current()))
    },
  }
}

type Dead = readonly [lane: string, name: string, reason: string]

function noteDead([lane, name, reason]: Dead, jobs: JobServices, metrics: Metrics): void {
  metrics.jobFailed(lane)
  jobs.log.error('job given up', { lane, name, reason })
  // Whoever cannot be told is not told of that either.
  if (lane === 'notify') return
  tellSoon(jobs, { event: 'failed', reason: `${lane} ${name}: ${reason}` }, `${name} ${reason}`)
}

function tellSoon(jobs: JobServices, ...of: Parameters<JobServices['tell']>): void {
  jobs.tell(...of).catch((error: unknown) => {
    jobs.log.error('nobody was told', { reason: formatError(error) })
  })
}
