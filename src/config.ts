import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Cron } from 'croner'
import { BabelwireError } from './errors.ts'
import { canonicalLocale, fallbackChain } from './locale.ts'
import type { Locale } from './model.ts'
import {
  configSchema,
  type BudgetLimits,
  type EngineChain,
  type EngineName,
  type FullText,
  type NotifiedEvent,
  type RawCmsJson,
  type RawConfig,
  type RawHook,
  type RawSchedule,
  type RawSource,
} from './config-schema.ts'
import { problemsError, schemaProblems } from './file-schema.ts'
import { parseYamlFile, type YamlFile } from './yaml-file.ts'

export type { BudgetLimits, EngineName, NotifiedEvent } from './config-schema.ts'

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
  /** The engines of a language; the next one stands in for the one before. */
  readonly engine: (locale: Locale) => readonly EngineName[]
  readonly missingEngine: 'fail' | 'skip'
  readonly publish: 'complete' | 'partial'
  readonly engines: RawConfig['engines']
  readonly budget: BudgetLimits
  /** Articles of this many days must render a name one way. */
  readonly consistency: { readonly days: number }
  readonly service: {
    readonly host: string
    readonly port: number
    /** Tries of a job before it waits for a person. */
    readonly attempts: number
  }
  /** The pages for readers. */
  readonly site: {
    /** Their public address, without a slash at the end. */
    readonly url?: string
    readonly title: string
    readonly robots: 'index' | 'noindex'
    /** Folder of the static pages. */
    readonly out: string
  }
  /** Who is told what a service does. */
  readonly notify: readonly Hook[]
}

/** Someone who is told. */
export type Hook = { readonly events: readonly NotifiedEvent[] } & (
  | { readonly webhook: string; readonly secretEnv?: string }
  | { readonly command: readonly string[] }
)

/** When a service looks at a source: every so often, or at the times of a cron line in a time zone. */
export type Schedule =
  { readonly everyMs: number } | { readonly cron: string; readonly timeZone: string }

/** Where articles come from: an absolute path of a file or a folder, or an address. */
export interface SourceChoice {
  readonly at: string
  /** Of a feed: whether its items have their full text or it is read from their pages. */
  readonly fullText?: FullText
  /** Absent for what a command names. */
  readonly schedule?: Schedule
  /** IPTC urgency of its articles, 1 to 9; 5 when absent. */
  readonly urgency?: number
}

/** How the archive tells one output folder from another: its path, seen from the store. */
export function siteOf(config: Config): string {
  return path.relative(path.dirname(config.store), config.output)
}

/** The languages that the site's index lists. */
export function indexedLanguages({ source, siteLanguages }: Config): readonly Locale[] {
  return [...new Set([source, ...siteLanguages])]
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
    articles: raw.articles.map((source, index) =>
      sourceChoice(source, absolute, raw.service.every, (error) =>
        withPlace(error, yaml, ['articles', index]),
      ),
    ),
    ...(raw['cms-json'] === undefined ? {} : { cmsJson: cmsMapping(raw['cms-json']) }),
    fetch: raw.fetch,
    glossary: absolute(raw.glossary),
    output: absolute(raw.output),
    store: absolute(raw.store),
    engine: engineChoice(raw.engine, locale),
    missingEngine: raw['missing-engine'],
    publish: raw.publish,
    engines: raw.engines,
    budget: budgetOf(raw.budget, locale),
    consistency: raw.consistency,
    service: raw.service,
    site: siteSettings(raw.site, absolute),
    notify: raw.notify.map(hookOf),
  }
}

/** The limits, with canonical tags. */
function budgetOf(
  raw: BudgetLimits,
  locale: (tag: string, ...at: readonly PropertyKey[]) => Locale,
): BudgetLimits {
  const { language } = raw
  if (typeof language !== 'object') return raw
  const entries = Object.entries(language).map(([tag, amount]) => [
    tag === 'default' ? tag : locale(tag, 'budget', 'language', tag),
    amount,
  ])
  return { ...raw, language: Object.fromEntries(entries) as Record<string, number> }
}

