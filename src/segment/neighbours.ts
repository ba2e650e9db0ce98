import { isSpace } from './boundary.ts'
import type { LanguageRules } from './language-rules.ts'

/** Longer than any abbreviation; keeps the search constant for a text without spaces. */
const maxLength = 24

/** The word that ends at a full stop. */
export interface WordBefore {
  /** Without brackets and quotation marks before it, and without the full stop. */
  readonly word: string
  /** What follows the last hyphen or apostrophe of it: `av` of `l'av.`. */
  readonly tail: string
  /** Where the word starts. */
  readonly at: number
  /** The word before it, or ''. */
  readonly previous: string
}

/** What follows the full stop. */
export interface NextWord {
  /** Capitalised and one of the words that like to begin a sentence. */
  readonly opens: boolean
  readonly isNumber: boolean
  /** Behind an opening quotation mark. */
  readonly isQuoted: boolean
}

/** The word before the full stop at `stop`; undefined when it is longer than any abbreviation. */
export function wordBefore(text: string, start: number, stop: number): WordBefore | undefined {
  const from = Math.max(start, stop - maxLength)
  const wordAt = back(text, from, stop, false)
  if (wordAt === from && from > start) return undefined
  const previousEnd = back(text, from, wordAt, true)
  const token = text.slice(wordAt, stop)
  const isSimple = /^[A-Za-z]+$/.test(token)
  const bare = isSimple ? token : token.replace(/^[^\p{L}\p{N}]+/u, '')
  // Marks that steer the direction of Arabic text stand inside its abbreviations.
  const word = isSimple ? token : bare.replace(/\p{Cf}/gu, '')
  if (word === '') return undefined
  return {
    word,
    tail: isSimple ? word : word.slice(word.search(/[^-'’/–]*$/)),
    at: stop - bare.length,
    previous: text.slice(back(text, from, previousEnd, false), previousEnd),
  }
}

/** Goes back from `at` over white space, or over anything else. */
function back(text: string, from: number, at: number, overSpace: boolean): number {
  while (at > from && isSpace(text.charCodeAt(at - 1)) === overSpace) at--
  return at
}

const leading = /[^\p{L}\p{N}]*/uy
const letters = /[\p{L}\p{M}]+/uy
const romanNumeral = /^[IVXLC]+$/

/** The first word of what follows, as far as it tells whether a sentence starts there. */
export function nextWord(text: string, next: number, rules: LanguageRules): NextWord {
  leading.lastIndex = next
  const before = leading.exec(text)?.[0] ?? ''
  const at = next + before.length
  letters.lastIndex = at
  const word = letters.exec(text)?.[0] ?? ''
  const isInitial = word.length === 1 && text.charAt(at + 1) === '.'
  return {
    opens: !isInitial && isCapitalised(word) && rules.openers.has(word.toLowerCase()),
    isNumber: word === '' ? /\p{N}/u.test(text.charAt(at)) : romanNumeral.test(word),
    isQuoted: /["“”„«»]/.test(before),
  }
}

function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word)
}
