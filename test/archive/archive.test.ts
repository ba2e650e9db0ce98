import { expect, test } from 'vitest'
import { openArchive } from '../../src/archive/index.ts'
import type { Article, Block } from '../../src/model.ts'
import { openSqlite } from '../../src/storage/index.ts'

const now = (): Date => new Date('2026-11-23T08:00:00Z')

function article(revision: string, ...texts: readonly string[]): Article {
  const blocks = texts.map((text, i): Block => ({
    key: i === 0 ? 'title' : `b${String(i).padStart(3, '0')}`,
    role: i === 0 ? 'headline' : 'paragraph',
    text,
    tags: {},
    translate: true,
  }))
  return { id: 'kyiv-rain', locale: 'en', revision, blocks }
}

const rain = 'Rain fell on Kyiv for a third day on Monday.'
const port = 'The port of Odesa stayed closed because of high waves.'
const trains = 'Trains to Lviv ran two hours late after a power cut.'

test('an article keeps its block keys from revision to revision', async () => {
  const archive = openArchive(openSqlite(':memory:'), 'site', now)
  const first = await archive.align(article('r1', 'Kyiv under water', rain, port))
  expect(first).toMatchObject({ isKnown: false, nextBlock: 3 })
  await archive.keep(first)
  const second = await archive.align(article('r2', 'Kyiv still under water', trains, rain))
  expect(second.article.blocks.map((block) => block.key)).toEqual(['title', 'b003', 'b001'])
  await archive.keep(second)
  // The paragraph that comes back does not get the number it had: a stale bundle may still hold it.
  const third = await archive.align(article('r3', 'Kyiv still under water', trains, rain, port))
  expect(third.article.blocks.map((block) => block.key)).toEqual(['title', 'b003', 'b001', 'b004'])
})

test('the same revision is known, with the keys it was given', async () => {
  const archive = openArchive(openSqlite(':memory:'), 'site', now)
  await archive.keep(await archive.align(article('r1', 'Kyiv under water', rain, port)))
  const second = await archive.align(article('r2', 'Kyiv under water', port))
  await archive.keep(second)
  const again = await archive.align(article('r2', 'Kyiv under water', port))
  const { previous, ...kept } = second
  expect(again).toEqual({ ...kept, isKnown: true })
  expect(kept.previousRevision).toBe(previous?.revision)
  expect(again.article.blocks[1]?.key).toBe('b002')
})

test('aligning stores nothing: a dry run leaves no trace', async () => {
  const archive = openArchive(openSqlite(':memory:'), 'site', now)
  await archive.align(article('r1', 'Kyiv under water', rain))
  expect(await archive.articles()).toEqual([])
})

test('two sites in one store know nothing of each other', async () => {
  const database = openSqlite(':memory:')
  const [sports, politics] = ['sports', 'politics'].map((site) => openArchive(database, site, now))
  await sports?.keep(await sports.align(article('r1', 'Kyiv under water', rain)))
  const made = { input: 'i', output: 'o', report: '{"segments":2}' }
  await sports?.keepLocalized('kyiv-rain', 'uk', made)
  expect(await politics?.articles()).toEqual([])
  expect(await politics?.localized('kyiv-rain')).toEqual(new Map())
  expect(await sports?.localized('kyiv-rain')).toEqual(new Map([['uk', made]]))
  await sports?.keepLocalized('kyiv-rain', 'uk', { ...made, output: 'later' })
  expect((await sports?.localized('kyiv-rain'))?.get('uk')?.output).toBe('later')
})