function siteSettings(
  { url, title, robots, out }: RawConfig['site'],
  absolute: (relative: string) => string,
): Config['site'] {
  const address = url === undefined ? {} : { url: new URL(url).origin }
  return { ...address, title, robots, out: absolute(out) }
}

function sourceChoice(
  raw: RawSource,
  absolute: (relative: string) => string,
  every: string,
  placed: (error: BabelwireError) => unknown,
): SourceChoice {
  const usual = { everyMs: durationMs(every) }
  if (typeof raw === 'string') {
    return { at: isAddress(raw) ? raw : absolute(raw), schedule: usual }
  }
  const { urgency } = raw
  const shared = {
    schedule: scheduleOf(raw, placed) ?? usual,
    ...(urgency === undefined ? {} : { urgency }),
  }
  if ('page' in raw) return { at: raw.page, ...shared }
  if ('files' in raw) return { at: absolute(raw.files), ...shared }
  return { at: raw.feed, fullText: raw['full-text'], ...shared }
}

/** @throws {BabelwireError} `config` when both or an unreadable one are given. */
function scheduleOf(
  { every, cron, 'time-zone': timeZone }: RawSchedule,
  placed: (error: BabelwireError) => unknown,
): Schedule | undefined {
  const refuse = (message: string, mend: string): never => {
    throw placed(new BabelwireError('config', message, { mend }))
  }
  if (cron === undefined) {
    if (timeZone !== undefined) refuse('a time zone without cron fields', 'Write cron: too.')
    return every === undefined ? undefined : { everyMs: durationMs(every) }
  }
  if (every !== undefined) refuse('a source has both every and cron', 'Keep one of the two.')
  const zone = timeZone ?? 'UTC'
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
  } catch {
    refuse(`"${zone}" is not a time zone`, 'Write one of the IANA names, such as Europe/Kyiv.')
  }
  try {
    new Cron(cron, { paused: true, timezone: zone })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    refuse(
      `the cron fields "${cron}" cannot be read: ${why}`,
      'Write five fields, such as "0 6 * * *".',
    )
  }
  return { cron, timeZone: zone }
}

const unitsMs = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** Milliseconds of a time such as `5m`, as the schema lets it through. */
function durationMs(written: string): number {
  const unit = written.at(-1) as keyof typeof unitsMs
  return Number.parseInt(written, 10) * unitsMs[unit]
}

const allEvents = ['published', 'held', 'failed', 'budget', 'quota', 'withdrawn'] as const

function hookOf(raw: RawHook): Hook {
  const events = raw.events ?? allEvents
  if ('command' in raw) return { command: raw.command, events }
  const secretEnv = raw['secret-env']
  return { webhook: raw.webhook, events, ...(secretEnv === undefined ? {} : { secretEnv }) }
}

/** Whether something is fetched rather than read from the disk; which addresses may be is the guard's word. */
export function isAddress(source: string): boolean {
  return /^(?:https?:|[a-z][a-z0-9+.-]*:\/\/)/i.test(source)
}

function cmsMapping(raw: RawCmsJson): NonNullable<Config['cmsJson']> {
  const { 'body-format': bodyFormat, 'status-values': statusValues, ...pointers } = raw
  return { ...pointers, bodyFormat, statusValues }
}

function engineChoice(
  written: RawConfig['engine'],
  locale: (tag: string, ...at: readonly PropertyKey[]) => Locale,
): Config['engine'] {
  const chain = (one: EngineChain): readonly EngineName[] => (Array.isArray(one) ? one : [one])
  if (typeof written === 'string' || Array.isArray(written)) return () => chain(written)
  const byLocale = new Map<Locale, EngineChain>()
  for (const [tag, names] of Object.entries(written)) {
    if (tag !== 'default') byLocale.set(locale(tag, 'engine', tag), names)
  }
  return (target) => {
    const tag = fallbackChain(target).find((one) => byLocale.has(one)) ?? 'default'
    return chain(byLocale.get(tag) ?? written['default'] ?? 'auto')
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
