import { request as requestHttp, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { connectionFailure, failed } from './fetch-error.ts'
import type { Guard } from './guard.ts'

/**
 * Sends one GET and gives the answer as soon as its headers are there; redirects are not followed.
 * @throws {FetchError} when the host is refused, silent or broken; the reason of `stop` when that
 * is aborted, as a silence aborts it, also one in the body.
 */
export function sendRequest(
  url: URL,
  headers: Readonly<Record<string, string>>,
  { guard, idleMs }: { readonly guard: Guard; readonly idleMs: number },
  stop: AbortController,
): Promise<IncomingMessage> {
  const { signal } = stop
  const send = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const request = send(url, {
      // A connection of its own: one that is kept might lead to an address that nobody checked.
      agent: false,
      headers,
      lookup: guard.lookup(url),
      signal,
    })
    // The controller, not the request: the body is read elsewhere, and has to learn the reason.
    request.setTimeout(idleMs, () => stop.abort(silent(url, idleMs)))
    request.on('error', (error) =>
      reject(signal.aborted ? toError(signal.reason) : connectionFailure(url, error)),
    )
    request.on('response', resolve)
    request.end()
  })
}

function silent(url: URL, idleMs: number): Error {
  return failed(url, `nothing came for ${idleMs / 1000} s`, 'Try again later; the next run does.')
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason))
}
