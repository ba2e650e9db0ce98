import { siteOf, type Config } from '../config.ts'
import { BabelwireError } from '../errors.ts'
import { checkHooks } from '../notify/index.ts'
import { openQueue, type Queue } from '../queue/index.ts'
import { assembleServices, holdStore, type ServiceOptions, type Services } from '../services.ts'
import { lockStore, type Database } from '../storage/index.ts'
import { requireLimit } from './require-limit.ts'
import { leaseMs, type ServiceSetting } from './service-setting.ts'
import { takeBack } from './take-back.ts'

/** The store, the queue and the configuration in force of a process that runs for long. */
export interface ServiceHost {
  readonly site: string
  readonly database: Database
  readonly queue: Queue
  current(): Services
  /**
   * Puts a configuration in force, and the glossary as it is now.
   * @throws {BabelwireError} where it cannot be worked with; the one before stays in force then.
   */
  takeOver(config: Config): Promise<void>
  /** Closes the engines of configurations before, when nothing works with them any more. */
  closeRetired(): Promise<void>
  /** Whether this process may write the site. */
  holdsLock(): boolean
  /** @throws {BabelwireError} `locked` while another has it, `storage` while the database is away. */
  regainLock(): Promise<void>
  close(): Promise<void>
}

/** Opens the store and the queue of a site, takes its lock, and puts the configuration in force. */
export async function openHost(
  { config, purpose, env, log, clock, random }: ServiceSetting,
  told: Pick<ServiceOptions, 'alert' | 'observe'>,
): Promise<ServiceHost> {
  const site = siteOf(config)
  const options: ServiceOptions = { ...told, env, clock, random, purpose }
  const store = await holdStore(config, options)
  const { database } = store
  let lock = store.lock
  const retired: Services[] = []
  let current: Services | undefined
  let queue: Queue | undefined
  const closeRetired = async (): Promise<void> => {
    for (const services of retired.splice(0)) await services.close()
  }
  const close = async (): Promise<void> => {
    await closeRetired()
    await current?.close()
    await queue?.close()
    if (lock !== store.lock) await lock?.release()
    await store.close()
  }
  const takeOver = async (next: Config): Promise<void> => {
    checkHooks(next.notify, env, next.root)
    const services = await assembleServices(next, { database, lock }, options)
    try {
      await requireLimit(services)
    } catch (error) {
      await services.close()
      throw error
    }
    if (current !== undefined) retired.push(current)
    current = services
    const { refused } = services.chosenGlossary
    if (refused !== undefined) {
      log.error('glossary refused; the one before stays in force', { error: refused.error })
    }
    // Workers take the glossary that the service says is in force.
    if (purpose === 'service') await services.chosenGlossary.keep(false)
  }
  try {
    const now = (): Date => clock.now()
    if (lock !== undefined) await takeBack(database, env, site)
    queue = await openQueue(database, env, site, {
      leaseMs,
      now,
      migrate: purpose === 'service',
      log,
    })
    await takeOver(config)
  } catch (error) {
    await close()
    throw error
  }
  return {
    site,
    database,
    queue,
    current: () => {
      if (current === undefined) throw new RangeError('nothing is in force before takeOver')
      return current
    },
    takeOver: async (next) => {
      const isSame = next.store === config.store && siteOf(next) === site
      if (isSame) return takeOver(next)
      throw new BabelwireError('config', 'store and output cannot change while the service runs', {
        mend: 'Start it anew for that.',
      })
    },
    closeRetired,
    holdsLock: () => lock !== undefined && !lock.lost.aborted,
    regainLock: async () => {
      lock = await lockStore(config.store, env, site, 'service', clock.now())
    },
    close,
  }
}
