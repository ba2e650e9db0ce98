import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { BabelwireError } from '../errors.ts'
import type { Database, Parameter, Row } from './database.ts'
import { migrations } from './migrations.ts'

/** How long another process may hold the file before a statement gives up. */
const busyTimeoutMs = 10_000

/**
 * Opens the embedded store, made and migrated as needed.
 * @throws {BabelwireError} `storage` when the file cannot be opened, is damaged or of a newer Babelwire.
 */
export function openSqlite(file: string): Database {
  const database = openFile(file)
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
    migrate(database, file)
  } catch (error) {
    database.close()
    throw storageError(file, error)
  }
  return wrap(database, file)
}

function openFile(file: string): DatabaseSync {
  try {
    if (file !== ':memory:') mkdirSync(path.dirname(file), { recursive: true })
    return new DatabaseSync(file, { timeout: busyTimeoutMs })
  } catch (error) {
    throw storageError(file, error)
  }
}

function migrate(database: DatabaseSync, file: string): void {
  const schema = (): number =>
    Number(database.prepare('PRAGMA user_version').get()?.['user_version'])
  if (schema() === migrations.length) return
  database.exec('BEGIN IMMEDIATE')
  try {
    const version = schema()
    if (version > migrations.length) {
      throw new BabelwireError(
        'storage',
        `the store has schema ${version}, this Babelwire knows ${migrations.length}`,
        {
          place: { file },
          mend: 'Use the newer Babelwire that wrote it.',
        },
      )
    }
    for (const step of migrations.slice(version)) database.exec(step)
    database.exec(`PRAGMA user_version = ${migrations.length}; COMMIT`)
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}

function wrap(database: DatabaseSync, file: string): Database {
  const prepared = new Map<string, StatementSync>()
  const prepare = (sql: string): StatementSync => {
    const known = prepared.get(sql) ?? database.prepare(sql)
    prepared.set(sql, known)
    return known
  }
  const guarded = <T>(work: () => T): Promise<T> => {
    try {
      return Promise.resolve(work())
    } catch (error) {
      return Promise.reject(storageError(file, error))
    }
  }
  return {
    query: (sql, params) => guarded(() => prepare(sql).all(named(params)) as unknown as Row[]),
    batch: (statements) =>
      guarded(() => {
        if (statements.length === 0) return
        database.exec('BEGIN IMMEDIATE')
        try {
          for (const { sql, params } of statements) prepare(sql).run(named(params))
          database.exec('COMMIT')
        } catch (error) {
          // A full disk may have rolled back already.
          if (database.isTransaction) database.exec('ROLLBACK')
          throw error
        }
      }),
    close: () => guarded(() => database.close()),
  }
}

/** `$1` parameters are bound by name in SQLite. */
function named(params: readonly Parameter[] = []): Record<string, Parameter> {
  return Object.fromEntries(params.map((value, index) => [`$${index + 1}`, value]))
}

function storageError(file: string, error: unknown): BabelwireError {
  if (error instanceof BabelwireError) return error
  const message = error instanceof Error ? error.message : String(error)
  return new BabelwireError('storage', `the store failed: ${message}`, {
    place: { file },
    mend: mendStorage(message),
    cause: error,
  })
}

function mendStorage(message: string): string {
  if (/full|space/i.test(message)) return 'Free disk space and run again: what was stored is kept.'
  if (/locked|busy/i.test(message)) return 'Another process holds it; try again when it is done.'
  if (/not a database|malformed/i.test(message))
    return 'Restore it from a backup, or move it away to start anew.'
  return 'Check that the folder exists and can be written.'
}
