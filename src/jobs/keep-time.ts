import { formatError } from '../errors.ts'
import type { JobServices } from './job-services.ts'
import { reconcile } from './reconcile.ts'
import { duePolls } from './schedule-polls.ts'
import type { ServiceHost } from './service-host.ts'

/** The main loop of a service. */
export interface TimeKeeper {
  /** When it last turned, as `Clock.monotonicMs` counts. */
  lastBeatMs(): number
  /** Has all articles looked over now: the glossary or the configuration changed. */
  lookNow(): void
  stop(): Promise<void>
}

const tickMs = 1_000
/** How often missing jobs are put in, and how often files are looked for. */
const reconcileMs = 60_000
const diskCheckMs = 3_600_000

/** Puts in the jobs whose time has come, and those that are missing; takes a lost lock again. */
export function keepTime(
  jobs: JobServices,
  host: ServiceHost,
  { isIdle, restart }: { readonly isIdle: boolean; readonly restart: () => Promise<void> },
): TimeKeeper {
  const { clock } = host.current()
  const stopping = new AbortController()
  let beatMs = clock.monotonicMs()
  let reconciledMs = -Infinity
  let diskCheckedMs = -Infinity
  const tick = async (): Promise<void> => {
    if (!host.holdsLock()) {
      jobs.log.warn('the lock of the store is lost; it is taken again when that is possible')
      await restart()
      reconciledMs = -Infinity
    }
    await jobs.add(await duePolls(jobs))
    const now = clock.monotonicMs()
    if (now - reconciledMs < reconcileMs) return
    const isDiskChecked = now - diskCheckedMs >= diskCheckMs
    await reconcile(jobs, { isDiskChecked })
    reconciledMs = now
    if (isDiskChecked) diskCheckedMs = now
  }
  const turn = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      beatMs = clock.monotonicMs()
      if (!isIdle) {
        await tick().catch((error: unknown) => {
          jobs.log.error('look at the schedule failed', { reason: formatError(error) })
        })
      }
      await clock.sleep(tickMs, stopping.signal).catch(() => undefined)
    }
  }
  const turning = turn()
  return {
    lastBeatMs: () => beatMs,
    lookNow: () => {
      reconciledMs = -Infinity
    },
    stop: () => {
      stopping.abort()
      return turning
    },
  }
}
