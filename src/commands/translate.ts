import { existsSync } from 'node:fs'
import path from 'node:path'
import { isAddress, type Config, type EngineName } from '../config.ts'
import { BabelwireError, didYouMean } from '../errors.ts'
import { formatNames } from '../ingest/index.ts'
import { canonicalLocale } from '../locale.ts'
import { type CommandRunner, type Context } from './context.ts'
import { loadConfig } from './load-config.ts'
import { localizeSources, type RunOptions } from './run.ts'

export interface TranslateOptions extends RunOptions {
  readonly to?: string
  readonly from?: string
  readonly engine?: string
  readonly out?: string
  readonly glossary?: string
  readonly store?: string
  readonly format?: string
}

/** `babelwire translate <file|->…`: articles that are named, into languages that are named. */
export const run: CommandRunner<TranslateOptions> = async (args, options, context) => {
  const config = withOptions(loadConfig(options, context, 'optional'), options, context)
  if (options.format !== undefined) formatName(options.format)
  const names = args.map((name) =>
    name === '-' || isAddress(name) ? name : path.resolve(context.folder, name),
  )
  return localizeSources(names, config, options, context)
}

function withOptions(config: Config, options: TranslateOptions, context: Context): Config {
  const { to, engine, out, glossary, store } = options
  const absolute = (given: string): string => path.resolve(context.folder, given)
  if (to === undefined && config.file === undefined) {
    throw new BabelwireError('usage', 'no language is named', {
      mend: 'Write --to es or --to es,fr, or list "languages:" in babelwire.yaml.',
    })
  }
  const tags = to?.split(',').filter((tag) => tag.trim() !== '')
  if (tags?.length === 0) {
    throw new BabelwireError('usage', `--to "${to}" names no language`, {
      mend: 'Write --to es or --to es,fr.',
    })
  }
  const languages = tags === undefined ? config.languages : [...new Set(tags.map(canonicalLocale))]
  const names = engine === undefined ? undefined : engineNamesIn(engine)
  const changed: Config = {
    ...config,
    languages,
    siteLanguages: [
      ...new Set([...(config.file === undefined ? [] : config.languages), ...languages]),
    ],
    // What is named is asked for: a language or an engine that cannot be had is a failure.
    ...(to === undefined && names === undefined ? {} : { missingEngine: 'fail' }),
    ...(names === undefined ? {} : { engine: () => names }),
    ...(out === undefined ? {} : { output: absolute(out) }),
    ...(glossary === undefined ? {} : { glossary: absolute(glossary) }),
    ...(store === undefined ? {} : { store: absolute(store) }),
  }
  if (glossary !== undefined || config.file !== undefined) return changed
  // Without a configuration the glossary beside the articles is used when there is one.
  if (config.glossary !== undefined && existsSync(config.glossary)) return changed
  const { glossary: _, ...rest } = changed
  return rest
}

function formatName(written: string): void {
  if (formatNames.includes(written)) return
  throw new BabelwireError('usage', `"${written}" is not a format that is known`, {
    mend: `Write one of ${formatNames.join(', ')}.`,
  })
}

const engineNames: readonly EngineName[] = ['auto', 'deepl', 'libretranslate', 'apertium', 'pseudo']

/** One engine, or a list of which the next stands in for the one before. */
function engineNamesIn(written: string): readonly EngineName[] {
  const names = written.split(',').map((name) => name.trim())
  return [...new Set(names.map(engineName))]
}

function engineName(written: string): EngineName {
  const name = engineNames.find((known) => known === written)
  if (name !== undefined) return name
  const near = didYouMean(written, engineNames)
  throw new BabelwireError('usage', `"${written}" is not an engine`, {
    mend:
      near === undefined ? `Write one of ${engineNames.join(', ')}.` : `Did you mean "${near}"?`,
  })
}
