import type { Config, SourceChoice } from '../config.ts'
import { BabelwireError, formatError } from '../errors.ts'
import { foreignGlossary } from '../glossary-choice.ts'
import { runOnce, type RunResult } from '../jobs/run.ts'
import { archivedArticles } from '../jobs/archived.ts'
import { openFetched } from '../jobs/fetched.ts'
import { knownFilesOf, readingOptions, type ReadingFlags } from '../jobs/reading-options.ts'
import { expandSources, readSources } from '../jobs/sources.ts'
import { openServices, type Services } from '../services.ts'
import { minuteOf, paint, type CommandRunner, type CommonOptions, type Context } from './context.ts'
import { loadConfig } from './load-config.ts'
import { watchProgress } from './progress.ts'
import { printRun } from './run-output.ts'

export interface RunOptions extends CommonOptions {
  readonly dryRun?: boolean
  readonly maxCost?: string
  readonly significance?: string
}

/** Whether the sources are all there are, so that one that is missing is gone. */
interface Scope {
  readonly isWhole?: boolean
}

/** `babelwire run`: one pass over every configured source. */
export const run: CommandRunner<RunOptions> = async (_, options, context) => {
  const config = loadConfig(options, context)
  return localizeSources(config.articles, config, { ...options, isWhole: true }, context)
}

/** Reads sources, localizes them, prints what was done; @returns the exit code. */
export async function localizeSources(
  where: readonly (string | SourceChoice)[],
  config: Config,
  options: RunOptions & ReadingFlags & Scope,
  context: Context,
): Promise<number> {
  const names = expandSources(where)
  if (names.length === 0) {
    const places = where.map((one) => (typeof one === 'string' ? one : one.at)).join(', ')
    throw new BabelwireError('input', `there are no articles in ${places}`, {
      mend: 'Put articles there (.txt, .html, .md, .json, .xml), or name another folder.',
    })
  }
  if (config.glossary === undefined) {
    context.note('no glossary here: names are not checked. Name one with --glossary FILE.\n')
  }
  const progress = watchProgress(context, options)
  const maxCost = parseMoney(options.maxCost)
  const services = await openServices(config, {
    isDryRun: options.dryRun === true,
    ...(maxCost === undefined ? {} : { maxCost }),
    isInteractive: context.isInteractive,
    env: context.env,
    progress: progress.show,
  })
  noteRefusal(services, context)
  const foreign = foreignGlossary(services.chosenGlossary.content, config)
  if (foreign !== undefined) context.note(`${paint('yellow', 'warning')}  ${foreign}\n`)
  try {
    const sources = await readSources(names, {
      ...readingOptions(config, options, context.folder),
      fetchSource: openFetched(services.database, config.fetch, services.clock, services.isDryRun),
      ...(services.isDryRun ? {} : { knownFiles: knownFilesOf(config, options, services) }),
      signal: context.signal,
    })
    const archived =
      options.isWhole === true ? await archivedArticles(sources.read, services) : undefined
    const result = await runOnce(
      { ...sources, ...(archived === undefined ? {} : { archived }) },
      config.languages,
      services,
      context.signal,
    )
    progress.done()
    printRun(result, services, options, context)
    if (options.isWhole === true && options.quiet !== true)
      await noteVanished(result, services, context)
    // What was asked for by name and is not published is not done.
    const isKeptBack =
      options.isWhole !== true && result.events.some(({ kind }) => kind === 'kept back')
    return result.exitCode === 0 && isKeptBack ? 3 : result.exitCode
  } finally {
    progress.done()
    await services.close()
  }
}

/** The newsroom works on with the names it had; the edit waits for a person. */
function noteRefusal({ chosenGlossary: { refused } }: Services, context: Context): void {
  if (refused === undefined) return
  const since = minuteOf(refused.since)
  context.note(`${paint('red', 'refused')}  ${formatError(refused.error)}\n`)
  context.note(`the glossary of ${since} UTC stays in force until this is mended\n`)
}

/** An article whose source is gone is still served: only a person can know whether it should be. */
async function noteVanished(
  { sources, failed }: RunResult,
  { archive }: Services,
  context: Context,
): Promise<void> {
  // A source that could not be read may be any of them.
  if (failed.length > 0) return
  const present = new Set(sources.map(({ article }) => article.id))
  const withdrawn = await archive.withdrawals()
  for (const id of await archive.ids()) {
    if (!present.has(id) && !withdrawn.has(id)) {
      context.note(`${id} has no source any more; its bundles are still served\n`)
    }
  }
}

function parseMoney(written: string | undefined): number | undefined {
  if (written === undefined) return undefined
  const amount = Number(written)
  if (Number.isFinite(amount) && amount >= 0 && written.trim() !== '') return amount
  throw new BabelwireError('usage', `--max-cost "${written}" is not an amount`, {
    mend: 'Write a number of the budget currency, such as --max-cost 2.50.',
  })
}
