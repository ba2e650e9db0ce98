/** The nouns of Babelwire. Readonly data only: no classes, no behaviour, no imports. */

/** A canonical BCP 47 tag such as `es` or `zh-Hans`; canonicalised once, at the edge (`locale.ts`). */
export type Locale = string

/**
 * Text with inline markup as named tags without attributes: `Read <a1>the report</a1>`.
 * `&`, `<` and `>` of the text itself are written as entities. See `tagged-text.ts`.
 */
export type TaggedText = string

/** What a block is in the article. */
export type Role =
  'headline' | 'summary' | 'heading' | 'paragraph' | 'quote' | 'item' | 'caption' | 'credit'

/** What a named tag stands for; attributes live here and in the manifest, never in a message. */
export interface Tag {
  /** The HTML element, for example `a` or `em`. */
  readonly element: string
  readonly href?: string
  /** `lang`, `dir`, `rel` and `hreflang`, where the source has them. */
  readonly attributes?: Readonly<Record<string, string>>
}

/** The named tags of one block, by name (`a1`, `em2`). */
export type Tags = Readonly<Record<string, Tag>>

/** Where an item stands: neighbours with one number are one list or table. */
export interface Within {
  readonly kind: 'ul' | 'ol' | 'table'
  /** Counts from 1 in the order of the article. */
  readonly number: number
  /** Of a table, from 1. */
  readonly row?: number
}

/** One message of an article. A block that is not translated (a photo credit) is copied as it is. */
export interface Block {
  /** `title`, `summary` or `b001`…; survives an update of the article. */
  readonly key: string
  readonly role: Role
  readonly text: TaggedText
  readonly tags: Tags
  readonly translate: boolean
  /** Its language, where that is not the language of the article; such a block is not translated. */
  readonly locale?: Locale
  /** The list or table an item or a cell stands in. */
  readonly within?: Within
  /** Of a heading: 2 to 6, as HTML counts; absent for 2. */
  readonly level?: number
  /** The person a quote belongs to, as the source names them. */
  readonly speaker?: string
  /** True for a headline that the source did not have and that was taken from its first sentence. */
  readonly derived?: boolean
}

/** How much a new revision of an article changes, the least first. */
export type Significance = 'typographic' | 'minor' | 'major'

/** A name in an article, as its format marks it. */
export interface Entity {
  readonly text: string
  readonly kind: 'person' | 'place' | 'organisation'
}

/** A news article as read from its source. */
export interface Article {
  readonly id: string
  readonly locale: Locale
  /** Hash of the normalised blocks: 16 hexadecimal digits. */
  readonly revision: string
  readonly url?: string
  /** ISO 8601, as the source states it. */
  readonly published?: string
  /** When its source last changed it, ISO 8601. */
  readonly updated?: string
  /** Who wrote it, as the source prints it; never translated. */
  readonly byline?: string
  /** How much this revision changes, where its source says so. */
  readonly significance?: Significance
  /** Names that its format marks as such. */
  readonly entities?: readonly Entity[]
  readonly blocks: readonly Block[]
}

/** A line of the source that is not the article: a cookie bar, a language list, a licence. */
export interface LeftOut {
  readonly text: string
  readonly reason: string
}

/** One sentence of a block: what is translated, remembered and checked. */
export interface Segment {
  /** `<block key>.<number from 1>` */
  readonly key: string
  readonly block: string
  readonly role: Role
  readonly locale: Locale
  readonly source: TaggedText
  /** White space of the block before this sentence; only a first sentence can have it. */
  readonly before?: string
  /** White space between this sentence and the next. */
  readonly after?: string
}

/** UTF-16 offsets into the plain text (tags stripped, entities decoded); `end` is exclusive. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** A glossary entry found in a segment, with what it demands of one target language. */
export interface TermMatch {
  /** The key of the entry in `glossary.yaml`. */
  readonly entry: string
  /** The words found, as the segment spells them. */
  readonly source: string
  readonly range: Range
  /** Renderings that are right; the first is the dictionary form. Never empty. */
  readonly accepted: readonly string[]
  /** Renderings that are wrong whatever else the text says. */
  readonly forbidden: readonly string[]
  /** Spellings of the entry in the source language that are not accepted in the target. */
  readonly untranslated: readonly string[]
  /** Whether the accepted and forbidden forms are also known by their inflections. */
  readonly inflects: boolean
}

/** Where a translated text came from. */
export type Origin =
  | { readonly kind: 'memory'; readonly engine: string; readonly score: number }
  | { readonly kind: 'engine'; readonly engine: string; readonly profile: string }
  | { readonly kind: 'editor'; readonly person: string }

export type State = 'machine' | 'held' | 'reviewed'

export type Severity = 'info' | 'warning' | 'error'

/** Something a check noticed about a translated text; an `error` holds the segment. */
export interface Finding {
  readonly check: string
  readonly severity: Severity
  readonly message: string
  /** In the plain text of the translation. */
  readonly range?: Range
}

/** One segment in one target language. */
export interface Translation {
  readonly segment: Segment
  readonly locale: Locale
  readonly text: TaggedText
  readonly origin: Origin
  readonly state: State
  readonly findings: readonly Finding[]
}

/** The messages of one article in one language: what a site loads. */
export interface Bundle {
  readonly article: string
  readonly locale: Locale
  readonly messages: Readonly<Record<string, TaggedText>>
}
