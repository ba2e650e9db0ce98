import { describe, expect, onTestFinished, test } from 'vitest'
import { openArchive } from '../../src/archive/index.ts'
import { openMemory } from '../../src/memory/index.ts'
import type { Article } from '../../src/model.ts'
import { migrations } from '../../src/storage/migrations.ts'
import { openStore, type Database, type Statement } from '../../src/storage/index.ts'
import { startScript } from './processes.ts'

/** A store that is not there yet: what `openStore` is given. */
export interface Place {
  readonly file: string
  readonly env: Readonly<Record<string, string>>
  /** Opens it with other steps of the schema than the present ones. */
  openWith(steps: readonly string[]): Promise<Database>
}

/** A sentence in four scripts, and what databases have stumbled over. */
const texts = [
  ...[
    'Київ прокинувся під дощем.',
    'استيقظت كييف على المطر.',
    '基辅在雨中醒来。',
    'Kyiv woke to rain.',
  ],
  ...[
    'कीव बारिश में जागा।',
    '基辅𠮷',
    '👩‍🚒',
    "'; DROP TABLE memory; --",
    '"$1 ?1 :a @b',
    '\\',
    '',
    ' ',
  ],
  ...['a\tb\r\nc', '\u001f', '\u2028', '\ufeffKyiv', 'e\u0301', '\u00e9'],
]

const insert = `INSERT INTO memory (source_hash, locale, variant, source, text, engine, attempt, at)
  VALUES ($1, $2, 'v', $3, $4, 'deepl', 'plain', '2026-11-23T08:00:00.000Z')`

function rain(hash: string, text = 'Дощ.'): Statement {
  return { sql: insert, params: [hash, 'uk', 'It rains.', text] }
}

/** Takes 10 of a limit of 95. */
function spend(id: string): readonly Statement[] {
  return [
    {
      sql: "UPDATE spending SET micros = micros + $1 WHERE scope = 'day' AND micros + $1 <= $2",
      params: [10, 95],
      mustChange: true,
    },
    { sql: 'INSERT INTO run (id, started) VALUES ($1, $2)', params: [id, '2026-11-23'] },
  ]
}

const newBudget = { sql: "INSERT INTO spending (scope, micros) VALUES ('day', 0)" }

