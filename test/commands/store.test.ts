import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { main } from '../../src/cli.ts'
import { canonicalJson } from '../../src/queue/canonical-json.ts'
import { openQueue, type Json } from '../../src/queue/index.ts'
import {
  openSqlite,
  openStore,
  readRows,
  storeTables,
  type Database,
  type Row,
} from '../../src/storage/index.ts'
import { migrations } from '../../src/storage/migrations.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { openNewsroom, type Newsroom } from '../support/newsroom.ts'
import { isPostgresMissing } from '../support/parts.ts'
import { startPostgres, type PostgresServer } from '../support/postgres.ts'

const config = `source: en
languages: [uk]
engine: pseudo
`

function newNewsroom(): Newsroom {
  const newsroom = openNewsroom({ 'babelwire.yaml': config })
  onTestFinished(() => newsroom.remove())
  return newsroom
}

const texts = [
  'Київ\u2028стоїть "твердо".',
  'كييف صامدة\u200f.',
  '基辅屹立𠮷。',
  'Kyiv stands.\r\n\\',
]

/** The site of the configuration, and another that shares its store. */
const sites = ['../locales', 'sports']

/** Rows in every table, each text cell in another script. */
async function fill(newsroom: Newsroom, rowsEach = 3): Promise<void> {
  const database = openSqlite(newsroom.path('.babelwire', 'store.db'))
  for (const { name, columns } of storeTables()) {
    if (name === 'job') continue
    await database.batch(
      Array.from({ length: rowsEach }, (_, i) => ({
        sql: `INSERT INTO ${name} (${columns.map((one) => one.name).join(', ')})
              VALUES (${columns.map((_, place) => `$${place + 1}`).join(', ')})`,
        params: columns.map(({ isNumber, isNullable }, place) => {
          if (isNullable && i % 2 === 1) return null
          return isNumber ? i * 1_000_000_007 - place : `${texts[(i + place) % texts.length]} ${i}`
        }),
      })),
    )
  }
  await database.batch([
    {
      sql: 'INSERT INTO schedule (site, source, slot) VALUES ($1, $2, 0)',
      params: ['sports', 'wire'],
    },
  ])
  for (const site of sites) await fillQueue(database, site)
  await database.close()
}

async function fillQueue(database: Database, site: string): Promise<void> {
  const queue = await openQueue(database, {}, site, { now: () => new Date() })
  const data = { article: 'rain', text: texts }
  await queue.add([{ lane: 'notify', name: 'webhook', data }])
  const [job] = await queue.take('notify', 1)
  if (job === undefined) throw new Error('there is no job')
  await queue.finish(new Map([[job, { kind: 'dead', reason: 'Отримувач мовчить' }]]))
  await queue.add([
    { lane: 'notify', name: 'webhook', data: 'Місто прокинулось', priority: 9 },
    { lane: 'localize.uk', name: 'rain', data, due: new Date('2027-01-01T00:00:00Z') },
  ])
  await queue.close()
}

async function everyRow(
  newsroom: Newsroom,
  env: Readonly<Record<string, string>> = {},
): Promise<Readonly<Record<string, readonly Row[]>>> {
  const database = await openStore(newsroom.path('.babelwire', 'store.db'), env)
  const tables: Record<string, Row[]> = {}
  for (const table of storeTables()) {
    const rows: Row[] = []
    for await (const page of readRows(database, table)) rows.push(...page)
    tables[table.name] = rows
  }
  await database.close()
  return tables
}

