import { BabelwireError, type ErrorCode, type ErrorDetails } from '../errors.ts'
import type { Locale, TaggedText } from '../model.ts'

/** What a kind of engine can do and what one request may carry. */
export interface EngineTraits {
  /** Whether `<s1>…</s1><s2>…</s2>` round the sentences of one text come back in place. */
  readonly keepsSentences: boolean
  /** How it is told of terms: a glossary of its own, or `<t1>…</t1>` round the rendering to keep. */
  readonly terms: 'native' | 'lock'
  /** Whether its requests cost money. */
  readonly isPaid: boolean
  readonly maxTexts: number
  /** Limit of `encodedSize` summed over the texts and the context of one request, in bytes. */
  readonly maxBytes: number
  /** Requests in flight at once. */
  readonly concurrency: number
}

export interface EngineRequest {
  readonly source: Locale
  readonly target: Locale
  /**
   * Tagged texts. Beside the article's own tags a text may hold `s1`… round its sentences and
   * kept tags (`isKept` of `tagged-text.ts`), whose content must come back as it is.
   */
  readonly texts: readonly TaggedText[]
  /** Plain text about the article that is neither translated nor billed. */
  readonly context?: string
}

export interface EngineAnswer {
  /** One tagged text for each text of the request, in order, not yet validated. */
  readonly texts: readonly TaggedText[]
  /** Unicode code points that are billed. */
  readonly billed: number
}

/** The pairs an engine's own glossary is to hold for one target language. */
export interface EngineGlossary {
  readonly source: Locale
  readonly target: Locale
  readonly pairs: readonly (readonly [source: string, target: string])[]
}

/** What an engine's own glossary is worth for one target language. */
export interface EngineGlossaryState {
  readonly source: Locale
  readonly target: Locale
  /**
   * `held` and `made`: read back, and the same entry by entry. `unsupported`: the engine has no
   * glossaries for this pair. `empty`: there is nothing it could hold.
   */
  readonly state: 'held' | 'made' | 'missing' | 'different' | 'unsupported' | 'empty'
  /** Of the glossary at the engine, or of the one to be made there. */
  readonly name?: string
  /** Pairs that the glossary holds, or is to hold. */
  readonly entries: number
  /** Pairs that the engine takes in no glossary. */
  readonly refused: readonly RefusedPair[]
  /** Where what it holds differs; of a glossary that was made anew, what was wrong before. */
  readonly difference?: string
}

/** A pair that an engine takes in no glossary, by its source form. */
export interface RefusedPair {
  readonly source: string
  readonly reason: string
}

/** How an engine's own glossaries are looked after. */
export interface PrepareOptions {
  /**
   * `make` makes what is missing and refuses what is different; `mend` makes that anew; `look`
   * changes nothing.
   */
  readonly mode: 'make' | 'mend' | 'look'
  /**
   * Names of glossaries that this newsroom used before. Those of no more use are deleted: by `mend`
   * at once, by `make` when they are over a day old. No others are, they may be another newsroom's.
   */
  readonly own?: readonly string[]
  /** Told each name before a glossary is made or used under it, so that a crash leaves no stray. */
  readonly claim?: (name: string) => Promise<void>
}

/** What an engine's own glossaries are after `prepare`. */
export interface PreparedGlossaries {
  /** One for each glossary asked for, in order. */
  readonly states: readonly EngineGlossaryState[]
  /** Names of old glossaries that were deleted. */
  readonly deleted: readonly string[]
  /** What went wrong and keeps nothing from being used. */
  readonly remarks: readonly string[]
}

/** The answer of an engine that has no glossaries. */
export const noGlossaries: PreparedGlossaries = { states: [], deleted: [], remarks: [] }

/** A machine translation engine. Errors are `BabelwireError`s without secrets or foreign objects. */
export interface Engine {
  readonly name: string
  readonly traits: EngineTraits
  /** Whether it translates this pair; may ask the engine, whose answer is kept. */
  supports(source: Locale, target: Locale, signal?: AbortSignal): Promise<boolean>
  /** Everything of its set-up that changes what it answers; goes into the memory key. */
  profile(source: Locale, target: Locale): string
  /**
   * Brings the engine's own glossaries up to date and proves that they hold these pairs.
   * @throws {BabelwireError} `engine` when one is different, but for a look.
   */
  prepare(
    glossaries: readonly EngineGlossary[],
    options: PrepareOptions,
    signal?: AbortSignal,
  ): Promise<PreparedGlossaries>
  /** One attempt at one request: no retries here, see `call.ts`. */
  translate(request: EngineRequest, signal?: AbortSignal): Promise<EngineAnswer>
  /** Size of one text in the encoding of the request, in bytes. */
  encodedSize(text: string): number
  close(): Promise<void>
}

/** A failed request, as the shared retry policy (`call.ts`) needs to know it. */
export type EngineFailure =
  | 'rate' // 429, 529: wait and ask again; does not count as an attempt
  | 'temporary' // 5xx, time-out, connection reset: ask again, at most a few times
  | 'permanent' // 400, 404, 413: asking again is no use

/** A request that failed, told apart for the shared retry policy. */
export class EngineError extends BabelwireError {
  readonly failure: EngineFailure
  /** What the engine asked for with Retry-After, in milliseconds. */
  readonly retryAfterMs: number | undefined

  constructor(
    code: ErrorCode,
    message: string,
    failure: EngineFailure,
    details: ErrorDetails & { readonly retryAfterMs?: number } = {},
  ) {
    super(code, message, details)
    this.name = 'EngineError'
    this.failure = failure
    this.retryAfterMs = details.retryAfterMs
  }
}
