import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLedger } from '../../src/budget.ts'
import { openSqlite } from '../../src/storage/index.ts'
import { openNewsroom, type Newsroom } from '../support/newsroom.ts'

interface Row {
  readonly name: string
  readonly characters: number
  readonly requests: number
  readonly cost: number
  readonly reserved: number
}

interface Cost {
  readonly since: string
  readonly days: readonly Row[]
  readonly languages: readonly Row[]
  readonly sources: readonly Row[]
  readonly engines: readonly Row[]
}

const daysAgo = (days: number): Date => new Date(Date.now() - days * 86_400_000)
const dayOf = (date: Date): string => date.toISOString().slice(0, 10)

let newsroom: Newsroom
beforeEach(async () => {
  newsroom = openNewsroom({ 'babelwire.yaml': 'languages: [es, ar]\n' })
  const database = openSqlite(newsroom.path('.babelwire/store.db'))
  const article = (id: string, origin: string | null): Promise<void> =>
    database.batch([
      {
        sql: `INSERT INTO article (site, id, revision, next_block, document, seen, origin)
              VALUES ($1, $2, 'r1', 2, $3, '2026-11-23', $4)`,
        params: ['../locales', id, JSON.stringify({ id, locale: 'en', blocks: [] }), origin],
      },
    ])
  await article('harbour-reopens', 'https://news.example/feed.xml')
  await article('grain-corridor', null)
  const spend = async (
    at: Date,
    engine: string,
    locale: string,
    shares: Readonly<Record<string, number>>,
    isSettled = true,
  ): Promise<void> => {
    const ledger = openLedger(database, {
      ...{ run: 'run', site: '../locales', limits: {}, currency: 'EUR', requiresLimit: false },
      prices: new Map([
        ['deepl', 20],
        ['libretranslate', 5],
      ]),
      now: () => at,
    })
    const all = Object.entries(shares).map(([id, characters]) => ({ article: id, characters }))
    const id = await ledger.reserve({ engine, locale, shares: all })
    const characters = all.reduce((sum, one) => sum + one.characters, 0)
    if (isSettled) await ledger.settle(id, engine, characters)
  }
  await spend(daysAgo(0), 'deepl', 'es', { 'harbour-reopens': 1_000, 'grain-corridor': 500 })
  await spend(daysAgo(0), 'libretranslate', 'ar', { 'harbour-reopens': 2_000 })
  await spend(daysAgo(3), 'deepl', 'ar', { 'grain-corridor': 700 }, false)
  await spend(daysAgo(40), 'deepl', 'es', { 'grain-corridor': 90_000 })
  await database.close()
})
afterEach(() => newsroom.remove())

const cost = async (...args: readonly string[]): Promise<Cost> => {
  const { code, out } = await newsroom.run('status', '--cost', '--json', ...args)
  expect(code).toBe(0)
  return JSON.parse(out) as Cost
}
const row = (
  name: string,
  characters: number,
  requests: number,
  spent: number,
  reserved = 0,
): Row => ({ name, characters, requests, cost: spent, reserved })

describe('status --cost', () => {
  it('adds up the last 31 days by day, language, source and engine', async () => {
    const { since, days, languages, sources, engines } = await cost()
    expect(since).toBe(dayOf(daysAgo(30)))
    expect(days).toEqual([
      row(dayOf(daysAgo(3)), 700, 1, 0.014, 0.014),
      row(dayOf(daysAgo(0)), 3_500, 2, 0.04),
    ])
    expect(languages).toEqual([row('ar', 2_700, 2, 0.024, 0.014), row('es', 1_500, 1, 0.03)])
    expect(sources).toEqual([
      row('https://news.example/feed.xml', 3_000, 2, 0.03),
      row('unknown', 1_200, 2, 0.024, 0.014),
    ])
    expect(engines).toEqual([
      row('deepl', 2_200, 2, 0.044, 0.014),
      row('libretranslate', 2_000, 1, 0.01),
    ])
  })

  it('of one article counts its share of the requests it was in', async () => {
    const { engines, languages } = await cost('grain-corridor')
    expect(engines).toEqual([row('deepl', 1_200, 2, 0.024, 0.014)])
    expect(languages.map(({ name }) => name)).toEqual(['ar', 'es'])
  })

  it('prints four tables, and says what is only reserved', async () => {
    const { out } = await newsroom.run('status', '--cost')
    for (const head of ['day (UTC)', 'language', 'source', 'engine']) {
      expect(out).toMatch(new RegExp(`^${head.replace(/[()]/g, '\\$&')} +characters`, 'm'))
    }
    expect(out).toContain('0.0140 EUR of it is reserved')
  })

  it('does not know an article that is not there, and leaves plain status its line', async () => {
    expect((await newsroom.run('status', '--cost', 'grain-coridor')).code).toBe(2)
    const { out } = await newsroom.run('status')
    expect(out).toMatch(/^Spent this month: /m)
  })

  it('says that nothing was spent where nothing has run', async () => {
    const empty = openNewsroom({ 'babelwire.yaml': 'languages: [es]\n' })
    try {
      const { out } = await empty.run('status', '--cost')
      expect(out).toContain('Nothing was spent since')
      expect(empty.has('.babelwire')).toBe(false)
    } finally {
      empty.remove()
    }
  })
})
