import type { Problem } from '../../file-schema.ts'
import type { ExchangeFile, ExchangeRow } from './exchange-file.ts'
import { isList, isSameValue, type Field, type FieldValue } from './field.ts'
import type { GlossaryTable, TableEntry } from './glossary-table.ts'

/** A row with the key of the entry it speaks of; there may be no such entry yet. */
export interface KeyedRow extends ExchangeRow {
  readonly key: string
}

/**
 * The entry of each row. A row without a key is the entry with its spelling: as source form, else
 * among its `also`. Several rows of one entry are joined.
 */
export function resolveRows(
  { rows, leftOut }: ExchangeFile,
  { entries }: GlossaryTable,
): { readonly rows: readonly KeyedRow[]; readonly leftOut: readonly Problem[] } {
  const problems = [...leftOut]
  const resolved = new Map<string, KeyedRow>()
  const sources = bySpelling(entries, ({ source }) => [source])
  const others = bySpelling(entries, ({ values }) => values.get('also') ?? [])
  for (const row of rows) {
    const { spelling, place } = row
    const found = row.key === undefined ? (sources.get(spelling) ?? others.get(spelling) ?? []) : []
    const key = row.key ?? found[0]?.key ?? spelling
    if (found.length > 1 || (row.key === undefined && found.length === 0 && entries.has(key))) {
      const names = found.length === 0 ? key : found.map((entry) => entry.key).join(' and ')
      const message = `"${spelling}" may be ${names}`
      problems.push({ place, message, mend: 'Change the right one by hand.' })
      continue
    }
    if (key === '__proto__') {
      problems.push({ place, message: `"${key}" cannot be a term`, mend: 'Rename it.' })
      continue
    }
    const keyed = { ...row, key, values: withSpelling(row, found[0]) }
    const former = resolved.get(key)
    const joined = former === undefined ? keyed : joinRows(former, keyed)
    if (joined !== undefined) resolved.set(key, joined)
    else {
      const message = `"${spelling}" is another spelling of ${key}, which has another rendering further up`
      problems.push({ place, message, mend: 'Keep one of the two.' })
    }
  }
  return { rows: [...resolved.values()], leftOut: problems }
}

function bySpelling(
  entries: GlossaryTable['entries'],
  spellings: (entry: TableEntry) => Iterable<string>,
): ReadonlyMap<string, readonly TableEntry[]> {
  const found = new Map<string, TableEntry[]>()
  for (const entry of entries.values()) {
    for (const spelling of spellings(entry)) {
      found.set(spelling, [...(found.get(spelling) ?? []), entry])
    }
  }
  return found
}

/** The file may have another of the spellings as its first one. */
function withSpelling(
  row: ExchangeRow,
  entry: TableEntry | undefined,
): ReadonlyMap<Field, FieldValue> {
  const also = row.values.get('also')
  if (entry === undefined || !row.values.has('also')) return row.values
  const spellings = [row.spelling, ...(also ?? [])].filter((one) => one !== entry.source)
  return new Map(row.values).set('also', spellings.length === 0 ? undefined : spellings)
}

/** Lists add up; nothing when the rows differ in a text. */
function joinRows(former: KeyedRow, row: KeyedRow): KeyedRow | undefined {
  const values = new Map(former.values)
  for (const [field, value] of row.values) {
    const known = values.get(field)
    if (isList(field)) values.set(field, [...new Set([...(known ?? []), ...(value ?? [])])])
    else if (known === undefined || value === undefined) values.set(field, known ?? value)
    else if (!isSameValue(known, value)) return undefined
  }
  return { ...former, values }
}
