import type { Reading } from './reader.ts'

/** In which form a CMS keeps the body of an article. */
export type BodyFormat = 'html' | 'markdown' | 'text'

/**
 * Where the JSON of a CMS has what: JSON Pointers (RFC 6901), as `cms-json` in the configuration.
 * With `items`, the others are relative to each item of that list.
 */
export interface CmsMapping {
  /** The list of articles of a document that holds several; `""` where the document is the list. */
  readonly items?: string | undefined
  readonly id?: string | undefined
  readonly headline?: string | undefined
  readonly summary?: string | undefined
  /** Text, or a list of paragraphs. */
  readonly body: string
  readonly bodyFormat: BodyFormat
  readonly language?: string | undefined
  readonly updated?: string | undefined
  readonly published?: string | undefined
  readonly status?: string | undefined
  readonly url?: string | undefined
  readonly byline?: string | undefined
  /** What the words of the CMS mean: `draft: withheld`, `deleted: canceled`. */
  readonly statusValues: Readonly<Record<string, NonNullable<Reading['status']>>>
}
