import { siteOf } from '../config.ts'
import { BabelwireError } from '../errors.ts'
import { openQueue, type QueueDesk } from '../queue/index.ts'
import { isStoreThere, openStore } from '../storage/index.ts'
import type { CommonOptions, Context } from './context.ts'
import { loadConfig } from './load-config.ts'

/** Opens the jobs of a site for as long as a command looks at them; nothing is made or migrated. */
export async function withJobs<T>(
  store: string,
  site: string,
  { env }: Context,
  work: (desk: QueueDesk) => Promise<T>,
): Promise<T> {
  const database = await openStore(store, env, { isMigrating: false })
  try {
    const options = { now: () => new Date(), migrate: false, supervise: false }
    const queue = await openQueue(database, env, site, options)
    try {
      return await work(queue.desk)
    } finally {
      await queue.close()
    }
  } finally {
    await database.close()
  }
}

/** What a command did with the jobs it was given. */
export interface Changed {
  /** How many there were. */
  readonly asked: number
  readonly changed: number
}

/**
 * Does something with the jobs named, or with all that were given up when `dead` is among the names.
 * @throws {BabelwireError} `usage` before anything is done, when there is no job of a name.
 */
export async function changeJobs(
  names: readonly string[],
  options: CommonOptions,
  context: Context,
  change: (desk: QueueDesk, ids: readonly string[]) => Promise<number>,
): Promise<Changed> {
  const config = loadConfig(options, context)
  const named = names.filter((name) => name !== 'dead')
  if (!isStoreThere(config.store, context.env)) {
    if (named[0] !== undefined) throw unknownJob(named[0])
    return { asked: 0, changed: 0 }
  }
  return withJobs(config.store, siteOf(config), context, async (desk) => {
    const known = new Set((await desk.list({ ids: named })).map(({ id }) => id))
    const unknown = named.find((id) => !known.has(id.toLowerCase()))
    if (unknown !== undefined) throw unknownJob(unknown)
    const dead = names.includes('dead') ? await desk.list({ state: 'dead' }) : []
    const ids = [...new Set([...known, ...dead.map(({ id }) => id)])]
    return { asked: ids.length, changed: ids.length === 0 ? 0 : await change(desk, ids) }
  })
}

function unknownJob(id: string): BabelwireError {
  return new BabelwireError('usage', `there is no job "${id}"`, {
    mend: '"babelwire jobs list" shows the jobs that are there; one that was done is not.',
  })
}
