import { BabelwireError } from '../errors.ts'
import { readBounded } from './http-body.ts'
import { badAnswer, connectionError, replyError } from './libretranslate-errors.ts'

/** Largest answer that is read: a full request comes back in well under 1 MiB. */
const maxAnswerBytes = 4 * 1024 * 1024

/** One request to the server; what it answers is whatever its JSON holds. */
export type LibreCall = (
  path: '/languages' | '/translate',
  body: object | undefined,
  signal: AbortSignal | undefined,
) => Promise<unknown>

/** A function that makes single requests: no retries, no redirects, errors without the key. */
export function libreCalls(url: string, key: string, now: () => number): LibreCall {
  const { host } = new URL(url)
  return async (path, body, signal) => {
    let response: Response
    let text: string | undefined
    try {
      response = await fetch(url + path, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        // A redirect would carry the key elsewhere.
        redirect: 'manual',
        ...(body === undefined
          ? {}
          : { body: JSON.stringify(key === '' ? body : { ...body, api_key: key }) }),
        ...(signal === undefined ? {} : { signal }),
      })
      text = await readBounded(response, maxAnswerBytes)
    } catch (error) {
      if (signal?.aborted === true) {
        throw new BabelwireError('cancelled', 'the request to LibreTranslate was cancelled')
      }
      throw connectionError(error, host)
    }
    const { status, ok } = response
    if (!ok) {
      const retryAfter = response.headers.get('retry-after') ?? undefined
      throw replyError({ status, retryAfter, body: text ?? '' }, key, now())
    }
    if (text === undefined) throw badAnswer('more than 4 MiB')
    try {
      return JSON.parse(text) as unknown
    } catch {
      throw badAnswer(`${text.length} characters that are not JSON`)
    }
  }
}
