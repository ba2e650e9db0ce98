import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { BabelwireError } from '../../src/errors.ts'
import { isPassing, openStore, type Database } from '../../src/storage/index.ts'
import { migrations } from '../../src/storage/migrations.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { isPostgresMissing } from '../support/parts.ts'
import { startPostgres, type PostgresServer } from '../support/postgres.ts'
import { describeDatabase } from './database.conformance.ts'

describe.skipIf(isPostgresMissing())('the store in PostgreSQL', () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.stop())

  describeDatabase('PostgreSQL', async () => {
    const url = await server.freshUrl()
    return {
      file: '/nowhere/store.db',
      env: { DATABASE_URL: url },
      openWith: (steps) => openPostgres(url, { steps }),
    }
  })

  /** A database, opened, and a connection to it that is not ours. */
  async function openBoth(): Promise<{ database: Database; other: pg.Client; url: string }> {
    const url = await server.freshUrl()
    const database = await openPostgres(url)
    const other = new pg.Client({ connectionString: url })
    other.on('error', () => undefined)
    await other.connect()
    onTestFinished(async () => {
      await database.close()
      await other.end().catch(() => undefined)
    })
    return { database, other, url }
  }

  const spend = { sql: "UPDATE spending SET micros = micros + 1 WHERE scope = 'day'" }
  const newBudget = { sql: "INSERT INTO spending (scope, micros) VALUES ('day', 0)" }
  const started = (id: string): { sql: string; params: string[] } => ({
    sql: "INSERT INTO run (id, started) VALUES ($1, '2026-11-23')",
    params: [id],
  })

  /** Waits until a connection of ours waits for a lock, and ends it in the midst of its transaction. */
  async function killWaiting(url: string): Promise<void> {
    // A transaction would see the same list of connections again and again.
    const watcher = new pg.Client({ connectionString: url })
    await watcher.connect()
    for (let rowCount: number | null = 0; rowCount === 0; await sleep(10)) {
      const killed = await watcher.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = 'babelwire' AND wait_event_type = 'Lock'
           AND datname = current_database()`,
      )
      rowCount = killed.rowCount
    }
    await watcher.end()
  }

  test('a batch whose connection is cut in the middle is done once, whole', async () => {
    const { database, other, url } = await openBoth()
    await database.batch([newBudget])
    await other.query("BEGIN; UPDATE spending SET micros = micros + 100 WHERE scope = 'day'")
    const batch = database.batch([started('before'), spend, started('after')])
    await killWaiting(url)
    await killWaiting(url)
    expect((await other.query('SELECT * FROM run')).rows).toEqual([])
    await other.query('COMMIT')
    await batch
    expect(await database.query('SELECT id FROM run ORDER BY id')).toEqual([
      { id: 'after' },
      { id: 'before' },
    ])
    expect(await database.query('SELECT micros FROM spending')).toEqual([{ micros: 101 }])
  })

  test('a batch that is cut too often fails with nothing stored, and says that it may pass', async () => {
    const { database, other, url } = await openBoth()
    await database.batch([newBudget])
    await other.query("BEGIN; UPDATE spending SET micros = micros + 100 WHERE scope = 'day'")
    const batch = database.batch([started('before'), spend]).catch((error: unknown) => error)
    for (let i = 0; i < 6; i++) await killWaiting(url)
    const error = await batch
    expect(error).toMatchObject({
      code: 'storage',
      mend: 'Check that PostgreSQL runs and can be reached, then try again: what was stored is kept.',
    })
    expect(isPassing(error)).toBe(true)
    await other.query('ROLLBACK')
    expect(await database.query('SELECT * FROM run')).toEqual([])
  })

  test('a server that restarts between and during queries is found again', async () => {
    const { database } = await openBoth()
    await database.batch([newBudget])
    await Promise.all(Array.from({ length: 8 }, () => database.query('SELECT 1 AS one')))
    await server.restart()
    expect(await database.query('SELECT micros FROM spending')).toEqual([{ micros: 0 }])
    const restarted = server.restart()
    await Promise.all(Array.from({ length: 200 }, () => database.query('SELECT 1 AS one')))
    await restarted
    await database.batch([spend])
    expect(await database.query('SELECT micros FROM spending')).toEqual([{ micros: 1 }])
  })

  test('more statements at once than connections all get their answer', async () => {
    const { database } = await openBoth()
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, i) =>
        database.query('SELECT COUNT(*) + CAST($1 AS INTEGER) AS n FROM run', [i]),
      ),
    )
    expect(answers.map(([row]) => row?.['n'])).toEqual(Array.from({ length: 300 }, (_, i) => i))
  })

  test('a text with NUL is refused in our words', async () => {
    const { database } = await openBoth()
    const write = database.batch([started('Київ\u0000')])
    await expect(write).rejects.toMatchObject({
      code: 'storage',
      message: 'PostgreSQL cannot store the character U+0000: "Київ\\u0000"',
    })
    await expect(database.query('SELECT * FROM run WHERE id = $1', ['\u0000'])).rejects.toThrow(
      'U+0000',
    )
  })

  test('a worker leaves an older schema alone and says who changes it', async () => {
    const url = await server.freshUrl()
    const refused = {
      code: 'storage',
      mend: 'Bring it up to date: run "babelwire store migrate" once.',
    }
    await expect(openPostgres(url, { isMigrating: false })).rejects.toMatchObject(refused)
    await (await openPostgres(url, { steps: migrations.slice(0, 2) })).close()
    const env = { DATABASE_URL: url }
    await expect(openStore('/nowhere', env, { isMigrating: false })).rejects.toMatchObject({
      ...refused,
      message: `the store has schema 2, this Babelwire needs ${migrations.length}`,
    })
    await (await openStore('/nowhere', env)).close()
    await (await openStore('/nowhere', env, { isMigrating: false })).close()
  })

  async function failure(url: string): Promise<BabelwireError> {
    return (await openPostgres(url).then(
      () => undefined,
      (error: unknown) => error,
    )) as BabelwireError
  }

  test('trouble names the database and never the password', async () => {
    const secret = 'k0rr3sp0ndent'
    const at = (host: string, database: string): string => {
      const url = new URL(server.url)
      url.password = secret
      return `postgres://${url.username}:${secret}@${host}/${database}?application_name=${secret}`
    }
    const host = new URL(server.url).host
    const errors = [
      await failure(at(host, 'postgres')),
      await failure(at('127.0.0.1:1', 'newsroom')),
      await failure(at('no-such-host.invalid', 'newsroom')),
      await failure(`postgres://newsroom:${secret}/%zz@#/`),
      await failure(`mysql://newsroom:${secret}@localhost/newsroom`),
      await failure(secret),
    ]
    for (const error of errors) {
      expect(error.name).toBe('BabelwireError')
      const { message, mend, place, cause, stack } = error
      const all = [message, mend, place?.file, stack, JSON.stringify(cause), String(cause)].join(
        ' ',
      )
      expect(all).not.toContain(secret)
    }
    const [denied, refused, unknown, ...malformed] = errors
    expect(denied).toMatchObject({ mend: 'Check the user and the password in DATABASE_URL.' })
    expect(denied?.place?.file).toBe(`postgres://${new URL(server.url).username}@${host}/postgres`)
    expect(isPassing(denied)).toBe(false)
    expect(isPassing(refused)).toBe(true)
    expect(unknown).toMatchObject({ mend: 'Check the host in DATABASE_URL.' })
    expect(malformed.map(({ code }) => code)).toEqual(['config', 'config', 'config'])
  })

  test('a database that is not there is told from one that cannot be reached', async () => {
    const url = new URL(server.url)
    url.pathname = '/no_such_newsroom'
    const error = await failure(url.href)
    expect(error.mend).toBe('Create the database, or name another one in DATABASE_URL.')
    expect(isPassing(error)).toBe(false)
  })
})
