import { prefixLengths } from './clitics.ts'

/** Words of news text begin in far fewer ways. */
const maxKnown = 20_000

const maxHead = 8

/** `prefixLengths` of one language, remembering what the beginnings of words gave. */
export function prefixesOf(language: string): (word: string) => readonly number[] {
  const known = new Map<string, readonly number[]>()
  return (word) => {
    // Longer than any prefix; two letters of the word are left.
    const head = word.slice(0, Math.max(0, Math.min(maxHead, word.length - 2)))
    const found = known.get(head) ?? prefixLengths(`${head}xx`, language)
    if (known.size >= maxKnown) known.clear()
    known.set(head, found)
    return found
  }
}
