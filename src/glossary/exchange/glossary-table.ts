import type { Place } from '../../errors.ts'
import { canonicalLocale } from '../../locale.ts'
import type { Locale } from '../../model.ts'
import { parseYamlFile } from '../../yaml-file.ts'
import { parseGlossary } from '../file.ts'
import { aboutLists, aboutTexts, keptAsSource, type Field, type FieldValue } from './field.ts'

type OneOrMore = string | readonly string[]
type PerLanguage<T> = Readonly<Record<string, T>>

/** An entry as its YAML has it. */
export interface RawEntry {
  readonly about?: Readonly<Record<string, OneOrMore | PerLanguage<string>>>
  readonly keep?: 'all' | readonly string[]
  readonly to?: PerLanguage<string>
  readonly forms?: PerLanguage<OneOrMore>
  readonly never?: PerLanguage<OneOrMore>
}

/** An entry of a glossary, value by value. */
export interface TableEntry {
  readonly key: string
  /** What the source says. */
  readonly source: string
  /** Only what the entry says. */
  readonly values: ReadonlyMap<Field, FieldValue>
  readonly raw: RawEntry
  /** Where the value stands, else the entry. */
  readonly placeOf: (field: Field) => Place
}

/** A glossary as a table: its entries in file order. */
export interface GlossaryTable {
  readonly source: Locale
  /** Every language that any entry speaks of, in the order of the file. */
  readonly languages: readonly Locale[]
  readonly entries: ReadonlyMap<string, TableEntry>
}

/**
 * The table of a glossary, NFC.
 * @throws {BabelwireError} `glossary` when the file is not valid.
 */
export function readTable(content: string, file: string): GlossaryTable {
  const text = content.normalize('NFC')
  const { source } = parseGlossary(text, file)
  const locale = rememberedLocale()
  const yaml = parseYamlFile(text, file, { code: 'glossary', areStrings: true })
  const { terms = {} } = yaml.value as { readonly terms?: Record<string, RawEntry> }
  const entries = Object.entries(terms).map(([key, raw]): TableEntry => {
    const own = raw.about?.['source']
    return {
      key,
      source: typeof own === 'string' ? own : key,
      values: valuesOf(key, raw, locale),
      raw,
      placeOf: (field) => yaml.placeOf(['terms', key, ...pathOf(raw, field)]),
    }
  })
  const locales = entries.flatMap(({ raw: { to, forms, never, keep } }) => [
    ...Object.keys({ ...to, ...forms, ...never }),
    ...(keep === 'all' ? [] : (keep ?? [])),
  ])
  return {
    source,
    languages: [...new Set(locales.map(locale))],
    entries: new Map(entries.map((entry) => [entry.key, entry])),
  }
}

/** A tag is worked out once: it takes 30 µs, and a large glossary has 100,000. */
function rememberedLocale(): (tag: string) => Locale {
  const known = new Map<string, Locale>()
  return (tag) => {
    const locale = known.get(tag) ?? canonicalLocale(tag)
    known.set(tag, locale)
    return locale
  }
}

function valuesOf(
  key: string,
  raw: RawEntry,
  localeOf: (tag: string) => Locale,
): ReadonlyMap<Field, FieldValue> {
  const values = new Map<Field, FieldValue>()
  /** Without what the dictionary form says already. */
  const list = (field: Field, value: OneOrMore | PerLanguage<string>, head?: FieldValue): void => {
    const items = new Set(typeof value === 'string' ? [value] : (value as readonly string[]))
    if (typeof head === 'string') items.delete(head)
    if (items.size > 0) values.set(field, [...items])
  }
  const { about = {}, keep = [], to = {}, forms = {}, never = {} } = raw
  for (const field of aboutTexts) {
    const value = about[field]
    const isImplied = field === 'source' && value === key
    if (typeof value === 'string' && !isImplied) values.set(field, value)
  }
  const source = values.get('source') ?? key
  for (const field of aboutLists) {
    if (about[field] !== undefined) list(field, about[field], field === 'also' ? source : undefined)
  }
  const { inflects } = about
  if (inflects !== undefined) values.set('inflects', formatInflects(inflects, localeOf))
  if (keep === 'all') values.set('keep', 'all')
  else for (const tag of keep) values.set(localeOf(tag), keptAsSource)
  for (const [tag, value] of Object.entries(to)) values.set(localeOf(tag), value)
  for (const [name, map] of Object.entries({ forms, never })) {
    for (const [tag, value] of Object.entries(map)) {
      const locale = localeOf(tag)
      const head = values.get(locale)
      list(`${locale}:${name}`, value, head === keptAsSource ? source : head)
    }
  }
  return values
}

/** `no`, or `fi: no, tr: no` as in the YAML without its brackets. */
function formatInflects(
  inflects: OneOrMore | PerLanguage<string>,
  localeOf: (tag: string) => Locale,
): string {
  if (typeof inflects === 'string') return inflects
  const tags = Object.keys(inflects).map(localeOf).toSorted()
  return tags.map((tag) => `${tag}: no`).join(', ')
}

/** Where a value stands in the YAML of its entry, under the tag as it is written there. */
export function pathOf(raw: RawEntry, field: Field): readonly string[] {
  if (field === 'keep') return ['keep']
  if (field === 'inflects' || [...aboutTexts, ...aboutLists].some((one) => one === field)) {
    return ['about', field]
  }
  const [locale = field, name = 'to'] = field.split(':')
  if (name === 'to' && keepIndex(raw, locale) >= 0 && writtenTag(raw.to, locale) === undefined) {
    return ['keep', String(keepIndex(raw, locale))]
  }
  const map = raw[name as 'to' | 'forms' | 'never']
  return [name, writtenTag(map, locale) ?? locale]
}

function writtenTag(map: PerLanguage<unknown> | undefined, locale: Locale): string | undefined {
  return Object.keys(map ?? {}).find((tag) => canonicalLocale(tag) === locale)
}

function keepIndex({ keep = [] }: RawEntry, locale: Locale): number {
  return keep === 'all' ? -1 : keep.findIndex((tag) => canonicalLocale(tag) === locale)
}
