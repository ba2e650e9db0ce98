import { Hono } from 'hono'
import type { Clock } from '../clock.ts'
import type { Metrics } from './metrics.ts'
import { sharedWork } from './shared-work.ts'

/** What the health of a process is read from. */
export interface Health {
  readonly clock: Clock
  /** When the main loop last turned, as `clock.monotonicMs` said then. */
  readonly lastBeatMs: () => number
  /** Asks the store anything; a failure or silence means that it does not answer. */
  readonly askStore: () => Promise<unknown>
  /** How long the store is waited for. */
  readonly storeDeadlineMs?: number
  /** Whether the lock of the store is held; a worker needs none and gives nothing here. */
  readonly holdsLock?: () => boolean
  readonly isDraining: () => boolean
  readonly metrics: Pick<Metrics, 'text' | 'contentType'>
}

/** A main loop that has not turned for this long hangs. */
const longestBeatMs = 60_000

/** Probes give up after some seconds. */
const usualStoreDeadlineMs = 3_000

const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'",
  'Cache-Control': 'no-store',
}

/**
 * What machines ask: `/healthz` (200 while the main loop turns), `/readyz` (200 when it can work, else
 * 503 and what is missing) and `/metrics`. HEAD works, other methods are refused.
 */
export function healthRoutes(health: Health): Hono {
  const { clock, lastBeatMs, holdsLock, isDraining, metrics } = health
  const askStore = sharedWork(
    async () => health.askStore(),
    health.storeDeadlineMs ?? usualStoreDeadlineMs,
  )
  const routes = new Hono()

  routes.get('/healthz', (context) => {
    const silentMs = Math.round(clock.monotonicMs() - lastBeatMs())
    if (silentMs <= longestBeatMs) return context.json({ status: 'alive' }, 200, securityHeaders)
    const body = { status: 'stuck', 'silent-seconds': Math.round(silentMs / 1000) }
    return context.json(body, 503, securityHeaders)
  })

  routes.get('/readyz', async (context) => {
    // Why the store fails is for the log: the message of a driver may hold an address.
    const answers = await askStore().then(
      () => true,
      () => false,
    )
    const missing = [
      ...(answers ? [] : ['the store does not answer']),
      ...(holdsLock?.() === false ? ['the lock of the store is not held'] : []),
      ...(isDraining() ? ['it is draining'] : []),
    ]
    return missing.length === 0
      ? context.json({ status: 'ready' }, 200, securityHeaders)
      : context.json({ status: 'not ready', missing }, 503, securityHeaders)
  })

  routes.get('/metrics', async (context) =>
    context.body(await metrics.text(), 200, {
      ...securityHeaders,
      'Content-Type': metrics.contentType,
    }),
  )

  for (const path of ['/healthz', '/readyz', '/metrics']) {
    routes.all(path, (context) =>
      context.text('Only GET and HEAD.\n', 405, { ...securityHeaders, Allow: 'GET, HEAD' }),
    )
  }
  return routes
}
