import type { Locale } from '../../model.ts'

/**
 * A value of an entry by the name it has in a CSV file: `kind`, `also`; `es` for the rendering,
 * `es:forms` and `es:never`.
 */
export type Field = string

/** What an entry or a file says in a field: nothing, a text, or a list that is not empty. */
export type FieldValue = string | readonly string[] | undefined

/** The fields of `about:` that are one text. */
export const aboutTexts = ['source', 'kind', 'case', 'approved', 'retired', 'note'] as const

/** The fields of `about:` that are lists. */
export const aboutLists = ['also', 'unless', 'only-if'] as const

/** The fields that no language has of its own, in the order of the columns. */
export const fixedFields: readonly Field[] = [
  'source',
  'kind',
  'also',
  'case',
  'unless',
  'only-if',
  'approved',
  'retired',
  'note',
  'inflects',
  'keep',
]

/** The value of a rendering that prints the source form. No text of a glossary has a control character. */
export const keptAsSource = '\u0000keep'

/** The three fields of a language. */
export function fieldsOf(locale: Locale): readonly Field[] {
  return [locale, `${locale}:forms`, `${locale}:never`]
}

/** Whether the values of a field are lists. */
export function isList(field: Field): boolean {
  return /:(?:forms|never)$/.test(field) || (aboutLists as readonly string[]).includes(field)
}

/** The language of a field, or nothing where it has none. */
export function languageOf(field: Field): Locale | undefined {
  return fixedFields.includes(field) ? undefined : field.replace(/:.*$/, '')
}

/** Whether two values are the same; lists in any order. */
export function isSameValue(a: FieldValue, b: FieldValue): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b
  return a.length === b.length && a.every((one) => b.includes(one))
}

/** A value for people: `Kiev`, `Kyjiw, Kiew`, `(keep)`, `(nothing)`. */
export function showValue(value: FieldValue): string {
  if (value === undefined) return '(nothing)'
  if (value === keptAsSource) return '(keep)'
  return typeof value === 'string' ? value : value.join(', ')
}
