import { failed, type FetchError } from './fetch-error.ts'

/** The longest pause that a site is believed to mean. */
const longestRetryMs = 24 * 3_600_000

/** What an answer that is not the page means, and what to do about it. */
export function statusFailure(
  url: URL,
  status: number,
  retryAfter: string | undefined,
  nowMs: number,
): FetchError {
  const retryAfterMs = status === 429 || status === 503 ? retryMs(retryAfter, nowMs) : undefined
  const wait =
    retryAfterMs === undefined ? '' : `, asks to wait ${Math.ceil(retryAfterMs / 1000)} s`
  const failure = { status, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) }
  const [what, mend] = meaningOf(status)
  return failed(url, `${what} (status ${status}${wait})`, mend, failure)
}

function meaningOf(status: number): readonly [what: string, mend: string] {
  if (status === 401 || status === 407) {
    return ['the site asks for a login', 'Give a public address, or save the page as a file.']
  }
  if (status === 402 || status === 403 || status === 451) {
    return [
      'the site does not give the page out',
      'Ask the site to let Babelwire in, or save the page and give its file.',
    ]
  }
  if (status === 404) return ['there is no such page', 'Check the address.']
  if (status === 410) {
    return [
      'the site has taken the page away for good',
      'Take the address out; to withdraw its article, use "babelwire withdraw".',
    ]
  }
  if (status === 429) return ['too many requests', 'Fetch it less often.']
  if (status >= 500) return ['the site is in trouble', 'Try again later; the next run does.']
  return ['the site does not answer with the page', 'Open the address in a browser.']
}

/** Seconds or a date (RFC 9110, 10.2.3), in milliseconds from now; blank and absurd ones are nothing. */
function retryMs(written: string | undefined, nowMs: number): number | undefined {
  if (written === undefined || written.trim() === '') return undefined
  const ms = /^\s*\d{1,9}\s*$/.test(written) ? Number(written) * 1000 : Date.parse(written) - nowMs
  return Number.isFinite(ms) && ms >= 0 && ms <= longestRetryMs ? ms : undefined
}
