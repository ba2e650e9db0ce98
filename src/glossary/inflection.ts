import type { Locale } from '../model.ts'
import { prefixLengths, prefixStart } from './clitics.ts'
import type { Endings } from './ending.ts'
import { adjectiveEndingsOf, endingsOf } from './endings.ts'

/** How names change their form in a language; see `endings.ts` for the languages known. */
export interface Inflection {
  readonly language: string
  /** For names; absent where a name never changes (es, fr, zh …), so that any other spelling is another name. */
  readonly names: Endings | undefined
  /** For adjectives listed among the forms: `ucraniano`, `ukrainisch`. */
  readonly adjectives: Endings | undefined
  /** Where the word begins that has a name behind a prefix at `at`; nothing when there is no prefix. */
  readonly prefixStart: (text: string, at: number) => number | undefined
}

/** The rules of a target language. */
export function inflection(target: Locale): Inflection {
  const [language = target] = target.split('-')
  return {
    language,
    names: endingsOf(language),
    adjectives: adjectiveEndingsOf(language),
    prefixStart: (text, at) => prefixStart(text, at, language),
  }
}

/** Shorter names are known by their listed forms only: Рим is in римский, Ром and Риму alike. */
const shortestName = 4
/** A word of a longer name is safer: its neighbours have to fit as well. */
const shortestPart = 3
const shortestStem = 3

/**
 * Whether a lower-case word may be a form of a lower-case name:
 * 1. the name loses an ending its language takes off (Москва, Зеленск-ий), at most two letters;
 * 2. what is left, or another stem of it (Київ, Києв-), begins the word;
 * 3. what follows is an ending of the language.
 */
export function isInflectionOf(
  word: string,
  name: string,
  rule: Inflection,
  options: { readonly isAdjective?: boolean; readonly isPart?: boolean } = {},
): boolean {
  if (word === name) return true
  const { isAdjective = false, isPart = false } = options
  if (name.length < (isPart ? shortestPart : shortestName)) return false
  if (rule.language === 'ar') return isArabicAdjective(word, name)
  const endings = isAdjective ? rule.adjectives : rule.names
  if (endings === undefined) return false
  if (endings.movesAccents !== true && word.charAt(0) !== name.charAt(0)) return false
  const plain = endings.movesAccents === true ? withoutAccents : withoutDots
  return fits(plain(word), plain(name), endings, isAdjective)
}

function fits(word: string, name: string, endings: Endings, isAdjective: boolean): boolean {
  const { lost, added, stems, otherGender } = endings
  for (let length = 0; length <= 2 && name.length - length >= shortestStem; length++) {
    const [stem, off] = [name.slice(0, name.length - length), name.slice(name.length - length)]
    if (!lost.test(off)) continue
    for (const one of [stem, ...(stems?.(stem) ?? [])]) {
      const on = word.slice(one.length)
      if (!word.startsWith(one) || !added.test(on)) continue
      // An adjective's ending is exchanged, never dropped: черноморский is not Черноморск.
      if (off.length === 2 && on === '') continue
      if (isAdjective || otherGender?.test(`${off}>${on}`) !== true) return true
    }
  }
  return false
}

function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/[\u0300-\u036f]/gu, '')
}

/** Russian print leaves out the dots of ё. */
function withoutDots(text: string): string {
  return text.replaceAll('ё', 'е')
}

/** Number and gender of an adjective in -ي, with what stands before it: الأمريكية, والأمريكيين. */
function isArabicAdjective(word: string, name: string): boolean {
  if (!name.endsWith('ي')) return false
  return [0, ...prefixLengths(word, 'ar')].some((length) => {
    const rest = word.slice(length)
    return rest.startsWith(name) && /^(?:ة|ين|ون|ات|ان|تان|تين)?$/u.test(rest.slice(name.length))
  })
}
