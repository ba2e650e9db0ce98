import { canonicalLocale } from '../../locale.ts'
import type { GlossaryEdit, GlossaryValue } from '../edit.ts'
import { keptAsSource, languageOf, type Field, type FieldValue } from './field.ts'
import { pathOf, type RawEntry, type TableEntry } from './glossary-table.ts'

/** The edits of the YAML that give an entry these values. */
export function editsOf(
  { key, raw }: TableEntry,
  changes: ReadonlyMap<Field, FieldValue>,
): readonly GlossaryEdit[] {
  const edits: GlossaryEdit[] = []
  const set = (path: readonly string[], value: GlossaryValue | undefined): void => {
    edits.push({ kind: 'set', key, path, value })
  }
  for (const [field, value] of changes) {
    if (field === 'keep') continue
    if (!isRendering(field)) set(pathOf(raw, field), toYaml(field, value))
    else {
      const path = pathOf({ ...raw, keep: [] }, field)
      if (value !== keptAsSource) set(path, value)
      else if (isIn(raw.to, field)) set(path, undefined)
    }
  }
  const keep = keepAfter(raw, changes)
  const former = raw.keep ?? []
  if (JSON.stringify(keep) !== JSON.stringify(former)) {
    set(['keep'], keep.length === 0 ? undefined : keep)
  }
  return edits
}

/** The entry, to be added, that has these values. */
export function entryWith(key: string, values: ReadonlyMap<Field, FieldValue>): GlossaryEdit {
  const entry: Record<string, Record<string, GlossaryValue>> = {}
  for (const [field, value] of values) {
    if (value === undefined || value === keptAsSource || field === 'keep') continue
    if (field === 'source' && value === key) continue
    const [name = '', inner = ''] = pathOf({}, field)
    const yaml = toYaml(field, value)
    if (yaml !== undefined) entry[name] = { ...entry[name], [inner]: yaml }
  }
  const keep = keepAfter({}, values)
  return { kind: 'add', key, entry: keep.length === 0 ? entry : { keep, ...entry } }
}

function isRendering(field: Field): boolean {
  return languageOf(field) === field
}

function isIn(to: RawEntry['to'], field: Field): boolean {
  return Object.keys(to ?? {}).some((tag) => canonicalLocale(tag) === field)
}

function toYaml(field: Field, value: FieldValue): GlossaryValue | undefined {
  if (field !== 'inflects' || typeof value !== 'string' || value === 'no') return value
  return Object.fromEntries(
    value.split(',').map((part) => {
      const [tag = '', answer = ''] = part.split(':')
      return [tag.trim(), answer.trim()]
    }),
  )
}

function keepAfter(
  { keep = [] }: RawEntry,
  changes: ReadonlyMap<Field, FieldValue>,
): 'all' | readonly string[] {
  const all = changes.has('keep') ? changes.get('keep') : keep === 'all' ? 'all' : undefined
  // What is neither nothing nor "all" is for the validation to refuse.
  if (all !== undefined) return all as 'all'
  const tags = keep === 'all' ? [] : keep
  const isDropped = (tag: string): boolean => {
    const locale = canonicalLocale(tag)
    return changes.has(locale) && changes.get(locale) !== keptAsSource
  }
  const added = [...changes].flatMap(([field, value]) =>
    value === keptAsSource && !tags.some((tag) => canonicalLocale(tag) === field) ? [field] : [],
  )
  return [...tags.filter((tag) => !isDropped(tag)), ...added]
}
