import type { Problem } from '../file-schema.ts'
import type { Locale } from '../model.ts'

/** error: the glossary is refused; warning: it works, but an editor should look; info: good to know. */
export type Severity = 'error' | 'warning' | 'info'

/** What kind of thing was found, in the order in which editors are told. */
export const problemKinds = [
  'shape',
  'language',
  'contradiction',
  'same-spelling',
  'never-found',
  'forbidden-elsewhere',
  'form-elsewhere',
  'look-alike',
  'other-script',
  'not-composed',
  'spaces',
  'invisible',
  'repeated',
  'missing-language',
  'retired-in-use',
  'draft-in-use',
  'overlap',
] as const

export type ProblemKind = (typeof problemKinds)[number]

/** Something about a glossary that an editor should know. */
export interface GlossaryProblem extends Problem {
  readonly severity: Severity
  readonly kind: ProblemKind
  /** Key of the entry. */
  readonly entry?: string
  readonly language?: Locale
}

/** The entry and the language that a path of the file lies in. */
export function subjectOf(
  path: readonly PropertyKey[],
): Pick<GlossaryProblem, 'entry' | 'language'> {
  const [terms, entry, field, language] = path.map(String)
  if (terms !== 'terms' || entry === undefined) return {}
  const isPerLanguage = field === 'to' || field === 'forms' || field === 'never'
  return { entry, ...(isPerLanguage && language !== undefined ? { language } : {}) }
}
