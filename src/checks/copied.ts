import type { Finding, Locale } from '../model.ts'
import type { CheckInput } from './check.ts'
import { closeLanguages, oneLanguage } from './close-languages.ts'
import { languageOf } from './languages.ts'
import { wording } from './readable.ts'

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
  const words = commonWords(source, isClose ? minLettersIfClose : minLetters)
  const target = new Set(Array.from(translation.matchAll(wordPattern), ([word]) => word))
  const copied = words.filter((word) => target.has(word) || target.has(capitalised(word)))
  const isLong = words.length >= (isClose ? minWordsIfClose : minWords)
  if (!isLong || copied.length / words.length <= (isClose ? maxShareIfClose : maxShare)) return []
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

/** Words in lower case; in scripts without case, every word. */
function commonWords(text: string, letters: number): readonly string[] {
  return Array.from(text.matchAll(wordPattern), ([word]) => word).filter(
    (word) => word.length >= letters && word === word.toLowerCase(),
  )
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
