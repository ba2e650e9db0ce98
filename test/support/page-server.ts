import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib'

/** What a server does for one path. */
export type PageAnswer =
  /** A page; with `etag` or `modified` it answers 304 to whoever has it already. */
  | {
      readonly kind: 'page'
      readonly body: string | Uint8Array
      readonly contentType?: string
      readonly packed?: 'gzip' | 'deflate' | 'br'
      readonly etag?: string
      readonly modified?: string
    }
  | {
      readonly kind: 'status'
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
    }
  | { readonly kind: 'redirect'; readonly to: string; readonly status?: number }
  /** Accepts the request and never says anything. */
  | { readonly kind: 'silent' }
  /** Headers and the start of a page, then nothing more. */
  | { readonly kind: 'stall' }
  /** Headers at once, then a byte now and then for ever. */
  | { readonly kind: 'drip' }
  /** Megabytes for ever, as fast as they are taken. */
  | { readonly kind: 'endless' }
  /** A few KiB that unpack to this many MiB. */
  | { readonly kind: 'bomb'; readonly mebibytes: number; readonly packed: 'gzip' | 'br' }
  /** Announces so many bytes, and sends another number of them. */
  | { readonly kind: 'wrong-length'; readonly announced: number; readonly body: string }
  /** Says that it is packed, and is not. */
  | { readonly kind: 'broken-packing' }
  | { readonly kind: 'unknown-packing' }
  /** No HTTP at all. */
  | { readonly kind: 'garbage' }
  | { readonly kind: 'reset' }

export interface PageServer {
  readonly port: number
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  /** Every request, as `GET /path`, with its headers. */
  readonly requests: { readonly path: string; readonly headers: IncomingMessage['headers'] }[]
  close(): Promise<void>
}

const fast = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }
const mebibyte = Buffer.alloc(1024 * 1024, ' ')

/** A server on this machine that answers each path as it is told; any other path with 404. */
export async function startPageServer(
  answers: Readonly<Record<string, PageAnswer>>,
): Promise<PageServer> {
  const requests: PageServer['requests'] = []
  const http = createServer((incoming, response) => {
    const path = incoming.url ?? '/'
    requests.push({ path, headers: incoming.headers })
    send(answers[path] ?? { kind: 'status', status: 404 }, incoming, response)
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
}

function send(answer: PageAnswer, incoming: IncomingMessage, response: ServerResponse): void {
  switch (answer.kind) {
    case 'page':
      return sendPage(answer, incoming, response)
    case 'status':
      response.writeHead(answer.status, answer.headers).end('An error page that nobody asked for')
      return
    case 'redirect':
      response.writeHead(answer.status ?? 302, { Location: answer.to }).end('<a href="/">moved</a>')
      return
    case 'silent':
      return
    case 'stall':
      response.writeHead(200, { 'Content-Type': 'text/html' }).write('<!doctype html>')
      return
    case 'drip': {
      response.writeHead(200, { 'Content-Type': 'text/html' })
      const timer = setInterval(() => response.write('a'), 20)
      response.on('close', () => clearInterval(timer))
      return
    }
    case 'endless': {
      const more = (): void => {
        while (!response.destroyed && response.write(mebibyte));
        if (!response.destroyed) response.once('drain', more)
      }
      response.writeHead(200, { 'Content-Type': 'text/html' })
      more()
      return
    }
    case 'bomb': {
      const body = Buffer.alloc(answer.mebibytes * mebibyte.length, ' ')
      const packed = answer.packed === 'gzip' ? gzipSync(body) : brotliCompressSync(body, fast)
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Encoding': answer.packed })
      response.end(packed)
      return
    }
    case 'wrong-length':
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Length': answer.announced })
      response.write(answer.body, () => response.socket?.destroy())
      return
    case 'broken-packing':
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' })
      response.end('<p>This is not packed.</p>')
      return
    case 'unknown-packing':
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Encoding': 'compress' })
      response.end('<p>Packed</p>')
      return
    case 'garbage':
      response.socket?.end('220 mail.example ESMTP ready\r\n')
      return
    case 'reset':
      response.socket?.destroy()
  }
}

function sendPage(
  { body, contentType, packed, etag, modified }: Extract<PageAnswer, { kind: 'page' }>,
  { headers }: IncomingMessage,
  response: ServerResponse,
): void {
  const isKnown =
    (etag !== undefined && headers['if-none-match'] === etag) ||
    (modified !== undefined && headers['if-modified-since'] === modified)
  const bytes = Buffer.from(body)
  const pack = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync }
  response.writeHead(isKnown ? 304 : 200, {
    'Content-Type': contentType ?? 'text/html; charset=utf-8',
    ...(packed === undefined ? {} : { 'Content-Encoding': packed }),
    ...(etag === undefined ? {} : { ETag: etag }),
    ...(modified === undefined ? {} : { 'Last-Modified': modified }),
  })
  response.end(isKnown ? undefined : packed === undefined ? bytes : pack[packed](bytes))
}
