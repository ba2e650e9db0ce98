import type { BabelwireError } from '../errors.ts'
import type { Article, LeftOut } from '../model.ts'

/** An article as read, with the lines of its source that are not the article. */
export interface ReadSource {
  readonly name: string
  readonly article: Article
  readonly leftOut: readonly LeftOut[]
  /** Whether its source lets it be used; absent where it does not say. */
  readonly status?: 'usable' | 'withheld' | 'canceled'
  /** How urgent it is, 1 to 9 as IPTC counts; absent where its source does not say. */
  readonly urgency?: number
  /** Whether the id is the source's own, so that another document with it is the same article. */
  readonly hasOwnId?: true
  /** What a person should look at. */
  readonly warnings?: readonly string[]
}

/** A source that could not be read: one failed article, not a failed run. */
export interface FailedSource {
  readonly name: string
  readonly error: BabelwireError
}
