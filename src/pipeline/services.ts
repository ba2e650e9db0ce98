import type { Archive } from '../archive/index.ts'
import type { Ledger } from '../budget.ts'
import type { PublishRule } from '../bundle/index.ts'
import type { Clock } from '../clock.ts'
import type { Caller } from '../engines/index.ts'
import type { Matcher } from '../glossary/index.ts'
import type { Flights, Memory } from '../memory/index.ts'
import type { Locale } from '../model.ts'

/** A glossary made ready for texts. */
export interface GlossaryUse {
  /** Finds its names in texts of a language; in another than its own there are none. */
  readonly matcherFor: (source: Locale) => Matcher
  /** Hash of the whole glossary: a language of an article is looked at again when it changes. */
  readonly hash: string
}

/** What the pipeline works with; `src/services.ts` puts the real ones together. */
export interface LocalizeServices {
  readonly archive: Archive
  readonly memory: Memory
  readonly ledger: Ledger
  readonly clock: Clock
  readonly glossary: GlossaryUse
  /** The glossaries that were in force before, newest first. */
  readonly earlierGlossaries: () => Promise<readonly GlossaryUse[]>
  /**
   * The engine of a language pair, ready to be called.
   * @throws {BabelwireError} `engine` when no engine can serve it, saying how to get one.
   */
  readonly callerFor: (source: Locale, target: Locale) => Promise<Caller>
  /** The engine of a pair, and those that stand in for it when it fails, in order. */
  readonly standIns: (source: Locale, target: Locale) => Promise<readonly Caller[]>
  /**
   * The profiles of all engines listed for a pair: what one of them made stands as long as nothing
   * else changes, also while another of them is down or back again.
   */
  readonly profiles: (source: Locale, target: Locale) => readonly string[]
  /** Makes sure that the engine's own glossary holds ours, before its first request. */
  readonly prepareEngine: (caller: Caller, signal?: AbortSignal) => Promise<void>
  /** What a language that no engine can serve is: a failure, or skipped and said. */
  readonly missingEngine: 'fail' | 'skip'
  readonly output: string
  readonly publish: PublishRule
  /** Plan and price everything, send and write nothing. */
  readonly isDryRun: boolean
  /** Joins what several ask for at once; absent where only one asks. */
  readonly flights?: Flights
  /** Of requests that wait, those of a higher priority go first; 0 when absent. */
  readonly priority?: number
  readonly progress: (event: ProgressEvent) => void
}

/** For a person who watches. */
export type ProgressEvent =
  | { readonly kind: 'planned'; readonly locale: Locale; readonly sentences: number }
  | { readonly kind: 'answered'; readonly locale: Locale; readonly sentences: number }
