import { didYouMean } from '../errors.ts'

/** What a JSON Pointer found, or what is there in its place. */
export type Found =
  | { readonly kind: 'value'; readonly value: unknown }
  | {
      readonly kind: 'nothing'
      /** `"/data/title": no such key; there are: headline, body`. */
      readonly what: string
      /** Whether only its last name is not there, and no name that is there resembles it. */
      readonly isLeftOut: boolean
    }

/** Whether a text is a JSON Pointer (RFC 6901): empty, or `/` before each name, `~` as `~0`, `/` as `~1`. */
export function isJsonPointer(written: string): boolean {
  return /^(?:\/(?:[^~/]|~[01])*)*$/u.test(written)
}

/** How many names of an object a message lists. */
const mostNames = 12

/** The value that a JSON Pointer points to in a document. */
export function followPointer(document: unknown, pointer: string): Found {
  const names = pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
  let value = document
  for (const [index, name] of names.entries()) {
    const inner = valueAt(value, name)
    if (inner === undefined) {
      const what = `"${pointer}": ${describe(value, name, names.slice(0, index))}`
      const isLast = index === names.length - 1
      return { kind: 'nothing', what, isLeftOut: isLast && isPlainlyAbsent(value, name) }
    }
    value = inner
  }
  return { kind: 'value', value }
}

function valueAt(value: unknown, name: string): unknown {
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value
    return /^(?:0|[1-9]\d{0,8})$/.test(name) ? list[Number(name)] : undefined
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as Readonly<Record<string, unknown>>)[name]
}

function describe(value: unknown, name: string, before: readonly string[]): string {
  const where = before.length === 0 ? 'the document' : `"/${before.join('/')}"`
  if (Array.isArray(value)) return `no item "${name}"; ${where} is a list of ${value.length}`
  if (typeof value !== 'object' || value === null) return `${where} is ${kindOf(value)}`
  const names = Object.keys(value)
  if (names.length === 0) return `no such key; ${where} is empty`
  const near = didYouMean(name, names)
  const shown = names.slice(0, mostNames).join(', ')
  const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : ''
  const hint = near === undefined ? '' : `; did you mean "${near}"?`
  return `no such key; there are: ${shown}${more}${hint}`
}

function isPlainlyAbsent(value: unknown, name: string): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return didYouMean(name, Object.keys(value)) === undefined
}

/** What a JSON value is, in words: `a number`. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  return typeof value === 'string' ? 'text' : `a ${typeof value}`
}
