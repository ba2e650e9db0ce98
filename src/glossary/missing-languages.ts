import { isPseudo, isSameLanguage } from '../locale.ts'
import type { Locale } from '../model.ts'
import type { YamlFile } from '../yaml-file.ts'
import type { Glossary } from './entry.ts'
import { isRealTag, meantLanguage } from './meant-language.ts'
import type { GlossaryProblem } from './problem.ts'
import { renderingOf } from './terms.ts'

/** Entries that say nothing in a language that is published; such a name is left to the engine. */
export function missingLanguages(
  { entries, source }: Glossary,
  languages: readonly Locale[],
): readonly GlossaryProblem[] {
  const wanted = languages.filter((one) => !isPseudo(one) && !isSameLanguage(one, source))
  return wanted.flatMap((language) =>
    entries
      .filter((entry) => entry.retired === undefined)
      .filter((entry) => renderingOf(entry, language) === undefined)
      .map(({ key, place }) => ({
        severity: 'info',
        kind: 'missing-language',
        entry: key,
        language,
        place,
        message: `${key}: no rendering in ${language}`,
        mend: `Add ${language} to "to", or to "keep" where the source form is printed.`,
      })),
  )
}

/** Tags that are well formed and yet no language of this newsroom, where another was meant. */
export function mistakenLanguages(
  { entries }: Glossary,
  languages: readonly Locale[],
  yaml: Pick<YamlFile, 'placeOf'>,
): readonly GlossaryProblem[] {
  const used = new Set([...languages, ...entries.flatMap((entry) => [...entry.to.keys()])])
  const mends = new Map<Locale, string>()
  for (const tag of used) {
    if (languages.includes(tag)) continue
    const meant = meantLanguage(tag, used)
    const isMistaken = tag.length < 4 && meant !== undefined && languages.includes(meant)
    // A tag that exists and lies near another is an honest one, but for the known mistakes.
    if (isRealTag(tag) && !isMistaken) continue
    mends.set(
      tag,
      meant === undefined ? 'Write a script or region that exists.' : `Did you mean "${meant}"?`,
    )
  }
  return entries.flatMap((entry) =>
    [...entry.to.keys()].flatMap((language): readonly GlossaryProblem[] => {
      const mend = mends.get(language)
      if (mend === undefined) return []
      return [
        {
          severity: 'warning',
          kind: 'language',
          entry: entry.key,
          language,
          place: yaml.placeOf(['terms', entry.key, 'to', language]),
          message: `${entry.key}: "${language}" is no language of this newsroom`,
          mend,
        },
      ]
    }),
  )
}
