import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { BabelwireError } from '../errors.ts'

/**
 * Takes the lock of a store for one run. The lock is SQLite's own on a file beside the store, so the
 * system lets it go whatever way the process ends.
 * @returns a function that lets it go.
 * @throws {BabelwireError} `locked`, naming the process that holds it.
 */
export function takeLock(store: string, startedAt: Date): () => void {
  const file = `${store}.lock`
  mkdirSync(path.dirname(file), { recursive: true })
  const holderFile = `${store}.holder`
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if (!isBusy(error)) throw error
    throw new BabelwireError('locked', `another run holds the store: ${readHolder(holderFile)}`, {
      place: { file: store },
      mend: 'Wait until it is done, or name another store with --store FILE.',
    })
  }
  const holder = `process ${process.pid} on ${os.hostname()}, since ${startedAt.toISOString()}`
  writeFileSync(holderFile, holder)
  return () => database.close()
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && /locked|busy/i.test(error.message)
}

function readHolder(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return 'a process that has not written its name yet'
  }
}
