import { mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { BabelwireError } from '../../src/errors.ts'
import { migrations } from '../../src/storage/migrations.ts'
import { openSqlite } from '../../src/storage/index.ts'
import { startScript, temporaryFolder } from './processes.ts'

const insert = `INSERT INTO memory (source_hash, locale, variant, source, text, engine, attempt, at)
  VALUES ($1, $2, 'v', $3, $4, 'deepl', 'plain', '2026-11-23T08:00:00.000Z')`

function storeFile(): string {
  return path.join(temporaryFolder(), '.babelwire', 'store.db')
}

function caught(work: () => unknown): BabelwireError {
  try {
    work()
  } catch (error) {
    return error as BabelwireError
  }
  throw new Error('nothing was thrown')
}

describe('the schema', () => {
  test('a new store gets a folder and every table', async () => {
    const file = storeFile()
    const database = openSqlite(file)
    const rows = await database.query("SELECT name FROM sqlite_schema WHERE type = 'table'")
    expect(rows.map((row) => row['name'])).toEqual(
      expect.arrayContaining(['memory', 'article', 'localized', 'support', 'run', 'ledger']),
    )
    await database.close()
  })

  test('every table is STRICT: a price of 1.5 micros is refused', async () => {
    const database = openSqlite(':memory:')
    const rows = await database.query('SELECT name, strict FROM pragma_table_list')
    const loose = rows.filter(
      (row) => row['strict'] === 0 && !String(row['name']).startsWith('sqlite_'),
    )
    expect(loose).toEqual([])
    const ledger = database.batch([
      { sql: "INSERT INTO ledger VALUES ('a', 'r', '2026', 'deepl', 'es', 1, 1.5, 0)" },
    ])
    await expect(ledger).rejects.toMatchObject({ code: 'storage' })
  })

  test('a store of an older Babelwire gets the steps it lacks and keeps its rows', async () => {
    const file = storeFile()
    const older = openSqlite(file)
    await older.batch([{ sql: insert, params: ['h', 'uk', 'Kyiv stands.', 'Київ стоїть.'] }])
    await older.close()
    const newer = openSqlite(file, [...migrations, 'CREATE TABLE reporter (name TEXT) STRICT'])
    expect(await newer.query('SELECT name FROM reporter')).toEqual([])
    expect(await newer.query('SELECT text FROM memory')).toEqual([{ text: 'Київ стоїть.' }])
    expect(await newer.query('PRAGMA user_version')).toEqual([
      { user_version: migrations.length + 1 },
    ])
    await newer.close()
  })

  test('a step that fails leaves the store as it was', async () => {
    const file = storeFile()
    await openSqlite(file).close()
    const broken = [
      ...migrations,
      'CREATE TABLE half (a TEXT) STRICT; CREATE TABLE memory (a TEXT)',
    ]
    expect(caught(() => openSqlite(file, broken)).message).toContain('memory already exists')
    const database = openSqlite(file)
    const tables = await database.query("SELECT name FROM sqlite_schema WHERE name = 'half'")
    expect(tables).toEqual([])
    await database.close()
  })

  test('a store of a newer Babelwire is refused, and says so', async () => {
    const file = storeFile()
    await openSqlite(file, [...migrations, 'CREATE TABLE reporter (name TEXT) STRICT']).close()
    const error = caught(() => openSqlite(file))
    expect(error).toMatchObject({
      code: 'storage',
      message: 'the store has schema 5, this Babelwire knows 4',
      mend: 'Use the newer Babelwire that wrote it.',
      place: { file },
    })
  })
})

describe('a file that is no good', () => {
  test('is told from a store: something else', () => {
    const file = path.join(temporaryFolder(), 'store.db')
    writeFileSync(file, 'Kyiv woke to rain on Monday. '.repeat(1000))
    expect(caught(() => openSqlite(file))).toMatchObject({
      code: 'storage',
      mend: 'Restore it from a backup, or move it away to start anew.',
      place: { file },
    })
  })

  test('is told from a store: pages cut off or overwritten', async () => {
    const file = storeFile()
    const database = openSqlite(file)
    const many = Array.from({ length: 2000 }, (_, i) => ({
      sql: insert,
      params: [`hash ${i}`, 'ar', 'Kyiv stands.', 'كييف صامدة.'],
    }))
    await database.batch(many)
    await database.close()
    truncateSync(file, Math.floor(statSync(file).size / 8192) * 4096)
    const attempt = (async () => {
      const damaged = openSqlite(file)
      try {
        return await damaged.query('SELECT count(*), max(text) FROM memory')
      } finally {
        await damaged.close()
      }
    })()
    await expect(attempt).rejects.toMatchObject({
      code: 'storage',
      mend: 'Restore it from a backup, or move it away to start anew.',
    })
  })

  test('a folder that cannot be made', () => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, '.babelwire'), 'a file where the folder should be')
    expect(caught(() => openSqlite(path.join(folder, '.babelwire', 'store.db')))).toMatchObject({
      code: 'storage',
      mend: 'Check that the folder exists and can be written.',
    })
  })

  test('a folder in place of the file', () => {
    const file = storeFile()
    mkdirSync(file, { recursive: true })
    expect(caught(() => openSqlite(file))).toMatchObject({ code: 'storage', place: { file } })
  })
})

