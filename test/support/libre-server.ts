import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAnswerFault, sendFault, sendJson, type DeeplFault } from './deepl-faults.ts'
import { libreTranslation } from './libre-words.ts'

/** What a request to translate holds. */
export interface LibreBody {
  readonly q: readonly string[]
  readonly source: string
  readonly target: string
  readonly format: string
  readonly api_key?: string
}

/** As with DeepL's server; a status has the message in LibreTranslate's own field. */
export type LibreFault = Exclude<DeeplFault, { kind: 'billed' | 'entries' }>

export interface LibreServerOptions {
  /** When given, requests without it are refused. */
  readonly key?: string
  readonly languages?: readonly unknown[]
  readonly limit?: { readonly characters?: number; readonly texts?: number }
  readonly renders?: Readonly<Record<string, string>>
  readonly spoilsCodes?: boolean
  /** What to do with the nth request (from 1) to its path. */
  readonly respond?: (path: string, n: number) => 'ok' | LibreFault
}

export interface LibreServer {
  readonly url: string
  /** Bodies of the requests to translate. */
  readonly requests: LibreBody[]
  /** Requests by path. */
  readonly counts: Map<string, number>
  /** May be changed between requests. */
  options: LibreServerOptions
  close(): Promise<void>
}

const codes = ['en', 'es', 'de', 'ru', 'uk', 'ar', 'zh-Hans', 'zh-Hant', 'pt', 'pt-BR', 'nb']

/** As LibreTranslate 1.6 lists them: from English into all, from the others into English. */
const libreLanguages: readonly unknown[] = codes.map((code) => ({
  code,
  name: code,
  targets: code === 'en' ? codes : ['en', code],
}))

/** A server on this machine that speaks LibreTranslate's API with pretended translations. */
export async function startLibreServer(options: LibreServerOptions = {}): Promise<LibreServer> {
  const http = createServer((incoming, response) => {
    handle(incoming, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else sendJson(response, 500, { error: String(error) })
    })
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const server: LibreServer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    requests: [],
    counts: new Map(),
    options,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = incoming.url ?? '/'
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    const n = (server.counts.get(path) ?? 0) + 1
    server.counts.set(path, n)
    const fault = server.options.respond?.(path, n) ?? 'ok'
    const { key = '', languages = libreLanguages } = server.options
    if (fault !== 'ok' && fault.kind === 'slow') await sleep(fault.ms)
    if (fault !== 'ok' && fault.kind === 'status') {
      return sendJson(response, fault.status, { error: fault.message ?? 'Fault' }, fault.headers)
    }
    if (fault !== 'ok' && fault.kind === 'echo-key') {
      return sendJson(response, fault.status, { error: `The key ${key} is not known.` })
    }
    if (fault !== 'ok' && !isAnswerFault(fault)) return sendFault(response, fault, key)
    if (path === '/languages') return sendJson(response, 200, languages)
    if (path !== '/translate') return sendJson(response, 404, { error: 'Not found' })
    const body = JSON.parse(Buffer.concat(chunks).toString()) as LibreBody
    server.requests.push(body)
    const refusal = refusalOf(body)
    if (refusal !== undefined) return sendJson(response, refusal.status, { error: refusal.error })
    const { renders = {}, spoilsCodes = false } = server.options
    const texts = body.q.map((q) => libreTranslation(q, body, { renders, spoilsCodes }))
    const answer = fault !== 'ok' && fault.kind === 'texts' ? fault.change(texts) : texts
    sendJson(response, 200, { translatedText: answer })
  }

  /** In the words of LibreTranslate. */
  function refusalOf(
    body: LibreBody,
  ): { readonly status: number; readonly error: string } | undefined {
    const { key, limit = {} } = server.options
    if (key !== undefined && body.api_key !== key) return { status: 403, error: 'Invalid API key' }
    const unknown = [body.source, body.target].find((code) => !codes.includes(code))
    if (unknown !== undefined) return { status: 400, error: `${unknown} is not supported` }
    const characters = body.q.reduce((sum, text) => sum + Array.from(text).length, 0)
    const over = [
      [body.q.length, limit.texts ?? Infinity],
      [characters, limit.characters ?? Infinity],
    ].find(([size = 0, most = 0]) => size > most)
    if (over === undefined) return undefined
    const error = `Invalid request: request (${over[0]}) exceeds text limit (${over[1]})`
    return { status: 400, error }
  }

  return server
}
