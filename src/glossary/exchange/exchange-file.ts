import type { Place } from '../../errors.ts'
import type { Problem } from '../../file-schema.ts'
import type { Locale } from '../../model.ts'
import type { Field, FieldValue } from './field.ts'

/** What a file says of one entry. */
export interface ExchangeRow {
  readonly place: Place
  /** The key of the entry, where the file knows it. */
  readonly key?: string
  /** What the source says. */
  readonly spelling: string
  /** The fields that the file speaks of; nothing where it has an empty cell. */
  readonly values: ReadonlyMap<Field, FieldValue>
}

/** A file that came from elsewhere, read. */
export interface ExchangeFile {
  readonly rows: readonly ExchangeRow[]
  /** Hash of the glossary it was made from. */
  readonly version?: string
  /** The one language of a file that has no other. */
  readonly language?: Locale
  /** What was in the file and cannot be taken over. */
  readonly leftOut: readonly Problem[]
}

/** A file to be given out. */
export interface Exported {
  readonly content: string
  /** What the format cannot say, or not so that other programs act on it. */
  readonly remarks: readonly string[]
}
