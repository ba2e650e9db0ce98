import path from 'node:path'
import { formatMoney } from '../budget.ts'
import { formatError } from '../errors.ts'
import type { RunResult } from '../jobs/run.ts'
import type { LanguageReport, Numbers } from '../pipeline/report.ts'
import type { Services } from '../services.ts'
import { formatTable, outJson, paint, type CommonOptions, type Context } from './context.ts'

/** Prints what a run did: one JSON document, or a table and what needs a person. */
export function printRun(
  result: RunResult,
  services: Services,
  options: CommonOptions,
  context: Context,
): void {
  if (options.json === true) {
    outJson(context, jsonOf(result, services, context.folder))
  } else if (options.quiet !== true) {
    context.out(tableOf(result, services, options))
  }
  for (const { error } of result.failed) {
    context.note(`${paint('red', 'failed')}  ${formatError(error)}\n`)
  }
  for (const line of languageErrors(result.reports)) context.note(`${line}\n`)
  if (options.quiet !== true) {
    for (const { name, warnings = [] } of result.sources) {
      for (const warning of warnings) {
        context.note(`${paint('yellow', 'warning')}  ${name}  ${warning}\n`)
      }
    }
    for (const { kind, article, reason } of result.events) {
      const mend = kind === 'kept back' ? `  (babelwire withdraw ${article} --restore)` : ''
      context.note(`${paint('yellow', kind)}  ${article}  ${reason}${mend}\n`)
    }
  }
  if (options.quiet !== true) printHeld(result.reports, context)
  if (options.verbose === true) {
    printWarnings(result.reports, context)
    printLeftOut(result, context)
  }
}

function tableOf(result: RunResult, services: Services, options: CommonOptions): string {
  const { reports, totals } = result
  const { currency } = services.config.budget
  const shown = reports.filter(
    (report) => options.verbose === true || (!report.unchanged && report.state !== 'skipped'),
  )
  const summary = summaryOf(result, services)
  if (shown.length === 0) return `${summary}\n`
  const row = (article: string, locale: string, state: string, n: Numbers): (string | number)[] => [
    article,
    locale,
    state,
    n.segments,
    n.remembered,
    n.translated,
    n.held,
    n.characters,
    formatMoney(n.micros, currency),
  ]
  const rows = shown.map((report) => row(report.article, report.locale, stateOf(report), report))
  if (shown.length > 1) rows.push(row('total', '', '', totals))
  const head = [
    'article',
    'language',
    'state',
    'segments',
    'memory',
    'translated',
    'held',
    'characters',
    'cost',
  ]
  return `${formatTable(head, rows)}\n${summary}\n`
}

function stateOf(report: LanguageReport): string {
  if (report.unchanged) return `${report.state}, unchanged`
  return report.state
}

function summaryOf(result: RunResult, services: Services): string {
  const { reports, totals, sources } = result
  const count = `${sources.length} article${sources.length === 1 ? '' : 's'}`
  const skipped = reports.filter((report) => report.state === 'skipped')
  const made = reports.filter((report) => report.state !== 'skipped' && report.state !== 'failed')
  const languages = new Set(made.map((report) => report.locale)).size
  const inLanguages = `${languages} language${languages === 1 ? '' : 's'}`
  if (services.isDryRun) {
    return `Dry run: ${count} in ${inLanguages} would take ${totals.requests} request${totals.requests === 1 ? '' : 's'} and ${totals.characters} characters, ${formatMoney(totals.micros, services.config.budget.currency)}. Nothing was sent or written.`
  }
  if (
    made.length > 0 &&
    made.length + skipped.length === reports.length &&
    made.every((report) => report.unchanged)
  ) {
    return `Nothing changed: ${count} in ${inLanguages}, 0 requests.`
  }
  const number = (state: LanguageReport['state']): number =>
    reports.filter((report) => report.state === state).length
  const parts = [
    `${made.filter((report) => report.published).length} live`,
    ...(['held', 'failed', 'skipped'] as const).flatMap((state) =>
      number(state) === 0 ? [] : [`${number(state)} ${state}`],
    ),
    `${totals.requests} request${totals.requests === 1 ? '' : 's'}`,
    formatMoney(totals.micros, services.config.budget.currency),
  ]
  return `${count} in ${inLanguages}: ${parts.join(', ')}.`
}

