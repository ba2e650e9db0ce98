import { afterEach, beforeEach, expect, test } from 'vitest'
import { openGlossaryHistory } from '../src/glossary-history.ts'
import { openSqlite, type Database } from '../src/storage/index.ts'

let database: Database
let day = 0
beforeEach(() => {
  database = openSqlite(':memory:')
  day = 0
})
afterEach(() => database.close())

const history = (file: string): ReturnType<typeof openGlossaryHistory> =>
  openGlossaryHistory(database, file, () => new Date(Date.UTC(2026, 10, 1 + day++)))
const version = (
  hash: string,
  isSettled = true,
): Parameters<ReturnType<typeof history>['keep']>[0] => ({
  hash: hash.repeat(16).slice(0, 16),
  text: `# ${hash}\nversion: 1\nterms: {Київ: {to: {es: Kiev}}}\n`,
  compiled: '{}',
  isSettled,
})

test('the version that came in force last is the first', async () => {
  const one = history('glossary.yaml')
  for (const hash of ['a', 'b', 'a']) await one.keep(version(hash))
  const recent = await one.recent(5)
  expect(recent.map(({ hash, at }) => [hash[0], at.slice(0, 10)])).toEqual([
    ['a', '2026-11-03'],
    ['b', '2026-11-02'],
  ])
  expect(recent[0]).toMatchObject(version('a'))
})

test('two glossaries of one store do not mix', async () => {
  await history('glossary.yaml').keep(version('a'))
  await history('sport.yaml').keep(version('b'))
  expect((await history('sport.yaml').recent(5)).map(({ hash }) => hash[0])).toEqual(['b'])
  expect(await history('sport.yaml').find('a'.repeat(16))).toBeUndefined()
})

test('a version is found by the beginning of its hash, and by nothing that is no hash', async () => {
  const one = history('glossary.yaml')
  await one.keep(version('c', false))
  expect(await one.find('cccccccc')).toMatchObject({ isSettled: false })
  for (const wrong of ['ccccccc', '%', 'cccccccc%', '_'.repeat(16), "' OR 1=1"]) {
    expect(await one.find(wrong)).toBeUndefined()
  }
})

test('the oldest of many are dropped', async () => {
  const one = history('glossary.yaml')
  for (let n = 0; n < 60; n++) await one.keep(version(n.toString(16).padStart(2, '0')))
  expect(await one.recent(100)).toHaveLength(50)
  expect(await one.find('00'.repeat(8))).toBeUndefined()
})
