import { BabelwireError } from '../errors.ts'
import { canonicalLocale } from '../locale.ts'
import type { CmsMapping } from './cms-json-mapping.ts'
import { followPointer, kindOf } from './cms-json-pointer.ts'
import { safeUrl } from './html-links.ts'
import { isoDate, oneLine } from './ninjs-fields.ts'
import type { Reading } from './reader.ts'

/** A name of the mapping that is a JSON Pointer into an article. */
export type Pointed = Exclude<keyof CmsMapping, 'bodyFormat' | 'statusValues' | 'items'>

/** Fields that an article may be without; a CMS often leaves them out when they are empty. */
const optional: ReadonlySet<Pointed> = new Set<Pointed>([
  'summary',
  'updated',
  'published',
  'url',
  'byline',
])

/** A document and the mapping that reads it. */
export interface Mapped {
  readonly document: unknown
  readonly mapping: CmsMapping
  /** For messages to people. */
  readonly name: string
  /** True for an article that is taken back: its other fields may be gone. */
  readonly isGone?: boolean
}

/** What a pointer of the mapping found; nothing where there is none, or null. */
export function pointedValue(mapped: Mapped, field: Pointed): unknown {
  const { document, mapping, name, isGone = false } = mapped
  const pointer = mapping[field]
  if (pointer === undefined) return undefined
  const found = followPointer(document, pointer)
  if (found.kind === 'value') return found.value ?? undefined
  if (isGone || (found.isLeftOut && optional.has(field))) return undefined
  throw refused(name, `${field} at ${found.what}`, `Mend "${field}" under "cms-json".`)
}

/** The text that a pointer of the mapping found; numbers and booleans are written out. */
export function pointedText(mapped: Mapped, field: Pointed): string | undefined {
  const value = pointedValue(mapped, field)
  if (value === undefined || typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const what = `${field} at "${mapped.mapping[field]}" is ${kindOf(value)}, not text`
  throw refused(mapped.name, what, `Point "${field}" under "cms-json" at a text.`)
}

/** What the mapping says about an article beside its text. */
export function pointedReading(
  mapped: Mapped,
  status: Reading['status'] | undefined,
  base?: string,
): Omit<Reading, 'blocks' | 'leftOut'> {
  const id = oneLine(pointedText(mapped, 'id'))
  const language = oneLine(pointedText(mapped, 'language'))
  const published = dateOf(mapped, 'published')
  const updated = dateOf(mapped, 'updated')
  const byline = oneLine(pointedText(mapped, 'byline'))
  const url = safeUrl(pointedText(mapped, 'url'), base)
  const address = url !== undefined && /^https?:/.test(url) ? url : base
  return {
    ...(id === undefined ? {} : { id }),
    ...(language === undefined ? {} : { locale: localeOf(mapped, language) }),
    ...(published === undefined ? {} : { published }),
    ...(updated === undefined ? {} : { updated }),
    ...(byline === undefined ? {} : { byline }),
    ...(status === undefined ? {} : { status }),
    ...(address === undefined ? {} : { url: address }),
  }
}

function localeOf({ name }: Mapped, written: string): string {
  try {
    return canonicalLocale(written)
  } catch (cause) {
    const mend = 'Point "language" under "cms-json" at a BCP 47 tag such as es or zh-Hans.'
    throw refused(name, `language "${written}" is not one that is known`, mend, cause)
  }
}

/** Times as ISO 8601; a number is a Unix time in seconds, or in milliseconds from 10^11 on. */
function dateOf(mapped: Mapped, field: 'published' | 'updated'): string | undefined {
  const value = pointedValue(mapped, field)
  if (typeof value === 'number') {
    const date = new Date(Math.abs(value) < 1e11 ? value * 1000 : value)
    if (Number.isFinite(date.getTime())) return date.toISOString()
  }
  const written = oneLine(pointedText(mapped, field))
  if (written === undefined) return undefined
  const date = isoDate(written.replace(/^(\d{4}-\d\d-\d\d) (?=\d)/, '$1T'))
  if (date !== undefined) return date
  const mend = `Point "${field}" under "cms-json" at a time in ISO 8601.`
  throw refused(mapped.name, `${field} "${written}" is not a time`, mend)
}

/** What the status of an article means; one that nobody has explained is refused: it may mean "not yet". */
export function pointedStatus(mapped: Mapped): Reading['status'] | undefined {
  const written = oneLine(pointedText(mapped, 'status'))
  const { status, statusValues } = mapped.mapping
  if (status === undefined) return undefined
  if (written === undefined) {
    const mend =
      'Have the CMS write one, or take "status" out of "cms-json": it may mean "not yet".'
    throw refused(mapped.name, `the status at "${status}" is empty`, mend)
  }
  const found = Object.hasOwn(statusValues, written) ? statusValues[written] : undefined
  if (found !== undefined) return found
  if (written === 'usable' || written === 'withheld' || written === 'canceled') return written
  const known = Object.keys(statusValues).join(', ')
  throw refused(
    mapped.name,
    `status "${written}" is not one that is explained${known === '' ? '' : `; known: ${known}`}`,
    `Add "${written}: usable", "withheld" or "canceled" to "status-values" under "cms-json".`,
  )
}

/** Trouble with what a mapping found in a file. */
export function refused(file: string, what: string, mend: string, cause?: unknown): BabelwireError {
  return new BabelwireError('input', what, { place: { file }, mend, cause })
}
