import { BabelwireError } from '../../errors.ts'
import { parseYamlFile } from '../../yaml-file.ts'
import { editGlossary } from '../edit.ts'
import { inspectGlossary } from '../file.ts'
import type { ExchangeFile } from './exchange-file.ts'
import type { Field, FieldValue } from './field.ts'
import { editsOf, entryWith } from './field-edits.ts'
import type { GlossaryTable } from './glossary-table.ts'
import { mergeFile, type Merge, type Side } from './merge.ts'

/** A merge and the glossary file that it makes. */
export interface Import extends Merge {
  readonly content: string
}

/**
 * Merges a file into the text of a glossary whose table is `now`. Where nothing changes the text
 * stays byte for byte.
 * @throws {BabelwireError} `glossary` with the row when the result would not be valid.
 */
export function importGlossary(
  content: string,
  name: string,
  now: GlossaryTable,
  file: ExchangeFile,
  { base, prefer }: { readonly base?: GlossaryTable; readonly prefer?: Side } = {},
): Import {
  const merge = mergeFile(file, now, base, prefer)
  const changes = new Map<string, Map<Field, FieldValue>>()
  for (const { key, field = '', merged } of merge.changed) {
    changes.set(key, (changes.get(key) ?? new Map<Field, FieldValue>()).set(field, merged))
  }
  const edits = [
    ...[...changes].flatMap(([key, values]) => {
      const entry = now.entries.get(key)
      return entry === undefined ? [] : editsOf(entry, values)
    }),
    ...merge.added.map(({ key, values }) => entryWith(key, values)),
  ]
  if (edits.length === 0) return { ...merge, content }
  const edited = editGlossary(content.normalize('NFC'), name, edits)
  refuseInvalid(edited, name, merge)
  return { ...merge, content: edited }
}

/** Says the row of the file that made the glossary invalid: the editor does not see the new text. */
function refuseInvalid(content: string, name: string, { rows }: Merge): void {
  const { problems } = inspectGlossary(content, name)
  const [first] = problems
  if (first === undefined) return
  const { keysAt } = parseYamlFile(content, name, { code: 'glossary', areStrings: true })
  const key = keysAt(['terms'])
    .filter(({ place }) => (place.line ?? 0) <= (first.place.line ?? 0))
    .at(-1)?.name
  const row = rows.find((one) => one.key === key)
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  const message = `the merged glossary would not be valid: ${first.message}${more}`
  throw new BabelwireError('glossary', message, {
    place: row?.place ?? { file: name },
    mend: `${first.mend ?? 'Correct it in the file.'} Nothing was written.`,
  })
}
