import { BabelwireError } from '../errors.ts'
import { EngineError } from './engine.ts'
import { harmless, parseRetryAfter } from './http-reply.ts'
import type { DeeplReply } from './deepl-client.ts'

/** What is known of a call to DeepL that failed. */
export interface FailedCall {
  readonly key: string
  /** Host name of the server, for messages. */
  readonly host: string
  readonly deadlineMs: number
  readonly isLate: boolean
  readonly reply: DeeplReply | undefined
  /** Milliseconds since 1970, for a Retry-After that names a time of day. */
  readonly now: number
}

/** DeepL does not know what was asked for, such as a glossary that somebody deleted. */
export class DeeplNotFoundError extends EngineError {}

/**
 * The error of a failed call in our own words: nothing of the foreign error is kept, for
 * deepl-node hangs the whole request on it, headers and key included.
 */
export function deeplError(error: unknown, call: FailedCall): EngineError {
  if (call.isLate) {
    return new EngineError(
      'network',
      `DeepL did not answer in full within ${call.deadlineMs} ms`,
      'temporary',
    )
  }
  const { reply } = call
  // A success that broke off is a trouble of the connection; a refusal counts with half its body.
  const isBroken = fieldOf(error, 'error') !== undefined && (reply?.status ?? 0) < 400
  return reply === undefined || isBroken ? unanswered(error, call) : answered(reply, call)
}

/** The error for a caller who no longer wants the answer. */
export function cancelledCall(): BabelwireError {
  return new BabelwireError('cancelled', 'the request to DeepL was cancelled')
}

function unanswered(error: unknown, call: FailedCall): EngineError {
  const axiosError = fieldOf(error, 'error')
  const code = String(fieldOf(axiosError, 'code') ?? '')
  const message = error instanceof Error ? error.message : ''
  if (axiosError === undefined) {
    // Refused by deepl-node itself, before anything was sent.
    return new EngineError(
      'engine',
      `deepl-node refused the request: ${harmless(message, call.key)}`,
      'permanent',
    )
  }
  if (message.includes('maxContentLength')) {
    return new EngineError('answer', 'the answer of DeepL is larger than 8 MiB', 'temporary')
  }
  const reason = /^[A-Z][A-Z0-9_]{2,40}$/.test(code) ? code : 'connection failed'
  return new EngineError(
    'network',
    `the connection to DeepL at ${call.host} failed: ${reason}`,
    'temporary',
    { mend: 'Check the network, and DEEPL_SERVER_URL if it is set.' },
  )
}

function answered(reply: DeeplReply, call: FailedCall): EngineError {
  const { status } = reply
  const retryAfterMs = parseRetryAfter(reply.retryAfter, call.now)
  const retry = retryAfterMs === undefined ? {} : { retryAfterMs }
  const said = serverMessage(reply.body, call.key)
  const details = said === '' ? '' : `: ${said}`
  if (status < 300) {
    return new EngineError(
      'answer',
      `DeepL answered HTTP ${status} with ${reply.body.length} characters that are not what was asked for`,
      'temporary',
    )
  }
  if (status === 401 || status === 403) {
    return new EngineError(
      'auth',
      `DeepL refused the key (HTTP ${status})${details}`,
      'permanent',
      {
        mend: "Check DEEPL_AUTH_KEY. Keys of free accounts end in ':fx' and are used with https://api-free.deepl.com, others with https://api.deepl.com.",
      },
    )
  }
  if (status === 456) {
    return new EngineError(
      'quota',
      `the quota of this DeepL account is used up${details}`,
      'permanent',
      {
        mend: 'Raise the limit of the account, or wait for its next billing period.',
      },
    )
  }
  if (status === 429 || status === 529) {
    const message = `DeepL asks for fewer requests (HTTP ${status})${details}`
    return new EngineError('engine', message, 'rate', retry)
  }
  if (status >= 500 || status === 408) {
    const message = `DeepL is in trouble (HTTP ${status})${details}`
    return new EngineError('engine', message, 'temporary', retry)
  }
  if (status < 400) {
    return new EngineError(
      'engine',
      `DeepL answered with a redirect (HTTP ${status})`,
      'permanent',
      {
        mend: 'Redirects are not followed, they would carry the key elsewhere. Set DEEPL_SERVER_URL to the final address.',
      },
    )
  }
  if (status === 404) {
    const message = `DeepL does not find what was asked for (HTTP 404)${details}`
    return new DeeplNotFoundError('engine', message, 'permanent', {
      mend: 'Check DEEPL_SERVER_URL if it is set. If a glossary was deleted at DeepL, run again.',
    })
  }
  return new EngineError(
    'engine',
    `DeepL refused the request (HTTP ${status})${details}`,
    'permanent',
  )
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

/** What the server says is wrong, in its JSON; anything else may be a page of a proxy. */
function serverMessage(body: string, key: string): string {
  try {
    const parsed: unknown = JSON.parse(body)
    const parts = [fieldOf(parsed, 'message'), fieldOf(parsed, 'detail')]
    return harmless(parts.filter((part) => typeof part === 'string').join(', '), key)
  } catch {
    return ''
  }
}
