import { setTimeout as sleep } from 'node:timers/promises'
import { openArchive, type Archive, type Withdrawal } from '../archive/index.ts'
import { articleIdPattern, readManifest } from '../bundle/index.ts'
import { systemClock } from '../clock.ts'
import { indexedLanguages, siteOf, type Config } from '../config.ts'
import { BabelwireError, didYouMean } from '../errors.ts'
import { notifyJobs } from '../jobs/notify-job.ts'
import { restoreArticle, withdrawArticle } from '../pipeline/withdraw-article.ts'
import { openQueue } from '../queue/index.ts'
import { lockStore, openStore, type Database } from '../storage/index.ts'
import { outJson, type CommandRunner, type CommonOptions, type Context } from './context.ts'
import { loadConfig } from './load-config.ts'

interface WithdrawOptions extends CommonOptions {
  readonly reason?: string
  readonly restore?: boolean
}

/**
 * `babelwire withdraw`: takes an article away in every language, or lets runs publish it again. It
 * waits for nothing: a run that is going on publishes the article no more, and what it may have been
 * writing at that moment is taken away when it is done.
 */
export const run: CommandRunner<WithdrawOptions> = async ([id = ''], options, context) => {
  const config = loadConfig(options, context)
  const reason = options.reason?.trim() ?? ''
  if (options.restore !== true && reason === '') {
    throw new BabelwireError('usage', 'a withdrawal needs a reason: readers and editors see it', {
      mend: `Write: babelwire withdraw ${id} --reason "…"`,
    })
  }
  const database = await openStore(config.store, context.env)
  try {
    const archive = openArchive(database, siteOf(config), () => new Date())
    const ids = await archive.ids()
    const isListed = articleIdPattern.test(id) && readManifest(config.output, id) !== undefined
    if (!ids.includes(id) && !isListed) throw unknownArticle(id, ids)
    const isWithdrawn = await archive.isWithdrawn(id)
    if (options.restore !== true) {
      const withdrawal = { at: new Date().toISOString(), reason, by: 'editor' } as const
      await takeAway(id, withdrawal, archive, config)
      await tellWithdrawn(id, withdrawal, database, config, context)
      await afterRuns(config, context, () => takeAway(id, withdrawal, archive, config))
    } else if (isWithdrawn) await restoreArticle(id, { archive, output: config.output })
    const state =
      options.restore === true ? (isWithdrawn ? 'restored' : 'not withdrawn') : 'withdrawn'
    if (options.json === true) outJson(context, { article: id, state, reason })
    else if (options.quiet !== true) context.out(`${id}  ${messages[state]}\n`)
    return 0
  } finally {
    await database.close()
  }
}

const messages = {
  withdrawn: 'withdrawn in every language; no run publishes it again before --restore',
  restored: 'may be published again: the next run does, from memory',
  'not withdrawn': 'is not withdrawn',
} as const

function takeAway(
  id: string,
  withdrawal: Withdrawal,
  archive: Archive,
  config: Config,
): Promise<void> {
  const languages = indexedLanguages(config)
  return withdrawArticle(id, withdrawal, { archive, output: config.output }, languages)
}

/** Whoever is to be told hears of it from the service, which may start later. */
async function tellWithdrawn(
  article: string,
  { at, reason }: Withdrawal,
  database: Database,
  config: Config,
  { env }: Context,
): Promise<void> {
  const event = { event: 'withdrawn', article, reason } as const
  const site = siteOf(config)
  const jobs = notifyJobs(event, at, site, { config, clock: systemClock })
  if (jobs.length === 0) return
  const queue = await openQueue(database, env, site, { now: () => new Date() })
  await queue.add(jobs)
  await queue.close()
}

const pollMs = 500

/** Does something once more when the run that holds the store, if there is one, is done. */
async function afterRuns(
  config: Config,
  { env, note, signal }: Context,
  again: () => Promise<void>,
): Promise<void> {
  for (let waits = 0; ; waits++) {
    try {
      const lock = await lockStore(config.store, env, siteOf(config), 'withdraw', new Date())
      if (waits > 0) await again()
      await lock.release()
      return
    } catch (error) {
      if (!(error instanceof BabelwireError) || error.code !== 'locked') throw error
      // A service ends only when it is told to; it looks over all withdrawals every minute.
      if (error.message.startsWith('a service holds')) return
      if (waits === 0) note('taken away; a run is going on, waiting for its end to look again\n')
      await sleep(pollMs, undefined, { signal }).catch(() => {
        throw new BabelwireError(
          'cancelled',
          'not looked at again after the run that is going on',
          {
            mend: 'Withdraw the article once more when it is done.',
          },
        )
      })
    }
  }
}

function unknownArticle(id: string, ids: readonly string[]): BabelwireError {
  const near = didYouMean(id, ids)
  return new BabelwireError('usage', `there is no article "${id}"`, {
    mend: near === undefined ? '"babelwire status" lists all.' : `Did you mean "${near}"?`,
  })
}
