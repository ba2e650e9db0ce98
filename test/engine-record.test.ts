import { afterEach, beforeEach, expect, test } from 'vitest'
import { openEngineRecord, type EngineRecord } from '../src/engine-record.ts'
import { openSqlite, type Database } from '../src/storage/index.ts'

let database: Database
let record: EngineRecord
let now: Date

beforeEach(() => {
  database = openSqlite(':memory:')
  now = new Date('2026-11-20T12:00:00Z')
  record = openEngineRecord(database, () => now)
})

afterEach(() => database.close())

const minutesLater = (minutes: number): void => {
  now = new Date(now.getTime() + minutes * 60_000)
}

test('a yes is believed for a day, a no for ten minutes, of that pair and engine only', async () => {
  await record.keepSupport('deepl', 'en', 'uk', true)
  await record.keepSupport('deepl', 'en', 'sq', false)
  expect(await record.findSupport('deepl', 'en', 'uk')).toBe(true)
  expect(await record.findSupport('deepl', 'en', 'sq')).toBe(false)
  expect(await record.findSupport('deepl', 'uk', 'en')).toBeUndefined()
  expect(await record.findSupport('apertium', 'en', 'uk')).toBeUndefined()
  minutesLater(10)
  expect(await record.findSupport('deepl', 'en', 'uk')).toBe(true)
  expect(await record.findSupport('deepl', 'en', 'sq')).toBeUndefined()
  minutesLater(24 * 60 - 10)
  expect(await record.findSupport('deepl', 'en', 'uk')).toBeUndefined()
})

test('a later answer takes the place of an earlier one', async () => {
  await record.keepSupport('deepl', 'en', 'sq', false)
  await record.keepSupport('deepl', 'en', 'sq', true)
  expect(await record.findSupport('deepl', 'en', 'sq')).toBe(true)
})

test('the glossaries of an engine are remembered once, the last used last, until they are dropped', async () => {
  await record.keepGlossary('deepl', 'babelwire-0123456789abcdef')
  minutesLater(1)
  await record.keepGlossary('deepl', 'babelwire-fedcba9876543210')
  minutesLater(1)
  await record.keepGlossary('deepl', 'babelwire-0123456789abcdef')
  expect(await record.glossaries('deepl', 0)).toEqual([
    'babelwire-fedcba9876543210',
    'babelwire-0123456789abcdef',
  ])
  expect(await record.glossaries('apertium', 0)).toEqual([])
  await record.dropGlossaries('deepl', ['babelwire-fedcba9876543210'])
  expect(await record.glossaries('deepl', 0)).toEqual(['babelwire-0123456789abcdef'])
})

test('a glossary that was used within the time asked for is not offered', async () => {
  await record.keepGlossary('deepl', 'babelwire-0123456789abcdef')
  minutesLater(30)
  await record.keepGlossary('deepl', 'babelwire-fedcba9876543210')
  minutesLater(40)
  const hour = 60 * 60 * 1000
  expect(await record.glossaries('deepl', hour)).toEqual(['babelwire-0123456789abcdef'])
})

test('a dry run reads the record and writes nothing into it', async () => {
  await record.keepSupport('deepl', 'en', 'sq', true)
  const dry = openEngineRecord(database, () => new Date(now), true)
  expect(await dry.findSupport('deepl', 'en', 'sq')).toBe(true)
  await dry.keepSupport('deepl', 'en', 'uk', true)
  expect(await record.findSupport('deepl', 'en', 'uk')).toBeUndefined()
})
