import os from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lockPostgres } from '../../src/storage/postgres-lock.ts'
import { isPostgresMissing } from '../support/parts.ts'
import { startPostgres, type PostgresServer } from '../support/postgres.ts'
import { startScript } from './processes.ts'

const since = new Date('2026-11-23T08:00:00.123Z')

const holder = `
  import { lockStore } from 'SRC/storage/index.ts'
  const env = { DATABASE_URL: process.argv[1] }
  await lockStore('', env, 'desk', 'service', new Date('2026-11-23T07:30:00Z'))
  console.log('holds it')
  setInterval(() => undefined, 1000)`

describe.skipIf(isPostgresMissing())('the lock of a site in PostgreSQL', () => {
  let server: PostgresServer
  let url: string
  beforeAll(async () => {
    server = await startPostgres()
    url = await server.freshUrl()
  })
  afterAll(() => server.stop())

  test('is held by one at a time, and the others are told by whom', async () => {
    const lock = await lockPostgres(url, 'desk', 'run', since)
    const database = new URL(url).pathname
    await expect(lockPostgres(url, 'desk', 'run', since)).rejects.toMatchObject({
      code: 'locked',
      message: `another run holds the store: process ${process.pid} on ${os.hostname().slice(0, 25)}, since 2026-11-23T08:00:00.123Z`,
      mend: 'Wait until it is done.',
      place: { file: `postgres://postgres@${new URL(url).host}${database}` },
    })
    expect(lock.lost.aborted).toBe(false)
    await lock.release()
    const next = await lockPostgres(url, 'desk', 'run', since)
    await next.release()
    expect([lock.lost.aborted, next.lost.aborted]).toEqual([false, false])
  })

  test('of one site leaves the others free, and so does that of another database', async () => {
    const locks = [
      await lockPostgres(url, 'sports', 'run', since),
      await lockPostgres(url, 'politics', 'run', since),
      await lockPostgres(await server.freshUrl(), 'sports', 'run', since),
    ]
    await Promise.all(locks.map((lock) => lock.release()))
  })

  test('of a service that is killed with -9 is free again', async () => {
    const { child, firstLine, ended } = startScript(holder, url)
    await firstLine
    await expect(lockPostgres(url, 'desk', 'withdraw', since)).rejects.toMatchObject({
      code: 'locked',
      message: expect.stringMatching(
        `^a service holds the store: service, process ${child.pid} on .*, since 2026-11-23T07:30:00.000Z$`,
      ) as string,
    })
    child.kill('SIGKILL')
    await ended
    for (;;) {
      const lock = await lockPostgres(url, 'desk', 'run', since).catch(() => sleep(20))
      if (lock === undefined) continue
      await lock.release()
      return
    }
  })

  test('is known to be lost when its connection ends, and can be taken again', async () => {
    const lock = await lockPostgres(url, 'desk', 'service', since)
    const other = new pg.Client({ connectionString: url })
    await other.connect()
    const lost = new Promise((resolve) => lock.lost.addEventListener('abort', resolve))
    await other.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'babelwire service %'",
    )
    await other.end()
    await lost
    expect(lock.lost.aborted).toBe(true)
    await lock.release()
    const again = await lockPostgres(url, 'desk', 'service', since)
    await again.release()
  })

  test('that cannot be asked for is trouble with the store', async () => {
    const nowhere = 'postgres://newsroom:k0rr3sp0ndent@127.0.0.1:1/newsroom'
    await expect(lockPostgres(nowhere, 'desk', 'run', since)).rejects.toMatchObject({
      code: 'storage',
      place: { file: 'postgres://newsroom@127.0.0.1:1/newsroom' },
    })
  })
})
