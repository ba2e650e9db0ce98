import { readDigits, toAsciiDigits } from './digits.ts'
import {
  clockAfter,
  clockBefore,
  decadeAfter,
  monthAfter,
  shortYearBefore,
  strokeAfter,
  strokeBefore,
  zoneAfter,
} from './number-context.ts'
import type { Locale } from '../model.ts'
import { languageOf } from './languages.ts'
import { scaleAfter } from './scales.ts'

/** A number written in digits. */
export interface Numeral {
  readonly text: string
  readonly start: number
  readonly end: number
  /** Everything it may stand for: `1,500` is 1500 or 1.5, the `5` of `5 p.m.` is 5 or 17. */
  readonly values: readonly number[]
  /** `plain` numbers are rendered as they are; the others in more ways than a rule can know. */
  readonly kind: 'plain' | 'year' | 'clock' | 'scaled' | 'part'
}

interface Draft extends Numeral {
  /** A thousand in '5 thousand', else 1. */
  readonly factor: number
}

const pattern =
  /(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}(?!\d))+(?:[.,٫]\d+)?(?!\d)|\d+(?:[.,'’٬٫·초秒]\d+)*/g

const persianDecimal = /(?<![\d/])(\d+)\/(\d+)(?![\d/])/g

/** The numbers of a text, with the scale words that belong to them. */
export function readNumerals(text: string, locale: Locale): readonly Numeral[] {
  const language = languageOf(locale).code
  const group = groupSeparator(locale)
  const digitsOnly = toAsciiDigits(text)
  // Persian writes 12/5 for 12.5.
  const ascii = language === 'fa' ? digitsOnly.replace(persianDecimal, '$1.$2') : digitsOnly
  const drafts: Draft[] = []
  for (const { 0: digits, index } of ascii.matchAll(pattern)) {
    const values = readDigits(digits, group)
    if (values.length > 0) {
      drafts.push(readOne(ascii, index, digits, values, language))
      continue
    }
    // A date such as 24.02.2022, or a list.
    for (const part of digits.matchAll(/\d+/g)) {
      const draft = readOne(ascii, index + part.index, part[0], [Number(part[0])], language)
      drafts.push({ ...draft, kind: 'part' })
    }
  }
  return joinScaled(ascii, shareScales(drafts))
}

const separators = new Map<Locale, string>()

/** What a locale writes between thousands. */
function groupSeparator(locale: Locale): string {
  let separator = separators.get(locale)
  if (separator === undefined) {
    const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(1e6)
    separator = parts.find(({ type }) => type === 'group')?.value ?? ''
    separators.set(locale, separator)
  }
  return separator
}

function readOne(
  text: string,
  start: number,
  digits: string,
  bare: readonly number[],
  language: string,
): Draft {
  const before = text.slice(Math.max(0, start - 10), start)
  const scale = scaleAfter(text, start + digits.length, language)
  const end = scale.end
  const after = text.slice(start + digits.length, start + digits.length + 16)
  const base = { text: text.slice(start, end), start, end, factor: scale.factor }
  if (scale.factor > 1) {
    const scaled = bare.map((value) => value * scale.factor)
    return { ...base, values: scale.isSure ? scaled : [...scaled, ...bare], kind: 'scaled' }
  }
  const value = bare[0] ?? 0
  if (/^[0-2]\d[0-5]\d$/.test(digits) && zoneAfter.test(after)) {
    const hour = Math.floor(value / 100)
    return { ...base, values: [value, hour, value / 100, (hour + 12) % 24], kind: 'clock' }
  }
  if (decadeAfter.test(after)) {
    const years = value < 100 ? [1900 + value, 2000 + value] : [value % 100]
    return { ...base, values: [...bare, ...years], kind: 'part' }
  }
  if (clockAfter.test(after) || clockBefore.test(before)) {
    return { ...base, values: clockValues(digits, bare), kind: isTime(digits) ? 'clock' : 'plain' }
  }
  if (digits.length === 2 && shortYearBefore.test(before)) {
    return { ...base, values: [value, 1900 + value, 2000 + value], kind: 'year' }
  }
  if (strokeAfter.test(after) || strokeBefore.test(before) || monthAfter.test(after)) {
    return { ...base, values: bare, kind: 'part' }
  }
  const isYear = /^\d{4}$/.test(digits) && value >= 1000 && value <= 2100
  // Parts of a grouped number: in 'on 24 500 people' a space may part two numbers.
  const parts = /\s/.test(digits) ? digits.split(/\s/).map(Number) : []
  return { ...base, values: [...bare, ...parts], kind: isYear ? 'year' : 'plain' }
}

function isTime(digits: string): boolean {
  return /^(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?$|^[0-5]\d$/.test(digits)
}

/** Both clocks, and the minutes of '5.30'. */
function clockValues(digits: string, bare: readonly number[]): readonly number[] {
  if (!isTime(digits)) return bare
  const [hour = 0, ...minutes] = digits.split(/[.:]/).map(Number)
  const hours = hour > 24 ? [hour] : [hour, (hour + 12) % 24, hour === 12 ? 24 : hour]
  return [...bare, ...hours, ...minutes]
}

/** In '2-3 million' the first number is in millions too, or it is not: both values hold. */
function shareScales(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.map((draft, index) => {
    const next = drafts[index + 1]
    if (draft.factor > 1 || next === undefined || next.factor === 1) return draft
    if (next.start - draft.end > 7) return draft
    const scaled = draft.values.map((value) => value * next.factor)
    return { ...draft, values: [...draft.values, ...scaled], kind: 'scaled' }
  })
}

/** '2 million 300 thousand' and 3万5000 are one number. */
function joinScaled(text: string, drafts: readonly Draft[]): readonly Numeral[] {
  const joined: Draft[] = []
  for (const draft of drafts) {
    const before = joined.at(-1)
    const value = draft.values[0] ?? 0
    if (
      before !== undefined &&
      before.factor > 1 &&
      draft.factor < before.factor &&
      value < before.factor &&
      /^\s?(?:零|и|й|и|y|und|and|e)?\s?$/.test(text.slice(before.end, draft.start))
    ) {
      const values = before.values.flatMap((one) => [one + value])
      joined.splice(-1, 1, {
        ...before,
        text: text.slice(before.start, draft.end),
        end: draft.end,
        factor: draft.factor,
        values,
      })
    } else {
      joined.push(draft)
    }
  }
  return joined
}
