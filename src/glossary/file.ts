import { BabelwireError, type Place } from '../errors.ts'
import { canonicalLocale } from '../locale.ts'
import type { Locale } from '../model.ts'
import { problemsError, schemaProblems, type Problem } from '../file-schema.ts'
import { parseYamlFile, type YamlFile } from '../yaml-file.ts'
import { reportContradictions, type Report } from './contradictions.ts'
import type { Entry, Glossary } from './entry.ts'
import { meantLanguage } from './meant-language.ts'
import { glossarySchema, mendOf, type RawEntry, type RawGlossary } from './file-shape.ts'
import { subjectOf, type GlossaryProblem } from './problem.ts'

/**
 * A validated glossary.
 * @throws {BabelwireError} `glossary` with file, line and column of the first problem.
 */
export function parseGlossary(content: string, file: string): Glossary {
  const result = inspectGlossary(content, file)
  if (result.problems.length > 0) throw problemsError('glossary', result.problems)
  return result.glossary
}

/** A glossary with every error in it; broken YAML throws. */
export interface InspectedGlossary {
  /** Without entries when its shape is not right. */
  readonly glossary: Glossary
  readonly problems: readonly GlossaryProblem[]
  readonly yaml: YamlFile
}

/** Reads a glossary to the end, so that all errors are known at once. */
export function inspectGlossary(content: string, file: string): InspectedGlossary {
  const yaml = parseYamlFile(content, file, { code: 'glossary', areStrings: true })
  const result = schemaProblems(glossarySchema, yaml.value ?? {}, yaml.placeOf)
  if ('problems' in result) {
    const problems = result.problems.map(explained)
    return { glossary: { source: 'en', entries: [] }, problems, yaml }
  }
  const problems: GlossaryProblem[] = []
  const report: Report = (kind, at, message, mend) => {
    const place = yaml.placeOf(at)
    problems.push({ severity: 'error', kind, ...subjectOf(at), place, message, mend })
  }
  const places = new Map(yaml.keysAt(['terms']).map(({ name, place }) => [name, place]))
  const glossary = toGlossary(result.data, (key) => places.get(key) ?? { file }, report)
  reportContradictions(glossary, report)
  return { glossary, problems, yaml }
}

/** A problem of the shape, with what to write instead. */
function explained({ path = [], ...problem }: Problem): GlossaryProblem {
  const mend = problem.mend ?? mendOf(problem.message)
  return {
    severity: 'error',
    kind: 'shape',
    ...subjectOf(path),
    ...problem,
    ...(mend === undefined ? {} : { mend }),
  }
}

function toGlossary(raw: RawGlossary, placeOf: (key: string) => Place, report: Report): Glossary {
  const locale = localesOf(raw, report)
  return {
    source: locale(raw.source, ['source']) ?? 'en',
    entries: Object.entries(raw.terms).map(([key, entry]) =>
      toEntry(key, entry, placeOf(key), report, locale),
    ),
  }
}

type LocaleAt = (tag: string, at: readonly string[]) => Locale | undefined

/** Canonical tags, each distinct one worked out once; what is none is reported. */
function localesOf(raw: RawGlossary, report: Report): LocaleAt {
  const known = new Map<string, Locale>()
  const used = (): readonly string[] =>
    Object.values(raw.terms).flatMap((entry) => Object.keys(entry.to))
  return (tag, at) => {
    try {
      const locale = known.get(tag) ?? canonicalLocale(tag)
      known.set(tag, locale)
      return locale
    } catch (error) {
      if (!(error instanceof BabelwireError)) throw error
      const { entry } = subjectOf(at)
      const message = `${entry === undefined ? '' : `${entry}: `}${error.message}`
      const meant = meantLanguage(tag, used())
      const mend = meant === undefined ? (error.mend ?? '') : `Did you mean "${meant}"?`
      report('language', at, message, mend)
      return undefined
    }
  }
}

function toEntry(
  key: string,
  raw: RawEntry,
  place: Place,
  report: Report,
  locale: LocaleAt,
): Entry {
  const byLocale = <T>(
    field: 'to' | 'forms' | 'never',
    values: Record<string, T>,
  ): Map<Locale, T> => {
    const map = new Map<Locale, T>()
    for (const [tag, value] of Object.entries(values)) {
      const at = ['terms', key, field, tag]
      const known = locale(tag, at)
      if (known === undefined) continue
      if (map.has(known)) {
        const message = `${key}: the language ${known} stands twice in "${field}"`
        report('language', at, message, 'Keep one of the two.')
      }
      map.set(known, value)
    }
    return map
  }
  const keep = (tags: readonly string[]): readonly Locale[] =>
    tags.flatMap((tag, index) => locale(tag, ['terms', key, 'keep', String(index)]) ?? [])
  const { kind, approved, retired, inflects = {} } = raw.about
  const uninflected = (tags: readonly string[]): readonly Locale[] =>
    tags.flatMap((tag) => locale(tag, ['terms', key, 'about', 'inflects', tag]) ?? [])
  return {
    key,
    ...(kind === undefined ? {} : { kind }),
    source: raw.about.source ?? key,
    also: raw.about.also,
    isCaseExact: raw.about.case === 'exact',
    unless: raw.about.unless,
    onlyIf: raw.about['only-if'],
    ...(approved === undefined ? {} : { approved }),
    ...(retired === undefined ? {} : { retired }),
    to: byLocale('to', raw.to),
    keep: raw.keep === 'all' ? 'all' : keep(raw.keep),
    forms: byLocale('forms', raw.forms),
    never: byLocale('never', raw.never),
    uninflected: inflects === 'no' ? 'all' : uninflected(Object.keys(inflects)),
    place,
  }
}
