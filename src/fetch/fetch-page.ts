import type { IncomingMessage } from 'node:http'
import { systemClock, type Clock } from '../clock.ts'
import { encodings, readBody } from './body.ts'
import { decodeBytes } from './charset.ts'
import { failed, printableUrl, refused } from './fetch-error.ts'
import { createGuard, type Resolve } from './guard.ts'
import { followRedirect } from './redirect.ts'
import { sendRequest } from './request.ts'
import { statusFailure } from './status.ts'

/** How an address is fetched. */
export interface FetchOptions {
  /** What `userAgent` makes. */
  readonly userAgent: string
  /** Hosts and networks that are allowed although they are not public; see `createGuard`. */
  readonly allow?: readonly string[]
  /** Of the unpacked body; 5 MB unless given, more than twice the longest news pages. */
  readonly maxBytes?: number
  /** For everything, redirects included; 30 s unless given. */
  readonly deadlineMs?: number
  /** The longest silence; 10 s unless given. */
  readonly idleMs?: number
  /** What the site said of its last answer: it need not send the same again. */
  readonly etag?: string
  readonly lastModified?: string
  /** How names are looked up. */
  readonly resolve?: Resolve
  /** For a pause that a site states as a date. */
  readonly clock?: Clock
}

/** A page or a feed as it came. */
export interface Page {
  readonly kind: 'page'
  /** Where it was in the end, after redirects. */
  readonly url: string
  readonly status: number
  readonly bytes: Uint8Array
  /** Decoded; see `decodeBytes`. */
  readonly text: string
  readonly charset: string
  /** As the site states it, empty where it does not. */
  readonly contentType: string
  readonly etag?: string
  readonly lastModified?: string
}

/** What a site answers: the page, or that nothing has changed since the `etag` or date given. */
export type Fetched = Page | { readonly kind: 'not-modified'; readonly url: string }

const accept =
  'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, ' +
  'application/feed+json, application/json;q=0.9, application/xml;q=0.9, text/*;q=0.8, */*;q=0.5'

/**
 * Fetches one page or feed. Only public http(s) hosts are spoken to, at each redirect; see
 * `guard.ts`. `robots.txt` is not read: the addresses are those that the newsroom itself names.
 * @throws {FetchError} `input` for an address or a document that is refused, `network` when the
 * site does not give it; the reason of the signal when that is aborted.
 */
export async function fetchPage(
  written: string,
  options: FetchOptions,
  signal?: AbortSignal,
): Promise<Fetched> {
  const { deadlineMs = 30_000 } = options
  signal?.throwIfAborted()
  const guard = createGuard(options.allow, options.resolve)
  const first = guard.check(written)
  first.hash = ''
  const stop = new AbortController()
  // A timer of its own: `AbortSignal.timeout` does not keep the process alive.
  const timer = setTimeout(() => stop.abort(late(first, deadlineMs)), deadlineMs)
  const cancel = (): void => stop.abort(signal?.reason)
  signal?.addEventListener('abort', cancel, { once: true })
  try {
    const trail = [first]
    for (;;) {
      const url = trail.at(-1) ?? first
      const limits = { guard, idleMs: options.idleMs ?? 10_000 }
      const response = await sendRequest(url, headersFor(options), limits, stop)
      if (!isRedirect(response)) return await readPage(url, response, options, stop.signal)
      response.destroy()
      trail.push(followRedirect(trail, url, response.headers.location, guard))
    }
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', cancel)
  }
}

function headersFor({ userAgent, etag, lastModified }: FetchOptions): Record<string, string> {
  return {
    'User-Agent': userAgent,
    Accept: accept,
    'Accept-Encoding': encodings,
    ...(etag === undefined ? {} : { 'If-None-Match': etag }),
    ...(lastModified === undefined ? {} : { 'If-Modified-Since': lastModified }),
  }
}

function isRedirect({ statusCode }: IncomingMessage): boolean {
  return [301, 302, 303, 307, 308].includes(statusCode ?? 0)
}

/** What is no text by what the site says of it. */
const media =
  /^(?:image|audio|video|font|model)\/|^application\/(?:pdf|zip|gzip|msword|vnd\.(?!.*(?:json|xml)$))/i

async function readPage(
  url: URL,
  response: IncomingMessage,
  { etag, lastModified, maxBytes = 5_000_000, clock = systemClock }: FetchOptions,
  signal: AbortSignal,
): Promise<Fetched> {
  const { headers, statusCode: status = 0 } = response
  const contentType = headers['content-type'] ?? ''
  const isConditional = etag !== undefined || lastModified !== undefined
  if (status !== 200) {
    response.destroy()
    if (status === 304 && isConditional) return { kind: 'not-modified', url: url.href }
    throw statusFailure(url, status, headers['retry-after'], clock.now().getTime())
  }
  if (media.test(contentType)) {
    response.destroy()
    throw refused(url, `it is ${contentType}, not a page`, 'Give the page of the article.')
  }
  const bytes = await readBody(url, response, maxBytes, signal)
  const { text, charset } = decodeBytes(bytes, { contentType, name: printableUrl(url) })
  return {
    kind: 'page',
    url: url.href,
    status,
    bytes,
    text,
    charset,
    contentType,
    ...(headers.etag === undefined ? {} : { etag: headers.etag }),
    ...(headers['last-modified'] === undefined ? {} : { lastModified: headers['last-modified'] }),
  }
}

function late(url: URL, deadlineMs: number): Error {
  const what = `not there after ${deadlineMs / 1000} s`
  return failed(url, what, 'Try again later; the next run does.')
}
