import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describeHolder, lockedError, type LockPurpose } from './store-lock.ts'
import { isBusy, storageError } from './storage-error.ts'

/** A connection that nothing refers to is closed by the garbage collector, and its lock with it. */
const held = new Set<DatabaseSync>()

/**
 * Takes the lock of a store for one run. The lock is SQLite's own on a file beside the store, so the
 * system lets it go whatever way the process ends.
 * @returns a function that lets it go.
 * @throws {BabelwireError} `locked`, naming the process that holds it; `storage` when the folder
 * cannot be written.
 */
export function takeLock(store: string, startedAt: Date, purpose: LockPurpose = 'run'): () => void {
  const holderFile = `${store}.holder`
  const database = openLockFile(store)
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    writeFileSync(
      holderFile,
      describeHolder({ purpose, pid: process.pid, host: os.hostname(), since: startedAt }),
    )
  } catch (error) {
    database.close()
    throw isBusy(error)
      ? lockedError(store, readHolder(holderFile), 'or name another store with --store FILE')
      : storageError(store, error)
  }
  held.add(database)
  return () => {
    held.delete(database)
    // Before the lock is let go: afterwards the name may already be that of the next holder.
    rmSync(holderFile, { force: true })
    database.close()
  }
}

function openLockFile(store: string): DatabaseSync {
  try {
    mkdirSync(path.dirname(store), { recursive: true })
    return new DatabaseSync(`${store}.lock`, { timeout: 0 })
  } catch (error) {
    throw storageError(store, error)
  }
}

function readHolder(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
