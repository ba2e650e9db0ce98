import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAnswerFault, sendFault, sendJson, type DeeplFault } from './deepl-faults.ts'
import { glossaryStore, type GlossaryStore } from './deepl-glossaries.ts'
import { newCounters, tokenBucket, type DeeplCounters } from './deepl-counters.ts'
import { glossaryPairs, sourceLanguages, targetLanguages } from './deepl-server-languages.ts'
import { answerTranslate, type TranslationOptions } from './deepl-translate-route.ts'

/** One request as it came in. */
export interface DeeplServerRequest {
  readonly route: DeeplRoute
  readonly method: string
  readonly path: string
  readonly form: URLSearchParams
  readonly bytes: number
}

export type DeeplRoute = 'translate' | 'languages' | 'usage' | 'glossary-pairs' | 'glossaries'

export interface DeeplServerOptions extends TranslationOptions {
  readonly key?: string
  /** Time before each answer to translate. */
  readonly latencyMs?: number
  /** Requests to translate; what is over is answered 429, with this Retry-After if given. */
  readonly rateLimit?: {
    readonly perSecond: number
    readonly burst?: number
    readonly retryAfter?: string
  }
  /** What to do with the nth request (from 1) to its route; comes before the check of the key. */
  readonly respond?: (request: DeeplServerRequest, n: number) => 'ok' | DeeplFault
  /** Whether `requests` is filled; false for long benchmarks. */
  readonly records?: boolean
}

export interface DeeplServer {
  readonly url: string
  readonly key: string
  readonly requests: DeeplServerRequest[]
  readonly counters: DeeplCounters
  readonly glossaries: GlossaryStore
  /** May be changed between requests. */
  options: DeeplServerOptions
  close(): Promise<void>
}

const maxBodyBytes = 128 * 1024

/** A server on this machine that speaks DeepL's API with pretended translations. */
export async function startDeeplServer(options: DeeplServerOptions = {}): Promise<DeeplServer> {
  const key = options.key ?? 'test-key-5b0f4c:fx'
  const counters = newCounters()
  const glossaries = glossaryStore()
  const routeCounts = new Map<DeeplRoute, number>()
  const takeToken = tokenBucket()
  const http = createServer((incoming, response) => {
    handle(incoming, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else sendJson(response, 500, { message: String(error) })
    })
  })
  // The default of 5 s cuts connections that a client is about to use again.
  http.keepAliveTimeout = 60_000
  const sockets = new Set<{ bytesWritten: number }>()
  let bytesOfClosed = 0
  http.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => {
      sockets.delete(socket)
      bytesOfClosed += socket.bytesWritten
    })
  })
  counters.bytesSent = () => [...sockets].reduce((sum, s) => sum + s.bytesWritten, bytesOfClosed)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const server: DeeplServer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    key,
    requests: [],
    counters,
    glossaries,
    options,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? '/', 'http://localhost')
    const route = routeOf(url.pathname)
    const body = await readBody(incoming)
    counters.requests++
    counters.bytesReceived += body.length
    counters.byPath.set(url.pathname, (counters.byPath.get(url.pathname) ?? 0) + 1)
    if (route === undefined) return sendJson(response, 404, { message: 'Not found' })
    const n = (routeCounts.get(route) ?? 0) + 1
    routeCounts.set(route, n)
    const request: DeeplServerRequest = {
      route,
      method: incoming.method ?? 'GET',
      path: url.pathname,
      form: new URLSearchParams(body.toString()),
      bytes: body.length,
    }
    if (server.options.records !== false) server.requests.push(request)
    if (route === 'translate') count(response)
    const fault = server.options.respond?.(request, n) ?? 'ok'
    if (fault !== 'ok' && !isAnswerFault(fault)) return sendFault(response, fault, key)
    if (incoming.headers.authorization !== `DeepL-Auth-Key ${key}`) {
      return sendJson(response, 403, { message: 'Invalid auth key.' })
    }
    if (fault !== 'ok' && fault.kind === 'slow') await sleep(fault.ms)
    if (route === 'translate') return translate(request, response, fault)
    if (route === 'languages') {
      const isTarget = url.searchParams.get('type') === 'target'
      return sendJson(response, 200, isTarget ? targetLanguages : sourceLanguages)
    }
    if (route === 'glossary-pairs') {
      return sendJson(response, 200, { supported_languages: glossaryPairs })
    }
    if (route === 'usage') {
      const limit = server.options.quota ?? 1_000_000_000
      const usage = { character_count: counters.characters, character_limit: limit }
      return sendJson(response, 200, usage)
    }
    const { method, path, form } = request
    const { status, json } = glossaries.handle(method, path, url.searchParams, form)
    const isRead = fault !== 'ok' && fault.kind === 'entries' && path.endsWith('/entries')
    return sendJson(response, status, isRead ? changeEntries(json, fault.change) : json)
  }

  function count(response: ServerResponse): void {
    counters.translateRequests++
    counters.concurrent++
    counters.maxConcurrent = Math.max(counters.maxConcurrent, counters.concurrent)
    // Not at 'close': the client may ask again before it.
    let isDone = false
    const done = (): void => {
      if (!isDone) counters.concurrent--
      isDone = true
    }
    response.on('finish', done).on('close', done)
  }

  async function translate(
    { form, bytes }: DeeplServerRequest,
    response: ServerResponse,
    fault: 'ok' | DeeplFault,
  ): Promise<void> {
    const { latencyMs = 0, rateLimit } = server.options
    if (rateLimit !== undefined && !takeToken(rateLimit.perSecond, rateLimit.burst)) {
      counters.rateLimited++
      const { retryAfter } = rateLimit
      const headers = retryAfter === undefined ? {} : { 'Retry-After': retryAfter }
      return sendJson(response, 429, { message: 'Too many requests' }, headers)
    }
    if (latencyMs > 0) await sleep(latencyMs)
    if (bytes > maxBodyBytes) return sendJson(response, 413, { message: 'Request too large' })
    const left = (server.options.quota ?? Infinity) - counters.characters
    const { status, json, billed, texts } = answerTranslate(
      form,
      { ...server.options, quota: left },
      glossaries,
      fault,
    )
    counters.texts += texts
    counters.characters += billed
    sendJson(response, status, json)
  }

  return server
}

function changeEntries(json: unknown, change: (tsv: string) => string): unknown {
  const { dictionaries } = json as { dictionaries: readonly { entries: string }[] }
  return {
    dictionaries: dictionaries.map((entry) => ({ ...entry, entries: change(entry.entries) })),
  }
}

function routeOf(path: string): DeeplRoute | undefined {
  if (path === '/v2/translate') return 'translate'
  if (path === '/v2/languages') return 'languages'
  if (path === '/v2/usage') return 'usage'
  if (path === '/v2/glossary-language-pairs') return 'glossary-pairs'
  return /^\/v3\/glossaries(?:\/|$)/.test(path) ? 'glossaries' : undefined
}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
