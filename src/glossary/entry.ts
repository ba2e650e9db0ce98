import type { Place } from '../errors.ts'
import type { Locale } from '../model.ts'

/** A name, place or office of `glossary.yaml`, validated, defaults filled in. */
export interface Entry {
  readonly key: string
  readonly kind?: string
  /** What the source says: the key, unless the entry has a `source` of its own. */
  readonly source: string
  /** Other spellings of it in the source language. */
  readonly also: readonly string[]
  /** Matches only as written; otherwise letter case does not matter. */
  readonly isCaseExact: boolean
  /** Words in the sentence that cancel the match. */
  readonly unless: readonly string[]
  /** Words of which the sentence must hold one. */
  readonly onlyIf: readonly string[]
  /** `<date> <who>`; absent for a draft. */
  readonly approved?: string
  /** Date from which the entry is kept for history only. */
  readonly retired?: string
  /** Dictionary form per target language. */
  readonly to: ReadonlyMap<Locale, string>
  /** Target languages that print the source form. */
  readonly keep: 'all' | readonly Locale[]
  /** Accepted inflections and other accepted names per target language. */
  readonly forms: ReadonlyMap<Locale, readonly string[]>
  /** Forbidden renderings per target language. */
  readonly never: ReadonlyMap<Locale, readonly string[]>
  /** Target languages in which the name is known by its listed forms only. */
  readonly uninflected: 'all' | readonly Locale[]
  /** Where the entry stands in the file. */
  readonly place: Place
}

export interface Glossary {
  /** The language of the source forms. */
  readonly source: Locale
  readonly entries: readonly Entry[]
}

/** An empty glossary, for a newsroom that has none yet. */
export function emptyGlossary(source: Locale): Glossary {
  return { source, entries: [] }
}
