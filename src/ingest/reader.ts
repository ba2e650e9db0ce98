import type { Block, LeftOut, Locale } from '../model.ts'

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
  readonly blocks: readonly Draft[]
  readonly leftOut: readonly LeftOut[]
}

/** Understands one format; never throws on any text. */
export interface Reader {
  readonly name: string
  recognises(source: Source): boolean
  read(source: Source): Reading
}