/** One line for each language that failed or was skipped, however many articles it was. */
function languageErrors(reports: readonly LanguageReport[]): readonly string[] {
  const lines = reports.flatMap(({ state, locale, error }) => {
    if (error === undefined) return []
    const label = state === 'skipped' ? paint('yellow', 'skipped') : paint('red', 'failed')
    return [`${label}  ${locale}  ${formatError(error)}`]
  })
  return [...new Set(lines)]
}

/** Enough to see what is wrong; `--json` has all. */
const heldShown = 10

function printHeld(reports: readonly LanguageReport[], context: Context): void {
  const held = reports.flatMap((report) =>
    report.state === 'held' ? report.heldSegments.map((segment) => ({ report, segment })) : [],
  )
  for (const { report, segment } of held.slice(0, heldShown)) {
    const why = segment.findings
      .filter(({ severity }) => severity === 'error')
      .map(({ check, message }) => `${check}: ${message}`)
    context.note(
      `${paint('yellow', 'held')}  ${report.article} ${report.locale} ${segment.key}  ${why.join('; ')}\n      ${segment.source}\n${segment.text === undefined ? '' : `      ${segment.text}\n`}`,
    )
  }
  if (held.length > heldShown) context.note(`… and ${held.length - heldShown} more held segments\n`)
}

function printWarnings(reports: readonly LanguageReport[], context: Context): void {
  for (const { article, locale, warnings } of reports) {
    for (const { key, findings, text = '' } of warnings) {
      const what = findings.map(({ check, message }) => `${check}: ${message}`).join('; ')
      const label = paint('yellow', 'warning')
      context.note(`${label}  ${article} ${locale} ${key}  ${what}\n      ${text}\n`)
    }
  }
}

function printLeftOut(result: RunResult, context: Context): void {
  for (const { name, leftOut } of result.sources) {
    for (const { text, reason } of leftOut) {
      context.note(`${paint('dim', 'left out')}  ${name}  ${reason}: ${text}\n`)
    }
  }
}

function jsonOf(
  result: RunResult,
  { chosenGlossary: { refused } }: Services,
  folder: string,
): unknown {
  const { sources, failed, reports, totals } = result
  const engines = [...new Set(reports.flatMap(({ engine }) => engine ?? []))]
  return {
    articles: sources.map(({ name, article, leftOut, warnings }) => ({
      id: article.id,
      revision: article.revision,
      source: name,
      languages: Object.fromEntries(
        reports
          .filter((report) => report.article === article.id)
          .map((report) => [report.locale, jsonLanguage(report, folder)]),
      ),
      leftOut,
      ...(warnings === undefined ? {} : { warnings }),
    })),
    ...(result.events.length === 0 ? {} : { events: result.events }),
    failed: failed.map(({ name, error }) => ({ source: name, error: formatError(error) })),
    totals: jsonNumbers(totals),
    engine: engines.join(','),
    ...(refused === undefined
      ? {}
      : { glossary: { refused: formatError(refused.error), inForceSince: refused.since } }),
    exitCode: result.exitCode,
  }
}

function jsonLanguage(report: LanguageReport, folder: string): unknown {
  const { state, published, bundle, unchanged, engine, heldSegments, warnings, error } = report
  return {
    state,
    published,
    ...(bundle === undefined ? {} : { bundle: path.relative(folder, bundle) }),
    unchanged,
    ...(engine === undefined ? {} : { engine }),
    ...jsonNumbers(report),
    ...(heldSegments.length === 0 ? {} : { heldSegments }),
    ...(warnings.length === 0 ? {} : { warnings }),
    ...(error === undefined ? {} : { error: formatError(error) }),
  }
}

function jsonNumbers(numbers: Numbers): Record<string, number> {
  const { blocks, segments, remembered, translated, held, characters, requests, micros } = numbers
  return {
    blocks,
    segments,
    remembered,
    translated,
    held,
    characters,
    requests,
    cost: micros / 1e6,
  }
}
