import type { Locale } from '../model.ts'
import { conflicts } from './conflicts.ts'
import type { InspectedGlossary } from './file.ts'
import { missingLanguages, mistakenLanguages } from './missing-languages.ts'
import { overlaps } from './overlaps.ts'
import { problemKinds, type GlossaryProblem } from './problem.ts'
import { sameSpellings } from './same-spelling.ts'
import { textProblems } from './text-problems.ts'
import { usage, type PublishedSentence } from './usage.ts'

/** What a glossary is looked at against. */
export interface Surroundings {
  /** Languages that are published; without a configuration those of the file. */
  readonly languages?: readonly Locale[]
  /** Sentences of the published articles in the language of the glossary. */
  readonly sentences?: readonly PublishedSentence[]
}

/**
 * Everything an editor should know about a glossary: its errors, then warnings and remarks, by kind.
 * A glossary that is refused is looked at for how its texts are written only.
 */
export function glossaryFindings(
  { glossary, problems, yaml }: InspectedGlossary,
  surroundings: Surroundings = {},
): readonly GlossaryProblem[] {
  const written = textProblems(yaml)
  const used = [...new Set(glossary.entries.flatMap((entry) => [...entry.to.keys()]))]
  const { languages = used, sentences = [] } = surroundings
  const findings =
    glossary.entries.length === 0
      ? []
      : [
          ...sameSpellings(glossary, yaml),
          ...conflicts(glossary, yaml),
          ...mistakenLanguages(glossary, languages, yaml),
          ...missingLanguages(glossary, languages),
          ...usage(glossary, sentences),
          ...overlaps(glossary, yaml),
        ]
  return [...problems, ...written, ...findings].sort(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      problemKinds.indexOf(a.kind) - problemKinds.indexOf(b.kind),
  )
}

const severities = ['error', 'warning', 'info']
