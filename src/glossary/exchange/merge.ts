import type { Place } from '../../errors.ts'
import type { Problem } from '../../file-schema.ts'
import type { Locale } from '../../model.ts'
import type { ExchangeFile } from './exchange-file.ts'
import { isList, isSameValue, type Field, type FieldValue } from './field.ts'
import type { GlossaryTable, TableEntry } from './glossary-table.ts'
import { mergeList, mergeText, type Base, type MergedValue } from './merge-value.ts'
import { resolveRows, type KeyedRow } from './resolve-rows.ts'

/** An entry that only the file has. */
export interface AddedEntry {
  readonly key: string
  readonly values: ReadonlyMap<Field, FieldValue>
  /** Of the row. */
  readonly place: Place
}

/** A value that the two sides do not agree on; without a field, the whole entry. */
export interface Difference {
  readonly key: string
  readonly field?: Field
  readonly base?: FieldValue
  readonly glossary: FieldValue
  readonly file: FieldValue
  /** What stands after the merge. */
  readonly merged: FieldValue
  readonly filePlace: Place
  readonly glossaryPlace?: Place
}

/** Everything an import would do and not do. */
export interface Merge {
  readonly rows: readonly KeyedRow[]
  readonly added: readonly AddedEntry[]
  /** Taken over from the file. */
  readonly changed: readonly Difference[]
  /** The glossary's, changed since the file was made. */
  readonly kept: readonly Difference[]
  readonly conflicts: readonly Difference[]
  /** Entries that the file could have and has not; they stay. */
  readonly missing: readonly string[]
  readonly leftOut: readonly Problem[]
}

/** Which side settles a conflict. */
export type Side = 'file' | 'glossary'

/** Merges a file into a glossary, value by value, by what both were before. */
export function mergeFile(
  file: ExchangeFile,
  now: GlossaryTable,
  base?: GlossaryTable,
  prefer?: Side,
): Merge {
  const { rows, leftOut } = resolveRows(file, now)
  const added: AddedEntry[] = []
  const differences: Record<'file' | 'glossary' | 'conflict', Difference[]> = {
    file: [],
    glossary: [],
    conflict: [],
  }
  for (const row of rows) {
    const entry = now.entries.get(row.key)
    const former = base?.entries.get(row.key)
    if (entry !== undefined) {
      for (const [field, value] of row.values) {
        const before = base === undefined ? undefined : { value: former?.values.get(field) }
        const merged = settle(mergeField(field, before, entry, value), value, prefer)
        if (merged.outcome === 'same') continue
        // A cell that is empty because nobody was asked is no difference to speak of.
        if (merged.outcome === 'glossary' && base === undefined && value === undefined) continue
        differences[merged.outcome].push(difference(row, field, entry, before, merged))
      }
      continue
    }
    if (former === undefined || (prefer === 'file' && isChanged(row, former))) {
      const values = new Map([...(former?.values ?? []), ...row.values])
      added.push({ key: row.key, values, place: row.place })
      continue
    }
    const removed = {
      key: row.key,
      base: row.key,
      glossary: undefined,
      file: row.key,
      merged: undefined,
      filePlace: row.place,
    }
    const isConflict = isChanged(row, former) && prefer === undefined
    differences[isConflict ? 'conflict' : 'glossary'].push(removed)
  }
  return {
    rows,
    added,
    changed: differences.file,
    kept: differences.glossary,
    conflicts: differences.conflict,
    missing: missingFrom(rows, now, file.language),
    leftOut,
  }
}

function mergeField(field: Field, base: Base, entry: TableEntry, file: FieldValue): MergedValue {
  const merge = isList(field) ? mergeList : mergeText
  return merge(base, entry.values.get(field), file)
}

function settle(merged: MergedValue, file: FieldValue, prefer: Side | undefined): MergedValue {
  if (merged.outcome !== 'conflict' || prefer === undefined) return merged
  return { outcome: prefer, value: prefer === 'file' ? file : merged.value }
}

function difference(
  row: KeyedRow,
  field: Field,
  entry: TableEntry,
  before: Base,
  merged: MergedValue,
): Difference {
  return {
    key: row.key,
    field,
    ...(before === undefined ? {} : { base: before.value }),
    glossary: entry.values.get(field),
    file: row.values.get(field),
    merged: merged.value,
    filePlace: row.place,
    glossaryPlace: entry.placeOf(field),
  }
}

/** Whether the file says anything else than what the entry was before. */
function isChanged(row: KeyedRow, former: TableEntry): boolean {
  return [...row.values].some(([field, value]) => !isSameValue(value, former.values.get(field)))
}

function missingFrom(
  rows: readonly KeyedRow[],
  now: GlossaryTable,
  language: Locale | undefined,
): readonly string[] {
  const seen = new Set(rows.map(({ key }) => key))
  const conditions: readonly Field[] = ['case', 'unless', 'only-if', 'retired']
  return [...now.entries.values()]
    .filter(({ key, values }) => {
      if (seen.has(key)) return false
      if (language === undefined) return true
      // A file of one language never held the others.
      return values.has(language) && !conditions.some((field) => values.has(field))
    })
    .map(({ key }) => key)
}
