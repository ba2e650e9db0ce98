import type { Finding, Segment, TaggedText, TermMatch, Locale } from '../model.ts'

/** What a check looks at: one sentence and its translation. */
export interface CheckInput {
  readonly segment: Segment
  readonly locale: Locale
  /** The translation. */
  readonly text: TaggedText
  readonly terms: readonly TermMatch[]
}

/** A rule about a translation; expected trouble is a finding, never an exception. */
export type Check = (input: CheckInput) => readonly Finding[]
