import { z } from 'zod'
import { BabelwireError, type Place } from '../errors.ts'
import { canonicalLocale } from '../locale.ts'
import type { Locale } from '../model.ts'
import { problemsError, schemaProblems, type Problem } from '../file-schema.ts'
import { parseYamlFile } from '../yaml-file.ts'
import { reportContradictions, type Report } from './contradictions.ts'
import type { Entry, Glossary } from './entry.ts'

const text = z
  .string({ error: 'must be text' })
  .min(1, { error: 'must not be empty' })
  .regex(/^\S(?:.*\S)?$/su, { error: 'must not begin or end with a space' })
  .regex(/^\P{Cc}*$/u, { error: 'must be one line, without control characters' })
/** A spelling to be found in articles. */
const spelling = text.regex(/[\p{L}\p{N}]/u, { error: 'needs a letter or a digit' })
const texts = z.array(text, { error: 'must be a list, such as [Kiev]' })
const oneOrMoreOf = (one: typeof text): z.ZodType<string[]> =>
  z.preprocess(
    (value) => (typeof value === 'string' ? [value] : value),
    z.array(one, { error: 'must be text or a list of texts' }),
  )
const oneOrMore = oneOrMoreOf(text)

const about = z.strictObject(
  {
    kind: text.optional(),
    source: spelling.optional(),
    also: oneOrMoreOf(spelling).default([]),
    case: z.literal('exact', { error: 'only "exact" can be written here' }).optional(),
    unless: oneOrMore.default([]),
    'only-if': oneOrMore.default([]),
    approved: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2} \S/, { error: 'must be a date and a name, such as 2026-11-20 mk' })
      .optional(),
    retired: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'must be a date, such as 2026-11-20' })
      .optional(),
    inflects: z
      .union([z.literal('no'), z.record(z.string(), z.literal('no'))], {
        error: 'must be no, or languages with no, such as {fi: no}',
      })
      .optional(),
    note: text.optional(),
  },
  { error: (issue) => (issue.code === 'invalid_type' ? 'must be {…}' : undefined) },
)

const perLanguage = <T extends z.ZodType>(value: T): z.ZodRecord<z.ZodString, T> =>
  z.record(z.string(), value, { error: 'must be languages with values, such as {es: Kiev}' })

const entrySchema = z.strictObject(
  {
    about: about.prefault({}),
    keep: z
      .union([z.literal('all'), texts], { error: 'must be all, or a list of languages' })
      .default([]),
    to: perLanguage(text).default({}),
    forms: perLanguage(oneOrMore).default({}),
    never: perLanguage(oneOrMore).default({}),
  },
  { error: (issue) => (issue.code === 'invalid_type' ? 'must be {about: …, to: …}' : undefined) },
)

const glossarySchema = z.strictObject({
  version: z.literal('1', { error: 'must be 1' }),
  source: z.string().default('en'),
  terms: z
    .record(z.string(), entrySchema, { error: 'must be entries, such as Kyiv: {to: {es: Kiev}}' })
    .default({}),
})

type RawEntry = z.output<typeof entrySchema>

/** The keys of `glossary.yaml` in their canonical order, from the outside in. */
export const keyOrder: Readonly<Record<'file' | 'entry' | 'about', readonly string[]>> = {
  file: Object.keys(glossarySchema.shape),
  entry: Object.keys(entrySchema.shape),
  about: Object.keys(about.shape),
}

/**
 * A validated glossary.
 * @throws {BabelwireError} `glossary` with file, line and column of the first problem.
 */
export function parseGlossary(content: string, file: string): Glossary {
  const result = inspectGlossary(content, file)
  if (result.problems.length > 0) throw problemsError('glossary', result.problems)
  return result.glossary
}

/** A glossary with every problem of its shape and its languages; broken YAML throws. */
export function inspectGlossary(
  content: string,
  file: string,
): { readonly glossary: Glossary; readonly problems: readonly Problem[] } {
  const yaml = parseYamlFile(content, file, { code: 'glossary', areStrings: true })
  const value: unknown = yaml.document.toJS({ mapAsMap: false }) ?? {}
  const result = schemaProblems(glossarySchema, value, yaml.placeOf)
  if ('problems' in result) {
    return { glossary: { source: 'en', entries: [] }, problems: result.problems }
  }
  const problems: Problem[] = []
  const report: Report = (at, message, mend) => {
    problems.push({
      place: yaml.placeOf(at),
      message,
      ...(mend === undefined ? {} : { mend }),
    })
  }
  const locale = localesOf(report)
  const source = locale(result.data.source, ['source']) ?? 'en'
  const places = new Map(yaml.keysAt(['terms']).map(({ name, place }) => [name, place]))
  const entries = Object.entries(result.data.terms).map(([key, raw]) =>
    toEntry(key, raw, places.get(key) ?? { file }, report, locale),
  )
  const glossary = { source, entries }
  reportContradictions(glossary, report)
  return { glossary, problems }
}

type LocaleAt = (tag: string, at: readonly string[]) => Locale | undefined

/** Canonical tags, each distinct one worked out once; what is none is reported. */
function localesOf(report: Report): LocaleAt {
  const known = new Map<string, Locale>()
  return (tag, at) => {
    try {
      const locale = known.get(tag) ?? canonicalLocale(tag)
      known.set(tag, locale)
      return locale
    } catch (error) {
      if (!(error instanceof BabelwireError)) throw error
      report(at, error.message, error.mend)
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
      if (map.has(known)) report(at, `the language ${known} stands twice`, 'Keep one of the two.')
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
