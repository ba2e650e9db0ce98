import { existsSync } from 'node:fs'
import type { Database } from './database.ts'
import { takeLock } from './lock.ts'
import type { LockPurpose, StoreLock } from './store-lock.ts'
import { openSqlite } from './sqlite.ts'

/** The variables of the process that decide where the store is. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The store: PostgreSQL where `DATABASE_URL` names one, else the file. */
export async function openStore(file: string, env: Environment): Promise<Database> {
  const url = databaseUrl(env)
  if (url === undefined) return openSqlite(file)
  const { openPostgres } = await import('./postgres.ts')
  return openPostgres(url)
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

function databaseUrl(env: Environment): string | undefined {
  const url = env['DATABASE_URL']?.trim()
  return url === undefined || url === '' ? undefined : url
}
