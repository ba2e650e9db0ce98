import { openArchive } from './archive/index.ts'
import { openLedger, toMicros, type Limits } from './budget.ts'
import { systemClock, type Clock } from './clock.ts'
import { siteOf, type Config } from './config.ts'
import { createEngines } from './engine-choice.ts'
import { chooseGlossary, historyOf, useGlossary, type ChosenGlossary } from './glossary-choice.ts'
import { shortHash } from './hash.ts'
import { openMemory } from './memory/index.ts'
import type { LocalizeServices, ProgressEvent } from './pipeline/services.ts'
import {
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
}

/**
 * Opens the store, takes its lock, reads the glossary and puts the engines in reach.
 * @throws {BabelwireError} `locked`, `storage`, `glossary` or `config`.
 */
export async function openServices(
  config: Config,
  options: ServiceOptions = {},
): Promise<Services> {
  const { isDryRun = false, clock = systemClock, random = Math.random } = options
  const { env = process.env, purpose = 'run' } = options
  const site = siteOf(config)
  // A dry run must not make a store where there is none.
  const isFileless = isDryRun && !isStoreThere(config.store, env)
  const lock =
    isDryRun || purpose === 'worker'
      ? undefined
      : await lockStore(config.store, env, site, purpose, clock.now())
  let database: Database
  try {
    database = isFileless ? openSqlite(':memory:') : await openStore(config.store, env)
  } catch (error) {
    await lock?.release()
    throw error
  }
  const run = `${clock.now().toISOString()}-${shortHash(random(), process.pid).slice(0, 6)}`
  const glossary = await chooseGlossary(
    config,
    historyOf(config, database, () => clock.now()),
  ).catch(async (error: unknown) => {
    await database.close()
    await lock?.release()
    throw error
  })
  let earlier: ReturnType<LocalizeServices['earlierGlossaries']> | undefined
  const engines = createEngines(config, glossary.content, {
    env,
    database,
    isReadOnly: isDryRun,
    clock,
    random,
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
      limits: limitsOf(config, options.maxCost),
      prices: new Map([['deepl', config.engines.deepl.price]]),
      currency: config.budget.currency,
      requiresLimit: options.isInteractive !== true,
      now: () => clock.now(),
    }),
    clock,
    glossary: useGlossary(glossary.content),
    earlierGlossaries: () => (earlier ??= glossary.earlier().then((all) => all.map(useGlossary))),
    chosenGlossary: glossary,
    callerFor: engines.callerFor,
    prepareEngine: engines.prepare,
    missingEngine: config.missingEngine,
    output: config.output,
    publish: config.publish,
    isDryRun,
    progress: options.progress ?? (() => undefined),
    close: async () => {
      await engines.close()
      await database.close()
      await lock?.release()
    },
  }
}

function limitsOf({ budget }: Config, maxCost: number | undefined): Limits {
  const run = Math.min(budget.run ?? Infinity, maxCost ?? Infinity)
  return {
    ...(run === Infinity ? {} : { run: toMicros(run) }),
    ...(budget.day === undefined ? {} : { day: toMicros(budget.day) }),
    ...(budget.month === undefined ? {} : { month: toMicros(budget.month) }),
  }
}
