import type { Finding, Locale, Severity } from '../model.ts'
import type { CheckInput } from './check.ts'
import {
  calendars,
  conversionTolerance,
  dualLanguages,
  fahrenheitAfter,
  measures,
  namesBefore,
} from './number-context.ts'
import { toAsciiDigits } from './digits.ts'
import { languageOf } from './languages.ts'
import { numberWords } from './number-words.ts'
import { type Numeral, readNumerals } from './numerals.ts'
import { wording } from './readable.ts'
import { recent } from './recent.ts'
import { spelledNumbers } from './spelled-numbers.ts'

/** Numbers up to this are often written as words, in some languages inside other words. */
const maxWord = 12

/** A sentence has a handful of numbers; a table of thousands would be compared for minutes. */
const maxPairs = 20_000

/**
 * Every number of the source that is written in digits stands in the translation, in whatever
 * way its language writes it. An error only where a plain number of two or more digits is gone and
 * an unknown number has come; everything else that is missing is a warning.
 */
export function checkNumbers({ segment, locale, text }: CheckInput): readonly Finding[] {
  if (!/\p{Nd}/u.test(segment.source)) return []
  const source = wording(segment.source)
  const translation = wording(text)
  if (source === undefined || translation === undefined || translation.trim() === '') return []
  const from = languageOf(segment.locale).code
  const to = languageOf(locale).code
  const wanted = sourceNumerals(segment.locale)(source)
  const found = readNumerals(translation, locale)
  if (wanted.length * found.length > maxPairs) {
    return [finding('warning', 'The text holds too many numbers to compare.')]
  }
  const offsets = [0, ...(calendars[to] ?? []), ...(calendars[from] ?? []).map((years) => -years)]

  // 1. Pair numbers that are equal, each once. 2. Look for those left over as words, converted, or
  // merged into a number that is already paired.
  const free = new Set(found)
  const leftOver: Numeral[] = []
  for (const numeral of wanted) {
    const twin = found.find((other) => free.has(other) && isEqual(numeral, other, offsets))
    if (twin === undefined) leftOver.push(numeral)
    else free.delete(twin)
  }
  if (leftOver.length === 0) return []
  const spelled = spelledNumbers(translation, to)
  const missing: { readonly numeral: Numeral; readonly isExcused: boolean }[] = []
  for (const numeral of leftOver) {
    const converted = found.find((other) => free.has(other) && isConverted(source, numeral, other))
    if (converted !== undefined) {
      free.delete(converted)
      continue
    }
    const words = numeral.values.filter((value) => spelled.has(value))
    // Large numbers are never written as words by accident: no further questions.
    if (words.some((value) => value > maxWord)) continue
    const isExcused =
      words.length > 0 ||
      found.some((other) => isEqual(numeral, other, offsets)) ||
      // '15 meters (50 feet)' needs no second measure where everybody counts in meters.
      found.some((other) => isConverted(source, numeral, other)) ||
      namesBefore.test(source.slice(0, numeral.start)) ||
      mayBeAbsent(source, numeral, to)
    missing.push({ numeral, isExcused })
  }

  // 3. Numbers nobody asked for, unless the source has them as words.
  const sourceWords = spelledNumbers(source, from)
  const unknown = [...free].filter(
    (other) =>
      !other.values.some((value) => sourceWords.has(value)) &&
      !wanted.some((numeral) => isEqual(numeral, other, offsets)),
  )
  return missing.flatMap(({ numeral, isExcused }) => {
    const rival = unknown.find((other) => isRival(numeral, other))
    if (isExcused && rival === undefined) return []
    return [describe(numeral, rival, isExcused)]
  })
}

const readers = new Map<Locale, (source: string) => readonly Numeral[]>()

function sourceNumerals(locale: Locale): (source: string) => readonly Numeral[] {
  const reader = readers.get(locale) ?? recent((source) => readNumerals(source, locale))
  readers.set(locale, reader)
  return reader
}

function describe(numeral: Numeral, rival: Numeral | undefined, isExcused: boolean): Finding {
  const isCertain =
    rival !== undefined &&
    !isExcused &&
    numeral.kind === 'plain' &&
    rival.kind === 'plain' &&
    digitsOf(numeral).length >= 2 &&
    isSlip(digitsOf(numeral), digitsOf(rival))
  if (rival === undefined) return finding('warning', `The number ${numeral.text} is missing.`)
  const message = `The source says ${numeral.text}, the text says ${rival.text}.`
  const range = { start: rival.start, end: rival.end }
  return { ...finding(isCertain ? 'error' : 'warning', message), range }
}

function finding(severity: Severity, message: string): Finding {
  return { check: 'numbers', severity, message }
}

function isEqual(a: Numeral, b: Numeral, offsets: readonly number[]): boolean {
  const years = a.kind === 'year' || b.kind === 'year' ? offsets : [0]
  return a.values.some((value) =>
    b.values.some((other) => years.some((offset) => isNear(value + offset, other, 1e-9))),
  )
}

function isNear(a: number, b: number, tolerance: number): boolean {
  return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b))
}

function isConverted(source: string, numeral: Numeral, other: Numeral): boolean {
  const after = source.slice(numeral.end, numeral.end + 16)
  if (fahrenheitAfter.test(after)) {
    return numeral.values.some((value) =>
      other.values.some((degrees) => Math.abs(((value - 32) * 5) / 9 - degrees) <= 1),
    )
  }
  return measures.some(
    (measure) =>
      measure.after.test(after) &&
      measure.factors.some((factor) =>
        numeral.values.some((value) =>
          other.values.some((one) => isNear(value * factor, one, conversionTolerance)),
        ),
      ),
  )
}

/** Numbers that a good translation may not show at all. */
function mayBeAbsent(source: string, numeral: Numeral, language: string): boolean {
  const value = numeral.values[0] ?? 0
  if (value <= 1) return true
  if (value === 2 && dualLanguages.has(language)) return true
  if (value > maxWord) return false
  const isPartOfName = /[\p{Script=Latn}\p{Script=Cyrl}\p{Script=Grek}]-?$/u.test(
    source.slice(0, numeral.start),
  )
  return numeral.kind === 'part' || isPartOfName || numberWords(language) === undefined
}

/** A changed digit leaves the size of a number as it was, or nearly, and a date a date. */
function isRival(a: Numeral, b: Numeral): boolean {
  if (b.kind === 'part' && a.kind !== 'part' && Math.max(...b.values) <= 31) return false
  const [size, other] = [digitsOf(a).length, digitsOf(b).length]
  return Math.abs(size - other) <= (size === 1 ? 0 : 1)
}

function digitsOf(numeral: Numeral): string {
  return toAsciiDigits(numeral.text).replace(/\D/g, '')
}

/** One digit changed, lost or added, or two exchanged: no other number, but the same one wrong. */
function isSlip(a: string, b: string): boolean {
  if (a.length < b.length) return isSlip(b, a)
  let start = 0
  while (start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  return left.length <= 1 || (left.length === 2 && left === Array.from(right).toReversed().join(''))
}
