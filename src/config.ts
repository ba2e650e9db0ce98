import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { BabelwireError } from './errors.ts'
import { canonicalLocale, fallbackChain } from './locale.ts'
import type { Locale } from './model.ts'
import { problemsError, schemaProblems } from './file-schema.ts'
import { parseYamlFile, type YamlFile } from './yaml-file.ts'

const engineName = z.enum(['auto', 'deepl', 'apertium', 'pseudo'], {
  error: (issue) =>
    `"${String(issue.input)}" is not an engine; write auto, deepl, apertium or pseudo`,
})

const amount = z
  .number({ error: 'must be a number, such as 20 or 2.5' })
  .nonnegative({ error: 'must not be negative' })

const pointer = z.string().regex(/^(?:\/(?:[^~/]|~[01])*)*$/u, {
  error: 'must be a JSON Pointer, such as /data/title',
})
const fullText = z.enum(['auto', 'feed', 'link'])

const source = z.union(
  [
    z.string(),
    z.strictObject({ feed: z.string(), 'full-text': fullText.default('auto') }),
    z.strictObject({ page: z.string() }),
  ],
  { error: 'must be a file, a folder or an address, or {feed: address, full-text: link}' },
)

/** The shape of `babelwire.yaml`; `src/babelwire.schema.json` is made from it for editors. */
export const configSchema: z.ZodType<RawConfig> = z.strictObject({
  source: z.string().default('en').describe('Language the articles are written in'),
  languages: z.array(z.string()).min(1).describe('Languages to publish, as BCP 47 tags'),
  articles: z
    .array(source)
    .default(['articles'])
    .describe('Files, folders, pages and feeds of articles'),
  'cms-json': z
    .strictObject({
      items: pointer.optional(),
      id: pointer.optional(),
      headline: pointer.optional(),
      summary: pointer.optional(),
      body: pointer,
      'body-format': z.enum(['html', 'markdown', 'text']).default('html'),
      language: pointer.optional(),
      updated: pointer.optional(),
      published: pointer.optional(),
      status: pointer.optional(),
      url: pointer.optional(),
      byline: pointer.optional(),
      'status-values': z.record(z.string(), z.enum(['usable', 'withheld', 'canceled'])).default({}),
    })
    .optional()
    .describe('Where the JSON of a CMS has what, as JSON Pointers'),
  fetch: z
    .strictObject({
      contact: z.string().optional().describe('Where a site may complain: part of the user agent'),
      allow: z
        .array(z.string())
        .default([])
        .describe('Hosts and networks that are fetched from although they are not public'),
    })
    .prefault({})
    .describe('How pages and feeds are fetched'),
  glossary: z.string().default('glossary.yaml').describe('Names and places'),
  output: z.string().default('locales').describe('Folder of the bundles'),
  store: z.string().default('.babelwire/store.db').describe('The translation memory and ledger'),
  engine: z
    .union([engineName, z.record(z.string(), engineName)])
    .default('auto')
    .describe('An engine, or a map of language to engine with `default`'),
  'missing-engine': z
    .enum(['fail', 'skip'])
    .default('fail')
    .describe('What happens to a language that no engine can serve'),
  publish: z
    .enum(['complete', 'partial'])
    .default('complete')
    .describe('complete: a language goes live when nothing is held'),
  engines: z
    .strictObject({
      deepl: z
        .strictObject({
          price: amount.default(20).describe('Per million characters, in the budget currency'),
          formality: z
            .enum(['default', 'more', 'less', 'prefer_more', 'prefer_less'])
            .default('default'),
          model: z
            .enum(['quality_optimized', 'prefer_quality_optimized', 'latency_optimized'])
            .default('prefer_quality_optimized'),
        })
        .prefault({}),
    })
    .prefault({})
    .describe('Prices and settings of the engines'),
  budget: z
    .strictObject({
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/, { error: 'must be a currency code, such as EUR' })
        .default('EUR'),
      run: amount.optional().describe('Most that one run may cost'),
      day: amount.optional().describe('Most that one day may cost'),
      month: amount.optional().describe('Most that one month may cost'),
    })
    .prefault({})
    .describe('Limits; a request that would pass one is not sent'),
  consistency: z
    .strictObject({
      days: z
        .number({ error: 'must be a number of days, such as 7' })
        .int({ error: 'must be whole days' })
        .nonnegative({ error: 'must not be negative' })
        .default(7)
        .describe('Articles of this many days must render a name one way; 0 looks at each alone'),
    })
    .prefault({})
    .describe('Where one name must be rendered one way'),
})

