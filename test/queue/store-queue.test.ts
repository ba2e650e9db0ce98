import path from 'node:path'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import { expect, it } from 'vitest'
import { openStoreQueue } from '../../src/queue/store-queue.ts'
import { openSqlite, type Database } from '../../src/storage/index.ts'
import { describeQueue } from './queue.conformance.ts'

const leaseMs = 30_000

describeQueue('in the embedded store', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'babelwire-queue-'))
  const file = path.join(folder, 'store.db')
  const databases: Database[] = []
  let aheadMs = 0
  const now = (): Date => new Date(Date.now() + aheadMs)
  const open = (site: string): ReturnType<typeof openStoreQueue> => {
    const database = openSqlite(file)
    databases.push(database)
    return openStoreQueue(database, site, { leaseMs, now })
  }
  const pass = (ms: number): Promise<void> => Promise.resolve(void (aheadMs += ms))
  return Promise.resolve({
    open: () => Promise.resolve(open('news')),
    openOther: () => Promise.resolve(open('sport')),
    pass,
    lapse: () => pass(leaseMs + 1),
    opening: `
      import { openSqlite } from 'SRC/storage/index.ts'
      import { openStoreQueue } from 'SRC/queue/store-queue.ts'
      const queue = openStoreQueue(openSqlite(process.argv[1]), 'news', { now: () => new Date() })`,
    args: [file],
    close: async () => {
      for (const database of databases) await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  })
})

it('takes back a lease that lies too far ahead, because the clock ran backwards', async () => {
  const database = openSqlite(':memory:')
  let at = Date.UTC(2026, 10, 23, 12)
  const queue = openStoreQueue(database, 'news', { leaseMs, now: () => new Date(at) })
  const due = new Date(at - 7_200_000)
  await queue.add([{ lane: 'poll', name: 'agency feed', data: null, due }])
  const [late] = await queue.take('poll', 1)
  at -= 10_000
  expect(await queue.take('poll', 1)).toEqual([])
  at -= 3_600_000
  const [job] = await queue.take('poll', 1)
  expect(job?.id).toBe(late?.id)
  expect(job?.token).not.toBe(late?.token)
  await database.close()
})

it('looks at an idle lane without writing, so that it keeps nobody from writing', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'babelwire-queue-'))
  const file = path.join(folder, 'store.db')
  const [writer, looker] = [openSqlite(file), openSqlite(file)]
  const queue = openStoreQueue(looker, 'news', { now: () => new Date() })
  await writer.query('BEGIN IMMEDIATE')
  // A write would wait for 10 seconds and fail.
  expect(await queue.take('localize.es', 10)).toEqual([])
  expect(await queue.desk.lanes()).toEqual([])
  await writer.query('ROLLBACK')
  await writer.close()
  await looker.close()
  rmSync(folder, { recursive: true, force: true })
})

it('counts right when another process puts the same in between looking and writing', async () => {
  const database = openSqlite(':memory:')
  const now = (): Date => new Date()
  const other = openStoreQueue(database, 'news', { now })
  const jobs = ['совет', '选举'].map((name) => ({ lane: 'localize.es', name, data: null }))
  let isFirst = true
  const slow: Database = {
    ...database,
    attempt: async (statements) => {
      if (isFirst) await other.add(jobs.slice(1))
      isFirst = false
      return database.attempt(statements)
    },
  }
  expect(await openStoreQueue(slow, 'news', { now }).add(jobs)).toBe(1)
  expect(await other.take('localize.es', 5)).toHaveLength(2)
  await database.close()
})
