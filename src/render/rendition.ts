import type { Locale, Role, TaggedText, Within } from '../model.ts'

/** A language of an article as a reader is to have it. */
export interface Rendition {
  readonly id: string
  readonly locale: Locale
  readonly dir: 'ltr' | 'rtl'
  /** The language it was written in. */
  readonly source: Locale
  readonly url?: string
  /** ISO 8601. */
  readonly published?: string
  readonly updated?: string
  readonly byline?: string
  /** Where the text comes from: said to readers. */
  readonly state: 'source' | 'machine' | 'reviewed' | 'held'
  readonly engine?: string
  readonly reviewer?: string
  readonly blocks: readonly RenditionBlock[]
}

export interface RenditionBlock {
  readonly key: string
  readonly role: Role
  readonly text: TaggedText
  /** Element and address of each tag of the text. */
  readonly slots: Readonly<
    Record<
      string,
      {
        readonly tag: string
        readonly href?: string
        readonly attributes?: Readonly<Record<string, string>>
      }
    >
  >
  readonly speaker?: string
  /** The list or table of an item; without it a plain list. */
  readonly within?: Within
  /** Of a heading, 2 unless given. */
  readonly level?: number
  /** Where it is not the language of the rendition: a held block stands in the source's. */
  readonly locale?: Locale
}

/** Writes a rendition in one format. */
export type Renderer = (rendition: Rendition) => string
