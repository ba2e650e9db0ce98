import { existsSync } from 'node:fs'
import path from 'node:path'
import { foreignGlossary } from '../glossary-choice.ts'
import { configFileName } from '../config.ts'
import { formatPlace } from '../errors.ts'
import {
  fixGlossary,
  formatGlossary,
  glossaryFindings,
  inspectGlossary,
  visibly,
  type Glossary,
  type GlossaryProblem,
  type Mend,
  type Severity,
  type Surroundings,
} from '../glossary/index.ts'
import { outJson, paint, type CommandRunner, type CommonOptions, type Context } from './context.ts'
import { glossaryFile, writeGlossaryFile } from './glossary-file.ts'
import { glossaryReport } from './glossary-report.ts'
import { loadConfig } from './load-config.ts'
import { publishedSentences } from './published-sentences.ts'

type Options = CommonOptions & { readonly fix?: boolean }

/** `babelwire glossary check`: every problem at once, with its place; `--fix` mends what needs no person. */
export const run: CommandRunner<Options> = async (args, options, context) => {
  const { file, name, content: before } = glossaryFile(args, options, context)
  const fixed = options.fix === true ? fixGlossary(before, name) : undefined
  const content = fixed?.content ?? before
  const isWritten = content !== before
  if (isWritten) await writeGlossaryFile(file, content)
  const inspected = inspectGlossary(content, name)
  const { glossary } = inspected
  const problems = glossaryFindings(inspected, surroundings(glossary, options, context))
  const errors = problems.filter(({ severity }) => severity === 'error')
  const isCanonical = formatGlossary(content, name) === content
  const code = errors.length > 0 ? 2 : 0
  if (options.json === true) {
    const drafts = glossary.entries.filter(isDraft).map(({ key }) => key)
    const mends = fixed === undefined ? {} : { mends: fixed.mends, written: isWritten }
    const entries = glossary.entries.length
    outJson(context, { file: name, entries, drafts, canonical: isCanonical, problems, ...mends })
    return code
  }
  if (options.quiet !== true && fixed !== undefined)
    context.out(mendReport(name, fixed.mends, isWritten))
  for (const { place, message, mend } of errors) {
    context.note(`${[formatPlace(place), message, mend ?? ''].join('  ').trimEnd()}  [glossary]\n`)
  }
  if (options.quiet === true) return code
  const isVerbose = options.verbose === true
  context.out(`${summary(name, glossary, isCanonical)}${glossaryReport(problems, isVerbose)}`)
  if (isVerbose) {
    for (const { key, place } of glossary.entries.filter(isDraft)) {
      context.out(`${paint('yellow', 'draft')}  ${formatPlace(place)}  ${key}\n`)
    }
  }
  const foreign = hasConfig(options, context)
    ? foreignGlossary(glossary, loadConfig(options, context))
    : undefined
  if (foreign !== undefined) context.out(`${paint('yellow', 'warning')}  ${foreign}\n`)
  context.out(`\n${totals(problems, isVerbose)}\n`)
  return code
}

/** What is published, where there is a configuration; a glossary is checked without one as well. */
function surroundings(glossary: Glossary, options: Options, context: Context): Surroundings {
  if (!hasConfig(options, context)) return {}
  const { languages, output } = loadConfig(options, context)
  return { languages, sentences: publishedSentences(output, glossary.source) }
}

function hasConfig(options: Options, { folder }: Context): boolean {
  return options.config !== undefined || existsSync(path.join(folder, configFileName))
}

function isDraft(entry: Glossary['entries'][number]): boolean {
  return entry.approved === undefined && entry.retired === undefined
}

function summary(name: string, glossary: Glossary, isCanonical: boolean): string {
  const languages = new Set(glossary.entries.flatMap((entry) => [...entry.to.keys()]))
  const drafts = glossary.entries.filter(isDraft).length
  const amount = (count: number, one: string, many: string): string =>
    `${count} ${count === 1 ? one : many}`
  const entries = amount(glossary.entries.length, 'entry', 'entries')
  const lines = [
    `${name}  ${entries}, ${drafts} of them drafts, ${amount(languages.size, 'language', 'languages')}`,
    ...(isCanonical ? [] : ['not canonical: "babelwire glossary fmt" mends it']),
  ]
  return `${lines.join('\n')}\n`
}

function mendReport(name: string, mends: readonly Mend[], isWritten: boolean): string {
  const lines = mends.map(({ place, entry, before, after }) => {
    const what = after === undefined ? 'taken out, it stood twice' : `-> ${visibly(after)}`
    return `mended  ${formatPlace(place)}  ${entry}: ${visibly(before)} ${what}\n`
  })
  const form = isWritten && mends.length === 0 ? `mended  ${name}  order and form\n` : ''
  return isWritten ? `${lines.join('')}${form}\n` : `${name}  nothing to mend by rule\n\n`
}

function totals(problems: readonly GlossaryProblem[], isVerbose: boolean): string {
  const amount = (severity: Severity, noun: string): string => {
    const count = problems.filter((one) => one.severity === severity).length
    return `${count} ${noun}${count === 1 ? '' : 's'}`
  }
  const remarks = `${amount('info', 'remark')}${isVerbose ? '' : ' (-v lists them)'}`
  return [amount('error', 'error'), amount('warning', 'warning'), remarks].join(', ')
}
