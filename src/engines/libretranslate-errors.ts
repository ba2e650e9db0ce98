import { EngineError } from './engine.ts'
import { harmless, parseRetryAfter } from './http-reply.ts'

/** What a server said to a request it did not fulfil. */
export interface LibreReply {
  readonly status: number
  readonly retryAfter: string | undefined
  readonly body: string
}

/** A request that is larger than this server takes. */
export class TooLargeError extends EngineError {
  /** What the server counted and what it takes, texts or characters, if it said so. */
  readonly limit: { readonly size: number; readonly most: number } | undefined

  constructor(message: string, limit: TooLargeError['limit']) {
    super('engine', message, 'permanent')
    this.limit = limit
  }
}

/** The error for a reply that is no success; the key is in none of its words. */
export function replyError(reply: LibreReply, key: string, now: number): EngineError {
  const { status } = reply
  const words = harmless(serverMessage(reply.body), key)
  const said = words === '' ? '' : `: ${words}`
  const retryAfterMs = parseRetryAfter(reply.retryAfter, now)
  const retry = retryAfterMs === undefined ? {} : { retryAfterMs }
  const http = `HTTP ${status}`
  if (status === 429 || (status === 403 && /violation|banned/i.test(words))) {
    return limited(words, `LibreTranslate asks for fewer requests (${http})${said}`, retryAfterMs)
  }
  if (status === 401 || status === 403) {
    const mend =
      'Set LIBRETRANSLATE_API_KEY to the key that the operator of the server gave you, or check it.'
    return new EngineError('auth', `LibreTranslate refused the key (${http})${said}`, 'permanent', {
      mend,
    })
  }
  if (status === 413 || (status === 400 && /exceed|limit/i.test(words))) {
    return new TooLargeError(
      `the request is too large for LibreTranslate (${http})${said}`,
      limitIn(words),
    )
  }
  if (status >= 500 || status === 408) {
    const message = `LibreTranslate is in trouble (${http})${said}`
    return new EngineError('engine', message, 'temporary', retry)
  }
  if (status === 404 || status < 400) {
    const what = status === 404 ? 'there is no LibreTranslate' : 'LibreTranslate is elsewhere'
    return new EngineError('engine', `${what} at its address (${http})${said}`, 'permanent', {
      mend: 'Set LIBRETRANSLATE_URL or engines.libretranslate.url to the final address, without /translate.',
    })
  }
  return new EngineError(
    'engine',
    `LibreTranslate refused the request (${http})${said}`,
    'permanent',
  )
}

/** The error of a connection that failed. */
export function connectionError(error: unknown, host: string): EngineError {
  const code = String(fieldOf(fieldOf(error, 'cause'), 'code') ?? '')
  const reason = /^[A-Z][A-Z0-9_]{2,40}$/.test(code) ? code : 'connection failed'
  return new EngineError(
    'network',
    `the connection to LibreTranslate at ${host} failed: ${reason}`,
    'temporary',
    { mend: 'Check that the server runs, and LIBRETRANSLATE_URL or engines.libretranslate.url.' },
  )
}

/** The error for an answer that is not what was asked for. */
export function badAnswer(what: string): EngineError {
  return new EngineError('answer', `LibreTranslate answered with ${what}`, 'temporary')
}

const hourMs = 60 * 60 * 1000

/**
 * Servers say "Slowdown: 20 per 1 minute", and seldom when to come again. An hour is longer than
 * anyone waits, and a day's or a month's limit is a quota.
 */
function limited(words: string, message: string, retryAfterMs: number | undefined): EngineError {
  const unit = /\bper (?:\d+ )?(second|minute|hour|day|month|year)/i.exec(words)?.[1]?.toLowerCase()
  if (unit === 'day' || unit === 'month' || unit === 'year') {
    return new EngineError('quota', message, 'permanent', {
      mend: 'Ask the operator of the server for a higher limit, or wait.',
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    })
  }
  const waitMs = retryAfterMs ?? (unit === 'hour' ? hourMs : undefined)
  return new EngineError(
    'engine',
    message,
    'rate',
    waitMs === undefined ? {} : { retryAfterMs: waitMs },
  )
}

/** "request (2300) exceeds text limit (2000)", in whatever language the server speaks. */
function limitIn(words: string): TooLargeError['limit'] {
  const [size, most] = Array.from(words.matchAll(/\((\d{1,9})\)/g), (match) => Number(match[1]))
  return size === undefined || most === undefined || most < 1 ? undefined : { size, most }
}

/** What the server says is wrong, in its JSON; anything else may be a page of a proxy. */
function serverMessage(body: string): string {
  try {
    const said = fieldOf(JSON.parse(body), 'error')
    return typeof said === 'string' ? said : ''
  } catch {
    return ''
  }
}

/** A field of what may be an object. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
