import type { Micros } from '../budget.ts'
import type { TaggedText } from '../model.ts'
import { countCharacters } from '../tagged-text.ts'
import type { Sentence } from './plan.ts'

/** What was sent for one article in one language. */
export interface Spent {
  readonly characters: number
  readonly requests: number
  readonly micros: Micros
  /** Sentences that were asked for. */
  readonly sentences: ReadonlySet<string>
}

/** One sentence of a request. */
export interface SentPart {
  readonly id: string
  readonly sentence: Sentence
  readonly text: TaggedText
}

/** Counts requests and shares their price among the articles whose sentences they carried. */
export interface Tally {
  sent(parts: readonly SentPart[], micros: Micros): void
  of(article: string): Spent
}

/** A tally of nothing yet. */
export function openTally(): Tally {
  const nothing = (): {
    characters: number
    requests: number
    micros: number
    sentences: Set<string>
  } => ({
    characters: 0,
    requests: 0,
    micros: 0,
    sentences: new Set(),
  })
  const spent = new Map<string, ReturnType<typeof nothing>>()
  return {
    of: (article) => spent.get(article) ?? nothing(),
    sent: (parts, micros) => {
      const sizes = parts.map((part) => countCharacters(part.text))
      const total = sizes.reduce((sum, size) => sum + size, 0)
      let rest = micros
      parts.forEach(({ id, sentence }, i) => {
        const size = sizes[i] ?? 0
        // The last one bears the rounding, so that the shares add up to the price.
        const isLast = i === parts.length - 1
        const share = isLast
          ? rest
          : Math.min(rest, Math.round((micros * size) / Math.max(1, total)))
        rest -= share
        const sum = spent.get(sentence.article) ?? nothing()
        sum.characters += size
        sum.requests += i === 0 ? 1 : 0
        sum.micros += share
        sum.sentences.add(id)
        spent.set(sentence.article, sum)
      })
    },
  }
}
