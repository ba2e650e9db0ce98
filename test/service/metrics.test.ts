import { describe, expect, it } from 'vitest'
import { createMetrics, type Metrics, type Readings } from '../../src/service/metrics.ts'
import { parseOpenMetrics, valueOf } from './open-metrics.ts'

const readings: Readings = {
  lanes: [
    {
      lane: 'localize.es',
      waiting: 3,
      active: 2,
      dead: 1,
      waitingSince: new Date('2026-11-23T08:29:42.500Z'),
    },
    { lane: 'poll', waiting: 0, active: 0, dead: 0 },
  ],
  heldSegments: 7,
  spent: [
    { period: 'day', currency: 'EUR', amount: 1.25 },
    { period: 'month', currency: 'EUR', amount: 31.5 },
  ],
}

function open(collect: () => Promise<Readings> = async () => readings): Metrics {
  return createMetrics({
    collect,
    now: () => new Date('2026-11-23T08:30:12.500Z'),
    deadlineMs: 100,
  })
}

describe('the metrics', () => {
  it('are OpenMetrics from the first scrape on', async () => {
    const metrics = open()
    expect(metrics.contentType).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8')
    expect(() => parseOpenMetrics('not metrics')).toThrow('EOF')
    const samples = parseOpenMetrics(await metrics.text())
    expect(valueOf(samples, 'process_resident_memory_bytes')).toBeGreaterThan(1_000_000)
    expect(valueOf(samples, 'process_cpu_seconds_total')).toBeGreaterThan(0)
    expect(valueOf(samples, 'nodejs_heap_size_used_bytes')).toBeGreaterThan(1_000_000)
    const started = valueOf(samples, 'process_start_time_seconds') ?? 0
    expect(Math.abs(Date.now() / 1000 - process.uptime() - started)).toBeLessThan(5)
  })

  it('show what the store knows', async () => {
    const samples = parseOpenMetrics(await open().text())
    const lane = 'localize.es'
    expect(valueOf(samples, 'babelwire_jobs', { lane, state: 'waiting' })).toBe(3)
    expect(valueOf(samples, 'babelwire_jobs', { lane, state: 'active' })).toBe(2)
    expect(valueOf(samples, 'babelwire_jobs', { lane, state: 'dead' })).toBe(1)
    expect(valueOf(samples, 'babelwire_lag_seconds', { lane })).toBe(30)
    expect(valueOf(samples, 'babelwire_lag_seconds', { lane: 'poll' })).toBe(0)
    expect(valueOf(samples, 'babelwire_held_segments')).toBe(7)
    expect(valueOf(samples, 'babelwire_spent', { period: 'month', currency: 'EUR' })).toBe(31.5)
    expect(valueOf(samples, 'babelwire_store_up')).toBe(1)
  })

  it('count what happened, over scrapes too', async () => {
    const metrics = open()
    metrics.published('es')
    metrics.published('zh-Hans')
    metrics.characters('deepl', 'es', 1200)
    metrics.cost('deepl', 'EUR', 0.024)
    metrics.request('deepl', 'answered', 300)
    metrics.request('deepl', 'refused', 20)
    metrics.polled('unchanged')
    metrics.jobFailed('localize.es')
    await metrics.text()
    metrics.published('es')
    metrics.cost('deepl', 'EUR', 0.026)
    const samples = parseOpenMetrics(await metrics.text())
    expect(valueOf(samples, 'babelwire_articles_published_total', { locale: 'es' })).toBe(2)
    expect(valueOf(samples, 'babelwire_articles_published_total', { locale: 'zh-Hans' })).toBe(1)
    expect(valueOf(samples, 'babelwire_characters_total', { engine: 'deepl', locale: 'es' })).toBe(
      1200,
    )
    expect(valueOf(samples, 'babelwire_cost_total', { engine: 'deepl' })).toBeCloseTo(0.05, 9)
    expect(valueOf(samples, 'babelwire_engine_requests_total', { outcome: 'refused' })).toBe(1)
    const bucket = 'babelwire_engine_latency_seconds_bucket'
    expect(valueOf(samples, bucket, { engine: 'deepl', le: '0.25' })).toBe(1)
    expect(valueOf(samples, bucket, { engine: 'deepl', le: '0.5' })).toBe(2)
    expect(valueOf(samples, bucket, { engine: 'deepl', le: '+Inf' })).toBe(2)
    expect(valueOf(samples, 'babelwire_polls_total', { outcome: 'unchanged' })).toBe(1)
    expect(valueOf(samples, 'babelwire_job_failures_total', { lane: 'localize.es' })).toBe(1)
  })

  it('keep the text whole whatever a label says', async () => {
    const metrics = open()
    metrics.jobFailed('localize."es"\n# EOF\\')
    const samples = parseOpenMetrics(await metrics.text())
    const lane = 'localize."es"\n# EOF\\'
    expect(valueOf(samples, 'babelwire_job_failures_total', { lane })).toBe(1)
  })

  it('forget lanes that are no more', async () => {
    const answers = [readings, { ...readings, lanes: [] }]
    const metrics = open(async () => answers.shift() ?? readings)
    await metrics.text()
    const samples = parseOpenMetrics(await metrics.text())
    expect(samples.filter(({ name }) => name === 'babelwire_jobs')).toEqual([])
  })

  it.each([
    ['fails', () => Promise.reject(new Error('canary: connection refused'))],
    ['hangs', () => new Promise<Readings>(() => {})],
  ])('show no old numbers when the store %s', async (_, trouble) => {
    const answers = [async () => readings, trouble]
    const metrics = open(() => answers.shift()?.() ?? trouble())
    metrics.published('es')
    await metrics.text()
    const text = await metrics.text()
    const samples = parseOpenMetrics(text)
    expect(valueOf(samples, 'babelwire_store_up')).toBe(0)
    expect(samples.filter(({ name }) => /jobs|lag|held|spent/.test(name))).toEqual([])
    expect(valueOf(samples, 'babelwire_articles_published_total', { locale: 'es' })).toBe(1)
    expect(text).not.toContain('canary')
  })

  it('of two services in one process are apart', async () => {
    const [one, other] = [open(), open()]
    one.published('es')
    const samples = parseOpenMetrics(await other.text())
    expect(valueOf(samples, 'babelwire_articles_published_total', { locale: 'es' })).toBeUndefined()
  })
})
