import { Gauge, type OpenMetricsContentType, type Registry } from 'prom-client'
import type { LaneState } from '../queue/index.ts'

/** What the store knows when it is asked. */
export interface Readings {
  readonly lanes: readonly LaneState[]
  readonly heldSegments: number
  /** Money of the day and the month, reserved included, in units of the currency. */
  readonly spent: readonly {
    readonly period: 'day' | 'month'
    readonly currency: string
    readonly amount: number
  }[]
}

/** Metrics of what the store knows: give them what it says, or nothing when it does not answer. */
export function addStoreMetrics(
  registry: Registry<OpenMetricsContentType>,
  now: () => Date,
): (readings: Readings | undefined) => void {
  const gauge = <T extends string>(name: string, help: string, ...labelNames: T[]): Gauge<T> =>
    new Gauge({ name, help, labelNames, registers: [registry] })
  const up = gauge('babelwire_store_up', '1 when the store answered this scrape')
  const jobs = gauge('babelwire_jobs', 'Jobs by lane and state', 'lane', 'state')
  const lag = gauge('babelwire_lag_seconds', 'How long the oldest job that is due waits', 'lane')
  const held = gauge('babelwire_held_segments', 'Segments that wait for an editor')
  const spent = gauge(
    'babelwire_spent',
    'Money of the day and the month, reserved included',
    'period',
    'currency',
  )
  return (readings) => {
    up.set(readings === undefined ? 0 : 1)
    // What was known before is not shown as if it were still so.
    for (const one of [jobs, lag, spent]) one.reset()
    held.remove()
    if (readings === undefined) return
    for (const { lane, waiting, active, dead, waitingSince } of readings.lanes) {
      jobs.set({ lane, state: 'waiting' }, waiting)
      jobs.set({ lane, state: 'active' }, active)
      jobs.set({ lane, state: 'dead' }, dead)
      const waitedMs = waitingSince === undefined ? 0 : now().getTime() - waitingSince.getTime()
      lag.set({ lane }, Math.max(0, waitedMs) / 1000)
    }
    held.set(readings.heldSegments)
    for (const { period, currency, amount } of readings.spent) {
      spent.set({ period, currency }, amount)
    }
  }
}
