import { endingsOf } from '../glossary/index.ts'
import type { Locale } from '../model.ts'
import { isPartOf, sameName, wordsOf } from './same-name.ts'

/** The shared-prefix rule of a name's inflections: share of the shorter word, letters, longest tail. */
const sharedPart = 0.6
const fewestLetters = 3
const longestTail = 4

/** Languages whose table is but a genitive: there a changed letter is another name. */
const hardlyInflects = /^(?:de|lb|nl|nb|nn|sv|da|fy|en)$/u

/** A predicate of two accepted forms of an entry that are one name in the eyes of a reader. */
export function isOneName(locale: Locale): (a: string, b: string) => boolean {
  const isSame = sameName(locale)
  const [language = locale] = locale.split('-')
  const inflects = endingsOf(language) !== undefined && !hardlyInflects.test(language)
  return (a, b) =>
    a.toLowerCase() === b.toLowerCase() ||
    isSame(a, b) ||
    isPartOf(a, b, isSame) ||
    isPartOf(b, a, isSame) ||
    isAcronymOf(a, b) ||
    // A listed inflection may be irregular: Сибіга, Сибізі.
    (inflects && shareStems(a, b))
}

/** One of them is an abbreviation: EE. UU. beside Estados Unidos is no other name. */
function isAcronymOf(a: string, b: string): boolean {
  return isAcronym(a) !== isAcronym(b) || (isAcronym(a) && plain(a) === plain(b))
}

function isAcronym(text: string): boolean {
  return /^\P{Ll}*\p{Lu}\P{Ll}*$/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 2
}

function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}

function shareStems(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)]
  return one.length === other.length && one.every((word, i) => shareStem(word, other[i] ?? ''))
}

function shareStem(a: string, b: string): boolean {
  let shared = 0
  while (shared < a.length && a.charAt(shared) === b.charAt(shared)) shared++
  return (
    shared >= fewestLetters &&
    shared >= Math.min(a.length, b.length) * sharedPart &&
    Math.max(a.length, b.length) - shared <= longestTail
  )
}
