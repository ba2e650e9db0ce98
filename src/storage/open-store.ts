import { existsSync } from 'node:fs'
import { BabelwireError } from '../errors.ts'
import type { Database } from './database.ts'
import { takeLock } from './lock.ts'
import { migrations } from './migrations.ts'
import type { LockPurpose, StoreLock } from './store-lock.ts'
import { maskUrl } from './postgres-error.ts'
import { openSqlite, sqliteSchema } from './sqlite.ts'

/** The variables of the process that decide where the store is. */
export type Environment = Readonly<Record<string, string | undefined>>

export interface StoreOptions {
  /** Whether a database of an older schema is brought up to date, which is the default, or refused. */
  readonly isMigrating?: boolean
  /** Whether a store may be opened that holds half of an import. */
  readonly isImporting?: boolean
}

/** The store: PostgreSQL where `DATABASE_URL` names one, else the file. */
export async function openStore(
  file: string,
  env: Environment,
  options: StoreOptions = {},
): Promise<Database> {
  const database = await openEither(file, env, options)
  if (options.isImporting === true) return database
  try {
    await refuseHalfImport(database)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

async function openEither(
  file: string,
  env: Environment,
  { isMigrating = true }: StoreOptions,
): Promise<Database> {
  const url = databaseUrl(env)
  if (url === undefined) return openSqlite(file)
  const { openPostgres } = await import('./postgres.ts')
  return openPostgres(url, { isMigrating })
}

async function refuseHalfImport(database: Database): Promise<void> {
  const [row] = await database.query('SELECT file, at FROM importing LIMIT 1')
  if (row === undefined) return
  throw new BabelwireError(
    'storage',
    `the store holds only part of ${row['file']}: the import of ${row['at']} was cut short`,
    { mend: `Run "babelwire store import" once more: it starts anew.` },
  )
}

/** Brings the schema of the store up to date; @returns the numbers of steps before and after. */
export async function migrateStore(
  file: string,
  env: Environment,
): Promise<{ readonly from: number; readonly to: number }> {
  const url = databaseUrl(env)
  if (url !== undefined) {
    const { migrateStoreInPostgres } = await import('./postgres.ts')
    return migrateStoreInPostgres(url)
  }
  const from = sqliteSchema(file)
  await openSqlite(file).close()
  return { from, to: migrations.length }
}

/** Whether there is a store to be read: a command that only looks must not make one. */
export function isStoreThere(file: string, env: Environment): boolean {
  return databaseUrl(env) !== undefined || existsSync(file)
}

/**
 * Takes the lock of a store for one run.
 * @throws {BabelwireError} `locked`, naming the process that holds it.
 */
export async function lockStore(
  file: string,
  env: Environment,
  site: string,
  purpose: LockPurpose,
  startedAt: Date,
): Promise<StoreLock> {
  const url = databaseUrl(env)
  if (url === undefined) {
    const release = takeLock(file, startedAt, purpose)
    return { lost: new AbortController().signal, release: () => Promise.resolve(release()) }
  }
  const { lockPostgres } = await import('./postgres-lock.ts')
  return lockPostgres(url, site, purpose, startedAt)
}

/** The store as messages show it: its file, or its address without the password. */
export function describeStore(file: string, env: Environment): string {
  const url = databaseUrl(env)
  return url === undefined ? file : maskUrl(url)
}

/** The address of the database, where there is one to be used. */
export function databaseUrl(env: Environment): string | undefined {
  const url = env['DATABASE_URL']?.trim()
  return url === undefined || url === '' ? undefined : url
}
