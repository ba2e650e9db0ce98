import { describe, expect, test } from 'vitest'
import { formatMoney, openLedger, toMicros, type Ledger, type Limits } from '../src/budget.ts'
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
    limits,
    prices: new Map([['deepl', price]]),
    currency: 'EUR',
    requiresLimit: given.requiresLimit ?? false,
    now: () => new Date(given.now ?? '2026-11-23T08:00:00Z'),
  })
}

const expense = (characters: number): Parameters<Ledger['reserve']>[0] => ({
  engine: 'deepl',
  locale: 'uk',
  characters,
})

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

  test('is read without a rounding error', () => {
    expect(toMicros(0.29)).toBe(290_000)
    expect(toMicros(1.1)).toBe(1_100_000)
  })
})
