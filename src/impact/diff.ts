import type { Entry, Glossary } from '../glossary/index.ts'

/** A value of an entry that an edit changed; an absent one was not there. */
export interface FieldChange {
  /** As in the file: `to.es`, `about.also`. */
  readonly field: string
  readonly before?: string
  readonly after?: string
}

/** What an edit did to one entry. */
export interface EntryChange {
  readonly kind: 'added' | 'changed' | 'removed'
  readonly key: string
  readonly fields: readonly FieldChange[]
}

/** The entries that differ, in the order of the new file, removed ones last. */
export function diffGlossaries(before: Glossary, after: Glossary): readonly EntryChange[] {
  const sources =
    before.source === after.source || before.entries.length === 0
      ? []
      : [{ field: 'source', before: before.source, after: after.source }]
  const head = sources.map((field) => ({
    kind: 'changed' as const,
    key: '(the whole glossary)',
    fields: [field],
  }))
  const old = new Map(before.entries.map((entry) => [entry.key, entry]))
  const changes = after.entries.flatMap((entry): readonly EntryChange[] => {
    const was = old.get(entry.key)
    old.delete(entry.key)
    const fields = diffFields(was === undefined ? new Map() : fieldsOf(was), fieldsOf(entry))
    if (was === undefined) return [{ kind: 'added', key: entry.key, fields }]
    return fields.length === 0 ? [] : [{ kind: 'changed', key: entry.key, fields }]
  })
  const removed = [...old.values()].map((entry): EntryChange => ({
    kind: 'removed',
    key: entry.key,
    fields: diffFields(fieldsOf(entry), new Map()),
  }))
  return [...head, ...changes, ...removed]
}

function diffFields(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly FieldChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((field) => {
    const [was, is] = [before.get(field), after.get(field)]
    if (was === is) return []
    return [
      {
        field,
        ...(was === undefined ? {} : { before: was }),
        ...(is === undefined ? {} : { after: is }),
      },
    ]
  })
}

/** The values of an entry as an editor would read them, by field; empty ones are left out. */
function fieldsOf(entry: Entry): ReadonlyMap<string, string> {
  const list = (values: readonly string[]): string => values.join(', ')
  const tags = (value: 'all' | readonly string[]): string => (value === 'all' ? 'all' : list(value))
  const fields: (readonly [field: string, value: string])[] = [
    ['about.kind', entry.kind ?? ''],
    ['about.source', entry.source === entry.key ? '' : entry.source],
    ['about.also', list(entry.also)],
    ['about.case', entry.isCaseExact ? 'exact' : ''],
    ['about.unless', list(entry.unless)],
    ['about.only-if', list(entry.onlyIf)],
    ['about.inflects', entry.uninflected.length === 0 ? '' : `no: ${tags(entry.uninflected)}`],
    ['about.approved', entry.approved ?? ''],
    ['about.retired', entry.retired ?? ''],
    ['keep', tags(entry.keep)],
    ...[...entry.to].map(([locale, value]) => [`to.${locale}`, value] as const),
    ...[...entry.forms].map(([locale, values]) => [`forms.${locale}`, list(values)] as const),
    ...[...entry.never].map(([locale, values]) => [`never.${locale}`, list(values)] as const),
  ]
  return new Map(fields.filter(([, value]) => value !== ''))
}
