import type { Database, Row } from './database.ts'
import { migrations } from './migrations.ts'
import { isPassing } from './passing.ts'
import { serverClock } from './postgres-clock.ts'
import { checkPostgresUrl, postgresError } from './postgres-error.ts'
import {
  assertKnown,
  migratePostgres,
  olderSchema,
  postgresSchema,
  type Migrated,
} from './postgres-migrate.ts'
import { openPool, type PostgresPool } from './postgres-pool.ts'
import { refuseNul, transactPostgres } from './postgres-transaction.ts'

export interface PostgresOptions {
  /** Whether an older schema is brought up to date, which is the default, or refused. */
  readonly isMigrating?: boolean
  readonly steps?: readonly string[]
}

/**
 * Opens the store in PostgreSQL, made and migrated as needed.
 * @throws {BabelwireError} `config` for an address that is none; `storage` when the database cannot be reached
 * or its schema is of a newer Babelwire, or an older one that is not to be migrated.
 */
export async function openPostgres(url: string, options: PostgresOptions = {}): Promise<Database> {
  const { isMigrating = true, steps = migrations } = options
  checkPostgresUrl(url)
  const pool = openPool(url)
  try {
    const version = await postgresSchema((sql) => ask(pool, sql))
    assertKnown(url, version, steps.length)
    if (version < steps.length) {
      if (!isMigrating) throw olderSchema(url, version, steps.length)
      await migratePostgres(url, steps)
    }
  } catch (error) {
    await pool.end()
    throw postgresError(url, error)
  }
  pool.bePatient()
  return wrap(pool, url)
}

/** Brings the schema up to date; @returns the numbers of steps before and after. */
export async function migrateStoreInPostgres(url: string): Promise<Migrated> {
  checkPostgresUrl(url)
  return migratePostgres(url, migrations).catch((error: unknown) => {
    throw postgresError(url, error)
  })
}

function wrap(pool: PostgresPool, url: string): Database {
  const underWay = new Set<Promise<unknown>>()
  const guarded = <T>(work: () => Promise<T>): Promise<T> => {
    const done = work().catch((error: unknown) => {
      throw postgresError(url, error)
    })
    const forget = (): void => void underWay.delete(done)
    underWay.add(done)
    done.then(forget, forget)
    return done
  }
  const transact = (statements: Parameters<Database['attempt']>[0]): Promise<boolean> =>
    guarded(async () => {
      if (statements.length === 0) return true
      for (const { params } of statements) refuseNul(params)
      return transactPostgres(pool, statements)
    })
  const query: Database['query'] = (sql, params = []) =>
    guarded(async () => {
      refuseNul(params)
      const { rows } = await askAgain(pool, sql, params)
      return rows
    })
  return {
    query,
    batch: async (statements) => {
      await transact(statements.map(({ sql, params = [] }) => ({ sql, params })))
    },
    attempt: transact,
    now: serverClock(async () => {
      const [row] = await query('SELECT extract(epoch FROM clock_timestamp()) * 1000 AS ms')
      return Number(row?.['ms'])
    }),
    close: async () => {
      // The pool would forget those that wait for a connection.
      await Promise.allSettled(underWay)
      await guarded(() => pool.end())
    },
  }
}

/** Asks once more where the connection was lost on the way and the question changes nothing. */
async function askAgain(
  pool: PostgresPool,
  sql: string,
  params: readonly unknown[],
): Promise<{ readonly rows: readonly Row[] }> {
  try {
    return await ask(pool, sql, params)
  } catch (error) {
    if (!/^\s*SELECT\b/i.test(sql) || !isPassing(error)) throw error
    return ask(pool, sql, params)
  }
}

async function ask(
  pool: PostgresPool,
  sql: string,
  params: readonly unknown[] = [],
): Promise<{ readonly rows: readonly Row[] }> {
  const client = await pool.connect()
  try {
    const result = await client.query<Row>(sql, [...params])
    client.release()
    return result
  } catch (error) {
    // A connection that was lost or kept waiting is of no more use.
    client.release(isPassing(error))
    throw error
  }
}
