import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { openArchive } from './archive/index.ts'
import { openLedger, toMicros, type Limits } from './budget.ts'
import { systemClock, type Clock } from './clock.ts'
import { siteOf, type Config } from './config.ts'
import { createEngines } from './engine-choice.ts'
import { BabelwireError } from './errors.ts'
import { compileMatcher, emptyGlossary, parseGlossary, type Glossary } from './glossary/index.ts'
import { openGlossaryHistory, type GlossaryHistory } from './glossary-history.ts'
import { shortHash } from './hash.ts'
import { isSameLanguage } from './locale.ts'
import { openMemory } from './memory/index.ts'
import type { LocalizeServices, ProgressEvent } from './pipeline/services.ts'
import { openSqlite, takeLock, type Database } from './storage/index.ts'

/** Everything a run works with. */
export interface Services extends LocalizeServices {
  readonly config: Config
  readonly database: Database
  /** Id of this run in the store. */
  readonly run: string
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
  const glossary = readGlossary(config)
  // A dry run must not make a store where there is none.
  const isFileless = isDryRun && !existsSync(config.store)
  const unlock = isDryRun ? () => undefined : takeLock(config.store, clock.now())
  let database: Database
  try {
    database = openSqlite(isFileless ? ':memory:' : config.store)
  } catch (error) {
    unlock()
    throw error
  }
  const run = `${clock.now().toISOString()}-${shortHash(random(), process.pid).slice(0, 6)}`
  const engines = createEngines(config, glossary.content, {
    env: options.env ?? process.env,
    database: isDryRun ? undefined : database,
    clock,
    random,
  })
  return {
    config,
    database,
    run,
    archive: openArchive(database, siteOf(config), () => clock.now()),
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
    glossary: openGlossary(config, glossary),
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
      unlock()
    },
  }
}

/** The versions of the glossary that this store knows. */
export function historyOf(config: Config, database: Database, now: () => Date): GlossaryHistory {
  const file = config.glossary ?? ''
  return openGlossaryHistory(database, path.relative(path.dirname(config.store), file), now)
}

/**
 * The glossary of a configuration, compiled.
 * @throws {BabelwireError} `glossary` when the file is missing or not valid.
 */
export function openGlossary(
  config: Config,
  { content, hash }: ReturnType<typeof readGlossary> = readGlossary(config),
): LocalizeServices['glossary'] {
  const find = compileMatcher(content)
  return {
    matcherFor: (source) => (isSameLanguage(source, content.source) ? find : () => []),
    hash,
  }
}

/** The glossary file of a configuration; a command without one works without names. */
export function readGlossary(config: Config): {
  readonly content: Glossary
  readonly hash: string
} {
  if (config.glossary === undefined) return { content: emptyGlossary(config.source), hash: '' }
  const text = readGlossaryText(config.glossary)
  return { content: parseGlossary(text, config.glossary), hash: shortHash(text) }
}

function readGlossaryText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new BabelwireError('glossary', 'cannot read the glossary', {
      place: { file },
      mend: 'Make one with "babelwire init", or set "glossary:" in babelwire.yaml.',
      cause,
    })
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
