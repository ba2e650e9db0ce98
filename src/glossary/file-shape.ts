import { z } from 'zod'

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

const fileSchema = z.strictObject({
  version: z.literal('1', { error: 'must be 1' }),
  source: z.string().default('en'),
  terms: z
    .record(z.string(), entrySchema, { error: 'must be entries, such as Kyiv: {to: {es: Kiev}}' })
    .default({}),
})

/** An entry as it is written, defaults filled in. */
export interface RawEntry {
  readonly about: {
    readonly kind?: string | undefined
    readonly source?: string | undefined
    readonly also: string[]
    readonly case?: 'exact' | undefined
    readonly unless: string[]
    readonly 'only-if': string[]
    readonly approved?: string | undefined
    readonly retired?: string | undefined
    readonly inflects?: 'no' | Record<string, 'no'> | undefined
    readonly note?: string | undefined
  }
  readonly keep: 'all' | string[]
  readonly to: Record<string, string>
  readonly forms: Record<string, string[]>
  readonly never: Record<string, string[]>
}

/** A glossary file as it is written, defaults filled in. */
export interface RawGlossary {
  readonly version: '1'
  readonly source: string
  readonly terms: Record<string, RawEntry>
}

/** The shape of `glossary.yaml`. */
export const glossarySchema: z.ZodType<RawGlossary> = fileSchema

/** The keys of `glossary.yaml` in their canonical order, from the outside in. */
export const keyOrder: Readonly<Record<'file' | 'entry' | 'about', readonly string[]>> = {
  file: Object.keys(fileSchema.shape),
  entry: Object.keys(entrySchema.shape),
  about: Object.keys(about.shape),
}

/** What to write where the shape is wrong, by what is said about it. */
const mends: readonly (readonly [message: RegExp, mend: string])[] = [
  [/must not be empty$/, 'Write a name, or take the key out.'],
  [/begin or end with a space$/, 'Take the space out; "babelwire glossary check --fix" does it.'],
  [/must be one line/, 'Write it on one line.'],
  [/needs a letter or a digit$/, 'Write the words that articles say.'],
  [/must be text$/, 'Write one name, as in es: Kiev; other accepted names stand in "forms".'],
  [/must be text or a list/, 'Write names, as in [Kiew, Kijew].'],
  [/must be a list/, 'Put brackets around it.'],
  [/must be \{about/, 'Write what it is called, as in {to: {es: Kiev}}, or {keep: all}.'],
  [/must be languages with values/, 'Write the languages, as in {es: Kiev, fr: Kyiv}.'],
  [/must be all, or/, 'Write keep: all, or the languages, as in keep: [es, fr].'],
  [/only "exact"/, 'Write case: exact, or take the key out: any letter case is found then.'],
  [/version: must be 1$/, 'Write version: 1 in the first line.'],
]

/** What to write instead of what a message of the schema is about. */
export function mendOf(message: string): string | undefined {
  return mends.find(([about]) => about.test(message))?.[1]
}
