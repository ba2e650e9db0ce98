import { isTerritory } from './demonyms.ts'
import type { NameRules } from './name-rules.ts'

/** A word of a sentence, as the search for names sees it. */
export interface Word {
  /** Without the s of a genitive. */
  readonly text: string
  readonly lower: string
  readonly start: number
  readonly end: number
  readonly isCapital: boolean
  /** Whether it stands where any word has a capital: at the start, behind a colon or a quote. */
  readonly isStart: boolean
  /** Whether it goes on with what the word before began: nothing but a space between them. */
  readonly isJoined: boolean
  /** Whether a name ends with it in any case: "Ukraine's", "Kyiv-based". */
  readonly isLast: boolean
  readonly isPossessive: boolean
}

const word =
  /(?:\p{Lu}\.){2,}(?!\p{L})|\p{Lu}\.(?=[ ]\p{Lu})|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['&-](?=[\p{L}\p{N}])[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu

/** With a capital in front, behind al- and its like, or inside, as in iPhone and d'Estaing. */
const capital = /^(?:(?:al|el|ad|an|as|ash|at|ar|az)-)?\p{Lu}|^\p{Ll}{1,2}'?\p{Lu}\p{L}/u

const startsAnew = /["“”„«»:;•|/\u2013\u2014…]|(?:^|\s)'|[.!?]\s|\s-\s/u

/** Words whose full stop ends no sentence. */
const dotted =
  /^(?:st|mt|ft|jr|sr|mr|mrs|ms|dr|prof|gen|col|lt|capt|sgt|gov|sen|rep|adm|rev|г|д-р|п|ім|им)$/u

/** Names of firms that end in a genitive. */
const ownGenitives =
  /^(?:mcdonald|sotheby|christie|moody|levi|macy|lowe|kohl|wendy|domino|sainsbury|l'or)'s$/iu

/** The words of a folded sentence (`glossary/fold.ts`). */
export function wordsOfSentence(sentence: string, rules: NameRules): readonly Word[] {
  const words: Word[] = []
  let end = 0
  for (const { 0: text, index } of sentence.matchAll(word)) {
    const gap = sentence.slice(end, index)
    const before = words.at(-1)
    const isAfterDot = gap === '. ' && before !== undefined && dotted.test(before.lower)
    const isStart = before === undefined || (!isAfterDot && startsAnew.test(gap))
    const isJoined = before !== undefined && (gap === ' ' || isAfterDot)
    for (const part of partsOf(text, index, rules)) {
      const isFirst = part.start === index
      words.push({
        ...part,
        lower: part.text.toLowerCase(),
        isCapital: capital.test(part.text),
        isStart: isStart && isFirst,
        isJoined: isJoined && isFirst,
      })
    }
    end = index + text.length
  }
  return words
}

type Part = Pick<Word, 'text' | 'start' | 'end' | 'isLast' | 'isPossessive'>

/** Two for "Russia-Ukraine" and "Kyiv-based", else one. */
function partsOf(text: string, start: number, { language }: NameRules): readonly Part[] {
  const whole = { text, start, end: start + text.length, isLast: false, isPossessive: false }
  if (language !== 'en') {
    return /^(?:fr|it|ca)$/.test(language) ? [withoutArticle(whole)] : [whole]
  }
  if (/'s$/iu.test(text) && !ownGenitives.test(text)) {
    const stem = text.slice(0, -2)
    return [{ ...whole, text: stem, end: start + stem.length, isLast: true, isPossessive: true }]
  }
  const hyphen = text.indexOf('-')
  if (hyphen < 2) return [whole]
  const [first, rest] = [text.slice(0, hyphen), text.slice(hyphen + 1)]
  const isCompound = /^\p{Lu}/u.test(first) && /^\p{Ll}/u.test(rest)
  const isPair = isTerritory(first.toLowerCase()) || isTerritory(rest.toLowerCase())
  if (!isCompound && !(isPair && /^\p{Lu}/u.test(rest))) return [whole]
  const second = { ...whole, text: rest, start: start + hyphen + 1 }
  return [{ ...whole, text: first, end: start + hyphen, isLast: true }, second]
}

/** l'Italia, d'Italie: the article is no part of the name. */
function withoutArticle(part: Part): Part {
  const article = /^(?:l|d|qu|s|n|j|c|m|t|un|dell|all|nell|dall|sull|quest)'(?=\p{L})/iu.exec(
    part.text,
  )?.[0]
  if (article === undefined) return part
  return { ...part, text: part.text.slice(article.length), start: part.start + article.length }
}
