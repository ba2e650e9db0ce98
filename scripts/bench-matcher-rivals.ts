import ModernAhoCorasick from 'modern-ahocorasick'
import { isInsideWord } from '../src/glossary/words.ts'

/** Counts the names in a text: whole words, letter case apart, leftmost and longest. */
export type Counter = (text: string) => number

/** Compiles a matcher of names. */
export type Compile = (names: readonly string[]) => Counter

interface Span {
  readonly start: number
  readonly end: number
}

/** What else a newsroom would use, with what makes its answers those of a glossary. */
export const rivals: Readonly<Record<string, Compile>> = {
  'one giant RegExp': (names) => {
    const escaped = names.toSorted((a, b) => b.length - a.length).map(escape)
    const pattern = `(?<![\\p{L}\\p{M}\\p{N}_])(?:${escaped.join('|')})(?![\\p{L}\\p{M}\\p{N}_])`
    const all = new RegExp(pattern, 'giu')
    return (text) => Array.from(text.matchAll(all)).length
  },
  'modern-ahocorasick': (names) => {
    const matcher = new ModernAhoCorasick(names.map((name) => name.toLowerCase()))
    return (text) => {
      const lowered = text.toLowerCase()
      return longestWords(lowered, matcher.search(lowered))
    }
  },
}

function longestWords(text: string, found: readonly Span[]): number {
  const whole = found.filter(
    ({ start, end }) => !isInsideWord(text, start) && !isInsideWord(text, end),
  )
  whole.sort((a, b) => a.start - b.start || b.end - a.end)
  let [count, done] = [0, 0]
  for (const { start, end } of whole) {
    if (start < done) continue
    count++
    done = end
  }
  return count
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
