import type { Finding } from '../model.ts'
import type { CheckInput } from './check.ts'
import { readable } from './readable.ts'

/** White space and characters that show nothing: a text of these alone is empty to a reader. */
const invisible = /^[\s\p{Cc}\p{Cf}]*$/u

/** A source that says something has a translation that says something. */
export function checkEmpty({ segment, text }: CheckInput): readonly Finding[] {
  const translation = readable(text)
  if (translation === undefined || !invisible.test(translation)) return []
  if (invisible.test(readable(segment.source) ?? '')) return []
  return [{ check: 'empty', severity: 'error', message: 'The translation is empty.' }]
}