describe('a batch', () => {
  test('is stored whole or not at all', async () => {
    const database = openSqlite(':memory:')
    const row = { sql: insert, params: ['h', 'zh-Hans', 'Kyiv stands.', '基辅屹立。'] }
    await expect(database.batch([row, row])).rejects.toMatchObject({ code: 'storage' })
    expect(await database.query('SELECT * FROM memory')).toEqual([])
    // The store goes on after that.
    await database.batch([row])
    expect(await database.query('SELECT text FROM memory')).toEqual([{ text: '基辅屹立。' }])
    await database.batch([])
  })

  test('that fails among others fails alone', async () => {
    const database = openSqlite(':memory:')
    const put = (hash: string): Promise<void> =>
      database.batch([{ sql: insert, params: [hash, 'uk', 'Kyiv stands.', 'Київ стоїть.'] }])
    const results = await Promise.allSettled([put('1'), put('2'), put('1'), put('3')])
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
    expect(await database.query('SELECT count(*) AS n FROM memory')).toEqual([{ n: 3 }])
  })

  test('that waits is committed when the store is closed', async () => {
    const file = storeFile()
    const database = openSqlite(file)
    const stored = database.batch([{ sql: insert, params: ['1', 'uk', 'It rains.', 'Дощ.'] }])
    await database.close()
    await stored
    const again = openSqlite(file)
    expect(await again.query('SELECT text FROM memory')).toEqual([{ text: 'Дощ.' }])
    await again.close()
  })

  test('that finds the disk full is taken back, and what was stored stays', async () => {
    const database = openSqlite(storeFile())
    await database.batch([{ sql: insert, params: ['first', 'de', 'Kyiv stands.', 'Kyjiw steht.'] }])
    const [pages] = await database.query('PRAGMA page_count')
    await database.query(`PRAGMA max_page_count = ${Number(pages?.['page_count']) + 5}`)
    const rows = Array.from({ length: 1000 }, (_, i) => ({
      sql: insert,
      params: [`hash ${i}`, 'de', 'Kyiv stands.', 'Kyjiw steht. '.repeat(50)],
    }))
    await expect(database.batch(rows)).rejects.toMatchObject({
      code: 'storage',
      mend: 'Free disk space and run again: what was stored is kept.',
    })
    expect(await database.query('SELECT count(*) AS n FROM memory')).toEqual([{ n: 1 }])
    await database.batch([{ sql: insert, params: ['after', 'de', 'It rains.', 'Es regnet.'] }])
    await database.close()
  })

  test('gives back every script, control characters and NUL as they were', async () => {
    const database = openSqlite(':memory:')
    const texts = ['Київ', 'كييف‏', '基辅𠮷', 'नमस्ते', '👩‍🚒', 'a\u0000b', '\u001f', '"\'$1;--']
    await database.batch(
      texts.map((text, i) => ({ sql: insert, params: [String(i), 'x', text, text] })),
    )
    const rows = await database.query('SELECT text FROM memory ORDER BY source_hash')
    expect(rows.map((row) => row['text'])).toEqual(texts)
  })
})

const writer = `
  import { openSqlite } from 'SRC/storage/index.ts'
  const [file, name] = process.argv.slice(1)
  const database = openSqlite(file)
  for (let i = 0; i < 50; i++) await database.batch([
    { sql: "INSERT INTO run (id, started) VALUES ($1, '2026-11-23')", params: [name + ' ' + i] },
  ])
  await database.close()`

const slowWriter = `
  import { DatabaseSync } from 'node:sqlite'
  const database = new DatabaseSync(process.argv[1])
  database.exec('BEGIN IMMEDIATE')
  console.log('writes')
  setTimeout(() => database.exec('COMMIT'), 500)`

describe('several processes', () => {
  test('make a new store together and write to it together', async () => {
    const file = storeFile()
    const names = ['Kyiv', 'Odesa', 'Lviv', 'Kharkiv', 'Dnipro', 'Sumy']
    const ended = await Promise.all(names.map((name) => startScript(writer, file, name).ended))
    expect(ended).toEqual(names.map(() => ({ code: 0, errors: '' })))
    const database = openSqlite(file)
    expect(await database.query('SELECT count(*) AS n FROM run')).toEqual([{ n: 300 }])
    await database.close()
  })

  test('wait until the one that writes is done', async () => {
    const file = storeFile()
    const database = openSqlite(file)
    const { firstLine, ended } = startScript(slowWriter, file)
    await firstLine
    const started = performance.now()
    await database.batch([{ sql: insert, params: ['h', 'es', 'It rains.', 'Llueve.'] }])
    expect(performance.now() - started).toBeGreaterThan(200)
    expect(await ended).toEqual({ code: 0, errors: '' })
    await database.close()
  })
})

test('a store that is closed leaves one file', async () => {
  const file = storeFile()
  await openSqlite(file).close()
  expect(readFileSync(file).subarray(0, 15).toString()).toBe('SQLite format 3')
  rmSync(file)
})
