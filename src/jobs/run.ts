import { updateIndex } from '../bundle/index.ts'
import { BabelwireError, exitCodeOf } from '../errors.ts'
import { localize } from '../localize.ts'
import type { Locale } from '../model.ts'
import { addNumbers, zero, type LanguageReport, type Numbers } from '../pipeline/report.ts'
import type { Services } from '../services.ts'
import type { FailedSource, ReadSource } from './sources.ts'

/** What a run did. */
export interface RunResult {
  readonly sources: readonly ReadSource[]
  readonly failed: readonly FailedSource[]
  readonly reports: readonly LanguageReport[]
  readonly totals: Numbers
  /** 0 only when everything that was asked for is done (promise P7). */
  readonly exitCode: number
}

/** Articles made at once: enough to fill requests, few enough to hold in memory. */
const articlesAtOnce = 64

/** One pass over sources that were read: localizes them into the languages, publishes, takes notes. */
export async function runOnce(
  sources: { readonly read: readonly ReadSource[]; readonly failed: readonly FailedSource[] },
  targets: readonly Locale[],
  services: Services,
  signal?: AbortSignal,
): Promise<RunResult> {
  const { database, run, clock, config, isDryRun } = services
  const reports: LanguageReport[] = []
  const languages = [...new Set([config.source, ...config.siteLanguages])]
  let exitCode = 1
  if (!isDryRun) {
    await database.batch([
      {
        sql: 'INSERT INTO run (id, started) VALUES ($1, $2)',
        params: [run, clock.now().toISOString()],
      },
    ])
  }
  try {
    for (let at = 0; at < sources.read.length; at += articlesAtOnce) {
      const articles = sources.read.slice(at, at + articlesAtOnce).map(({ article }) => article)
      const localized = await localize(articles, targets, services, signal)
      reports.push(...localized.reports)
      if (!isDryRun) await updateIndex(services.output, languages, localized.manifests)
    }
    exitCode = exitCodeFor(sources.failed, reports)
  } catch (error) {
    exitCode = exitCodeOf(error)
    throw error
  } finally {
    if (!isDryRun) await noteEnd(services, exitCode, sum(reports))
  }
  return { sources: sources.read, failed: sources.failed, reports, totals: sum(reports), exitCode }
}

async function noteEnd(
  { database, run, clock }: Services,
  exitCode: number,
  totals: Numbers,
): Promise<void> {
  await database.batch([
    {
      sql: 'UPDATE run SET ended = $2, exit_code = $3, totals = $4 WHERE id = $1',
      params: [run, clock.now().toISOString(), exitCode, JSON.stringify(totals)],
    },
  ])
}

function sum(reports: readonly LanguageReport[]): Numbers {
  return reports.reduce((total: Numbers, report) => addNumbers(total, report), zero)
}

/** The gravest that happened: a key or a budget that stops everything, then failures, then holds. */
function exitCodeFor(failed: readonly FailedSource[], reports: readonly LanguageReport[]): number {
  const errors = [
    ...failed.map(({ error }) => error),
    ...reports.flatMap((report) =>
      report.state === 'failed' ? [report.error ?? new BabelwireError('engine', 'failed')] : [],
    ),
  ]
  const codes = errors.map((error) => exitCodeOf(error))
  for (const code of [6, 5]) if (codes.includes(code)) return code
  if (codes.length > 0) return 4
  return reports.some((report) => report.state === 'held') ? 3 : 0
}
