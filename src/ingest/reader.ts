import type { BabelwireError } from '../errors.ts'
import type { Block, Entity, LeftOut, Locale, Significance } from '../model.ts'

export type { Entity, Significance } from '../model.ts'

/** A document to read: its text is decoded already (`decodeSource`). */
export interface Source {
  /** For messages to people: a file name, an address, `-`. */
  readonly name: string
  readonly text: string
  readonly path?: string
  readonly url?: string
}

/** A block that has no key yet. */
export type Draft = Omit<Block, 'key'>

/** What a reader found in a source, in the order of the page. */
export interface Reading {
  /** The language that the document itself declares, canonical. */
  readonly locale?: Locale
  /** Plain text: a title that the document states outside of its blocks. */
  readonly title?: string
  /** ISO 8601, as the source states it. */
  readonly published?: string
  readonly url?: string
  /** The identifier that the source itself gives the article for life: a ninjs `uri`, a GUID. */
  readonly id?: string
  /** When the source last changed it, ISO 8601. */
  readonly updated?: string
  /** Who wrote it, as the source prints it; never translated. */
  readonly byline?: string
  /** Whether the source lets it be used; absent where it does not say. */
  readonly status?: 'usable' | 'withheld' | 'canceled'
  /** How urgent it is, 1 to 9 as IPTC counts, where the source says so. */
  readonly urgency?: number
  /** How much a new revision changes, where the source says so. */
  readonly significance?: Significance
  /** Names that the format marks as such. */
  readonly entities?: readonly Entity[]
  readonly blocks: readonly Draft[]
  readonly leftOut: readonly LeftOut[]
}

/** One article of a document that holds several: a feed, a news message. */
export interface CollectionItem {
  /** For messages to people: `feed.xml item 3`. */
  readonly name: string
  readonly reading: Reading
  /** Where the full text stands, when the collection has less of it. */
  readonly link?: string
}

/** Understands a format of several articles. */
export interface CollectionReader {
  readonly name: string
  recognises(source: Source): boolean
  /** The articles of it and what could not be read, one by one. */
  items(source: Source): {
    readonly items: readonly CollectionItem[]
    readonly failed: readonly { readonly name: string; readonly error: BabelwireError }[]
  }
}

/**
 * Understands one format. A document that is of the format but broken is refused with the place:
 * `BabelwireError` `input`; HTML and plain text are always read.
 */
export interface Reader {
  readonly name: string
  recognises(source: Source): boolean
  read(source: Source): Reading
}
