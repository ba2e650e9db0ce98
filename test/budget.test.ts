import { describe, expect, test } from 'vitest'
import {
  formatMoney,
  languageLimit,
  limitsInForce,
  openLedger,
  recordRaise,
  shareOut,
  toMicros,
  type Expense,
  type Ledger,
  type Limits,
  type Raise,
} from '../src/budget.ts'
import { openSqlite, type Database } from '../src/storage/index.ts'

interface Given {
  readonly database?: Database
  readonly run?: string
  readonly limits?: Limits
  readonly requiresLimit?: boolean
  readonly now?: string
  readonly price?: number
}

/** A ledger for DeepL at 20 EUR a million characters: 20 micros each. */
function ledgerOf(given: Given = {}): Ledger {
  const { database = openSqlite(':memory:'), run = 'run', limits = {}, price = 20 } = given
  return openLedger(database, {
    run,
    site: 'locales',
    limits,
    prices: new Map([['deepl', price]]),
    currency: 'EUR',
    requiresLimit: given.requiresLimit ?? false,
    now: () => new Date(given.now ?? '2026-11-23T08:00:00Z'),
  })
}

const expense = (
  characters: number,
  locale = 'uk',
  article: string = 'harbour-reopens',
): Expense => ({ engine: 'deepl', locale, shares: [{ article, characters }] })

/** A raise that a person put on record. */
function raiseTo(
  database: Database,
  limit: Raise['limit'],
  amount: number,
  until = '2026-11-23',
): Promise<void> {
  return recordRaise(database, {
    ...{ limit, micros: toMicros(amount), until, at: '2026-11-23T08:00:00Z' },
    ...{ person: 'Olha Marchenko', reason: 'election night' },
  })
}

const refused = (message: string): unknown =>
  expect.objectContaining({ code: 'budget', message: expect.stringContaining(message) as string })

