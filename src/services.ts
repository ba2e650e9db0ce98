import { openArchive } from './archive/index.ts'
import { limitsOf, openLedger } from './budget.ts'
import { systemClock, type Clock } from './clock.ts'
import { siteOf, type Config } from './config.ts'
import { createEngines } from './engine-choice.ts'
import type { CallPolicy } from './engines/index.ts'
import {
  chooseGlossary,
  historyOf,
  storedGlossary,
  useGlossary,
  type ChosenGlossary,
} from './glossary-choice.ts'
import { shortHash } from './hash.ts'
import { openFlights, openMemory } from './memory/index.ts'
import { openPaceRecord } from './pace-record.ts'
import type { LocalizeServices, ProgressEvent } from './pipeline/services.ts'
import {
  databaseUrl,
  isStoreThere,
  lockStore,
  openSqlite,
  openStore,
  type Database,
  type StoreLock,
} from './storage/index.ts'

/** Everything a run works with. */
export interface Services extends LocalizeServices {
  readonly config: Config
  readonly database: Database
  readonly chosenGlossary: ChosenGlossary
  /** Id of this run in the store. */
  readonly run: string
  /** The right to write the site; a dry run and a worker have none. */
  readonly lock: StoreLock | undefined
  close(): Promise<void>
}

export interface ServiceOptions {
  readonly isDryRun?: boolean
  /** Lowers `budget.run`, in units of the currency. */
  readonly maxCost?: number
  /** Whether a person is watching, who may spend without a budget. */
  readonly isInteractive?: boolean
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly progress?: (event: ProgressEvent) => void
  readonly clock?: Clock
  readonly random?: () => number
  /** What the lock of the store is taken for; a worker takes none. */
  readonly purpose?: 'run' | 'service' | 'worker'
  /** Told when an engine rests or stops, and of each attempt; see `CallPolicy`. */
  readonly alert?: CallPolicy['alert']
  readonly observe?: CallPolicy['observe']
}

/** The store of a site, and the right to write to it. */
export interface HeldStore {
  readonly database: Database
  readonly lock: StoreLock | undefined
  /** Gives both back. */
  close(): Promise<void>
}

/**
 * Opens the store and takes its lock; a dry run and a worker take none.
 * @throws {BabelwireError} `locked` or `storage`.
 */
export async function holdStore(config: Config, options: ServiceOptions = {}): Promise<HeldStore> {
  const { isDryRun = false, clock = systemClock, env = process.env, purpose = 'run' } = options
  // A dry run must not make a store where there is none.
  const isFileless = isDryRun && !isStoreThere(config.store, env)
  const lock =
    isDryRun || purpose === 'worker'
      ? undefined
      : await lockStore(config.store, env, siteOf(config), purpose, clock.now())
  try {
    const database = isFileless
      ? openSqlite(':memory:')
      : await openStore(config.store, env, { isMigrating: purpose !== 'worker' })
    return {
      database,
      lock,
      close: async () => {
        await database.close()
        await lock?.release()
      },
    }
  } catch (error) {
    await lock?.release()
    throw error
  }
}

/**
 * Opens the store, takes its lock, reads the glossary and puts the engines in reach.
 * @throws {BabelwireError} `locked`, `storage`, `glossary` or `config`.
 */
export async function openServices(
  config: Config,
  options: ServiceOptions = {},
): Promise<Services> {
  const store = await holdStore(config, options)
  try {
    const services = await assembleServices(config, store, options)
    return {
      ...services,
      close: async () => {
        await services.close()
        await store.close()
      },
    }
  } catch (error) {
    await store.close()
    throw error
  }
}

/**
 * Everything for a configuration over a store that is open already, as a reload needs it; `close`
 * leaves the store open.
 * @throws {BabelwireError} `glossary` or `config`.
 */
export async function assembleServices(
  config: Config,
  { database, lock }: Pick<HeldStore, 'database' | 'lock'>,
  options: ServiceOptions = {},
): Promise<Services> {
  const { isDryRun = false, clock = systemClock, random = Math.random } = options
  const { env = process.env, purpose = 'run' } = options
  const site = siteOf(config)
  const run = `${clock.now().toISOString()}-${shortHash(random(), process.pid).slice(0, 6)}`
  const isShared = databaseUrl(env) !== undefined
  const history = historyOf(config, database, () => clock.now())
  // The service says which glossary is in force: a worker's own file may be older.
  const choose = purpose === 'worker' ? storedGlossary : chooseGlossary
  const glossary = await choose(config, history)
  let earlier: ReturnType<LocalizeServices['earlierGlossaries']> | undefined
  const engines = createEngines(config, glossary.content, {
    env,
    database,
    isReadOnly: isDryRun,
    clock,
    random,
    // One that ends soon neither waits for others nor keeps what it learned, but where all share.
    ...(isDryRun || (purpose === 'run' && !isShared)
      ? {}
      : { pace: openPaceRecord(database, { isShared, holder: run, clock, random }) }),
    ...(options.alert === undefined ? {} : { alert: options.alert }),
    ...(options.observe === undefined ? {} : { observe: options.observe }),
  })
  return {
    config,
    database,
    run,
    lock,
    archive: openArchive(database, site, () => clock.now()),
    memory: openMemory(database, () => clock.now()),
    ledger: openLedger(database, {
      run,
      site,
      // A service is no run: its days and months are limited.
      limits: limitsOf(
        purpose === 'run' ? config.budget : { ...config.budget, run: undefined },
        options.maxCost,
      ),
      prices: new Map([
        ['deepl', config.engines.deepl.price],
        ['libretranslate', config.engines.libretranslate.price],
      ]),
      currency: config.budget.currency,
      requiresLimit: options.isInteractive !== true,
      now: () => clock.now(),
    }),
    clock,
    glossary: useGlossary(glossary.content),
    earlierGlossaries: () => (earlier ??= glossary.earlier().then((all) => all.map(useGlossary))),
    chosenGlossary: glossary,
    callerFor: engines.callerFor,
    standIns: engines.standIns,
    profiles: engines.profiles,
    prepareEngine: engines.prepare,
    ...(purpose === 'run' ? {} : { flights: openFlights(database, run) }),
    missingEngine: config.missingEngine,
    output: config.output,
    publish: config.publish,
    isDryRun,
    progress: options.progress ?? (() => undefined),
    close: () => engines.close(),
  }
}
