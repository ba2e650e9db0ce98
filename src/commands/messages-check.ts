import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Config } from '../config.ts'
import { BabelwireError, didYouMean, formatPlace, showHidden } from '../errors.ts'
import { canonicalLocale, isPseudo } from '../locale.ts'
import type { Locale } from '../model.ts'
import { messageFile, messageTexts, shippedMessages } from '../site/message-file.ts'
import {
  checkMessages,
  messageSources,
  type MessageProblem,
  type MessageSource,
} from './check-messages.ts'
import { outJson, paint, type CommandRunner, type CommonOptions, type Context } from './context.ts'
import { loadConfig } from './load-config.ts'

type Options = CommonOptions & { readonly strict?: boolean }

/** `babelwire messages check`: what is missing, extra or broken in the texts round the articles. */
export const run: CommandRunner<Options> = async (args, options, context) => {
  const config = loadConfig(options, context, 'optional')
  const sources = args[0] === undefined ? allSources(config) : [sourceOf(args[0], config, context)]
  const checked = sources.map((source) =>
    checkMessages(config.output, source, shortName(source.file, context)),
  )
  const messages = checked.reduce((sum, one) => sum + one.messages, 0)
  const problems = checked
    .flatMap((one) => one.problems)
    .map((problem) =>
      options.strict === true && problem.kind === 'missing'
        ? { ...problem, severity: 'error' as const }
        : problem,
    )
  const errors = problems.filter(({ severity }) => severity === 'error')
  const code = errors.length === 0 ? 0 : 3
  if (options.json === true) {
    const languages = sources.map(({ locale }) => locale)
    const listed = problems.map(({ place, ...problem }) => ({ ...place, ...problem }))
    outJson(context, { languages, messages, problems: listed })
    return code
  }
  for (const problem of options.quiet === true ? errors : problems) {
    context.note(`${describe(problem)}\n`)
  }
  if (options.quiet !== true) {
    const warnings = problems.length - errors.length
    const found =
      problems.length === 0
        ? 'all well'
        : `${amount(errors.length, 'error')}, ${amount(warnings, 'warning')}`
    context.out(`${amount(sources.length, 'language')}, ${amount(messages, 'message')}: ${found}\n`)
  }
  return code
}

/** What is kept, and the languages of the configuration; nobody reads pseudo text. */
function allSources({ output, source, languages }: Config): readonly MessageSource[] {
  const kept = messageSources(output)
  const known = new Set(kept.map(({ locale }) => locale))
  const wanted = [...new Set([source, ...languages])].filter(
    (locale) => !known.has(locale) && !isPseudo(locale),
  )
  return [...kept, ...wanted.map((locale) => keptFor(output, locale))]
}

function keptFor(output: string, locale: Locale): MessageSource {
  return { locale, file: messageFile(output, locale) }
}

/** A file, whose folder says its language, or a language. */
function sourceOf(wanted: string, config: Config, { folder }: Context): MessageSource {
  const file = path.resolve(folder, wanted)
  if (wanted.endsWith('.json')) {
    if (existsSync(file)) return { locale: path.basename(path.dirname(file)), file }
    throw new BabelwireError('usage', `there is no file ${wanted}`, {
      mend: 'Name a file such as locales/es/site.json, or a language.',
    })
  }
  const locale = canonicalLocale(wanted)
  const known = allSources(config).map((source) => source.locale)
  if (known.includes(locale) || messageTexts([config.output, shippedMessages], locale).size > 0)
    return keptFor(config.output, locale)
  const near = didYouMean(locale, known)
  const hint = near === undefined ? '' : `Did you mean ${near}? `
  const start = path.relative(folder, messageFile(config.output, locale))
  throw new BabelwireError('locale', `there are no site messages in "${wanted}"`, {
    mend: `${hint}To add the language, write ${start}; docs/messages.md says how.`,
  })
}

function shortName(file: string, { folder }: Context): string {
  const relative = path.relative(folder, file)
  return relative.startsWith('..') ? file : relative
}

function describe({ severity, place, key, message, mend }: MessageProblem): string {
  const head = paint(severity === 'error' ? 'red' : 'yellow', severity)
  const rest = [formatPlace(place), key ?? '', message, mend].filter((part) => part !== '')
  return `${head}  ${showHidden(rest.join('  '))}  [messages]`
}

function amount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
