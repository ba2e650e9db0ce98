import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { main } from '../../src/cli.ts'
import { migrateQueue, openQueue, type Queue } from '../../src/queue/index.ts'
import { openStoreQueue } from '../../src/queue/store-queue.ts'
import { migrateStore, openSqlite, openStore, type Database } from '../../src/storage/index.ts'
import { siteOf, readConfig } from '../../src/config.ts'
import { openNewsroom, type Newsroom } from '../support/newsroom.ts'
import { startPostgres } from '../support/postgres.ts'

const config = 'source: en\nlanguages: [es, ar]\nengine: pseudo\narticles: [articles/*.md]\n'

let newsroom: Newsroom

beforeEach(() => {
  newsroom = openNewsroom({ 'babelwire.yaml': config })
})

afterEach(() => newsroom.remove())

/** Does something with the jobs of the newsroom, as the service would. */
async function withQueue<T>(work: (queue: Queue) => Promise<T>): Promise<T> {
  const { store, ...rest } = readConfig(newsroom.path('babelwire.yaml'))
  const database: Database = openSqlite(store)
  try {
    return await work(
      openStoreQueue(database, siteOf({ store, ...rest }), {
        now: () => new Date('2026-11-23T08:00:00Z'),
      }),
    )
  } finally {
    await database.close()
  }
}

/** One job that was given up, one that waits. */
async function fill(): Promise<void> {
  await withQueue(async (queue) => {
    const data = { article: 'harbour-bridge' }
    await queue.add([
      { lane: 'localize.ar', name: 'جسر الميناء', data },
      { lane: 'localize.es', name: 'harbour-bridge', data },
    ])
    const [job] = await queue.take('localize.ar', 1)
    if (job === undefined) throw new Error('one was put in')
    const reason = 'DeepL answered 400:\nbad  request'
    await queue.finish(new Map([[job, { kind: 'dead', reason }]]))
  })
}

const list = async (...args: string[]): Promise<readonly Record<string, unknown>[]> => {
  const { out } = await newsroom.run('jobs', 'list', '--json', ...args)
  return (JSON.parse(out) as { jobs: readonly Record<string, unknown>[] }).jobs
}

