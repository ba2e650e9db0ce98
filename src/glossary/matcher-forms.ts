import type { Locale } from '../model.ts'
import type { Entry } from './entry.ts'
import { fold, hasCapital } from './fold.ts'

/** A spelling to look for. */
export interface Form {
  readonly entry: Entry
  readonly spelling: string
  readonly isCaseExact: boolean
  /** What precedes the first letter or digit: the apostrophe of 'Ndrangheta. */
  readonly lead: number
}

/** The forms by which an entry is found in a text of the source language. */
export function formsOf(entry: Entry, source: Locale): readonly Form[] {
  if (entry.retired !== undefined) return []
  if (entry.also.length === 0) return formsOfSpelling(entry, entry.source, source)
  return [...new Set([entry.source, ...entry.also])].flatMap((written) =>
    formsOfSpelling(entry, written, source),
  )
}

function formsOfSpelling(entry: Entry, written: string, source: Locale): readonly Form[] {
  const spelling = fold(written).text
  const lead = spelling.search(/[\p{L}\p{N}]/u)
  if (lead < 0) return []
  // An acronym in lower case is another word: "us", "who", "it".
  const isAcronym = hasCapital(spelling) && !/\p{Ll}/u.test(spelling)
  const form: Form = { entry, spelling, isCaseExact: entry.isCaseExact || isAcronym, lead }
  if (form.isCaseExact) return [form]
  const shouted = inCapitals(spelling, source)
  // Capitals of another length (STRASSBURG for Straßburg) cannot be compared letter by letter.
  return shouted.length === spelling.length
    ? [form]
    : [form, { ...form, spelling: shouted, isCaseExact: true }]
}

/** Languages in which a letter in capitals may lose a mark, and so change the length of a name. */
const dropsMarks = /^(?:lt|el)\b/

function inCapitals(spelling: string, source: Locale): string {
  // The rules of a language take three times as long, and rarely matter to the length.
  const capitals = spelling.toUpperCase()
  return capitals.length === spelling.length && !dropsMarks.test(source)
    ? capitals
    : spelling.toLocaleUpperCase(source)
}
