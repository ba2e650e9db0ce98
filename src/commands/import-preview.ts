import { formatPlace, type Place } from '../errors.ts'
import { showValue, type Difference, type FieldValue, type Import } from '../glossary/index.ts'
import { paint } from './context.ts'

/** What an import does, a line for each value. */
export function formatImport(merge: Import): string {
  const lines = [
    ...merge.added.map(({ key, place }) => line('green', 'added', key, '', at(place))),
    ...merge.changed.map((one) => {
      const change = `${showValue(one.glossary)} -> ${showValue(one.merged)}`
      return line('green', 'changed', nameOf(one), change, at(one.filePlace))
    }),
    ...merge.kept.map((one) => line('dim', 'kept', nameOf(one), keptText(one), at(one.filePlace))),
    ...merge.conflicts.flatMap((one) => [
      line('red', 'conflict', nameOf(one), conflictText(one), ''),
    ]),
  ]
  const { length } = merge.missing
  if (length > 0) {
    const names = merge.missing.slice(0, 20).join(', ') + (length > 20 ? ', …' : '')
    const what =
      length === 1
        ? '1 entry is not in the file and stays'
        : `${length} entries are not in the file and stay`
    lines.push(`${what}: ${names}`)
  }
  return lines.map((one) => `${one}\n`).join('')
}

/** The same as data; places as `file:line:column`. */
export function importJson(merge: Import): object {
  return {
    added: merge.added.map(({ key, place, values }) => ({
      entry: key,
      values: Object.fromEntries(
        [...values].flatMap(([field, value]) =>
          value === undefined ? [] : [[field, shown(value)]],
        ),
      ),
      place: formatPlace(place),
    })),
    changed: merge.changed.map(differenceJson),
    kept: merge.kept.map(differenceJson),
    conflicts: merge.conflicts.map(differenceJson),
    missing: merge.missing,
    leftOut: merge.leftOut.map(({ place, message }) => ({ place: formatPlace(place), message })),
  }
}

function differenceJson(one: Difference): object {
  return {
    entry: one.key,
    field: one.field ?? null,
    ...('base' in one ? { base: shown(one.base) } : {}),
    glossary: shown(one.glossary),
    file: shown(one.file),
    merged: shown(one.merged),
    filePlace: formatPlace(one.filePlace),
    ...(one.glossaryPlace === undefined ? {} : { glossaryPlace: formatPlace(one.glossaryPlace) }),
  }
}

function shown(value: FieldValue): string | readonly string[] | null {
  if (value === undefined) return null
  return typeof value === 'string' ? showValue(value) : value
}

function line(
  colour: 'green' | 'dim' | 'red',
  what: string,
  name: string,
  text: string,
  place: string,
): string {
  return [paint(colour, what.padEnd(8)), name, text, place].filter((part) => part !== '').join('  ')
}

function nameOf({ key, field }: Difference): string {
  return field === undefined ? key : `${key}  ${field}`
}

function keptText({ field, glossary, file }: Difference): string {
  if (field === undefined) return 'was removed from the glossary'
  return `${showValue(glossary)} stays, the file has ${showValue(file)}`
}

function conflictText(one: Difference): string {
  const { field, filePlace, glossaryPlace } = one
  if (field === undefined) return `changed in the file ${at(filePlace)}, removed from the glossary`
  const glossary = glossaryPlace === undefined ? '' : ` ${at(glossaryPlace)}`
  const base = 'base' in one ? `  before: ${showValue(one.base)}` : ''
  const [ours, theirs] = [showValue(one.glossary), showValue(one.file)]
  return `file: ${theirs} ${at(filePlace)}  glossary: ${ours}${glossary}${base}`
}

function at(place: Place): string {
  return `(${formatPlace(place)})`
}
