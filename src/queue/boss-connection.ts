import type { Db, PgBoss } from 'pg-boss'
import { BabelwireError } from '../errors.ts'
import type { Log } from '../log.ts'

/** The schema of the pg-boss that `package.json` pins (its `pgboss.schema`). */
export const bossSchema = 46

/** How this process takes part in what all do for the queue in PostgreSQL. */
export interface BossOptions {
  /** Whether the schema of pg-boss is made and brought up to date; true when absent. */
  readonly migrate?: boolean
  /** Whether this process looks for jobs whose worker fell silent; true when absent. */
  readonly supervise?: boolean
  /** How often it looks, in seconds; 5 when absent. */
  readonly superviseSeconds?: number
  /** Hears of trouble with the connection while nobody waits for an answer. */
  readonly log?: Pick<Log, 'warn'>
}

/** pg-boss, started; whatever it throws comes out as trouble with the store. */
export interface BossConnection {
  /** The work with pg-boss, its errors rebuilt. */
  run<T>(work: (boss: PgBoss) => Promise<T>): Promise<T>
  /** The work in one transaction, once more where PostgreSQL gave up one of two that were in each other's way. */
  transact<T>(work: (boss: PgBoss, db: Db) => Promise<T>): Promise<T>
  query(sql: string, params: readonly unknown[]): Promise<readonly Record<string, unknown>[]>
  close(): Promise<void>
}

/**
 * Connects to the queue in PostgreSQL.
 * @throws {BabelwireError} `storage` when it cannot be reached or its schema is not the one known here.
 */
export async function connectBoss(url: string, options: BossOptions): Promise<BossConnection> {
  const { migrate = true, supervise = true, superviseSeconds = 5, log } = options
  const { PgBoss } = await import('pg-boss')
  const rebuilt = (error: unknown): BabelwireError => queueError(url, error)
  const boss = guard(
    () =>
      new PgBoss({
        connectionString: url,
        application_name: 'babelwire-queue',
        max: 4,
        migrate,
        supervise,
        superviseIntervalSeconds: superviseSeconds,
        monitorIntervalSeconds: superviseSeconds,
        // Schedules are Babelwire's own; neither flows nor the numbers of pg-boss are used.
        schedule: false,
        registerInstance: false,
        persistQueueStats: false,
        persistWarnings: false,
      }),
    rebuilt,
  )
  // An event that nobody listens to would end the process.
  boss.on('error', (error) => log?.warn('queue connection failed', { error: rebuilt(error) }))
  try {
    await boss.start()
    checkSchema(await boss.schemaVersion())
  } catch (error) {
    const schema = await schemaOf(boss)
    await boss.stop({ graceful: false }).catch(() => undefined)
    if (schema !== undefined) checkSchema(schema)
    throw rebuilt(error)
  }
  const run = <T>(work: (boss: PgBoss) => Promise<T>): Promise<T> =>
    work(boss).catch((error: unknown) => {
      throw rebuilt(error)
    })
  return {
    run,
    transact: (work) => run((one) => transact(one, (db) => work(one, db))),
    query: (sql, params) =>
      run(async (one) => (await one.getDb().executeSql(sql, [...params])).rows),
    close: () => run((one) => one.stop({ timeout: 5000 })),
  }
}

/** Makes the schema of pg-boss or brings it up to date: a step of a deployment, before the workers. */
export async function migrateQueue(url: string): Promise<void> {
  const connection = await connectBoss(url, { supervise: false })
  await connection.close()
}

/** The error by which PostgreSQL ends one of two transactions that wait for each other. */
const deadlock = '40P01'

async function transact<T>(boss: PgBoss, work: (db: Db) => Promise<T>): Promise<T> {
  const database = boss.getDb()
  for (let tries = 1; ; tries++) {
    const transaction = await database.beginTransaction?.()
    if (transaction === undefined) throw new Error('pg-boss opens no transaction')
    try {
      const result = await work(transaction.db)
      await transaction.commit()
      return result
    } catch (error) {
      await transaction.rollback()
      if (codeOf(error) !== deadlock || tries === 5) throw error
    }
  }
}

/** The schema that is there: `null` when there is none, nothing when it cannot be told. */
async function schemaOf(boss: PgBoss): Promise<number | null | undefined> {
  try {
    return (await boss.isInstalled()) ? await boss.schemaVersion() : null
  } catch {
    return undefined
  }
}

function checkSchema(schema: number | null): void {
  if (schema === bossSchema) return
  const isNewer = schema !== null && schema > bossSchema
  throw new BabelwireError(
    'storage',
    schema === null
      ? 'the database has no tables for jobs yet'
      : `the queue has schema ${schema}, this Babelwire knows ${bossSchema}`,
    {
      mend: isNewer
        ? 'Use the newer Babelwire that wrote it.'
        : 'Bring it up to date with "babelwire store migrate".',
    },
  )
}

/** Trouble with PostgreSQL, in its words; never its own object, nor the password of the address. */
export function queueError(url: string, error: unknown): BabelwireError {
  if (error instanceof BabelwireError) return error
  const place = addressOf(url)
  return new BabelwireError(
    'storage',
    `the queue${place === undefined ? '' : ` at ${place}`} failed: ${withoutPassword(url, wordsOf(error))}`,
    {
      mend: 'Check that PostgreSQL runs and that DATABASE_URL is right; what was stored is kept.',
    },
  )
}

/** The SQLSTATE or the system's name of an error. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

function wordsOf(error: unknown): string {
  // A host with several addresses fails once for each, and says nothing as a whole.
  if (error instanceof AggregateError && error.message === '')
    return error.errors.map(wordsOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}

function addressOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}

function withoutPassword(url: string, text: string): string {
  const whole = text.replaceAll(url, 'DATABASE_URL')
  if (!URL.canParse(url)) return whole
  const { password } = new URL(url)
  if (password === '') return whole
  return [password, decodeURIComponent(password)].reduce(
    (masked, secret) => masked.replaceAll(secret, '***'),
    whole,
  )
}

function guard<T>(work: () => T, rebuilt: (error: unknown) => BabelwireError): T {
  try {
    return work()
  } catch (error) {
    throw rebuilt(error)
  }
}
