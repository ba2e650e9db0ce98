import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { keyText, openMemory, type MemoryKey, type Remembered } from '../../src/memory/index.ts'
import { openSqlite } from '../../src/storage/index.ts'
import { startScript, temporaryFolder } from '../storage/processes.ts'

const now = (): Date => new Date('2026-11-23T08:00:00Z')

function keyOf(sourceHash: string, locale = 'uk', variant = 'plain'): MemoryKey {
  return { sourceHash, locale, variant }
}

function answer(key: MemoryKey, source: string, text: string): Remembered {
  return { key, source, text, engine: 'deepl', attempt: 'plain' }
}

describe('the memory', () => {
  test('gives back what it was told, in every script', async () => {
    const memory = openMemory(openSqlite(':memory:'), now)
    const answers = [
      answer(keyOf('1', 'uk'), 'Kyiv stands.', 'Київ стоїть.'),
      answer(keyOf('1', 'ar'), 'Kyiv stands.', 'كييف صامدة.'),
      {
        ...answer(keyOf('1', 'zh-Hans'), 'Kyiv stands.', '基辅屹立。'),
        attempt: 'locked' as const,
      },
      answer(keyOf('2'), '<a1>It</a1> rains.', '<a1>Йде</a1> дощ.'),
    ]
    await memory.remember(answers)
    const recalled = await memory.recall(answers)
    expect([...recalled.values()]).toEqual(answers)
    expect([...recalled.keys()]).toEqual(answers.map(({ key }) => keyText(key)))
  })

  test('knows nothing it was not told', async () => {
    const memory = openMemory(openSqlite(':memory:'), now)
    await memory.remember([answer(keyOf('1'), 'Kyiv stands.', 'Київ стоїть.')])
    const others = [keyOf('2'), keyOf('1', 'ru'), keyOf('1', 'uk', 'another glossary')]
    expect(await memory.recall(others.map((key) => ({ key, source: 'Kyiv stands.' })))).toEqual(
      new Map(),
    )
  })

  test('takes another source under the same key for no answer', async () => {
    const memory = openMemory(openSqlite(':memory:'), now)
    const key = keyOf('1')
    await memory.remember([answer(key, 'Kyiv stands.', 'Київ стоїть.')])
    expect(await memory.recall([{ key, source: 'Kyiv falls.' }])).toEqual(new Map())
  })

  test('keeps the later of two answers, also of one batch', async () => {
    const memory = openMemory(openSqlite(':memory:'), now)
    const key = keyOf('1')
    const many = Array.from({ length: 100 }, (_, i) => answer(key, 'It rains.', `Дощ ${i}`))
    await memory.remember(many)
    const recalled = await memory.recall([{ key, source: 'It rains.' }])
    expect(recalled.get(keyText(key))?.text).toBe('Дощ 99')
    await memory.remember([answer(key, 'It rains.', 'Йде дощ.')])
    const again = await memory.recall([{ key, source: 'It rains.' }])
    expect(again.get(keyText(key))?.text).toBe('Йде дощ.')
  })
})

/** Remembers batches of 20 and says so after each. */
const translator = `
  import { openSqlite } from 'SRC/storage/index.ts'
  import { openMemory } from 'SRC/memory/index.ts'
  import { writeSync } from 'node:fs'
  const [file, life] = process.argv.slice(1)
  const memory = openMemory(openSqlite(file), () => new Date())
  for (let batch = 0; ; batch++) {
    await memory.remember(Array.from({ length: 20 }, (_, i) => ({
      key: { sourceHash: life + '-' + batch + '-' + i, locale: 'uk', variant: 'plain' },
      source: 'Sentence ' + i, text: 'Речення ' + i, engine: 'deepl', attempt: 'plain',
    })))
    writeSync(1, life + '-' + batch + '\\n')
  }`

test('loses nothing it acknowledged and keeps no half batch, in a storm of kill -9', async () => {
  const file = path.join(temporaryFolder(), 'store.db')
  const acknowledged: string[] = []
  for (let life = 0; life < 12; life++) {
    const script = startScript(translator, file, String(life))
    await script.firstLine
    await new Promise((resolve) => setTimeout(resolve, 17 * life))
    script.child.kill('SIGKILL')
    await script.ended
    acknowledged.push(...script.lines)
  }
  expect(acknowledged.length).toBeGreaterThan(100)
  const database = openSqlite(file)
  const wanted = acknowledged.flatMap((batch) =>
    Array.from({ length: 20 }, (_, i) => ({
      key: { sourceHash: `${batch}-${i}`, locale: 'uk', variant: 'plain' },
      source: `Sentence ${i}`,
    })),
  )
  expect((await openMemory(database, now).recall(wanted)).size).toBe(wanted.length)
  // What was stored but not acknowledged was stored whole.
  const [row] = await database.query('SELECT count(*) AS n FROM memory')
  expect(Number(row?.['n']) % 20).toBe(0)
  await database.close()
})
