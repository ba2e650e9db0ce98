import { numberWordLists } from './number-word-lists.ts'

/** Written without spaces: words are looked for inside the text. */
const unspaced = new Set(['zh', 'yue', 'ja', 'th'])

/** Languages that borrow the list of a neighbour. */
const aliases: Readonly<Record<string, string>> = {
  nn: 'nb',
  no: 'nb',
  be: 'ru',
  bs: 'hr',
  ms: 'id',
  yue: 'zh',
  mk: 'bg',
  arz: 'ar',
}

/** The number words of one language, ready to look up. */
export interface NumberWords {
  /** The values a word may stand for; empty for any other word. */
  valuesOf(word: string): readonly number[]
  /** For languages without spaces: finds the words inside a text. */
  readonly pattern?: RegExp
}

/** Particles written at the front of a word: 'and five', 'the five'. */
const prefixes: Readonly<Record<string, RegExp>> = {
  ar: /^[وف]?(?:[بلك]?ال|لل|[بلك])?(?=\p{L}{2})/u,
  he: /^[והבלמשכ]{1,2}(?=\p{L}{2})/u,
}

const compiled = new Map<string, NumberWords | undefined>()

/** The number words of a language, undefined where there is no list. */
export function numberWords(language: string): NumberWords | undefined {
  if (!compiled.has(language)) {
    const list = numberWordLists[aliases[language] ?? language]
    compiled.set(language, list === undefined ? undefined : compile(list, language))
  }
  return compiled.get(language)
}

function compile(list: string, language: string): NumberWords {
  const words = new Map<string, readonly number[]>()
  const stems = new Map<string, readonly number[]>()
  let shortest = Infinity
  let longest = 0
  for (const entry of list.split(';')) {
    const [numbers = '', ...forms] = entry.trim().split(/\s+/)
    const values = numbers.split('/').map(Number)
    for (const form of forms) {
      const key = foldWord(form.replace('*', ''))
      const map = form.endsWith('*') ? stems : words
      map.set(key, [...(map.get(key) ?? []), ...values])
      if (form.endsWith('*')) {
        shortest = Math.min(shortest, key.length)
        longest = Math.max(longest, key.length)
      }
    }
  }
  const look = (folded: string): readonly number[] => {
    const exact = words.get(folded)
    if (exact !== undefined) return exact
    // The longest stem wins: 'fünfzehnte' is 15, not 5.
    for (let length = Math.min(folded.length, longest); length >= shortest; length--) {
      const values = stems.get(folded.slice(0, length))
      if (values !== undefined) return values
    }
    return []
  }
  const prefix = prefixes[aliases[language] ?? language]
  const valuesOf = (word: string): readonly number[] => {
    const folded = foldWord(word)
    const values = look(folded)
    if (prefix === undefined || values.length > 0) return values
    const bare = folded.replace(prefix, '')
    return bare === folded ? values : look(bare)
  }
  if (!unspaced.has(language)) return { valuesOf }
  const keys = [...words.keys(), ...stems.keys()].toSorted((a, b) => b.length - a.length)
  return { valuesOf, pattern: new RegExp(keys.join('|'), 'gu') }
}

/** Lower case, without accents and vowel points; the same for the lists and for the text. */
function foldWord(word: string): string {
  const lower = word.toLowerCase()
  return /^[a-z]*$/.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{Mn}/gu, '')
}