/** Everything that a `Database` promises, whichever it is. */
export function describeDatabase(name: string, newPlace: () => Promise<Place>): void {
  const openNew = async (): Promise<Database> => {
    const { file, env } = await newPlace()
    const database = await openStore(file, env)
    onTestFinished(() => database.close())
    return database
  }

  describe(`${name}: a query`, () => {
    test('gives back every script as it was put in', async () => {
      const database = await openNew()
      await database.batch(texts.map((text, i) => rain(String(i).padStart(2, '0'), text)))
      const rows = await database.query('SELECT text FROM memory ORDER BY source_hash')
      expect(rows).toEqual(texts.map((text) => ({ text })))
      for (const text of texts) {
        expect(
          await database.query('SELECT text FROM memory WHERE text = $1', [text]),
          JSON.stringify(text),
        ).toEqual([{ text }])
      }
    })

    test('gives numbers as numbers, sums and counts too, and nothing as null', async () => {
      const database = await openNew()
      const [micros, large] = [-5, 9_007_199_254_740_991]
      await database.batch([
        { sql: 'INSERT INTO spending VALUES ($1, $2)', params: ['day', micros] },
        { sql: 'INSERT INTO spending VALUES ($1, $2)', params: ['month', large] },
        { sql: 'INSERT INTO run VALUES ($1, $2, $3, $4, $5)', params: ['r', 'now', null, 4, null] },
      ])
      expect(await database.query('SELECT micros FROM spending ORDER BY scope')).toEqual([
        { micros },
        { micros: large },
      ])
      expect(
        await database.query(
          'SELECT SUM(micros) AS sum, COUNT(*) AS n, MAX(micros) AS most FROM spending WHERE micros < $1',
          [0],
        ),
      ).toEqual([{ sum: micros, n: 1, most: micros }])
      expect(
        await database.query(
          'SELECT SUM(micros) AS sum FROM spending WHERE micros > 0 AND micros < 0',
        ),
      ).toEqual([{ sum: null }])
      expect(await database.query('SELECT * FROM run')).toEqual([
        { id: 'r', started: 'now', ended: null, exit_code: 4, totals: null },
      ])
    })

    test('takes a parameter several times and out of order', async () => {
      const database = await openNew()
      await database.batch([rain('1'), rain('2'), rain('3')])
      const sql = `SELECT source_hash FROM memory
        WHERE (source_hash = $2 OR source_hash = $1) AND locale = $3 AND source_hash <> $2`
      expect(await database.query(sql, ['1', '2', 'uk'])).toEqual([{ source_hash: '1' }])
    })

    test('orders and compares text byte by byte, whatever order people would use', async () => {
      const database = await openNew()
      const hashes = [
        'Z',
        'a',
        'B',
        'é',
        'z',
        '_',
        'Київ',
        'b',
        '10',
        '9',
        'a b',
        'ab',
        '基辅',
        'ä',
      ]
      await database.batch(hashes.map((hash) => rain(hash)))
      const sorted = hashes.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
      const rows = await database.query('SELECT source_hash FROM memory ORDER BY source_hash')
      expect(rows.map((row) => row['source_hash'])).toEqual(sorted)
      const later = await database.query(
        'SELECT source_hash FROM memory WHERE source_hash > $1 ORDER BY source_hash DESC',
        ['Z'],
      )
      expect(later.map((row) => row['source_hash'])).toEqual(
        sorted.slice(sorted.indexOf('Z') + 1).reverse(),
      )
    })

    test('that is wrong is trouble with the store, and the next one works', async () => {
      const database = await openNew()
      await expect(database.query('SELECT nothing FROM nowhere')).rejects.toMatchObject({
        name: 'BabelwireError',
        code: 'storage',
      })
      await expect(
        database.batch([{ sql: 'INSERT INTO spending VALUES ($1, $2)', params: ['day', 1.5] }]),
      ).rejects.toMatchObject({ code: 'storage' })
      expect(await database.query('SELECT COUNT(*) AS n FROM spending')).toEqual([{ n: 0 }])
    })

    test('that writes gives back what it wrote', async () => {
      const database = await openNew()
      const sql = `INSERT INTO pace (engine, version, state) VALUES ($1, $2, $3)
        ON CONFLICT (engine) DO UPDATE SET version = pace.version + 1 RETURNING version`
      expect(await database.query(sql, ['deepl', 1, '{}'])).toEqual([{ version: 1 }])
      expect(await database.query(sql, ['deepl', 1, '{}'])).toEqual([{ version: 2 }])
    })
  })

  describe(`${name}: a batch`, () => {
    test('is stored whole or not at all', async () => {
      const database = await openNew()
      const many = Array.from({ length: 450 }, (_, i) => rain(`hash ${i}`))
      const broken = many.with(431, rain('hash 7'))
      await expect(database.batch(broken)).rejects.toMatchObject({ code: 'storage' })
      expect(await database.query('SELECT * FROM memory')).toEqual([])
      await database.batch(many)
      expect(await database.query('SELECT COUNT(*) AS n FROM memory')).toEqual([{ n: 450 }])
      await database.batch([])
    })

    test('runs its statements in their order', async () => {
      const database = await openNew()
      await database.batch([
        newBudget,
        { sql: 'UPDATE spending SET micros = micros + 3' },
        { sql: 'UPDATE spending SET micros = micros * 10' },
        { sql: "INSERT INTO spending SELECT 'month', micros + 1 FROM spending" },
      ])
      expect(await database.query('SELECT micros FROM spending ORDER BY scope')).toEqual([
        { micros: 30 },
        { micros: 31 },
      ])
    })

    test('that fails among others fails alone', async () => {
      const database = await openNew()
      await database.batch([rain('taken')])
      const results = await Promise.allSettled(
        ['1', '2', 'taken', '3'].map((hash) => database.batch([rain(hash)])),
      )
      expect(results.map(({ status }) => status)).toEqual([
        'fulfilled',
        'fulfilled',
        'rejected',
        'fulfilled',
      ])
      expect(await database.query('SELECT COUNT(*) AS n FROM memory')).toEqual([{ n: 4 }])
    })

    test('that waits is committed when the store is closed', async () => {
      const { file, env } = await newPlace()
      const database = await openStore(file, env)
      const stored = Array.from({ length: 40 }, (_, i) => database.batch([rain(`hash ${i}`)]))
      await database.close()
      await Promise.all(stored)
      const again = await openStore(file, env)
      expect(await again.query('SELECT COUNT(*) AS n FROM memory')).toEqual([{ n: 40 }])
      await again.close()
    })
  })

  describe(`${name}: an attempt`, () => {
    test('is done where every statement that must change a row does', async () => {
      const database = await openNew()
      await database.batch([newBudget])
      expect(await database.attempt(spend('first'))).toBe(true)
      expect(await database.query('SELECT micros FROM spending')).toEqual([{ micros: 10 }])
      expect(await database.query('SELECT id FROM run')).toEqual([{ id: 'first' }])
      expect(await database.attempt([])).toBe(true)
    })

    test('is undone whole where one changes none, also what stood before and after it', async () => {
      const database = await openNew()
      await database.batch([{ sql: "INSERT INTO spending VALUES ('day', 90)" }])
      const done = await database.attempt([
        rain('before'),
        ...spend('over the limit'),
        rain('after'),
      ])
      expect(done).toBe(false)
      expect(await database.query('SELECT micros FROM spending')).toEqual([{ micros: 90 }])
      expect(await database.query('SELECT id FROM run')).toEqual([])
      expect(await database.query('SELECT text FROM memory')).toEqual([])
    })

    test('that fails says so, and leaves nothing', async () => {
      const database = await openNew()
      await database.batch([newBudget])
      await database.attempt(spend('first'))
      await expect(database.attempt(spend('first'))).rejects.toMatchObject({ code: 'storage' })
      expect(await database.query('SELECT micros FROM spending')).toEqual([{ micros: 10 }])
    })

    test('passes just as often as a limit allows, however many try at once', async () => {
      const { file, env } = await newPlace()
      const databases = [await openStore(file, env), await openStore(file, env)]
      onTestFinished(async () => void (await Promise.all(databases.map((one) => one.close()))))
      await databases[0]?.batch([newBudget])
      const passed = await Promise.all(
        Array.from({ length: 60 }, (_, i) => databases[i % 2]?.attempt(spend(`try ${i}`))),
      )
      expect(passed.filter(Boolean)).toHaveLength(9)
      expect(await databases[1]?.query('SELECT micros FROM spending')).toEqual([{ micros: 90 }])
      expect(await databases[0]?.query('SELECT COUNT(*) AS n FROM run')).toEqual([{ n: 9 }])
    })

    test('that meets others in the opposite order gets its turn', async () => {
      const database = await openNew()
      const add = (scope: string): Statement => ({
        sql: 'UPDATE spending SET micros = micros + 1 WHERE scope = $1',
        params: [scope],
        mustChange: true,
      })
      await database.batch([newBudget, { sql: "INSERT INTO spending VALUES ('month', 0)" }])
      const both = [add('day'), add('month')]
      const passed = await Promise.all(
        Array.from({ length: 6 }, (_, i) =>
          database.attempt(i % 2 === 0 ? both : both.toReversed()),
        ),
      )
      expect(passed).toEqual(passed.map(() => true))
      expect(await database.query('SELECT micros FROM spending')).toEqual([
        { micros: 6 },
        { micros: 6 },
      ])
    })
  })

  describe(`${name}: the records`, () => {
    const now = (): Date => new Date('2026-11-23T08:00:00Z')

    test('the memory gives back more sentences than one question asks for', async () => {
      const memory = openMemory(await openNew(), now)
      const answers = Array.from({ length: 131 }, (_, i) => ({
        key: { sourceHash: `hash ${i % 70}`, locale: i < 70 ? 'uk' : 'zh-Hans', variant: 'v' },
        source: `It rained ${i % 70} days.`,
        text: i < 70 ? `Дощ ішов ${i} днів.` : `下了${i}天雨。`,
        engine: 'deepl',
        attempt: 'plain' as const,
      }))
      await memory.remember(answers)
      expect(new Set((await memory.recall(answers)).values())).toEqual(new Set(answers))
    })

    test('the archive keeps revisions, languages and withdrawals', async () => {
      const archive = openArchive(await openNew(), 'locales', now)
      const article = (revision: string, text: string): Article => ({
        id: 'rain-in-kyiv',
        locale: 'en',
        revision,
        blocks: [{ key: 'b001', role: 'paragraph', text, tags: {}, translate: true }],
      })
      await archive.keep(await archive.align(article('1', 'Kyiv woke to rain on Monday.')))
      await archive.keep(await archive.align(article('2', 'Kyiv woke to rain on Tuesday.')))
      const life = await archive.life('rain-in-kyiv')
      expect(life?.article.revision).toBe('2')
      expect(life?.previous?.revision).toBe('1')
      const localized = { input: 'in', output: 'out', report: '{"мова":"українська"}' }
      await archive.keepLocalized('rain-in-kyiv', 'uk', localized)
      await archive.keepLocalized('rain-in-kyiv', 'uk', { ...localized, output: 'later' })
      expect(await archive.localized('rain-in-kyiv')).toEqual(
        new Map([['uk', { ...localized, output: 'later' }]]),
      )
      const withdrawal = { at: now().toISOString(), reason: 'خطأ في الاسم', by: 'editor' } as const
      await archive.withdraw('rain-in-kyiv', withdrawal)
      expect(await archive.withdrawals()).toEqual(new Map([['rain-in-kyiv', withdrawal]]))
      await archive.withdraw('rain-in-kyiv', undefined)
      expect(await archive.isWithdrawn('rain-in-kyiv')).toBe(false)
    })
  })

  describe(`${name}: the schema`, () => {
    test('of an older Babelwire is brought up to date and keeps its rows', async () => {
      const place = await newPlace()
      const older = await place.openWith(migrations.slice(0, 1))
      await older.batch([
        rain('h', 'Йде дощ.'),
        {
          sql: "INSERT INTO ledger VALUES ('a', 'r', '2026-11-23T08:00:00Z', 'deepl', 'uk', 10, 250, 1)",
        },
      ])
      await older.close()
      const newer = await openStore(place.file, place.env)
      expect(await newer.query('SELECT text FROM memory')).toEqual([{ text: 'Йде дощ.' }])
      // What was spent before there was a table of sums counts.
      expect(await newer.query('SELECT scope, micros FROM spending ORDER BY scope')).toEqual([
        { scope: 'day 2026-11-23', micros: 250 },
        { scope: 'language uk 2026-11', micros: 250 },
        { scope: 'month 2026-11', micros: 250 },
      ])
      await newer.close()
    })

    test('of a newer Babelwire is refused, and left as it is', async () => {
      const place = await newPlace()
      const steps = [...migrations, 'CREATE TABLE reporter (name TEXT) STRICT']
      await (await place.openWith(steps)).close()
      await expect(openStore(place.file, place.env)).rejects.toMatchObject({
        code: 'storage',
        message: `the store has schema ${migrations.length + 1}, this Babelwire knows ${migrations.length}`,
        mend: 'Use the newer Babelwire that wrote it.',
      })
      await (await place.openWith(steps)).close()
    })

    test('of a step that fails stays at the one before', async () => {
      const place = await newPlace()
      await (await place.openWith(migrations)).close()
      const broken = 'CREATE TABLE half (a TEXT) STRICT; CREATE TABLE memory (a TEXT) STRICT'
      await expect((async () => place.openWith([...migrations, broken]))()).rejects.toMatchObject({
        code: 'storage',
      })
      const database = await openStore(place.file, place.env)
      await expect(database.query('SELECT a FROM half')).rejects.toMatchObject({ code: 'storage' })
      await database.close()
    })
  })

  describe(`${name}: several processes`, () => {
    test('make a new store together and write to it together', async () => {
      const { file, env } = await newPlace()
      const names = ['Kyiv', 'Odesa', 'Lviv', 'Kharkiv']
      const all = names.map((one) => startScript(writer, file, JSON.stringify(env), one).ended)
      expect(await Promise.all(all)).toEqual(names.map(() => ({ code: 0, errors: '' })))
      const database = await openStore(file, env)
      expect(await database.query('SELECT COUNT(*) AS n FROM run')).toEqual([{ n: 100 }])
      await database.close()
    })

    test('that are killed with -9 leave what they acknowledged, and no half batch', async () => {
      const { file, env } = await newPlace()
      const acknowledged: string[] = []
      for (let life = 0; life < 4; life++) {
        const script = startScript(translator, file, JSON.stringify(env), String(life))
        await script.firstLine
        await new Promise((resolve) => setTimeout(resolve, 23 * life))
        script.child.kill('SIGKILL')
        await script.ended
        acknowledged.push(...script.lines)
      }
      const database = await openStore(file, env)
      const wanted = acknowledged.flatMap((batch) =>
        Array.from({ length: 20 }, (_, i) => ({
          key: { sourceHash: `${batch}-${i}`, locale: 'uk', variant: 'plain' },
          source: `Sentence ${i}`,
        })),
      )
      const found = await openMemory(database, () => new Date()).recall(wanted)
      expect(found.size).toBe(wanted.length)
      const [row] = await database.query('SELECT COUNT(*) AS n FROM memory')
      expect(Number(row?.['n']) % 20).toBe(0)
      await database.close()
    })
  })

  test(`${name}: the time is that of now`, async () => {
    const database = await openNew()
    const before = Date.now()
    const now = (await database.now()).getTime()
    expect(now).toBeGreaterThan(before - 60_000)
    expect(now).toBeLessThan(Date.now() + 60_000)
    expect((await database.now()).getTime()).toBeGreaterThanOrEqual(now)
  })
}

const writer = `
  import { openStore } from 'SRC/storage/index.ts'
  const [file, env, name] = process.argv.slice(1)
  const database = await openStore(file, JSON.parse(env))
  for (let i = 0; i < 25; i++) await database.batch([
    { sql: "INSERT INTO run (id, started) VALUES ($1, '2026-11-23')", params: [name + ' ' + i] },
  ])
  await database.close()`

/** Remembers batches of 20 and says so after each. */
const translator = `
  import { openStore } from 'SRC/storage/index.ts'
  import { openMemory } from 'SRC/memory/index.ts'
  import { writeSync } from 'node:fs'
  const [file, env, life] = process.argv.slice(1)
  const memory = openMemory(await openStore(file, JSON.parse(env)), () => new Date())
  for (let batch = 0; ; batch++) {
    await memory.remember(Array.from({ length: 20 }, (_, i) => ({
      key: { sourceHash: life + '-' + batch + '-' + i, locale: 'uk', variant: 'plain' },
      source: 'Sentence ' + i, text: 'Речення ' + i, engine: 'deepl', attempt: 'plain',
    })))
    writeSync(1, life + '-' + batch + '\\n')
  }`
