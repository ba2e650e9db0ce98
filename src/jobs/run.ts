import { readManifest, updateIndex } from '../bundle/index.ts'
import { indexedLanguages } from '../config.ts'
import { BabelwireError, exitCodeOf } from '../errors.ts'
import { localize } from '../localize.ts'
import type { Article, Locale } from '../model.ts'
import { articlesAtOnce } from '../pipeline/prepare.ts'
import { addNumbers, zero, type LanguageReport, type Numbers } from '../pipeline/report.ts'
import type { Services } from '../services.ts'
import type { FailedSource, ReadSource } from './sources.ts'
import { followStatus, type WithdrawalEvent } from './withdrawals.ts'

/** What a run did. */
export interface RunResult {
  readonly sources: readonly ReadSource[]
  readonly failed: readonly FailedSource[]
  readonly reports: readonly LanguageReport[]
  /** Articles that were withdrawn, restored or kept back. */
  readonly events: readonly WithdrawalEvent[]
  readonly totals: Numbers
  /** 0 only when everything that was asked for is done (promise P7). */
  readonly exitCode: number
}

/** What a run works on. */
export interface RunSources {
  readonly read: readonly ReadSource[]
  readonly failed: readonly FailedSource[]
  /**
   * Of a whole run: published articles that have no source any more and yet have to be held to a
   * glossary that changed, in the languages they are published in.
   */
  readonly archived?: readonly ArchivedArticle[]
}

export interface ArchivedArticle {
  readonly article: Article
  readonly targets: readonly Locale[]
}

/** One pass over sources that were read: localizes them into the languages, publishes, takes notes. */
export async function runOnce(
  sources: RunSources,
  targets: readonly Locale[],
  services: Services,
  signal?: AbortSignal,
): Promise<RunResult> {
  const { database, run, clock, config, isDryRun } = services
  const reports: LanguageReport[] = []
  const events: WithdrawalEvent[] = []
  const failed = [...sources.failed]
  const languages = indexedLanguages(config)
  let exitCode = 1
  if (!isDryRun) {
    await database.batch([
      {
        sql: 'INSERT INTO run (id, started) VALUES ($1, $2)',
        params: [run, clock.now().toISOString()],
      },
    ])
  }
  // Before the first bundle: a run that is killed half-way leaves some of them held to it.
  if (!isDryRun) await services.chosenGlossary.keep(false)
  try {
    const { standing, events: found, failed: left } = await followStatus(sources.read, services)
    events.push(...found)
    failed.push(...left)
    const work = standing.map(({ article }) => ({ article, targets }))
    for (const batch of batchesOf([...work, ...(sources.archived ?? [])])) {
      const localized = await localize(batch.articles, batch.targets, services, signal)
      reports.push(...localized.reports)
      if (!isDryRun) await updateIndex(services.output, languages, localized.manifests)
    }
    const hasReachedAll =
      sources.archived !== undefined &&
      !reports.some((report) => isLeftBehind(report, services.output))
    if (!isDryRun) await services.chosenGlossary.keep(hasReachedAll)
    // The edit of the glossary that was refused is not done.
    const refused = services.chosenGlossary.refused === undefined ? 0 : 3
    exitCode = exitCodeFor(failed, reports) || refused
  } catch (error) {
    exitCode = exitCodeOf(error)
    throw error
  } finally {
    if (!isDryRun) await noteEnd(services, exitCode, sum(reports))
  }
  return {
    sources: sources.read,
    failed,
    reports,
    events,
    totals: sum(reports),
    exitCode,
  }
}

/** Whether readers have a language that could not be made anew; one that they never had waits for nothing. */
function isLeftBehind({ state, article, locale }: LanguageReport, output: string): boolean {
  return state === 'failed' && readManifest(output, article)?.languages[locale] !== undefined
}

/** Articles that are made together: so many at once, and all for the same languages. */
function batchesOf(
  work: readonly ArchivedArticle[],
): readonly { readonly articles: readonly Article[]; readonly targets: readonly Locale[] }[] {
  return [...Map.groupBy(work, ({ targets }) => targets.join()).values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / articlesAtOnce) }, (_, i) => ({
      articles: group
        .slice(i * articlesAtOnce, (i + 1) * articlesAtOnce)
        .map(({ article }) => article),
      targets: group[0]?.targets ?? [],
    })),
  )
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
