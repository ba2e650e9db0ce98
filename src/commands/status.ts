import { openArchive, type Archive, type Withdrawal } from '../archive/index.ts'
import { formatMoney } from '../budget.ts'
import { readManifest, type LanguageEntry, type Manifest } from '../bundle/index.ts'
import { siteOf, type Config } from '../config.ts'
import { BabelwireError, didYouMean } from '../errors.ts'
import { isSameLanguage } from '../locale.ts'
import type { Article, Locale } from '../model.ts'
import { isStoreThere, openStore, type Database } from '../storage/index.ts'
import {
  minuteOf,
  formatTable,
  outJson,
  type CommandRunner,
  type CommonOptions,
  type Context,
} from './context.ts'
import { loadConfig } from './load-config.ts'
import { showCost } from './status-cost.ts'
import { printRevision, revisionStatus } from './status-revision.ts'

export interface StatusOptions extends CommonOptions {
  /** What was spent in place of what is live. */
  readonly cost?: boolean
}

/** A language of an article as readers have it now. */
interface LanguageStatus {
  readonly locale: Locale
  readonly state: 'live' | 'reviewed' | 'held' | 'stale' | 'missing'
  readonly held: readonly string[]
  readonly engine?: string
  readonly at?: string
}

/** `babelwire status [article]`: derived from manifests and the archive, never from the last run. */
export const run: CommandRunner<StatusOptions> = async (args, options, context) => {
  const config = loadConfig(options, context)
  if (!isStoreThere(config.store, context.env)) {
    if (options.cost === true) await showCost(undefined, config, options, context, new Date())
    else if (options.json === true) outJson(context, { articles: [], runs: [] })
    else context.out('Nothing has run yet. Start with: babelwire run\n')
    return 0
  }
  const database = await openStore(config.store, context.env)
  try {
    const archive = openArchive(database, siteOf(config), () => new Date())
    const articles = await chosenArticles(archive, args[0])
    if (options.cost === true) {
      const of = args[0] === undefined ? undefined : { site: siteOf(config), article: args[0] }
      await showCost(database, config, options, context, new Date(), of)
      return 0
    }
    const withdrawals = await archive.withdrawals()
    const rows = articles.map((article) => ({
      id: article.id,
      revision: article.revision,
      languages: withdrawals.has(article.id) ? [] : statusOf(article, config),
      ...withdrawnOf(withdrawals.get(article.id)),
    }))
    const change =
      args[0] === undefined
        ? undefined
        : await revisionStatus(args[0], targetsOf(articles[0], config), archive)
    const runs = await lastRuns(database)
    const micros = await spentThisMonth(database, new Date())
    if (options.json === true) {
      outJson(context, {
        articles: rows,
        ...(change === undefined ? {} : { lastChange: change }),
        runs,
        spentThisMonth: micros / 1e6,
        currency: config.budget.currency,
      })
    } else {
      printStatus(rows, context)
      if (change !== undefined) printRevision(change, context)
      context.out(`\nSpent this month: ${formatMoney(micros, config.budget.currency)}\n`)
      if (args[0] === undefined) context.out(`\n${formatRuns(runs)}`)
    }
    return 0
  } finally {
    await database.close()
  }
}

async function chosenArticles(
  archive: Archive,
  id: string | undefined,
): Promise<readonly Article[]> {
  const all = await archive.articles()
  if (id === undefined) return all
  const found = all.filter((article) => article.id === id)
  if (found.length > 0) return found
  const near = didYouMean(
    id,
    all.map((article) => article.id),
  )
  throw new BabelwireError('usage', `there is no article "${id}"`, {
    mend: near === undefined ? '"babelwire status" lists all.' : `Did you mean "${near}"?`,
  })
}

function withdrawnOf(withdrawal: Withdrawal | undefined): { readonly withdrawn?: Withdrawal } {
  return withdrawal === undefined ? {} : { withdrawn: withdrawal }
}

/** The languages an article is made in. */
function targetsOf(article: Article | undefined, config: Config): readonly Locale[] {
  const source = article?.locale ?? config.source
  return config.languages.filter((locale) => !isSameLanguage(locale, source))
}

function statusOf(article: Article, config: Config): readonly LanguageStatus[] {
  const manifest = manifestOf(article, config)
  return targetsOf(article, config).map((locale) => {
    const entry = manifest?.languages[locale]
    return {
      locale,
      state: stateOf(entry, article),
      held: entry?.held ?? [],
      ...(entry?.engine === undefined ? {} : { engine: entry.engine }),
      ...(entry?.at === undefined ? {} : { at: entry.at }),
    }
  })
}

/** A manifest that is broken is none: the next run says so, and how to mend it. */
function manifestOf(article: Article, config: Config): Manifest | undefined {
  try {
    return readManifest(config.output, article.id)
  } catch (error) {
    if (error instanceof BabelwireError) return undefined
    throw error
  }
}

function stateOf(entry: LanguageEntry | undefined, article: Article): LanguageStatus['state'] {
  if (entry === undefined) return 'missing'
  if (entry.state === 'held') return 'held'
  if (entry.revision === undefined) return 'missing'
  if (entry.stale || entry.revision !== article.revision) return 'stale'
  return entry.state === 'reviewed' ? 'reviewed' : 'live'
}

function printStatus(
  rows: readonly {
    readonly id: string
    readonly languages: readonly LanguageStatus[]
    readonly withdrawn?: Withdrawal
  }[],
  context: Context,
): void {
  const lines = rows.flatMap(({ id, languages, withdrawn }) =>
    withdrawn !== undefined
      ? [[id, '', 'withdrawn', '', '', minuteOf(withdrawn.at)]]
      : languages.map((one) => [
          id,
          one.locale,
          one.state,
          one.held.join(' '),
          one.engine ?? '',
          minuteOf(one.at),
        ]),
  )
  context.out(
    formatTable(['article', 'language', 'state', 'held blocks', 'engine', 'changed (UTC)'], lines),
  )
}

interface RunRow {
  readonly started: string
  readonly exitCode: number | null
}

async function lastRuns(database: Database): Promise<readonly RunRow[]> {
  const rows = await database.query(
    'SELECT started, exit_code FROM run ORDER BY started DESC LIMIT 5',
  )
  return rows.map((row) => ({
    started: String(row['started']),
    exitCode: row['exit_code'] === null ? null : Number(row['exit_code']),
  }))
}

function formatRuns(runs: readonly RunRow[]): string {
  const rows = runs.map(({ started, exitCode }) => [
    started.slice(0, 19).replace('T', ' '),
    exitCode === null ? 'did not end' : `exit code ${exitCode}`,
  ])
  return formatTable(['last runs (UTC)', 'result'], rows)
}

async function spentThisMonth(database: Database, now: Date): Promise<number> {
  const rows = await database.query('SELECT SUM(micros) AS spent FROM ledger WHERE at >= $1', [
    now.toISOString().slice(0, 7),
  ])
  return Number(rows[0]?.['spent'] ?? 0)
}