describe('babelwire jobs list', () => {
  it('says so when there are none, and makes no store to look into', async () => {
    expect(await newsroom.run('jobs', 'list')).toMatchObject({
      code: 0,
      out: 'There are no jobs.\n',
    })
    expect(await list()).toEqual([])
    expect(newsroom.has('.babelwire')).toBe(false)
    await fill()
    const { out } = await newsroom.run('jobs', 'list', '--state', 'active')
    expect(out).toBe('There are no jobs that are active.\n')
  })

  it('shows what was given up first, and why, each on a line', async () => {
    await fill()
    const { code, out } = await newsroom.run('jobs', 'list')
    expect(code).toBe(0)
    const lines = out.trimEnd().split('\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toMatch(/^id +lane +name +state +tries +due +reason$/)
    expect(lines[1]).toMatch(/localize\.ar +جسر الميناء +dead +1 +DeepL answered 400: bad request$/)
    expect(lines[2]).toMatch(/localize\.es +harbour-bridge +waiting +0 +2026-11-23 08:00$/)
  })

  it('lists one state, as data', async () => {
    await fill()
    expect(await list('--state', 'dead')).toMatchObject([
      { lane: 'localize.ar', state: 'dead', attempts: 1, data: { article: 'harbour-bridge' } },
    ])
  })

  it('says when there are more than it lists', async () => {
    await fill()
    const { out, err } = await newsroom.run('jobs', 'list', '--limit', '1')
    expect(out.trimEnd().split('\n')).toHaveLength(2)
    expect(err).toContain('There are more; list them with --limit 10.')
  })

  it.each([
    [['--state', 'ded'], 'there is no state "ded"', 'Did you mean "dead"?'],
    [['--state', 'finished'], 'there is no state', 'Choose one of waiting, active, dead.'],
    [['--limit', '0'], '"0" is no number of jobs', 'such as --limit 100'],
  ])('refuses %j', async (args, what, mend) => {
    const { code, err } = await newsroom.run('jobs', 'list', ...args)
    expect(code).toBe(2)
    expect(err).toContain(what)
    expect(err).toContain(mend)
  })
})

describe('babelwire jobs retry', () => {
  it('has a job tried again that was given up', async () => {
    await fill()
    const [dead] = await list('--state', 'dead')
    expect(await newsroom.run('jobs', 'retry', String(dead?.['id']))).toMatchObject({
      code: 0,
      out: 'Tried again now: 1\n',
    })
    expect(await list('--state', 'waiting')).toHaveLength(2)
  })

  it('has all tried again that were given up', async () => {
    await fill()
    expect((await newsroom.run('jobs', 'retry', 'dead')).out).toBe('Tried again now: 1\n')
    expect((await newsroom.run('jobs', 'retry', 'dead')).out).toBe('No job was given up.\n')
  })

  it('says what it left alone, and that not all is done', async () => {
    await fill()
    await withQueue((queue) =>
      queue.add([{ lane: 'localize.ar', name: 'جسر الميناء', data: { revision: 2 } }]),
    )
    const { code, out, err } = await newsroom.run('jobs', 'retry', 'dead', '--json')
    expect(code).toBe(4)
    expect(JSON.parse(out)).toEqual({ retried: 0, left: 1 })
    expect(err).toContain('1 left as they are')
  })
})

describe('babelwire jobs drop', () => {
  it('takes jobs out for good', async () => {
    await fill()
    const [waiting] = await list('--state', 'waiting')
    const { out } = await newsroom.run('jobs', 'drop', 'dead', String(waiting?.['id']), '--json')
    expect(JSON.parse(out)).toEqual({ dropped: 2, left: 0 })
    expect(await list()).toEqual([])
  })

  it('does nothing when one of the jobs named is not there', async () => {
    await fill()
    const { code, err } = await newsroom.run('jobs', 'drop', 'dead', '3f7c')
    expect(code).toBe(2)
    expect(err).toContain('there is no job "3f7c"')
    expect(err).toContain('babelwire jobs list')
    expect(await list()).toHaveLength(2)
  })

  it('leaves a job alone that is being worked on', async () => {
    await withQueue(async (queue) => {
      await queue.add([{ lane: 'poll', name: 'agency feed', data: null }])
    })
    const { store } = readConfig(newsroom.path('babelwire.yaml'))
    const database = openSqlite(store)
    const site = siteOf(readConfig(newsroom.path('babelwire.yaml')))
    const [job] = await openStoreQueue(database, site, { now: () => new Date() }).take('poll', 1)
    await database.close()
    const { code, err } = await newsroom.run('jobs', 'drop', job?.id ?? '')
    expect(code).toBe(4)
    expect(err).toContain('1 left: they are being worked on')
  })
})

describe('babelwire jobs, with the store in PostgreSQL', () => {
  it('shows, retries and drops the jobs there', async () => {
    const server = await startPostgres()
    try {
      const env = { NO_COLOR: '1', DATABASE_URL: await server.freshUrl() }
      const run = async (...args: string[]): Promise<readonly [number, string, string]> => {
        let [out, err] = ['', '']
        const code = await main(['jobs', ...args], {
          ...{ env, folder: newsroom.folder, isInteractive: false },
          ...{ out: (text) => void (out += text), note: (text) => void (err += text) },
          signal: new AbortController().signal,
        })
        return [code, out, err]
      }
      const settings = readConfig(newsroom.path('babelwire.yaml'))
      await migrateStore(settings.store, env)
      const [code, , err] = await run('list')
      expect(code).toBe(4)
      expect(err).toContain('Bring it up to date with "babelwire store migrate".')
      expect(err).not.toContain(new URL(env.DATABASE_URL).password)
      await migrateQueue(env.DATABASE_URL)
      const database = await openStore(settings.store, env)
      const queue = await openQueue(database, env, siteOf(settings), { now: () => new Date() })
      await queue.add([{ lane: 'localize.ar', name: 'جسر الميناء', data: null }])
      const [job] = await queue.take('localize.ar', 1)
      if (job === undefined) throw new Error('one was put in')
      await queue.finish(new Map([[job, { kind: 'dead', reason: 'no engine' }]]))
      expect((await run('list'))[1]).toMatch(/جسر الميناء +dead +1 +no engine/)
      expect(await run('retry', job.id)).toEqual([0, 'Tried again now: 1\n', ''])
      expect(await run('drop', job.id)).toEqual([0, 'Taken out: 1\n', ''])
      expect((await run('drop', job.id))[0]).toBe(2)
      await queue.close()
      await database.close()
    } finally {
      await server.stop()
    }
  })
})
