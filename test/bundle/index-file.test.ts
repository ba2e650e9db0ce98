import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import {
  publish,
  readIfThere,
  updateIndex,
  type Manifest,
  type SiteIndex,
} from '../../src/bundle/index.ts'
import { temporaryFolder } from '../storage/processes.ts'
import { articleOf, editionOf } from './articles.ts'

function manifestOf(
  id: string,
  published?: string,
  languages: Manifest['languages'] = {},
): Manifest {
  const structure = { order: [], roles: {}, slots: {}, speakers: {}, untranslated: [] }
  const date = published === undefined ? {} : { published }
  return { ...structure, id, source: 'en', revision: 'r1', ...date, languages }
}

function read(output: string): SiteIndex {
  return JSON.parse(readIfThere(path.join(output, 'index.json')) ?? '') as SiteIndex
}

const ids = (output: string): readonly string[] => read(output).articles.map(({ id }) => id)

test('languages come with their own name, direction and script', async () => {
  const output = temporaryFolder()
  await updateIndex(output, ['en', 'uk', 'ar', 'zh-Hans', 'ur'], [])
  expect(read(output).languages).toEqual([
    { tag: 'en', autonym: 'English', dir: 'ltr', script: 'Latn' },
    { tag: 'uk', autonym: 'Українська', dir: 'ltr', script: 'Cyrl' },
    { tag: 'ar', autonym: 'العربية', dir: 'rtl', script: 'Arab' },
    { tag: 'zh-Hans', autonym: '中文（简体）', dir: 'ltr', script: 'Hans' },
    { tag: 'ur', autonym: 'اردو', dir: 'rtl', script: 'Arab' },
  ])
})

test('an article names the languages that have a bundle', async () => {
  const output = temporaryFolder()
  const languages = {
    uk: { state: 'machine', revision: 'r1', stale: false, held: [] },
    en: { state: 'source', revision: 'r1', stale: false, held: [] },
    ar: { state: 'held', stale: false, held: ['b001'] },
  } as const
  await updateIndex(output, ['en', 'uk', 'ar'], [manifestOf('kyiv-rain', '2026-11-23', languages)])
  expect(read(output).articles).toEqual([
    { id: 'kyiv-rain', source: 'en', published: '2026-11-23', languages: ['en', 'uk'] },
  ])
})

test('a language that was taken out of the configuration is not offered', async () => {
  const output = temporaryFolder()
  const languages = {
    uk: { state: 'machine', revision: 'r1', stale: false, held: [] },
    en: { state: 'source', revision: 'r1', stale: false, held: [] },
  } as const
  await updateIndex(output, ['en', 'uk'], [manifestOf('kyiv-rain', '2026-11-23', languages)])
  await updateIndex(output, ['en'], [])
  expect(read(output).articles[0]?.languages).toEqual(['en'])
})

test('the newest hundred articles stay, by the moment they were published', async () => {
  const output = temporaryFolder()
  const days = Array.from({ length: 130 }, (_, i) => new Date(Date.UTC(2026, 6, 1 + i)))
  await updateIndex(
    output,
    ['en'],
    days.map((day, i) => manifestOf(`day-${i}`, day.toISOString())),
  )
  expect(ids(output)).toHaveLength(100)
  expect(ids(output)[0]).toBe('day-129')
  expect(ids(output).at(-1)).toBe('day-30')
  await updateIndex(output, ['en'], [manifestOf('latest', '2026-11-23')])
  expect(ids(output).slice(0, 2)).toEqual(['latest', 'day-129'])
  expect(ids(output)).toHaveLength(100)
})

test('dates of several time zones are put in their real order, and no date comes last', async () => {
  const output = temporaryFolder()
  await updateIndex(
    output,
    ['en'],
    [
      manifestOf('kyiv', '2026-11-23T10:00:00+02:00'),
      manifestOf('london', '2026-11-23T09:30:00Z'),
      manifestOf('undated'),
      manifestOf('odd', 'yesterday'),
      manifestOf('new-york', '2026-11-23T05:00:00-05:00'),
    ],
  )
  expect(ids(output)).toEqual(['new-york', 'london', 'kyiv', 'odd', 'undated'])
})

test('nothing new is nothing written', async () => {
  const output = temporaryFolder()
  expect(await updateIndex(output, ['en', 'uk'], [manifestOf('kyiv-rain')])).toBe(true)
  expect(await updateIndex(output, ['en', 'uk'], [manifestOf('kyiv-rain')])).toBe(false)
  expect(await updateIndex(output, ['en', 'uk'], [])).toBe(false)
})

test.each(['{"articles": [', '', 'null', '{}', '{"articles": 5}', '{"articles": [null]}'])(
  'an index that is broken (%s) is made anew from all manifests',
  async (content) => {
    const output = temporaryFolder()
    const now = (): Date => new Date('2026-11-23T08:00:00Z')
    const edition = editionOf('uk', { title: 'Київ' })
    for (const id of ['kyiv-rain', 'odesa-port']) {
      await publish(
        output,
        { ...articleOf('r1', { title: 'Kyiv' }), id },
        [edition],
        'complete',
        now,
      )
    }
    writeFileSync(path.join(output, 'articles', 'broken.json'), '{')
    writeFileSync(path.join(output, 'index.json'), content)
    await updateIndex(output, ['en'], [manifestOf('lviv-trains')])
    expect(ids(output)).toEqual(['kyiv-rain', 'lviv-trains', 'odesa-port'])
  },
)
