import { foldQuotes } from '../quote-marks.ts'
import { negationCharacters, negations, numberWords } from './meaning-words.ts'

/**
 * Whether two texts mean the same: the same words, numbers, questions and quotations; in English also
 * the British or American spelling of a word. Where it is not sure the answer is no: one letter often
 * makes another word or tense.
 */
export function isSameMeaning(before: string, after: string, locale: string): boolean {
  const [a, b] = [tokensOf(before), tokensOf(after)]
  if (a.length !== b.length || marksOf(before) !== marksOf(after)) return false
  const isEnglish = /^en\b/.test(locale)
  return a.every((word, i) => {
    const other = b[i]
    if (other === undefined) return false
    if (word.text === other.text) return word.isName === other.isName
    return isEnglish && isSpellingOf(word, other)
  })
}

/** The numbers, names and negations of a text, each as often as it stands there, as one string. */
export function factsOf(text: string): string {
  const facts = tokensOf(text).flatMap(({ text: word, isName }) =>
    isName || /[\p{N}\p{Sc}<>≤≥±‰%−]/u.test(word) || numberWords.has(word) || negations.has(word)
      ? [word]
      : [],
  )
  return [...facts, ...(text.match(negationCharacters) ?? [])].sort().join(' ')
}

interface Word {
  readonly text: string
  /** Has a capital inside a sentence, or two anywhere. */
  readonly isName: boolean
  readonly isFirst: boolean
}

const token =
  /\d+(?:[.,:]\d+)*|\p{L}[\p{L}\p{M}]*(?:['-]\p{L}[\p{L}\p{M}]*)*|\p{N}+|(?<![\p{L}\p{N}])[-–](?=\p{N})|(?<=\p{L})[+-](?!\p{L})|(?<=\p{N})[/×+\-–](?=\p{N})|[<>≤≥±‰%−]|\p{Sc}/gu

/** Nothing, or the end of a sentence and what may open the next one. */
const sentenceStart = /(?:^|[.!?…:。！？]["')\]]*\s*)["'([¿¡\s]*$/u

function tokensOf(text: string): readonly Word[] {
  const folded = foldQuotes(text).normalize('NFC')
  return Array.from(folded.matchAll(token), ({ 0: word, index }) => {
    const isFirst = sentenceStart.test(folded.slice(Math.max(0, index - 20), index))
    const capitals = word.match(/\p{Lu}/gu)?.length ?? 0
    return { text: word.toLowerCase(), isName: capitals > (isFirst ? 1 : 0), isFirst }
  })
}

/** Questions and quotations: "the victory" is not victory. */
function marksOf(text: string): string {
  return (foldQuotes(text).match(/["?？؟]/gu) ?? []).join('')
}

function isSpellingOf(a: Word, b: Word): boolean {
  // What stands first may be a name.
  if (a.isName || b.isName || a.isFirst || b.isFirst) return false
  if (!/^\p{L}{5,}$/u.test(a.text) || !/^\p{L}{4,}$/u.test(b.text)) return false
  if ([a.text, b.text].some((word) => negations.has(word) || numberWords.has(word))) return false
  return american(a.text) === american(b.text)
}

/** One spelling of what Britain and America spell in two ways. */
function american(word: string): string {
  return word
    .replace(/(?<=\p{L}{3})is(?=(?:e|ed|es|ing|ation|ations)$)/u, 'iz')
    .replace(/(?<=\p{L}{2})our(?=(?:s|ed|ing|able|ite|ites|hood)?$)/u, 'or')
    .replace(/(?<=\p{L}{3})tre(?=s?$)/u, 'ter')
    .replace(/ence$/u, 'ense')
}
