/** Foreign words on one short line, without the key. */
export function harmless(text: string, key: string): string {
  return maskKey(text, key)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)
}

/** The text with the key, also without a free key's ending or percent-encoded, replaced by `***`. */
export function maskKey(text: string, key: string): string {
  if (key === '') return text
  const bare = key.replace(/:fx$/, '')
  return [key, encodeURIComponent(key), bare, encodeURIComponent(bare)].reduce(
    (masked, secret) => masked.replaceAll(secret, '***'),
    text,
  )
}

/** A longer wait than a day is taken for a mistake: nobody would notice the pipeline stand still. */
const longestRetryAfterMs = 24 * 60 * 60 * 1000

const httpDate =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/

/** Milliseconds of a Retry-After header (RFC 9110, seconds or a date); nothing when it makes no sense. */
export function parseRetryAfter(header: string | undefined, now: number): number | undefined {
  const value = header?.trim() ?? ''
  let waitMs: number
  if (/^\d{1,15}$/.test(value)) waitMs = Number(value) * 1000
  else if (httpDate.test(value)) waitMs = Date.parse(value) - now
  else return undefined
  return waitMs >= 0 && waitMs <= longestRetryAfterMs ? waitMs : undefined
}
