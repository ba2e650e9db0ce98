import type { CheckInput } from '../../src/checks/check.ts'
import type { Role } from '../../src/model.ts'

/** What a check looks at, for a sentence and its translation. */
export function translated(
  source: string,
  text: string,
  locale: string,
  from: string = 'en',
  role: Role = 'paragraph',
): CheckInput {
  const segment = { key: 'b001.1', block: 'b001', role, locale: from, source }
  return { segment, locale, text, terms: [] }
}
