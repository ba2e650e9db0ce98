import type { Editions, Standing } from '../archive/index.ts'
import type { Log } from '../log.ts'
import type { Notification } from '../notify/index.ts'
import type { NewJob, Queue } from '../queue/index.ts'
import type { Metrics } from '../service/index.ts'
import type { Services } from '../services.ts'
import type { ScheduleRecord } from './schedule-record.ts'

/** What the jobs of a service work with. */
export interface JobServices {
  /** Those of the configuration in force, which a reload changes. */
  readonly services: () => Services
  /** On a worker: takes over the glossary that the service has put in force since. */
  readonly refresh: () => Promise<void>
  /** Whether this process makes languages only, for a service elsewhere. */
  readonly isWorker: boolean
  readonly queue: Queue
  readonly editions: Editions
  readonly standing: Standing
  readonly schedule: ScheduleRecord
  readonly log: Log
  /** Puts jobs in and wakes who works on them; @returns how many were new. */
  readonly add: (jobs: readonly NewJob[]) => Promise<number>
  /** Tells whoever the configuration names; `occasion` makes what is told twice one thing. */
  readonly tell: (
    event: Omit<Notification, 'id' | 'at' | 'site'>,
    occasion: string,
  ) => Promise<void>
  readonly metrics: Metrics
  /** A number from 0 to 1, for the jitter. */
  readonly random: () => number
  /** The folder that names of files are shown relative to. */
  readonly folder: string
}

/** IPTC urgency counts from 1, the most urgent, to 9; priorities the other way round, 0 to 9. */
export function priorityOf(urgency: number | undefined): number {
  return 9 - (urgency ?? usualUrgency)
}

/** What an article without an urgency has: the middle of the IPTC scale. */
const usualUrgency = 5

/** Work on what was published before, after a change of the glossary: behind all news. */
export const backlogPriority = 1
