import { canonicalLocale } from '../locale.ts'
import type { Locale } from '../model.ts'
import { cleanText, foldSpace } from './clean.ts'
import type { Entity, Reading, Significance } from './reader.ts'

/** What the formats of IPTC say about an article beside its text; empty and malformed values are not there. */
export interface Stated {
  readonly id?: string | undefined
  readonly language?: string | undefined
  readonly published?: string | undefined
  readonly updated?: string | undefined
  readonly byline?: string | undefined
  /** `usable`, `stat:withheld`, `http://cv.iptc.org/newscodes/pubstatusg2/canceled`. */
  readonly status?: string | undefined
  /** 1, the most urgent, to 9. */
  readonly urgency?: string | undefined
  /** `sig:correction`, `update`; several may be given. */
  readonly signals?: readonly string[]
  readonly entities?: readonly Entity[]
}

/** The part of a reading that stands beside the text. */
export function statedReading(stated: Stated): Omit<Reading, 'blocks' | 'leftOut'> {
  const id = oneLine(stated.id)
  const locale = localeOf(stated.language)
  const published = isoDate(stated.published)
  const updated = isoDate(stated.updated)
  const byline = oneLine(stated.byline)
  const status = statusOf(stated.status)
  const urgency = urgencyOf(stated.urgency)
  const significance = significanceOf(stated.signals ?? [])
  const entities = distinct(stated.entities ?? [])
  return {
    ...(id === undefined ? {} : { id }),
    ...(locale === undefined ? {} : { locale }),
    ...(published === undefined ? {} : { published }),
    ...(updated === undefined ? {} : { updated }),
    ...(byline === undefined ? {} : { byline }),
    ...(status === undefined ? {} : { status }),
    ...(urgency === undefined ? {} : { urgency }),
    ...(significance === undefined ? {} : { significance }),
    ...(entities.length === 0 ? {} : { entities }),
  }
}

function urgencyOf(written: string | undefined): number | undefined {
  return /^[1-9]$/.test(written?.trim() ?? '') ? Number(written) : undefined
}

/** Clean text on one line; nothing when there is none. */
export function oneLine(written: string | undefined): string | undefined {
  const line = foldSpace(cleanText(written ?? ''))
  return line === '' ? undefined : line
}

function localeOf(written: string | undefined): Locale | undefined {
  if (written === undefined) return undefined
  try {
    return canonicalLocale(written)
  } catch {
    return undefined
  }
}

/** ISO 8601 in its extended form; NITF writes the basic one, `20261120T093000Z`. */
export function isoDate(written: string | undefined): string | undefined {
  const basic = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?$/
  const extended = (written ?? '')
    .trim()
    .replace(basic, (_, year, month, day, hour, minute, second = '00', zone = '') =>
      hour === undefined
        ? `${year}-${month}-${day}`
        : `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`,
    )
    .replace(/([+-]\d\d)(\d\d)$/, '$1:$2')
  const pattern =
    /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/
  return pattern.test(extended) && Number.isFinite(Date.parse(extended)) ? extended : undefined
}

/** The last part of a code: of `stat:canceled` and of `…/pubstatusg2/canceled` it is `canceled`. */
function codeOf(written: string): string {
  return /[^:/#]*$/.exec(written.trim().toLowerCase())?.[0] ?? ''
}

const statuses: Readonly<Record<string, NonNullable<Reading['status']>>> = {
  usable: 'usable',
  withheld: 'withheld',
  // NITF: to be held until its release date.
  embargoed: 'withheld',
  canceled: 'canceled',
  cancelled: 'canceled',
}

function statusOf(written: string | undefined): Reading['status'] | undefined {
  if (written === undefined || written.trim() === '') return undefined
  // A status nobody knows is not published: a hold that is misspelt must hold.
  return statuses[codeOf(written)] ?? 'withheld'
}

/**
 * Signals of IPTC (cv.iptc.org/newscodes/signal) and what they mean here: a correction says that
 * what was published is wrong, a write-through is a new text, an update adds to it.
 */
const signals: readonly (readonly [string, Significance])[] = [
  ['correction', 'major'],
  ['writethru', 'major'],
  ['update', 'minor'],
]

function significanceOf(written: readonly string[]): Significance | undefined {
  const codes = new Set(written.map(codeOf))
  return signals.find(([code]) => codes.has(code))?.[1]
}

function distinct(entities: readonly Entity[]): readonly Entity[] {
  const found = new Map<string, Entity>()
  for (const entity of entities) {
    const text = oneLine(entity.text)
    if (text !== undefined) found.set(`${entity.kind} ${text}`, { ...entity, text })
  }
  return [...found.values()]
}
