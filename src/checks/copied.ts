import type { Finding, Locale } from '../model.ts'
import type { CheckInput } from './check.ts'
import { closeLanguages, oneLanguage } from './close-languages.ts'
import { languageOf } from './languages.ts'
import { wording } from './readable.ts'
import { recent } from './recent.ts'

const wordPattern = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu

/** Shorter words are not counted: 'a', 'no', 'de' are shared by half of Europe. */
const minLetters = 3
const minLettersIfClose = 4

/** Fewer words than this say nothing: a headline may be names and one shared word. */
const minWords = 3
const minWordsIfClose = 5

/** Measured on human translations: between distant languages nothing comes near one half. */
const maxShare = 0.5
const maxShareIfClose = 0.9

/** More than half of the words of the source that are not names were left as they are. */
export function checkCopied({ segment, locale, text }: CheckInput): readonly Finding[] {
  if (languageOf(locale).isPseudo || isSameTongue(segment.locale, locale)) return []
  const source = wording(segment.source)
  const translation = wording(text)
  if (source === undefined || translation === undefined) return []
  const isClose = shareSet(closeLanguages, segment.locale, locale)
  const words = (isClose ? commonWordsIfClose : commonWords)(source)
  if (words.length < (isClose ? minWordsIfClose : minWords)) return []
  const allowed = words.length * (isClose ? maxShareIfClose : maxShare)
  // Found anywhere, even inside another word: where this is few, taking words apart is no use.
  const found = words.filter((word) => translation.includes(word.slice(1)))
  if (found.length <= allowed) return []
  const target = new Set(Array.from(translation.matchAll(wordPattern), ([word]) => word))
  const copied = found.filter((word) => target.has(word) || target.has(capitalised(word)))
  if (copied.length <= allowed) return []
  return [
    {
      check: 'copied',
      severity: 'error',
      message: `${copied.length} of ${words.length} words are left as in the source: ${copied.slice(0, 5).join(', ')}${copied.length > 5 ? '…' : ''}`,
    },
  ]
}

function isSameTongue(a: Locale, b: Locale): boolean {
  return languageOf(a).code === languageOf(b).code || shareSet(oneLanguage, a, b)
}

function shareSet(sets: readonly ReadonlySet<string>[], a: Locale, b: Locale): boolean {
  return sets.some((set) => set.has(languageOf(a).code) && set.has(languageOf(b).code))
}

const commonWords = recent((text) => wordsInLowerCase(text, minLetters))
const commonWordsIfClose = recent((text) => wordsInLowerCase(text, minLettersIfClose))

/** Words in lower case; in scripts without case, every word. */
function wordsInLowerCase(text: string, letters: number): readonly string[] {
  return Array.from(text.matchAll(wordPattern), ([word]) => word).filter(
    (word) => word.length >= letters && word === word.toLowerCase(),
  )
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