type RawSource = string | { feed: string; 'full-text': FullText } | { page: string }
type FullText = 'auto' | 'feed' | 'link'

interface RawCmsJson {
  items?: string | undefined
  id?: string | undefined
  headline?: string | undefined
  summary?: string | undefined
  body: string
  'body-format': 'html' | 'markdown' | 'text'
  language?: string | undefined
  updated?: string | undefined
  published?: string | undefined
  status?: string | undefined
  url?: string | undefined
  byline?: string | undefined
  'status-values': Record<string, 'usable' | 'withheld' | 'canceled'>
}

interface RawConfig {
  source: string
  languages: string[]
  articles: RawSource[]
  'cms-json'?: RawCmsJson | undefined
  fetch: { contact?: string | undefined; allow: string[] }
  glossary: string
  output: string
  store: string
  engine: EngineName | Record<string, EngineName>
  'missing-engine': 'fail' | 'skip'
  publish: 'complete' | 'partial'
  engines: {
    deepl: {
      price: number
      formality: 'default' | 'more' | 'less' | 'prefer_more' | 'prefer_less'
      model: 'quality_optimized' | 'prefer_quality_optimized' | 'latency_optimized'
    }
  }
  budget: BudgetLimits
  consistency: { days: number }
}

export type EngineName = 'auto' | 'deepl' | 'apertium' | 'pseudo'

/** Limits in units of `currency`; an absent one does not limit. */
export interface BudgetLimits {
  currency: string
  run?: number | undefined
  day?: number | undefined
  month?: number | undefined
}

/** `babelwire.yaml`, validated: tags canonical, paths absolute. */
export interface Config {
  /** The file it came from; absent when there is none. */
  readonly file?: string
  /** The folder paths are relative to. */
  readonly root: string
  readonly source: Locale
  readonly languages: readonly Locale[]
  /** Languages of the site's index: those above, and more when a one-off makes others. */
  readonly siteLanguages: readonly Locale[]
  readonly articles: readonly SourceChoice[]
  /** Where the JSON of the newsroom's CMS has what. */
  readonly cmsJson?: Omit<RawCmsJson, 'body-format' | 'status-values'> & {
    readonly bodyFormat: RawCmsJson['body-format']
    readonly statusValues: RawCmsJson['status-values']
  }
  readonly fetch: { readonly contact?: string | undefined; readonly allow: readonly string[] }
  /** Absent for a one-off without names. */
  readonly glossary?: string
  readonly output: string
  readonly store: string
  readonly engine: (locale: Locale) => EngineName
  readonly missingEngine: 'fail' | 'skip'
  readonly publish: 'complete' | 'partial'
  readonly engines: RawConfig['engines']
  readonly budget: BudgetLimits
  /** Articles of this many days must render a name one way. */
  readonly consistency: { readonly days: number }
}

/** Where articles come from: an absolute path of a file or a folder, or an address. */
export interface SourceChoice {
  readonly at: string
  /** Of a feed: whether its items have their full text or it is read from their pages. */
  readonly fullText?: FullText
}

/** How the archive tells one output folder from another: its path, seen from the store. */
export function siteOf(config: Config): string {
  return path.relative(path.dirname(config.store), config.output)
}

export const configFileName = 'babelwire.yaml'

