/** Minutes east of Greenwich: the zones of RFC 822, and those that European feeds write. */
const zones: Readonly<Record<string, number>> = {
  ...{ Z: 0, UT: 0, UTC: 0, GMT: 0, WET: 0, WEST: 60, CET: 60, CEST: 120, EET: 120, EEST: 180 },
  ...{ MSK: 180, JST: 540, KST: 540 },
  ...{ EST: -300, EDT: -240, CST: -360, CDT: -300, MST: -420, MDT: -360, PST: -480, PDT: -420 },
}
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

const time = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*([ap]\.?m\.?)?`
const zone = String.raw`\s*([A-Za-z]{1,4}|(?:GMT|UTC)?[+-]\d{1,2}:?\d{2})?(?:\s*\([^)]{0,40}\))?`
/** `2026-11-20T18:05:00+02:00` (RFC 3339), also without a time, seconds or a zone. */
const iso = new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:T|\s+)${time}${zone})?$`, 'i')
/** `Fri, 20 Nov 2026 18:05:00 +0200` (RFC 822), also with two digits of the year or dashes. */
const dayFirst = new RegExp(
  String.raw`^(?:\p{L}{2,12}\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3,9})\.?[\s,-]+(\d{4}|\d{2})(?:,?\s+${time}${zone})?$`,
  'iu',
)
/** `Fri Nov 20 18:05:00 2026` is rare; `November 20, 2026 6:05 PM` is what people type. */
const monthFirst = new RegExp(
  String.raw`^(?:\p{L}{2,12}\.?,?\s+)?([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})(?:,?\s+${time}${zone})?$`,
  'iu',
)

/**
 * A date of a feed as ISO 8601 in UTC, such as `2026-11-20T16:05:00Z`, or as `2026-11-20` where it
 * has no time; nothing when it is none, or one that programs write for "unknown". A time without
 * a zone is taken for UTC.
 */
export function isoDate(written: string | undefined): string | undefined {
  const text = (written ?? '').replace(/\s+/g, ' ').trim()
  const [, y = '', m = '', d = '', ...isoTime] = iso.exec(text) ?? []
  if (y !== '') return format(Number(y), Number(m), Number(d), isoTime)
  const [, day = '', name = '', year = '', ...dayTime] = dayFirst.exec(text) ?? []
  if (day !== '') return format(fullYear(year), monthOf(name), Number(day), dayTime)
  const [, usName = '', usDay = '', usYear = '', ...usTime] = monthFirst.exec(text) ?? []
  return usDay === '' ? undefined : format(Number(usYear), monthOf(usName), Number(usDay), usTime)
}

function fullYear(year: string): number {
  // RFC 2822, 4.3: two digits below 50 are of this century.
  return year.length === 2 ? Number(year) + (Number(year) < 50 ? 2000 : 1900) : Number(year)
}

/** From 1; 0 for no month of the English year. */
function monthOf(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

/** The oldest newspapers are of the 17th century. */
const firstYear = 1600

function format(
  year: number,
  month: number,
  day: number,
  [hours, minutes = '0', seconds = '0', half, written]: readonly (string | undefined)[],
): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (year < firstYear || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    return undefined
  }
  if (hours === undefined) return date.toISOString().slice(0, 10)
  const offset = offsetOf(written)
  const isTime = Number(hours) < 25 && Number(minutes) < 60 && Number(seconds) < 61
  if (offset === undefined || !isTime) return undefined
  const isLate = /^p/i.test(half ?? '')
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (isLate ? 12 : 0)
  const ms = date.getTime() + ((hour * 60 + Number(minutes) - offset) * 60 + Number(seconds)) * 1000
  // The first second of Unix time is a field that nobody filled in.
  return ms === 0 ? undefined : new Date(ms).toISOString().replace('.000Z', 'Z')
}

/** Minutes; nothing for a zone that is not known: a guess could be half a day off. */
function offsetOf(written: string | undefined): number | undefined {
  if (written === undefined) return 0
  const [, sign, hours = '', minutes = ''] = /([+-])(\d{1,2}):?(\d{2})$/.exec(written) ?? []
  if (sign === undefined) return zones[written.toUpperCase()]
  const offset = Number(hours) * 60 + Number(minutes)
  return offset > 15 * 60 ? undefined : sign === '-' ? -offset : offset
}
