import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { Database, Row, Statement } from './database.ts'
import { groupCommits } from './group-commits.ts'
import { migrations } from './migrations.ts'
import { newerSchema } from './newer-schema.ts'
import { isBusy, storageError } from './storage-error.ts'

/** How long another process may hold the file before a statement gives up. */
const busyTimeoutMs = 10_000

/**
 * Opens the embedded store, made and migrated as needed.
 * @throws {BabelwireError} `storage` when the file cannot be opened, is damaged or of a newer Babelwire.
 */
export function openSqlite(file: string, steps: readonly string[] = migrations): Database {
  const database = openFile(file)
  try {
    useWriteAheadLog(database)
    database.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536')
    migrate(database, file, steps)
  } catch (error) {
    database.close()
    throw storageError(file, error)
  }
  return wrap(database, file)
}

/** The number of steps that a store has; 0 where there is none yet. */
export function sqliteSchema(file: string): number {
  if (!existsSync(file)) return 0
  const database = openFile(file)
  try {
    return schemaOf(database)
  } catch (error) {
    throw storageError(file, error)
  } finally {
    database.close()
  }
}

/** A statement that must change a row changed none. */
class NothingChanged extends Error {}

function openFile(file: string): DatabaseSync {
  try {
    if (file !== ':memory:') mkdirSync(path.dirname(file), { recursive: true })
    return new DatabaseSync(file, { timeout: busyTimeoutMs })
  } catch (error) {
    throw storageError(file, error)
  }
}

/** SQLite does not wait for the file when it changes to the log, so two that open a new store would clash. */
function useWriteAheadLog(database: DatabaseSync): void {
  const lastTry = performance.now() + busyTimeoutMs
  for (;;) {
    try {
      database.exec('PRAGMA journal_mode = WAL')
      return
    } catch (error) {
      if (!isBusy(error) || performance.now() > lastTry) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    }
  }
}

function migrate(database: DatabaseSync, file: string, steps: readonly string[]): void {
  if (schemaOf(database) === steps.length) return
  database.exec('BEGIN IMMEDIATE')
  try {
    const version = schemaOf(database)
    if (version > steps.length) throw newerSchema(file, version, steps.length)
    for (const step of steps.slice(version)) database.exec(step)
    database.exec(`PRAGMA user_version = ${steps.length}; COMMIT`)
  } catch (error) {
    // A full disk may have rolled back already.
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

function schemaOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version'])
}

function wrap(database: DatabaseSync, file: string): Database {
  const prepared = new Map<string, StatementSync>()
  const prepare = (sql: string): StatementSync => {
    // `$1` is a name to SQLite, `?1` a place: binding by place takes half the time.
    const known = prepared.get(sql) ?? database.prepare(sql.replaceAll(/\$(?=\d)/g, '?'))
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
  const transact = (statements: readonly Statement[]): void => {
    database.exec('BEGIN IMMEDIATE')
    try {
      for (const { sql, params, mustChange } of statements) {
        const { changes } = prepare(sql).run(...(params ?? []))
        if (mustChange === true && Number(changes) === 0) throw new NothingChanged()
      }
      database.exec('COMMIT')
    } catch (error) {
      // A full disk may have rolled back already.
      if (database.isTransaction) database.exec('ROLLBACK')
      throw error
    }
  }
  const group = groupCommits(transact)
  return {
    query: (sql, params) => guarded(() => prepare(sql).all(...(params ?? [])) as unknown as Row[]),
    batch: (statements) =>
      group.add(statements).catch((error: unknown) => {
        throw storageError(file, error)
      }),
    attempt: (statements) =>
      group.add(statements).then(
        () => true,
        (error: unknown) => {
          if (error instanceof NothingChanged) return false
          throw storageError(file, error)
        },
      ),
    now: () => Promise.resolve(new Date()),
    close: () =>
      guarded(() => {
        group.flush()
        database.close()
      }),
  }
}