describe('a limit', () => {
  test.each(['run', 'day', 'month'] as const)(
    'of a %s may be reached, not passed',
    async (name) => {
      const ledger = ledgerOf({ limits: { [name]: toMicros(0.1) } })
      await ledger.reserve(expense(3_000))
      await expect(ledger.reserve(expense(2_001))).rejects.toEqual(
        refused(
          `the next request costs 0.0400 EUR; 0.06 EUR of the 0.10 EUR a ${name} may cost are spent`,
        ),
      )
      // The refused request reserved nothing: one that just fits is let through.
      await ledger.reserve(expense(2_000))
      await expect(ledger.reserve(expense(1))).rejects.toEqual(refused('0.000020 EUR'))
    },
  )

  test('counts what other runs of the day and the month spent, but not for the run', async () => {
    const database = openSqlite(':memory:')
    await ledgerOf({ database, run: 'morning' }).reserve(expense(5_000))
    const limits = (name: string): Limits => ({ [name]: toMicros(0.1) })
    await ledgerOf({ database, run: 'noon', limits: limits('run') }).reserve(expense(100))
    for (const name of ['day', 'month']) {
      const ledger = ledgerOf({ database, run: 'evening', limits: limits(name) })
      await expect(ledger.reserve(expense(1))).rejects.toEqual(refused(`a ${name} may cost`))
    }
  })

  test('of a day ends at midnight UTC, of a month with its last day', async () => {
    const database = openSqlite(':memory:')
    const limits = { day: toMicros(0.1) }
    const at = (now: string, given: Given = { limits }): Ledger =>
      ledgerOf({ database, now, ...given })
    await at('2026-11-30T23:59:59.999Z').reserve(expense(5_000))
    await expect(at('2026-11-30T23:59:59.999Z').reserve(expense(1))).rejects.toThrow('a day')
    await at('2026-12-01T00:00:00.000Z').reserve(expense(2_000))
    const month = { limits: { month: toMicros(0.1) } }
    await at('2026-12-31T23:59:59Z', month).reserve(expense(3_000))
    await expect(at('2026-12-31T23:59:59Z', month).reserve(expense(1))).rejects.toThrow('a month')
    await at('2027-01-01T00:00:00Z', month).reserve(expense(5_000))
  })

  test('of an article counts all its languages and runs, and no other article', async () => {
    const database = openSqlite(':memory:')
    const limits = { article: toMicros(0.1) }
    await ledgerOf({ database, run: 'morning', limits }).reserve(expense(3_000, 'es'))
    const later = ledgerOf({ database, run: 'noon', limits, now: '2027-01-08T12:00:00Z' })
    await later.reserve(expense(2_000, 'zh-Hans'))
    await expect(later.reserve(expense(1, 'ar'))).rejects.toMatchObject({
      message:
        'the next request costs 0.000020 EUR for harbour-reopens; 0.10 EUR of the 0.10 EUR an article may cost are spent or reserved',
      mend: 'Raise budget.article in babelwire.yaml, or for a time with "babelwire budget raise article".',
      articles: ['harbour-reopens'],
    })
    await later.reserve(expense(5_000, 'ar', 'grain-corridor'))
  })

  test('of an article that shares a request names it, and reserves nothing for the others', async () => {
    const database = openSqlite(':memory:')
    const ledger = ledgerOf({ database, limits: { article: toMicros(0.1) } })
    const shares = [
      { article: 'harbour-reopens', characters: 100 },
      { article: 'grain-corridor', characters: 5_001 },
    ]
    await expect(ledger.reserve({ engine: 'deepl', locale: 'de', shares })).rejects.toMatchObject({
      articles: ['grain-corridor'],
    })
    expect(await database.query('SELECT * FROM ledger')).toEqual([])
    expect(await database.query('SELECT * FROM spending')).toEqual([])
  })

  test('of a language is its own in each month; a region goes by its language, others by default', async () => {
    const language = new Map([
      ['es', toMicros(0.1)],
      ['default', toMicros(0.02)],
    ])
    const database = openSqlite(':memory:')
    const ledger = ledgerOf({ database, limits: { language } })
    await ledger.reserve(expense(5_000, 'es-MX'))
    await expect(ledger.reserve(expense(1, 'es-MX'))).rejects.toEqual(
      refused('of the 0.10 EUR a month of es-MX may cost'),
    )
    await ledger.reserve(expense(5_000, 'es'))
    await ledger.reserve(expense(1_000, 'zh-Hant'))
    await expect(ledger.reserve(expense(1, 'zh-Hant'))).rejects.toMatchObject({
      mend: 'Raise budget.language in babelwire.yaml, or for a time with "babelwire budget raise language --language zh-Hant", or wait for the next month.',
    })
    await ledgerOf({ database, limits: { language }, now: '2026-12-01T00:00:00Z' }).reserve(
      expense(5_000, 'es-MX'),
    )
  })

  test('that another language has is none where nobody is watching', async () => {
    const limits = { language: new Map([['es', toMicros(1)]]) }
    const ledger = ledgerOf({ requiresLimit: true, limits })
    await ledger.reserve(expense(10, 'es'))
    await expect(ledger.reserve(expense(10, 'fr'))).rejects.toEqual(refused('no budget is set'))
  })

  test('of --max-cost holds below one that was raised', async () => {
    const database = openSqlite(':memory:')
    await raiseTo(database, 'run', 9)
    const limits = { run: toMicros(0.1), maxCost: toMicros(0.2) }
    const ledger = ledgerOf({ database, limits })
    await ledger.reserve(expense(10_000))
    await expect(ledger.reserve(expense(1))).rejects.toMatchObject({
      message: expect.stringContaining('of the 0.20 EUR a run') as string,
      mend: 'Give a higher --max-cost, or wait for the next run.',
    })
  })

  test('holds for 100 requests that ask at once', async () => {
    const ledger = ledgerOf({ limits: { run: toMicros(0.1) } })
    const results = await Promise.allSettled(
      Array.from({ length: 100 }, () => ledger.reserve(expense(130))),
    )
    // 38 x 130 characters x 20 micros = 98,800 of 100,000 micros.
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(38)
  })

  test('is demanded where nobody is watching, but not of a free engine', async () => {
    const ledger = ledgerOf({ requiresLimit: true })
    await expect(ledger.reserve(expense(10))).rejects.toMatchObject({
      code: 'budget',
      message: 'deepl costs money and no budget is set',
    })
    expect(await ledger.reserve({ ...expense(10), engine: 'apertium' })).toBe('')
    const limited = ledgerOf({ requiresLimit: true, limits: { month: toMicros(1) } })
    expect(await limited.reserve(expense(10))).not.toBe('')
  })

  test('of nothing lets nothing through', async () => {
    await expect(ledgerOf({ limits: { run: 0 } }).reserve(expense(1))).rejects.toThrow('a run')
  })
})

describe('a reservation', () => {
  test('is replaced by what was billed', async () => {
    const ledger = ledgerOf({ limits: { run: toMicros(0.1) } })
    const id = await ledger.reserve(expense(5_000))
    expect(await ledger.settle(id, 'deepl', 1_000)).toBe(20_000)
    await ledger.reserve(expense(4_000))
  })

  test('is taken back when the request was not billed', async () => {
    const ledger = ledgerOf({ limits: { run: toMicros(0.1) } })
    await ledger.release(await ledger.reserve(expense(5_000)))
    await ledger.reserve(expense(5_000))
  })

  test('of a run that was killed still counts: it may have been billed', async () => {
    const database = openSqlite(':memory:')
    await ledgerOf({ database, run: 'killed' }).reserve(expense(5_000))
    const next = ledgerOf({ database, run: 'next', limits: { day: toMicros(0.1) } })
    await expect(next.reserve(expense(1))).rejects.toThrow('a day may cost')
  })

  test('of a free engine is nothing to settle or release', async () => {
    const ledger = ledgerOf()
    const id = await ledger.reserve({ ...expense(10), engine: 'apertium' })
    expect(await ledger.settle(id, 'apertium', 10)).toBe(0)
    await ledger.release(id)
  })
})

