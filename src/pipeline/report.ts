import type { Micros } from '../budget.ts'
import type { BabelwireError } from '../errors.ts'
import type { Finding, Locale } from '../model.ts'

/** Numbers of one language of one article, or sums of them. */
export interface Numbers {
  readonly blocks: number
  readonly segments: number
  /** Segments whose answer was in memory, or is the same as that of a segment before. */
  readonly remembered: number
  readonly translated: number
  /** Segments held for an editor. */
  readonly held: number
  /** Unicode code points sent. */
  readonly characters: number
  /** Requests that carried a sentence of the article first; their sum is the number sent. */
  readonly requests: number
  /** Billed, or reserved for attempts that may have been billed. */
  readonly micros: Micros
}

/** A segment that a check noticed something about. */
export interface NotedSegment {
  readonly key: string
  readonly source: string
  readonly text?: string
  readonly findings: readonly Finding[]
}

/** What became of one language of one article. */
export interface LanguageReport extends Numbers {
  readonly article: string
  readonly locale: Locale
  /** The revision it was made of. */
  readonly revision?: string
  readonly state: 'machine' | 'reviewed' | 'held' | 'failed' | 'skipped'
  /** Whether readers can see this revision in this language. */
  readonly published: boolean
  /** Path of the bundle, when there is one. */
  readonly bundle?: string
  /** True when nothing had to be looked at. */
  readonly unchanged: boolean
  readonly engine?: string
  /** Blocks of which a sentence was asked for when this was made. */
  readonly sentBlocks?: readonly string[]
  /** Segments that are not published, and why. */
  readonly heldSegments: readonly NotedSegment[]
  /** Published segments with findings that hold nothing back. */
  readonly warnings: readonly NotedSegment[]
  readonly error?: BabelwireError
}

export const zero: Numbers = {
  blocks: 0,
  segments: 0,
  remembered: 0,
  translated: 0,
  held: 0,
  characters: 0,
  requests: 0,
  micros: 0,
}

/** Adds up numbers field by field. */
export function addNumbers(a: Numbers, b: Numbers): Numbers {
  return {
    blocks: a.blocks + b.blocks,
    segments: a.segments + b.segments,
    remembered: a.remembered + b.remembered,
    translated: a.translated + b.translated,
    held: a.held + b.held,
    characters: a.characters + b.characters,
    requests: a.requests + b.requests,
    micros: a.micros + b.micros,
  }
}
