import { isInsideWord } from './words.ts'

/**
 * Conjunctions, prepositions and the article that some languages write with the next word: وكييف is
 * "and Kyiv", لكييف "for Kyiv".
 */
const prefixes: Readonly<Record<string, RegExp>> = {
  ar: /^(?:[وف]?(?:[بكل]?ال|لل|[بكلس])|[وف])$/u,
  // "And", "that" or "when", a preposition, the article: ושבקייב, כשבישראל.
  he: /^(?=.)ו?(?:לכש|כש|מש|ש)?[מהכלב]?ה?$/u,
  am: /^(?:የ|በ|ከ|ለ|ስለ|እንደ|ወደ|እና)$/u,
}

/** Languages that write a prefix with a name. */
export const prefixLanguages: readonly string[] = Object.keys(prefixes)

/** No prefix is longer: ולכשב. */
const longest = 5

/** Lengths of the prefixes a word may begin with. */
export function prefixLengths(word: string, language: string): readonly number[] {
  const pattern = prefixes[language]
  if (pattern === undefined) return []
  return Array.from({ length: Math.min(longest, word.length - 2) }, (_, i) => i + 1).filter(
    (length) => pattern.test(word.slice(0, length)),
  )
}

/** Start of the word that a name at `at` stands in, where only a prefix comes before the name. */
export function prefixStart(text: string, at: number, language: string): number | undefined {
  const pattern = prefixes[language]
  if (pattern === undefined) return undefined
  let start = at
  while (start > 0 && at - start <= longest && isInsideWord(text, start)) start--
  return pattern.test(text.slice(start, at)) ? start : undefined
}

/** How a form may also begin: Arabic drops the alef of its article after li-, للولايات for الولايات. */
export function contracted(form: string, language: string): readonly string[] {
  return language === 'ar' && form.startsWith('ال') ? [form, `لل${form.slice(2)}`] : [form]
}
