import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import pg from 'pg'
import { bossSchema, connectBoss, migrateQueue } from '../../src/queue/boss-connection.ts'
import { openBossQueue } from '../../src/queue/boss-queue.ts'
import type { BabelwireError } from '../../src/errors.ts'
import type { Queue } from '../../src/queue/index.ts'
import { startPostgres, type PostgresServer } from '../support/postgres.ts'
import { describeQueue } from './queue.conformance.ts'

let server: PostgresServer
let shared: string
let sites = 0

beforeAll(async () => {
  server = await startPostgres()
  shared = await server.freshUrl()
  await migrateQueue(shared)
})

afterAll(() => server.stop())

async function command(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql)
  await client.end()
}

describeQueue('over pg-boss', () => {
  const url = shared
  const site = `news-${sites++}`
  const queues: Queue[] = []
  const open = async (site: string): Promise<Queue> => {
    const queue = await openBossQueue(url, site, { migrate: false, superviseSeconds: 1 })
    queues.push(queue)
    return queue
  }
  return Promise.resolve({
    open: () => open(site),
    openOther: () => open(`${site}-sport`),
    pass: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    // The shortest lease pg-boss knows is 10 seconds: not waited for, but left to it from there.
    lapse: async () => {
      await command(url, `UPDATE pgboss.job SET heartbeat_on = now() - interval '1 minute'`)
      const active = (): Promise<readonly unknown[]> =>
        queues[0]?.desk.list({ state: 'active' }) ?? Promise.resolve([])
      await vi.waitUntil(async () => (await active()).length === 0, { timeout: 20_000 })
    },
    opening: `
      import { openBossQueue } from 'SRC/queue/boss-queue.ts'
      const queue = await openBossQueue(process.argv[1], process.argv[2], { migrate: false, supervise: false })`,
    args: [url, site],
    close: async () => {
      await Promise.all(queues.map((queue) => queue.close()))
    },
  })
})

describe('the schema of pg-boss', () => {
  it('is the one of the version that is pinned', () => {
    const file = new URL('../../node_modules/pg-boss/package.json', import.meta.url)
    const { pgboss } = JSON.parse(readFileSync(file, 'utf8')) as { pgboss: { schema: number } }
    expect(bossSchema).toBe(pgboss.schema)
  })

  it('is asked for where it is not there', async () => {
    const opening = openBossQueue(await server.freshUrl(), 'news', { migrate: false })
    await expect(opening).rejects.toMatchObject({
      code: 'storage',
      message: 'the database has no tables for jobs yet',
      mend: 'Bring it up to date with "babelwire store migrate".',
    })
  })

  it.each([
    [bossSchema - 1, 'Bring it up to date with "babelwire store migrate".'],
    [bossSchema + 1, 'Use the newer Babelwire that wrote it.'],
  ])('is refused as %i', async (schema, mend) => {
    const url = await server.freshUrl()
    await migrateQueue(url)
    await command(url, `UPDATE pgboss.version SET version = ${schema}`)
    await expect(openBossQueue(url, 'news', { migrate: false })).rejects.toMatchObject({
      message: `the queue has schema ${schema}, this Babelwire knows ${bossSchema}`,
      mend,
    })
    // A newer one is not brought "up to date" either.
    if (schema > bossSchema) await expect(migrateQueue(url)).rejects.toMatchObject({ mend })
  })

  it('is made once by four that start together', async () => {
    const url = await server.freshUrl()
    const queues = await Promise.all(
      Array.from({ length: 4 }, () => openBossQueue(url, 'news', { supervise: false })),
    )
    expect(await queues[3]?.add([{ lane: 'poll', name: 'agency feed', data: null }])).toBe(1)
    for (const queue of queues) await queue.close()
  })
})

describe('trouble with PostgreSQL', () => {
  it('is told without the password, and never as the object of another', async () => {
    const url = new URL(server.url)
    url.password = 'geheim%C3%A9-Hafenbrücke'
    const wrong = await openBossQueue(url.href, 'news').catch((error: unknown) => error)
    expect(wrong).toMatchObject({ name: 'BabelwireError', code: 'storage' })
    expect((wrong as BabelwireError).message).toContain('password authentication failed')
    url.port = '1'
    const refused = await openBossQueue(url.href, 'news').catch((error: unknown) => error)
    expect((refused as BabelwireError).message).toContain('ECONNREFUSED')
    const broken = await openBossQueue('postgres://news:geheim@:x/y', 'news').catch(
      (error: unknown) => error,
    )
    for (const error of [wrong, refused, broken]) {
      expect(error).toMatchObject({ name: 'BabelwireError' })
      expect(JSON.stringify([(error as Error).message, (error as Error).stack])).not.toMatch(
        /geheim/,
      )
      expect((error as Error).cause).toBeUndefined()
    }
  })

  it('that comes and goes ends neither the process nor the queue', async () => {
    const url = await server.freshUrl()
    const troubles: string[] = []
    const queue = await openBossQueue(url, 'news', {
      superviseSeconds: 1,
      log: { warn: (event, fields) => troubles.push(`${event} ${String(fields?.['error'])}`) },
    })
    await queue.add([{ lane: 'poll', name: 'agency feed', data: null }])
    const [job] = await queue.take('poll', 1)
    if (job === undefined) throw new Error('one was put in')
    await server.restart()
    // The first question may meet a connection that is gone.
    await vi.waitUntil(() => queue.extend([job]).catch(() => false), { timeout: 20_000 })
    await queue.finish(new Map([[job, { kind: 'done' }]]))
    expect(await queue.desk.list()).toEqual([])
    expect(troubles.join()).not.toContain(new URL(url).password)
    await queue.close()
  })

  it('in the middle of an ending leaves every job as it was', async () => {
    const url = await server.freshUrl()
    const queue = await openBossQueue(url, 'news')
    await queue.add(['бюджет', '预算'].map((name) => ({ lane: 'localize.es', name, data: null })))
    const [first, second] = await queue.take('localize.es', 2)
    if (first === undefined || second === undefined) throw new Error('two were put in')
    const unwritable = '\u0000'
    const finishing = queue.finish(
      new Map([
        [first, { kind: 'done' } as const],
        [second, { kind: 'dead', reason: unwritable } as const],
      ]),
    )
    await expect(finishing).rejects.toMatchObject({ code: 'storage' })
    expect(await queue.extend([first, second])).toEqual([first, second])
    await queue.close()
  })

  it('is not met twice where two transactions wait for each other', async () => {
    const connection = await connectBoss(await server.freshUrl(), { supervise: false })
    await connection.query('CREATE TABLE counter (id INT PRIMARY KEY, hits INT)', [])
    await connection.query('INSERT INTO counter VALUES (1, 0), (2, 0)', [])
    const hit = (one: number, other: number): Promise<void> =>
      connection.transact(async (_boss, db) => {
        for (const id of [one, other]) {
          await db.executeSql('UPDATE counter SET hits = hits + 1 WHERE id = $1', [id])
          await new Promise((resolve) => setTimeout(resolve, 50))
        }
      })
    await Promise.all([hit(1, 2), hit(2, 1)])
    expect(await connection.query('SELECT hits FROM counter', [])).toEqual([
      { hits: 2 },
      { hits: 2 },
    ])
    await connection.close()
  })
})
