import { stringify } from 'csv-stringify/sync'
import type { Locale } from '../../model.ts'
import { formatCell, guardFormula } from './cell.ts'
import type { Exported } from './exchange-file.ts'
import { fieldsOf, fixedFields } from './field.ts'
import type { GlossaryTable } from './glossary-table.ts'

/**
 * The glossary as CSV for a spreadsheet, with a byte order mark, one row an entry. `version` is
 * last and in every row: older Excels drop the empty cells at the end of a row.
 */
export function writeCsv(
  table: GlossaryTable,
  languages: readonly Locale[],
  version: string,
): Exported {
  const fields = [...fixedFields, ...languages.flatMap(fieldsOf)]
  const rows = [...table.entries.values()].map(({ key, values }) => [
    guardFormula(key),
    ...fields.map((field) => formatCell(field, values.get(field))),
    version,
  ])
  const content = stringify([['term', ...fields, 'version'], ...rows], {
    bom: true,
    record_delimiter: '\r\n',
  })
  return { content, remarks: [] }
}
