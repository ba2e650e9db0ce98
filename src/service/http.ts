import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { BabelwireError } from '../errors.ts'
import { healthRoutes, type Health } from './health.ts'

export interface ServeOptions {
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
  readonly health: Health
  /** Answers everything else, such as the site; 404 without it. */
  readonly app?: {
    fetch(request: Request, env?: unknown): Response | Promise<Response>
  }
  /** Told of errors that a request met with and its answer hides. */
  readonly onError?: (error: Error) => void
}

export interface Served {
  /** `http://127.0.0.1:4040` */
  readonly url: string
  /** Lets answers that have begun end, for a moment, then closes every connection. */
  close(): Promise<void>
}

/** How long an answer that has begun may take when the server closes. */
const graceMs = 1_000

/**
 * Serves health, metrics and, if given, an app.
 * @throws {BabelwireError} `config` when the port or the host cannot be had.
 */
export async function serve({ host, port, health, app, onError }: ServeOptions): Promise<Served> {
  const root = new Hono()
  root.route('/', healthRoutes(health))
  root.all('*', (context) =>
    app === undefined
      ? context.text('Not found.\n', 404, { 'X-Content-Type-Options': 'nosniff' })
      : app.fetch(context.req.raw, context.env),
  )
  root.onError((error, context) => {
    onError?.(error)
    return context.text('Something went wrong; the log says what.\n', 500)
  })
  const server = createAdaptorServer({ fetch: root.fetch }) as Server
  await listen(server, host, port)
  const address = server.address() as AddressInfo
  const shown = address.family === 'IPv6' ? `[${address.address}]` : address.address
  let closing: Promise<void> | undefined
  return {
    url: `http://${shown}:${address.port}`,
    close: () => (closing ??= close(server)),
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException): void =>
      reject(cannotListen(host, port, error.code ?? 'no code'))
    server.once('error', refuse)
    server.listen(port, host, () => {
      server.off('error', refuse)
      resolve()
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), graceMs)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    server.closeIdleConnections()
  })
}

const otherPort = 'Write another one as service.port in babelwire.yaml, or give --port NUMBER.'

function cannotListen(host: string, port: number, code: string): BabelwireError {
  if (code === 'EADDRINUSE') {
    return new BabelwireError('config', `port ${port} of ${host} is in use`, { mend: otherPort })
  }
  if (code === 'EACCES') {
    const what = `this user may not listen at port ${port}`
    return new BabelwireError('config', what, { mend: otherPort })
  }
  return new BabelwireError('config', `cannot listen at ${host} (${code})`, {
    mend: 'Write an address of this machine as service.host in babelwire.yaml, such as 127.0.0.1.',
  })
}
