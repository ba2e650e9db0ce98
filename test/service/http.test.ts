import { Agent, request as send } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { Hono } from 'hono'
import { afterEach, describe, expect, it } from 'vitest'
import type { Clock } from '../../src/clock.ts'
import { exitCodeOf, formatError } from '../../src/errors.ts'
import type { Health } from '../../src/service/health.ts'
import { serve, type Served, type ServeOptions } from '../../src/service/http.ts'
import { createMetrics } from '../../src/service/metrics.ts'
import { parseOpenMetrics } from './open-metrics.ts'

const canary = 'canary-4f1c'
const hasIpv6 = Object.values(networkInterfaces())
  .flat()
  .some((one) => one?.address === '::1')
/** What a test turns. */
interface State {
  nowMs: number
  beatMs: number
  store: () => Promise<unknown>
  hasLock: boolean
  drains: boolean
}
const open: Served[] = []

async function start(
  options: Partial<Omit<ServeOptions, 'health'>> = {},
  worker: boolean = false,
): Promise<{ readonly url: string; readonly served: Served; readonly state: State }> {
  const state: State = {
    nowMs: 1_000_000,
    beatMs: 1_000_000,
    store: async () => [],
    hasLock: true,
    drains: false,
  }
  const now = (): Date => new Date('2026-11-23T08:30:12Z')
  const clock: Clock = { now, monotonicMs: () => state.nowMs, sleep: async () => {} }
  const collect = async (): Promise<never> => {
    throw new Error(canary)
  }
  const health: Health = {
    clock,
    lastBeatMs: () => state.beatMs,
    askStore: () => state.store(),
    storeDeadlineMs: 100,
    isDraining: () => state.drains,
    metrics: createMetrics({ collect, now }),
    ...(worker ? {} : { holdsLock: () => state.hasLock }),
  }
  const served = await serve({ host: '127.0.0.1', port: 0, health, ...options })
  open.push(served)
  return { url: served.url, served, state }
}

async function answer(url: string, init?: RequestInit): Promise<readonly [number, unknown]> {
  const response = await fetch(url, init)
  const text = await response.text()
  expect(text).not.toContain(canary)
  return [response.status, text.startsWith('{') ? JSON.parse(text) : text]
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

describe('/healthz', () => {
  it('is well while the main loop turns, and not when it hangs for a minute', async () => {
    const { url, state } = await start()
    expect(await answer(`${url}/healthz`)).toEqual([200, { status: 'alive' }])
    state.nowMs += 60_000
    expect(await answer(`${url}/healthz`)).toEqual([200, { status: 'alive' }])
    state.nowMs += 1_000
    expect(await answer(`${url}/healthz`)).toEqual([503, { status: 'stuck', 'silent-seconds': 61 }])
    state.beatMs = state.nowMs
    expect(await answer(`${url}/healthz`)).toEqual([200, { status: 'alive' }])
  })

  it('does not ask the store', async () => {
    const { url, state } = await start()
    state.store = () => Promise.reject(new Error(canary))
    state.hasLock = false
    expect(await answer(`${url}/healthz`)).toEqual([200, { status: 'alive' }])
  })
})

describe('/readyz', () => {
  it('says what is missing, and is ready when nothing is', async () => {
    const { url, state } = await start()
    const ready = [200, { status: 'ready' }]
    const missing = (...what: readonly string[]): unknown => [
      503,
      { status: 'not ready', missing: what },
    ]
    expect(await answer(`${url}/readyz`)).toEqual(ready)
    state.hasLock = false
    expect(await answer(`${url}/readyz`)).toEqual(missing('the lock of the store is not held'))
    state.hasLock = true
    state.drains = true
    expect(await answer(`${url}/readyz`)).toEqual(missing('it is draining'))
    state.drains = false
    expect(await answer(`${url}/readyz`)).toEqual(ready)
  })

  it.each([
    ['fails', () => Promise.reject(new Error(`password ${canary}`))],
    ['hangs', () => new Promise(() => {})],
    [
      'throws',
      () => {
        throw new Error(canary)
      },
    ],
  ])('is not ready while the store %s, and is again when it is back', async (_, trouble) => {
    const { url, state } = await start()
    state.store = trouble
    expect(await answer(`${url}/readyz`)).toEqual([
      503,
      { status: 'not ready', missing: ['the store does not answer'] },
    ])
    state.store = async () => []
    expect(await answer(`${url}/readyz`)).toEqual([200, { status: 'ready' }])
  })

  it('of a worker needs no lock', async () => {
    const { url, state } = await start({}, true)
    state.hasLock = false
    expect(await answer(`${url}/readyz`)).toEqual([200, { status: 'ready' }])
  })
})

describe('/metrics', () => {
  it('is OpenMetrics, also while the store fails', async () => {
    const { url } = await start()
    const response = await fetch(`${url}/metrics`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(
      'application/openmetrics-text; version=1.0.0; charset=utf-8',
    )
    expect(parseOpenMetrics(await response.text()).length).toBeGreaterThan(3)
  })
})

describe('each of the three', () => {
  it.each(['/healthz', '/readyz', '/metrics'])(
    '%s answers HEAD and no other method',
    async (at) => {
      const { url } = await start()
      const head = await fetch(`${url}${at}`, { method: 'HEAD' })
      expect([head.status, await head.text()]).toEqual([200, ''])
      for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
        const response = await fetch(`${url}${at}`, { method })
        expect([method, response.status]).toEqual([method, 405])
        expect(response.headers.get('allow')).toBe('GET, HEAD')
      }
    },
  )

  it.each(['/healthz', '/readyz', '/metrics'])(
    '%s lets a browser do nothing with it',
    async (at) => {
      const { url } = await start()
      const { headers } = await fetch(`${url}${at}`)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('content-security-policy')).toBe("default-src 'none'")
      expect(headers.get('cache-control')).toBe('no-store')
    },
  )
})