describe('a raise', () => {
  const limits = { day: toMicros(0.1) }

  test('is in force for a ledger that is open, and ends with its last day', async () => {
    const database = openSqlite(':memory:')
    let now = '2026-11-23T08:00:00Z'
    const ledger = openLedger(database, {
      ...{ run: 'service', site: 'locales', limits, currency: 'EUR', requiresLimit: true },
      prices: new Map([['deepl', 20]]),
      now: () => new Date(now),
    })
    await ledger.reserve(expense(5_000))
    await expect(ledger.reserve(expense(5_000))).rejects.toThrow('of the 0.10 EUR a day')
    await raiseTo(database, 'day', 0.2, '2026-11-24')
    await ledger.reserve(expense(5_000))
    await expect(ledger.reserve(expense(1))).rejects.toThrow('of the 0.20 EUR a day')
    now = '2026-11-24T23:59:00Z'
    await ledger.reserve(expense(10_000))
    now = '2026-11-25T00:00:00Z'
    await expect(ledger.reserve(expense(5_001))).rejects.toThrow('of the 0.10 EUR a day')
  })

  test('of one language leaves the others, of all those with a limit of their own', async () => {
    const set = {
      language: new Map([
        ['es', 5],
        ['default', 10],
      ]),
    }
    const raised = (language: string | undefined, micros: number): Limits =>
      limitsInForce(set, [
        {
          ...{ limit: 'language', micros, person: 'Olha Marchenko', reason: 'election night' },
          ...{ at: '2026-11-23T08:00:00Z', until: '2026-11-23' },
          ...(language === undefined ? {} : { language }),
        },
      ])
    const limitsFor = (limits: Limits): unknown =>
      ['es', 'es-MX', 'ar', 'zh-Hans'].map((locale) => languageLimit(limits, locale))
    expect(limitsFor(set)).toEqual([5, 5, 10, 10])
    expect(limitsFor(raised('es', 30))).toEqual([30, 30, 10, 10])
    expect(limitsFor(raised('ar', 30))).toEqual([5, 5, 30, 10])
    expect(limitsFor(raised(undefined, 30))).toEqual([5, 5, 30, 30])
    expect(limitsFor(raised('es', 3))).toEqual([5, 5, 10, 10])
  })
})

describe('a dry run', () => {
  test('counts a sentence once, however often it comes', () => {
    const ledger = ledgerOf()
    expect(ledger.isCounted('Kyiv stands.')).toBe(false)
    expect([...ledger.countOnce(['Kyiv stands.', 'Reporting by our staff.'])]).toHaveLength(2)
    expect([...ledger.countOnce(['Reporting by our staff.', 'Odesa waits.'])]).toEqual([
      'Odesa waits.',
    ])
    expect(ledger.isCounted('Odesa waits.')).toBe(true)
  })
})

describe('prices and money', () => {
  test('part of a micro is rounded up, and floating point adds none', () => {
    expect(ledgerOf({ price: 20.1 }).price('deepl', 10)).toBe(201)
    expect(ledgerOf({ price: 20.1 }).price('deepl', 1)).toBe(21)
    expect(ledgerOf({ price: 0.1 }).price('deepl', 30)).toBe(3)
    expect(ledgerOf({ price: 0 }).price('deepl', 30)).toBe(0)
    expect(ledgerOf().price('unknown', 30)).toBe(0)
    expect(ledgerOf({ price: 25 }).price('deepl', 1_000_000_000)).toBe(25_000_000_000)
  })

  test('is shown with as many digits as it takes to see it', () => {
    const shown = [0, 20, 1_240, 12_300, 120_000, 1_234_567, 50_000_000]
    expect(shown.map((micros) => formatMoney(micros, 'EUR'))).toEqual([
      '0.00 EUR',
      '0.000020 EUR',
      '0.001240 EUR',
      '0.0123 EUR',
      '0.12 EUR',
      '1.2346 EUR',
      '50.00 EUR',
    ])
  })

  test('is shared out without losing a micro', () => {
    expect(shareOut(100, [1, 1, 1])).toEqual([33, 34, 33])
    expect(shareOut(7, [0, 0])).toEqual([0, 7])
    expect(shareOut(0, [5, 5])).toEqual([0, 0])
    expect(shareOut(9, [])).toEqual([])
  })

  test('is read without a rounding error', () => {
    expect(toMicros(0.29)).toBe(290_000)
    expect(toMicros(1.1)).toBe(1_100_000)
  })
})
