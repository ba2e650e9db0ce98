import type { Token } from '../tagged-text.ts'
import { elementAt, wordsOf } from './element.ts'

/**
 * Characters of one message. Apertium's time grows with the square of a message beyond some ten
 * thousand (20 kB: 0.4 s, 200 kB: 77 s).
 */
export const longestMessage = 5_000

/** Longer than any word: such a run of letters is cut anywhere. */
const longestWord = 100

/** Cuts long tokens between sentences, else between words, outside of every tag; joined they are the same. */
export function splitLong(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const pieces: Token[][] = [[]]
  let length = 0
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined) break
    const parts = token.kind === 'text' ? splitText(token.text) : [elementAt(tokens, at)]
    for (const part of parts) {
      const size = wordsOf(part).length
      if (length > 0 && length + size > longestMessage) {
        pieces.push([])
        length = 0
      }
      pieces.at(-1)?.push(...part)
      length += size
    }
    if (token.kind !== 'text') at += elementAt(tokens, at).length - 1
  }
  return pieces
}

function splitText(text: string): readonly (readonly Token[])[] {
  const sentences = text.split(/(?<=[.!?]["'”»)]*\s+)(?=\S)/u)
  const short = sentences.flatMap((sentence) =>
    sentence.length <= longestMessage ? [sentence] : sentence.split(/(?<=\s)(?=\S)/u),
  )
  return short
    .flatMap((part) => (part.length <= longestMessage ? [part] : cutWord(part)))
    .map((part) => [{ kind: 'text', text: part }])
}

function cutWord(word: string): readonly string[] {
  return word.match(new RegExp(`.{1,${longestWord}}`, 'gsu')) ?? []
}
