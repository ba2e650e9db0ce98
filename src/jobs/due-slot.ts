import { Cron } from 'croner'
import type { Schedule } from '../config.ts'
import { shortHash } from '../hash.ts'

/** The most that a slot is put off so that not all sources are looked at in one moment. */
const mostJitterMs = 30_000
/** And the most part of the time between two slots. */
const jitterShare = 0.1

/**
 * The last slot that has come, in epoch milliseconds: all slots that were missed are this one. Slots
 * of `every` are the multiples of that time in UTC, so that all machines and restarts agree on them.
 */
export function dueSlot(schedule: Schedule, now: Date): number {
  if ('everyMs' in schedule) {
    return Math.floor(now.getTime() / schedule.everyMs) * schedule.everyMs
  }
  const cron = new Cron(schedule.cron, { paused: true, timezone: schedule.timeZone })
  // The library looks strictly before the moment it is given.
  const [last] = cron.previousRuns(1, new Date(now.getTime() + 1))
  return last?.getTime() ?? 0
}

/** How long after its slot a source is looked at, in milliseconds: the same for each slot of a source. */
export function jitterOf(schedule: Schedule, source: string): number {
  const everyMs = 'everyMs' in schedule ? schedule.everyMs : Infinity
  const most = Math.min(mostJitterMs, everyMs * jitterShare)
  // Eight digits of a hash are a number below 2 ** 32.
  return Math.floor((Number.parseInt(shortHash(source).slice(0, 8), 16) / 2 ** 32) * most)
}
