import { formatCell, parseCell } from './cell.ts'
import type { Field, FieldValue } from './field.ts'

/** The fields that TBX-Basic has no data category for, and the key of the entry. */
export const notedFields: readonly Field[] = [
  'kind',
  'case',
  'unless',
  'only-if',
  'approved',
  'retired',
  'inflects',
  'keep',
]

const start = 'babelwire:'

/** What TBX-Basic cannot say, as the text of a `note`: `babelwire:unless=Texas|Ohio`. */
export function formatNote(field: Field, value: FieldValue): string {
  return `${start}${field}=${formatCell(field, value)}`
}

/** The field and value of such a note; nothing for a note of people or other programs. */
export function parseNote(
  text: string,
): { readonly field: Field; readonly value: FieldValue } | undefined {
  const [all, field = '', cell = ''] = /^babelwire:([a-z-]+)(?:=(.*))?$/su.exec(text) ?? []
  return all === undefined ? undefined : { field, value: parseCell(field, cell) }
}