/**
 * Reads and validates a configuration file.
 * @throws {BabelwireError} `config` with the place of the mistake and how to mend it.
 */
export function readConfig(file: string): Config {
  const yaml = parseYamlFile(readConfigText(file), file, { code: 'config' })
  const result = schemaProblems(configSchema, yaml.value ?? {}, yaml.placeOf)
  if ('problems' in result) throw problemsError('config', result.problems)
  return { ...resolve(result.data, path.dirname(path.resolve(file)), yaml), file }
}

/** The configuration of a command that runs without a file. */
export function defaultConfig(root: string): Config {
  return resolve(configSchema.parse({ languages: ['en-XA'] }), root)
}

function readConfigText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new BabelwireError('config', `cannot read the configuration ${file}`, {
      mend: 'Make one with "babelwire init", or name one with --config FILE.',
      cause,
    })
  }
}

function resolve(raw: RawConfig, root: string, yaml?: YamlFile): Config {
  const locale = (tag: string, ...at: readonly PropertyKey[]): Locale => {
    try {
      return canonicalLocale(tag)
    } catch (error) {
      throw withPlace(error, yaml, at)
    }
  }
  const languages = raw.languages.map((tag, index) => locale(tag, 'languages', index))
  const twice = languages.findIndex((tag, index) => languages.indexOf(tag) !== index)
  if (twice >= 0) {
    const error = new BabelwireError('config', `the language ${languages[twice]} stands twice`, {
      mend: 'Keep one of the two.',
    })
    throw withPlace(error, yaml, ['languages', twice])
  }
  const absolute = (relative: string): string => path.resolve(root, relative)
  return {
    root,
    source: locale(raw.source, 'source'),
    languages,
    siteLanguages: languages,
    articles: raw.articles.map((source) => sourceChoice(source, absolute)),
    ...(raw['cms-json'] === undefined ? {} : { cmsJson: cmsMapping(raw['cms-json']) }),
    fetch: raw.fetch,
    glossary: absolute(raw.glossary),
    output: absolute(raw.output),
    store: absolute(raw.store),
    engine: engineChoice(raw.engine, locale),
    missingEngine: raw['missing-engine'],
    publish: raw.publish,
    engines: raw.engines,
    budget: raw.budget,
    consistency: raw.consistency,
  }
}

function sourceChoice(raw: RawSource, absolute: (relative: string) => string): SourceChoice {
  if (typeof raw === 'string') return { at: isAddress(raw) ? raw : absolute(raw) }
  if ('page' in raw) return { at: raw.page }
  return { at: raw.feed, fullText: raw['full-text'] }
}

/** Whether something is fetched rather than read from the disk. */
export function isAddress(source: string): boolean {
  return /^https?:/i.test(source)
}

function cmsMapping(raw: RawCmsJson): NonNullable<Config['cmsJson']> {
  const { 'body-format': bodyFormat, 'status-values': statusValues, ...pointers } = raw
  return { ...pointers, bodyFormat, statusValues }
}

function engineChoice(
  written: RawConfig['engine'],
  locale: (tag: string, ...at: readonly PropertyKey[]) => Locale,
): Config['engine'] {
  if (typeof written === 'string') return () => written
  const byLocale = new Map<Locale, EngineName>()
  for (const [tag, name] of Object.entries(written)) {
    if (tag !== 'default') byLocale.set(locale(tag, 'engine', tag), name)
  }
  return (target) => {
    const tag = fallbackChain(target).find((one) => byLocale.has(one)) ?? 'default'
    return byLocale.get(tag) ?? written['default'] ?? 'auto'
  }
}

function withPlace(
  error: unknown,
  yaml: YamlFile | undefined,
  at: readonly PropertyKey[],
): unknown {
  if (!(error instanceof BabelwireError) || yaml === undefined) return error
  return new BabelwireError('config', error.message, {
    place: yaml.placeOf(at),
    ...(error.mend === undefined ? {} : { mend: error.mend }),
  })
}
