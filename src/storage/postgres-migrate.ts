import pg from 'pg'
import { BabelwireError } from '../errors.ts'
import { newerSchema } from './newer-schema.ts'
import { codeOf } from './passing.ts'
import { maskUrl } from './postgres-error.ts'
import { toPostgres } from './postgres-schema.ts'

/** Asks for rows of the database that is migrated. */
type Ask = (sql: string) => Promise<{ readonly rows: readonly Record<string, unknown>[] }>

/** What a migration found and what it made of it. */
export interface Migrated {
  readonly from: number
  readonly to: number
}

/** The migrations of all processes wait for each other by this advisory lock; any number does. */
const migrationLock = 7_246_315

/** SQLSTATE of a table that is not there. */
const undefinedTable = '42P01'

/** The number of steps that a database has; 0 for an empty one. */
export async function postgresSchema(ask: Ask): Promise<number> {
  try {
    const { rows } = await ask('SELECT version FROM babelwire_schema')
    return Number(rows[0]?.['version'] ?? 0)
  } catch (error) {
    if (codeOf(error) === undefinedTable) return 0
    throw error
  }
}

/**
 * Brings the schema up to date, one transaction a step, while all others wait.
 * @throws {BabelwireError} `storage` when it is newer than the steps.
 */
export async function migratePostgres(url: string, steps: readonly string[]): Promise<Migrated> {
  // Its own connection: no step may run into the time limit of a query.
  const client = new pg.Client({ connectionString: url, application_name: 'babelwire migrate' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock])
    await client.query(`CREATE TABLE IF NOT EXISTS babelwire_schema (version BIGINT NOT NULL);
      INSERT INTO babelwire_schema SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM babelwire_schema)`)
    const from = await postgresSchema((sql) => client.query(sql))
    assertKnown(url, from, steps.length)
    for (const [index, step] of steps.entries()) {
      if (index < from) continue
      // Several statements in one message are one transaction.
      await client.query(`${toPostgres(step)}; UPDATE babelwire_schema SET version = ${index + 1}`)
    }
    return { from, to: steps.length }
  } finally {
    await client.end()
  }
}

/** Refuses a schema that this Babelwire cannot work with. */
export function assertKnown(url: string, version: number, known: number): void {
  if (version > known) throw newerSchema(maskUrl(url), version, known)
}

/** That the schema is older and this process was told to leave it. */
export function olderSchema(url: string, version: number, known: number): BabelwireError {
  return new BabelwireError(
    'storage',
    `the store has schema ${version}, this Babelwire needs ${known}`,
    {
      place: { file: maskUrl(url) },
      mend: 'Bring it up to date: run "babelwire store migrate" once.',
    },
  )
}
