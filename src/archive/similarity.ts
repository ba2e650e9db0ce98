import type { TaggedText } from '../model.ts'
import { plainText } from '../tagged-text.ts'

const unspacedScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** The words of a text in lower case; in scripts without spaces, pairs of characters. */
export function wordsOf(text: TaggedText): ReadonlySet<string> {
  const words =
    plainText(text)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return new Set(words.flatMap((word) => (unspacedScript.test(word) ? pairsOf(word) : [word])))
}

function pairsOf(word: string): readonly string[] {
  const characters = Array.from(word)
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`)
}

/** Dice coefficient: 1 for the same words, 0 for none in common. */
export function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let common = 0
  for (const word of few) if (many.has(word)) common++
  return (2 * common) / (a.size + b.size)
}
