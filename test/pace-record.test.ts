import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../src/clock.ts'
import { paceKey } from '../src/engines/index.ts'
import { openPaceRecord, type PaceRecord } from '../src/pace-record.ts'
import { openSqlite, type Database } from '../src/storage/index.ts'
import { openPostgres } from '../src/storage/postgres.ts'
import { temporaryFolder } from './storage/processes.ts'
import { startPostgres } from './support/postgres.ts'

const key = paceKey('deepl', 'canary-7f3a-do-not-print:fx')

const open = (database: Database, holder: string, isShared = true): PaceRecord =>
  openPaceRecord(database, { isShared, holder, clock: systemClock, random: Math.random })

/** Counts up by one; many at once must not lose any. */
const countUp = (record: PaceRecord, keep: 'now' | 'soon' | 'never' = 'never'): Promise<number> =>
  record.change(key, (state) => {
    const count = ((state as { count: number } | undefined)?.count ?? 0) + 1
    return { state: { count }, result: count, keep }
  })

const stored = async (database: Database): Promise<unknown> => {
  const [row] = await database.query('SELECT state FROM pace WHERE engine = $1', [key])
  return row === undefined ? undefined : JSON.parse(String(row['state']))
}

function openFile(file: string): Database {
  const database = openSqlite(file)
  onTestFinished(() => database.close())
  return database
}

test('the key of an engine is named by a hash, and the store does not hold it', async () => {
  const file = path.join(temporaryFolder(), 'store.sqlite')
  const database = openFile(file)
  await countUp(open(database, 'worker-1'))
  expect(key).toMatch(/^deepl [0-9a-f]{16}$/)
  expect(paceKey('deepl', 'another key')).not.toBe(key)
  for (const part of ['', '-wal']) expect(readFileSync(file + part).includes('canary')).toBe(false)
})

test('no change is lost between two that share a file', async () => {
  const file = path.join(temporaryFolder(), 'store.sqlite')
  const [one, two] = [openFile(file), openFile(file)]
  const records = [open(one, 'worker-1'), open(two, 'worker-2')]
  const counts = await Promise.all(
    Array.from({ length: 100 }, (_, n) => countUp(records[n % 2] as PaceRecord)),
  )
  expect(new Set(counts).size).toBe(100)
  expect(await stored(one)).toEqual({ count: 100 })
})

test('no change is lost between two on PostgreSQL', async () => {
  const server = await startPostgres()
  try {
    const url = await server.freshUrl()
    const databases = [await openPostgres(url), await openPostgres(url)] as const
    const records = databases.map((database, n) => open(database, `worker-${n}`))
    const work: Promise<number>[] = []
    for (let n = 0; n < 60; n++) {
      work.push(countUp(records[n % 2] as PaceRecord))
      if (n % 6 === 5) await systemClock.sleep(2)
    }
    expect(new Set(await Promise.all(work)).size).toBe(60)
    expect(await stored(databases[0])).toEqual({ count: 60 })
    await Promise.all(databases.map((database) => database.close()))
  } finally {
    await server.stop()
  }
})

test('what does not change is not written', async () => {
  const database = openFile(':memory:')
  const record = open(database, 'worker-1')
  await record.change(key, (state) => ({ state, result: undefined, keep: 'now' }))
  expect(await stored(database)).toBeUndefined()
})

test('a process alone writes only what must outlive it, and a rate some seconds apart', async () => {
  const database = openFile(':memory:')
  let batches = 0
  const counted = {
    ...database,
    batch: (statements: Parameters<Database['batch']>[0]) => {
      batches++
      return database.batch(statements)
    },
  }
  const record = open(counted, 'service', false)
  for (let n = 0; n < 50; n++) await countUp(record)
  expect(batches).toBe(0)
  for (let n = 0; n < 50; n++) await countUp(record, 'soon')
  expect(batches).toBe(1)
  await countUp(record, 'now')
  expect(batches).toBe(2)
  expect(await countUp(open(database, 'the next service', false))).toBe(102)
})

test('the time of all who share is that of the database', async () => {
  const database = openFile(':memory:')
  const at = Date.UTC(2026, 10, 23, 8)
  const record = open({ ...database, now: () => Promise.resolve(new Date(at)) }, 'worker-1')
  const now = await record.change(key, (state, now) => ({ state, result: now, keep: 'never' }))
  expect(now).toBe(at)
})
