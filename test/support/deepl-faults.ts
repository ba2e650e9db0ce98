import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'

/** What a hostile server does in place of a kind answer. */
export type DeeplFault =
  /** 429, 529, 456, 403, 500, 503, 302…, with any headers. */
  | {
      readonly kind: 'status'
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
      readonly message?: string
    }
  /** An error whose message repeats the key that was sent. */
  | { readonly kind: 'echo-key'; readonly status: number }
  /** Closes the connection without a word. */
  | { readonly kind: 'reset' }
  /** Says nothing for a while, then answers. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** Headers at once, then a byte now and then for ever. */
  | { readonly kind: 'drip' }
  /** Announces more than it sends, then closes. */
  | { readonly kind: 'half-body' }
  /** A body of this many MiB. */
  | { readonly kind: 'huge'; readonly mebibytes: number }
  /** A few KiB that unpack to this many MiB. */
  | { readonly kind: 'gzip-bomb'; readonly mebibytes: number }
  /** Any body with status 200: garbage, HTML, other JSON. */
  | { readonly kind: 'body'; readonly body: string; readonly contentType?: string }
  /** The translations changed: fewer, more, null, without tags… see `deepl-changes.ts`. */
  | { readonly kind: 'texts'; readonly change: (texts: readonly string[]) => readonly unknown[] }
  /** What is said to be billed for each text. */
  | { readonly kind: 'billed'; readonly billed: unknown }
  /** The entries of a glossary changed as they are read back. */
  | { readonly kind: 'entries'; readonly change: (tsv: string) => string }

/** The faults that leave the routes to answer in their own way. */
type AnswerFault = Extract<DeeplFault, { kind: 'slow' | 'texts' | 'billed' | 'entries' }>

/** Whether the fault is done to an answer, not in place of it. */
export function isAnswerFault(fault: DeeplFault): fault is AnswerFault {
  return ['slow', 'texts', 'billed', 'entries'].includes(fault.kind)
}

const mebibyte = Buffer.alloc(1024 * 1024, 'a')

/** Answers with a fault. */
export function sendFault(
  response: ServerResponse,
  fault: Exclude<DeeplFault, AnswerFault>,
  key: string,
): void {
  switch (fault.kind) {
    case 'status':
      return sendJson(response, fault.status, { message: fault.message ?? 'Fault' }, fault.headers)
    case 'echo-key':
      return sendJson(response, fault.status, { message: `No account for DeepL-Auth-Key ${key}.` })
    case 'reset':
      response.socket?.destroy()
      return
    case 'drip': {
      response.writeHead(200, { 'Content-Type': 'application/json' })
      response.write('{')
      const timer = setInterval(() => response.write(' '), 20)
      response.on('close', () => clearInterval(timer))
      return
    }
    case 'half-body':
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' })
      response.write('{"translations":[{"text":"', () => response.socket?.destroy())
      return
    case 'huge': {
      let left = fault.mebibytes
      const more = (): void => {
        while (left-- > 0) {
          if (response.destroyed) return
          if (!response.write(mebibyte)) {
            response.once('drain', more)
            return
          }
        }
        response.end()
      }
      response.writeHead(200, { 'Content-Type': 'application/json' })
      more()
      return
    }
    case 'gzip-bomb':
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' })
      response.end(gzipSync(Buffer.alloc(fault.mebibytes * mebibyte.length, ' ')))
      return
    case 'body':
      response.writeHead(200, { 'Content-Type': fault.contentType ?? 'application/json' })
      response.end(fault.body)
  }
}

/** Answers with JSON. */
export function sendJson(
  response: ServerResponse,
  status: number,
  json?: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  const body = json === undefined ? '' : JSON.stringify(json)
  response.writeHead(status, { ...headers, 'Content-Type': 'application/json' })
  response.end(body)
}
