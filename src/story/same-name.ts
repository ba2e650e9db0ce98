import {
  inflection,
  type Inflection,
  isInflectionOf,
  isNameEnd,
  prefixLengths,
} from '../glossary/index.ts'
import type { Locale } from '../model.ts'

/** A predicate of two spellings that are one name of a language: inflected, or in other letter case. */
export function sameName(locale: Locale): (a: string, b: string) => boolean {
  const rule = inflection(locale)
  return (a, b) => a === b || isSame(wordsOf(a), wordsOf(b), rule)
}

/** The words of a name in lower case. */
export function wordsOf(name: string): readonly string[] {
  const lowered = name.toLowerCase()
  return /[\s·]/u.test(lowered) ? lowered.split(/[\s·]+/u) : [lowered]
}

function isSame(a: readonly string[], b: readonly string[], rule: Inflection): boolean {
  if (a.length !== b.length) return false
  const options = { isPart: a.length > 1 }
  return a.every((one, i) => {
    const other = b[i] ?? ''
    return (
      one === other ||
      isInflectionOf(one, other, rule, options) ||
      isInflectionOf(other, one, rule, options) ||
      hasOnlyMore(one, other, rule) ||
      hasOnlyMore(other, one, rule)
    )
  })
}

/** An Arabic or Hebrew prefix, a Korean particle. */
function hasOnlyMore(longer: string, shorter: string, { language }: Inflection): boolean {
  if (longer.length <= shorter.length || shorter.length < 2) return false
  if (language === 'ko') return longer.startsWith(shorter) && isNameEnd(longer, shorter.length)
  return prefixLengths(longer, language).some((length) => longer.slice(length) === shorter)
}

/** Whether one name stands in the other: Sibiga in Andrí Sibiga, 佩斯科夫 in 德米特里·佩斯科夫. */
export function isPartOf(
  part: string,
  whole: string,
  isSame: (a: string, b: string) => boolean,
): boolean {
  const [few, many] = [wordsOf(part), wordsOf(whole)]
  if (few.length === 1 && many.length === 1) {
    return part.length < whole.length && /^\p{sc=Han}+$/u.test(part) && whole.includes(part)
  }
  return many.some(
    (_, at) =>
      at + few.length <= many.length && few.every((word, i) => isSame(word, many[at + i] ?? '')),
  )
}

/** The spelling most others are inflections of: the dictionary form, as far as the texts have it. */
export function dictionaryForm(spellings: ReadonlyMap<string, number>, locale: Locale): string {
  const rule = inflection(locale)
  const all = [...spellings]
  const weight = (name: string): number =>
    all.filter(([other]) => {
      const [words, names] = [wordsOf(other), wordsOf(name)]
      return (
        words.length === names.length &&
        words.every((word, i) =>
          isInflectionOf(word, names[i] ?? '', rule, { isPart: words.length > 1 }),
        )
      )
    }).length
  return (
    all
      .map(([name, count]) => ({
        name,
        count,
        weight: rule.names === undefined ? 0 : weight(name),
      }))
      .sort(
        (a, b) =>
          b.weight - a.weight ||
          (rule.names === undefined ? 0 : a.name.length - b.name.length) ||
          b.count - a.count ||
          (a.name < b.name ? -1 : 1),
      )[0]?.name ?? ''
  )
}