describe('anything else', () => {
  it('is not found without an app', async () => {
    const { url } = await start()
    expect((await answer(`${url}/articles/river-flood`))[0]).toBe(404)
    expect((await answer(`${url}/`, { method: 'POST' }))[0]).toBe(404)
  })

  it('is what the app says, with its own method and headers', async () => {
    const app = new Hono()
    app.get('/uk/:id', (context) => context.text(`Стаття ${context.req.param('id')}`))
    app.post('/login', async (context) => context.text(await context.req.text(), 201))
    const { url } = await start({ app })
    expect(await answer(`${url}/uk/river-flood`)).toEqual([200, 'Стаття river-flood'])
    expect(await answer(`${url}/login`, { method: 'POST', body: 'a=b' })).toEqual([201, 'a=b'])
    const head = await fetch(`${url}/uk/river-flood`, { method: 'HEAD' })
    expect(head.headers.get('content-security-policy')).toBeNull()
    expect((await answer(`${url}/healthz`))[0]).toBe(200)
    expect((await answer(`${url}/fr/river-flood`))[0]).toBe(404)
  })

  it('that breaks the app is told to the log and not to the reader', async () => {
    const told: string[] = []
    const app = { fetch: () => Promise.reject(new Error(canary)) }
    const { url } = await start({ app, onError: (error) => told.push(error.message) })
    expect((await answer(`${url}/uk/river-flood`))[0]).toBe(500)
    expect(told).toEqual([canary])
  })
})

describe('the server', () => {
  it('says which key or flag to change where the port is in use', async () => {
    const blocker = createServer()
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve))
    const { port } = blocker.address() as AddressInfo
    try {
      const error: unknown = await start({ port }).catch((thrown: unknown) => thrown)
      expect(exitCodeOf(error)).toBe(2)
      expect(formatError(error)).toBe(
        `port ${port} of 127.0.0.1 is in use  Write another one as service.port in babelwire.yaml, or give --port NUMBER.  [config]`,
      )
    } finally {
      blocker.close()
    }
  })

  it('says that a host is not one of this machine', async () => {
    // 192.0.2.0/24 is documentation, nobody's.
    const error: unknown = await start({ host: '192.0.2.7' }).catch((thrown: unknown) => thrown)
    expect(formatError(error)).toContain('cannot listen at 192.0.2.7 (EADDRNOTAVAIL)')
    expect(formatError(error)).toContain('service.host')
  })

  it.skipIf(!hasIpv6)('gives an address that can be asked, also of IPv6', async () => {
    const { url } = await start({ host: '::1' })
    expect(url).toMatch(/^http:\/\/\[::1\]:\d+$/)
    expect((await answer(`${url}/healthz`))[0]).toBe(200)
  })

  it('closes connections that are kept open and answers that do not end', async () => {
    const app = {
      fetch: () =>
        new Response(new ReadableStream({ start: (body) => body.enqueue(Buffer.of(65)) })),
    }
    const { url, served } = await start({ app })
    const agent = new Agent({ keepAlive: true })
    const begin = (path: string): Promise<{ readonly closed: Promise<void> }> =>
      new Promise((resolve, reject) => {
        const request = send(`${url}${path}`, { agent }, (response) => {
          const closed = new Promise<void>((end) => response.socket.on('close', () => end()))
          response.resume()
          response.on('error', () => {})
          resolve({ closed })
        })
        request.on('error', reject)
        request.end()
      })
    const idle = await begin('/healthz')
    const endless = await begin('/endless')
    await served.close()
    await Promise.all([idle.closed, endless.closed])
    await expect(fetch(`${url}/healthz`)).rejects.toThrow()
    agent.destroy()
    await served.close()
  })
})
