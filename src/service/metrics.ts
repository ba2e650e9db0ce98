import { Counter, Histogram, Registry, type OpenMetricsContentType } from 'prom-client'
import type { EngineAttempt } from '../engines/index.ts'
import type { Locale } from '../model.ts'
import { addProcessMetrics } from './process-metrics.ts'
import { sharedWork } from './shared-work.ts'
import { addStoreMetrics, type Readings } from './store-metrics.ts'

export type { Readings } from './store-metrics.ts'

/** Numbers about a service for machines; what is counted starts at 0 with the process. */
export interface Metrics {
  published(locale: Locale): void
  /** Code points that an engine billed. */
  characters(engine: string, locale: Locale, count: number): void
  /** In units of the currency. */
  cost(engine: string, currency: string, amount: number): void
  /** One attempt at a request and how long it took. */
  request(engine: string, outcome: EngineAttempt['outcome'], ms: number): void
  polled(outcome: 'changed' | 'unchanged' | 'failed'): void
  jobFailed(lane: string): void
  /** The OpenMetrics text; without what the store knows when it does not answer. */
  text(): Promise<string>
  readonly contentType: OpenMetricsContentType
}

export interface MetricsOptions {
  /** Asks the store. */
  readonly collect: () => Promise<Readings>
  readonly now: () => Date
  /** How long a store that does not answer is waited for. */
  readonly deadlineMs?: number
}

/** From an engine on this machine to one that is about to be given up, in seconds. */
const latencyBuckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]

/** Prometheus waits 10 s for a scrape. */
const usualDeadlineMs = 5_000

/** The metrics of one service, in a registry of their own. */
export function createMetrics({
  collect,
  now,
  deadlineMs = usualDeadlineMs,
}: MetricsOptions): Metrics {
  const registry = new Registry<OpenMetricsContentType>()
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE)
  const registers = [registry]
  const counter = <T extends string>(name: string, help: string, ...labelNames: T[]): Counter<T> =>
    new Counter({ name, help, labelNames, registers })
  const showStore = addStoreMetrics(registry, now)
  const published = counter(
    'babelwire_articles_published_total',
    'Articles that went live or were updated, by language',
    'locale',
  )
  const characters = counter('babelwire_characters_total', 'Code points billed', 'engine', 'locale')
  const cost = counter('babelwire_cost_total', 'Money billed', 'engine', 'currency')
  const requests = counter(
    'babelwire_engine_requests_total',
    'Requests to engines',
    'engine',
    'outcome',
  )
  const latency = new Histogram({
    name: 'babelwire_engine_latency_seconds',
    help: 'How long engines take for a request',
    labelNames: ['engine'],
    buckets: latencyBuckets,
    registers,
  })
  const polls = counter('babelwire_polls_total', 'Looks at sources', 'outcome')
  const failures = counter('babelwire_job_failures_total', 'Tries of jobs that failed', 'lane')
  addProcessMetrics(registry)

  const ask = sharedWork(collect, deadlineMs)

  return {
    published: (locale) => published.inc({ locale }),
    characters: (engine, locale, count) => characters.inc({ engine, locale }, count),
    cost: (engine, currency, amount) => cost.inc({ engine, currency }, amount),
    request: (engine, outcome, ms) => {
      requests.inc({ engine, outcome })
      latency.observe({ engine }, ms / 1000)
    },
    polled: (outcome) => polls.inc({ outcome }),
    jobFailed: (lane) => failures.inc({ lane }),
    text: async () => {
      showStore(await ask().catch(() => undefined))
      return registry.metrics()
    },
    contentType: registry.contentType,
  }
}
