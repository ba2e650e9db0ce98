import { shareOut, type Micros } from '../budget.ts'
import type { BabelwireError } from '../errors.ts'
import type { TaggedText } from '../model.ts'
import { countCharacters } from '../tagged-text.ts'
import type { Sentence } from './plan.ts'

/** What was sent for one article in one language. */
export interface Spent {
  readonly characters: number
  readonly requests: number
  /** Billed, or reserved for a request that may have been billed although no answer came. */
  readonly micros: Micros
  /** Sentences that were asked for. */
  readonly sentences: ReadonlySet<string>
  /** Why nothing more may be spent on this article. */
  readonly refusal?: BabelwireError
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
  /** Adds what failed attempts at a request may have cost. */
  unanswered(parts: readonly SentPart[], micros: Micros): void
  /** Notes that an article may cost no more. */
  refused(article: string, refusal: BabelwireError): void
  of(article: string): Spent
}

interface Sum {
  characters: number
  requests: number
  micros: Micros
  readonly sentences: Set<string>
  refusal?: BabelwireError
}

/** A tally of nothing yet. */
export function openTally(): Tally {
  const sums = new Map<string, Sum>()
  const sumOf = (article: string): Sum => {
    const sum = sums.get(article) ?? { characters: 0, requests: 0, micros: 0, sentences: new Set() }
    sums.set(article, sum)
    return sum
  }
  return {
    of: sumOf,
    refused: (article, refusal) => {
      sumOf(article).refusal ??= refusal
    },
    unanswered: (parts, micros) => {
      const shares = shareOut(micros, sizesOf(parts))
      parts.forEach(({ sentence }, i) => {
        sumOf(sentence.article).micros += shares[i] ?? 0
      })
    },
    sent: (parts, micros) => {
      const sizes = sizesOf(parts)
      const shares = shareOut(micros, sizes)
      parts.forEach(({ id, sentence }, i) => {
        const sum = sumOf(sentence.article)
        sum.characters += sizes[i] ?? 0
        sum.requests += i === 0 ? 1 : 0
        sum.micros += shares[i] ?? 0
        sum.sentences.add(id)
      })
    },
  }
}

function sizesOf(parts: readonly SentPart[]): readonly number[] {
  return parts.map((part) => countCharacters(part.text))
}
