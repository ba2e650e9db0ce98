import type { Bundle, TaggedText } from '../model.ts'
import { normaliseTagged } from '../tagged-text.ts'

/** What a message key looks like: never `__proto__`, an integer or a key with `.` or `:` in it. */
export const keyPattern: RegExp = /^[a-z][a-z0-9]{0,15}$/

/** What an article id looks like; it becomes a file name. */
export const articleIdPattern: RegExp = /^[a-z0-9][a-z0-9-]{0,99}$/

/**
 * Makes i18next's own syntax inert: `{{x}}` would be interpolated and `$t(key)` replaced by another
 * message (measured on i18next 25 to 27). Readers decode the entities with the other ones.
 */
export function inert(text: TaggedText): TaggedText {
  return text.replace(/\{(?=\{)|(?<=\{)\{/g, '&#123;').replaceAll('$t(', '&#36;t(')
}

/** The text of a bundle file: title, summary, then the blocks by number; NFC, final newline. */
export function formatBundle(bundle: Bundle): string {
  const entries = Object.entries(bundle.messages)
    .filter(([, text]) => text !== '')
    .map(([key, text]) => [key, inert(normaliseTagged(text))] as const)
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
  for (const [key] of entries) {
    if (!keyPattern.test(key)) throw new RangeError(`"${key}" cannot be a message key`)
  }
  return formatJson(Object.fromEntries(entries))
}

function rank(key: string): number {
  if (key === 'title') return -2
  if (key === 'summary') return -1
  return Number(key.slice(1))
}

/** JSON as every file in `locales/` is written: two spaces, final newline. */
export function formatJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
