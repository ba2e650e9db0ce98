import type { Locale } from '../model.ts'
import type { Entry } from './entry.ts'
import { fold, hasCapital } from './fold.ts'
import { is, unitClasses } from './matcher-characters.ts'

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
  const lead = startsWord(spelling) ? 0 : spelling.search(/[\p{L}\p{N}]/u)
  if (lead < 0) return []
  const capitals = spelling.toUpperCase()
  const shouted = inCapitals(spelling, capitals, source)
  // An acronym in lower case is another word: "us", "who", "it".
  const isAcronym = capitals === spelling && hasCapital(spelling)
  const form: Form = { entry, spelling, isCaseExact: entry.isCaseExact || isAcronym, lead }
  // Capitals of another length (STRASSBURG for Straßburg) cannot be compared letter by letter.
  return form.isCaseExact || shouted.length === spelling.length
    ? [form]
    : [form, { ...form, spelling: shouted, isCaseExact: true }]
}

function startsWord(spelling: string): boolean {
  return (unitClasses.of(spelling.charCodeAt(0)) & (is.wordStart | is.single)) !== 0
}

/** Languages in which a letter in capitals may lose a mark, and so change the length of a name. */
const dropsMarks = /^(?:lt|el)\b/

/** The rules of a language take three times as long as the plain capitals, and rarely matter to the length. */
function inCapitals(spelling: string, capitals: string, source: Locale): string {
  return capitals.length === spelling.length && !dropsMarks.test(source)
    ? capitals
    : spelling.toLocaleUpperCase(source)
}
