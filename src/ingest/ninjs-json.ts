/** The fields of a JSON object by their names in lower case: ninjs 2 and 3 differ in case only. */
export type Fields = ReadonlyMap<string, unknown>

/** The fields of a value that is an object; nothing for any other. */
export function fieldsOf(value: unknown): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return new Map(Object.entries(value).map(([name, field]) => [name.toLowerCase(), field]))
}

/** A field that is text; nothing when it is missing or of another type. */
export function textField(fields: Fields, name: string): string | undefined {
  const value = fields.get(name)
  return typeof value === 'string' ? value : undefined
}

/** The objects of a field that is a list of objects, or one object. */
export function listOf(fields: Fields, name: string): readonly Fields[] {
  const value = fields.get(name)
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  return list.flatMap((entry) => fieldsOf(entry) ?? [])
}