/** What of a job outlives a move through pg-boss. */
function lasting(rows: readonly Row[] = []): readonly Row[] {
  return rows
    .map(({ site, lane, name, data, priority, state, reason, due }) => ({
      ...{ site, lane, name, priority, state, reason },
      // PostgreSQL keeps no order of keys.
      data: canonicalJson(JSON.parse(String(data)) as Json),
      // What is dead is not due.
      due: state === 'dead' ? null : due,
    }))
    .map((row) => row as Row)
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

describe('an export', () => {
  test('of the embedded store fills another with the same rows, packed or not', async () => {
    const newsroom = newNewsroom()
    await fill(newsroom, 1500)
    expect(await newsroom.run('store', 'export', 'out/store.jsonl')).toMatchObject({
      code: 0,
      err: '',
    })
    const packed = await newsroom.run('store', 'export', 'out/store.jsonl.gz', '--json')
    const report = JSON.parse(packed.out) as { rows: number; tables: Record<string, number> }
    expect(report.tables).toMatchObject({ memory: 1500, job: 6 })
    expect(report.rows).toBe((storeTables().length - 1) * 1500 + 7)
    const plain = newsroom.read('out/store.jsonl')
    const unpacked = gunzipSync(readFileSync(newsroom.path('out/store.jsonl.gz'))).toString()
    // But for the moment in the first line and what follows from it in the last.
    expect(unpacked.split('\n').slice(1, -2)).toEqual(plain.split('\n').slice(1, -2))

    for (const file of ['out/store.jsonl', 'out/store.jsonl.gz']) {
      const other = newNewsroom()
      const { code, out } = await other.run('store', 'import', newsroom.path(file))
      expect({ code, out }).toEqual({
        code: 0,
        out: `${other.path('.babelwire', 'store.db')}: ${report.rows} rows of ${storeTables().length} tables\n`,
      })
      expect(await everyRow(other)).toEqual(await everyRow(newsroom))
    }
  })

  test('of a store that does not exist is refused, and makes none', async () => {
    const newsroom = newNewsroom()
    const { code, err } = await newsroom.run('store', 'export', 'store.jsonl')
    expect({ code, err }).toMatchObject({
      code: 2,
      err: expect.stringContaining('there is no store') as string,
    })
    expect([newsroom.has('.babelwire'), newsroom.has('store.jsonl')]).toEqual([false, false])
  })

  test('that cannot be written leaves nothing behind', async () => {
    const newsroom = newNewsroom()
    await fill(newsroom)
    newsroom.write('folder/file', '')
    newsroom.write('taken/store.jsonl/file', '')
    for (const file of ['folder/file/store.jsonl', 'taken/store.jsonl']) {
      const { code, err } = await newsroom.run('store', 'export', file)
      expect(code).toBe(4)
      expect(err).toMatch(/store\.jsonl {2}cannot write: .*\[storage\]/)
    }
    expect(readdirSync(newsroom.path('taken'))).toEqual(['store.jsonl'])
  })
})

describe('an import', () => {
  /** A file of an export, changed by `change`, and a new newsroom that imports it. */
  async function importChanged(
    change: (lines: string[]) => readonly string[],
    seal: 'sealed' | 'as it is' = 'as it is',
  ): Promise<{ code: number; err: string; other: Newsroom }> {
    const newsroom = newNewsroom()
    await fill(newsroom)
    await newsroom.run('store', 'export', 'store.jsonl')
    const changed = change(newsroom.read('store.jsonl').trimEnd().split('\n'))
    const body = changed
      .slice(0, -1)
      .map((line) => `${line}\n`)
      .join('')
    const end = {
      rows: changed.length - 2,
      sha256: createHash('sha256').update(body).digest('hex'),
    }
    const other = newNewsroom()
    other.write(
      'store.jsonl',
      seal === 'sealed' ? `${body}${JSON.stringify({ end })}\n` : `${changed.join('\n')}\n`,
    )
    const { code, err } = await other.run('store', 'import', 'store.jsonl')
    return { code, err, other }
  }

  const isEmpty = async (newsroom: Newsroom): Promise<boolean> =>
    Object.values(await everyRow(newsroom)).every((rows) => rows.length === 0)

  test.each<[string, (lines: string[]) => readonly string[], RegExp]>([
    ['cut at a line', (lines) => lines.slice(0, 9), /store\.jsonl:10 .*ends before its last line/],
    [
      'cut in a line',
      (lines) => [...lines.slice(0, 9), '{"table":"mem'],
      /store\.jsonl:10 .*not whole JSON/,
    ],
    ['with a line lost', (lines) => lines.toSpliced(5, 1), /rows, not the \d+ written/],
    [
      'with a word changed',
      (lines) => lines.map((line) => line.replace('屹立', '陷落')),
      /something was changed/,
    ],
    ['with more after its end', (lines) => [...lines, '{}'], /there is more after the end/],
  ])('of a file %s is refused with its line and leaves no row', async (_, change, message) => {
    const { code, err, other } = await importChanged(change)
    expect(code).toBe(4)
    expect(err).toMatch(message)
    expect(other.has('.babelwire/store.db')).toBe(false)
    expect(await isEmpty(other)).toBe(true)
  })

  test.each<[string, (lines: string[]) => readonly string[], RegExp]>([
    [
      'an unknown table',
      (lines) => lines.with(3, '{"table":"__proto__","row":{}}'),
      /store\.jsonl:4 .*no table "__proto__"/,
    ],
    [
      'an unknown column',
      (lines) => lines.with(3, '{"table":"spending","row":{"scope":"day","micros":1,"bonus":1}}'),
      /:4 .*spending has no column "bonus"/,
    ],
    [
      'a fraction of a micro',
      (lines) => lines.with(3, '{"table":"spending","row":{"scope":"day","micros":1.5}}'),
      /:4 .*spending\.micros is 1\.5/,
    ],
    [
      'a missing cell',
      (lines) => lines.with(3, '{"table":"spending","row":{"scope":"day"}}'),
      /:4 .*spending\.micros is missing/,
    ],
    [
      'the same row twice',
      (lines) => lines.toSpliced(3, 0, lines[3] ?? ''),
      /store\.jsonl:2 .*lines 2 to \d+: the store failed: UNIQUE/,
    ],
  ])('of a file with %s is refused with its line and leaves no row', async (_, change, message) => {
    const { code, err, other } = await importChanged(change, 'sealed')
    expect(code).toBe(4)
    expect(err).toMatch(message)
    expect(await isEmpty(other)).toBe(true)
  })

  test('of a file that is no export, is not there, or is of another schema is refused', async () => {
    const newsroom = newNewsroom()
    newsroom.write('article.json', '{"title": "Kyiv woke to rain"}\n')
    newsroom.write('older.jsonl', '{"babelwire":"store","schema":2,"at":"x","jobs":"table"}\n')
    writeFileSync(
      newsroom.path('half.gz'),
      gzipSync('{"babelwire":"store"}\n'.repeat(99)).subarray(0, 15),
    )
    writeFileSync(
      newsroom.path('latin1.jsonl'),
      Buffer.from('{"babelwire":"Bogot\u00e1"}\n', 'latin1'),
    )
    const errors: string[] = []
    for (const file of ['article.json', 'gone.jsonl', 'older.jsonl', 'half.gz', 'latin1.jsonl']) {
      const { code, err } = await newsroom.run('store', 'import', file)
      expect(code).toBe(4)
      errors.push(err)
    }
    expect(errors).toEqual([
      expect.stringMatching(/article\.json:1 {2}this is not an export of a store/),
      expect.stringMatching(/gone\.jsonl {2}cannot be read: ENOENT/),
      expect.stringMatching(/older\.jsonl:1 {2}the export has schema 2, this Babelwire knows \d/),
      expect.stringMatching(/half\.gz:\d+ {2}the export is damaged: what is compressed/),
      expect.stringMatching(/latin1\.jsonl:1 {2}the export is damaged: it is not UTF-8/),
    ])
    expect(newsroom.has('.babelwire')).toBe(false)
  })

  test('into a store that is not empty is refused and changes nothing', async () => {
    const newsroom = newNewsroom()
    await fill(newsroom)
    await newsroom.run('store', 'export', 'store.jsonl')
    const before = await everyRow(newsroom)
    const { code, err } = await newsroom.run('store', 'import', 'store.jsonl')
    expect(code).toBe(2)
    expect(err).toMatch(/store\.db {2}the store is not empty {2}Move the file away/)
    expect(await everyRow(newsroom)).toEqual(before)
  })

  test('that was killed leaves a store that no command uses until it is imported anew', async () => {
    const newsroom = newNewsroom()
    await fill(newsroom)
    await newsroom.run('store', 'export', 'store.jsonl')
    const other = newNewsroom()
    const database = openSqlite(other.path('.babelwire', 'store.db'))
    await database.batch([
      { sql: "INSERT INTO importing VALUES ('store.jsonl', '2026-11-23T08:00:00.000Z')" },
      { sql: "INSERT INTO spending VALUES ('day 2026-11-23', 5)" },
    ])
    await database.close()
    const { code, err } = await other.run('status')
    expect(code).toBe(4)
    expect(err).toContain('the store holds only part of store.jsonl: the import of 2026-11-23')
    expect(await other.run('store', 'import', newsroom.path('store.jsonl'))).toMatchObject({
      code: 0,
    })
    expect(await everyRow(other)).toEqual(await everyRow(newsroom))
  })
})

describe('store migrate', () => {
  test('says which schema there was and which there is', async () => {
    const newsroom = newNewsroom()
    const file = newsroom.path('.babelwire', 'store.db')
    await openSqlite(file, migrations.slice(0, 2)).close()
    const last = migrations.length
    expect((await newsroom.run('store', 'migrate')).out).toBe(
      `${file} went from schema 2 to ${last}\n`,
    )
    expect((await newsroom.run('store', 'migrate')).out).toBe(
      `${file} is up to date: schema ${last}\n`,
    )
    const { out } = await newsroom.run('store', 'migrate', '--json')
    expect(JSON.parse(out)).toEqual({ store: file, from: last, to: last })
  })
})

describe.skipIf(isPostgresMissing())('with PostgreSQL', () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.stop())

  /** Runs a command in a newsroom whose store is in a database. */
  async function run(
    { folder }: Newsroom,
    url: string,
    ...args: string[]
  ): ReturnType<Newsroom['run']> {
    let out = ''
    let err = ''
    const code = await main(args, {
      out: (text) => void (out += text),
      note: (text) => void (err += text),
      env: { DATABASE_URL: url },
      folder,
      isInteractive: false,
      signal: new AbortController().signal,
    })
    return { code, out, err }
  }

  test('an embedded store moves there and back without loss', async () => {
    const newsroom = newNewsroom()
    await fill(newsroom)
    await newsroom.run('store', 'export', 'store.jsonl.gz')
    const url = await server.freshUrl()
    const env = { DATABASE_URL: url }
    expect(await run(newsroom, url, 'store', 'import', 'store.jsonl.gz')).toMatchObject({
      code: 0,
      err: '',
    })
    const before = await everyRow(newsroom)
    expect(await everyRow(newsroom, env)).toEqual({ ...before, job: [] })

    expect(await run(newsroom, url, 'store', 'export', 'back.jsonl')).toMatchObject({
      code: 0,
      err: '',
    })
    const back = newNewsroom()
    expect(await back.run('store', 'import', newsroom.path('back.jsonl'))).toMatchObject({
      code: 0,
    })
    const after = await everyRow(back)
    expect({ ...after, job: [] }).toEqual({ ...before, job: [] })
    expect(lasting(after['job'])).toEqual(lasting(before['job']))

    const again = await run(newsroom, url, 'store', 'import', 'back.jsonl')
    expect(again.code).toBe(2)
    expect(again.err).toContain('Import into a new database: name it in DATABASE_URL.')
  })

  test('a text with U+0000 stays in the embedded store, told by its line', async () => {
    const newsroom = newNewsroom()
    const database = openSqlite(newsroom.path('.babelwire', 'store.db'))
    await database.batch([
      { sql: "INSERT INTO run (id, started) VALUES ($1, 'x')", params: ['Київ\u0000'] },
    ])
    await database.close()
    await newsroom.run('store', 'export', 'store.jsonl')
    const { code, err } = await run(
      newsroom,
      await server.freshUrl(),
      'store',
      'import',
      'store.jsonl',
    )
    expect(code).toBe(4)
    expect(err).toContain('store.jsonl:2  a text holds the character U+0000')
  })

  test('store migrate brings an older database and the queue up to date', async () => {
    const newsroom = newNewsroom()
    const url = await server.freshUrl()
    await (await openPostgres(url, { steps: migrations.slice(0, 1) })).close()
    const { out, code } = await run(newsroom, url, 'store', 'migrate', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ from: 1, to: migrations.length })
    expect(out).not.toContain(new URL(url).password)
    const database = await openPostgres(url, { isMigrating: false })
    const queues = await database.query('SELECT version FROM pgboss.version')
    expect(queues).toHaveLength(1)
    await database.close()
  })
})
