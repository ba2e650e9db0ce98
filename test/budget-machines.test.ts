import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  openLedger,
  raisesOn,
  readAccounts,
  recordRaise,
  toMicros,
  type Ledger,
  type Limits,
} from '../src/budget.ts'
import { showCost } from '../src/commands/status-cost.ts'
import { defaultConfig } from '../src/config.ts'
import { openSqlite, openStore, type Database } from '../src/storage/index.ts'
import { migrations } from '../src/storage/migrations.ts'
import { startScript, temporaryFolder } from './storage/processes.ts'
import { startPostgres, type PostgresServer } from './support/postgres.ts'

/** What each machine does: reserves until it is refused, settles some requests lower, gives some back. */
const machine = `
import { openLedger } from 'SRC/budget.ts'
import { openStore } from 'SRC/storage/index.ts'
const [run, file, url, limit] = process.argv.slice(1)
const database = await openStore(file, { DATABASE_URL: url })
const ledger = openLedger(database, {
  run, site: 'locales', limits: { day: Number(limit), language: new Map([['es', Number(limit) / 4]]) },
  prices: new Map([['deepl', 20]]), currency: 'EUR', requiresLimit: true,
  now: () => new Date('2026-11-23T08:00:00Z'),
})
// All begin together, however long each took to start.
await database.batch([{ sql: 'INSERT INTO run (id, started) VALUES ($1, $2)', params: [run, run] }])
while (Number((await database.query('SELECT COUNT(*) AS n FROM run'))[0].n) < 4) {
  await new Promise((resolve) => setTimeout(resolve, 5))
}
let refused = 0
let spent = 0
const ask = async (i) => {
  const locale = ['es', 'zh-Hans', 'ar'][i % 3]
  const shares = [
    { article: 'harbour-' + (i % 7), characters: 90 + i },
    { article: 'corridor-' + (i % 5), characters: 60 },
  ]
  try {
    const id = await ledger.reserve({ engine: 'deepl', locale, shares })
    if (i % 4 === 0) return await ledger.release(id)
    const billed = await ledger.settle(id, 'deepl', i % 4 === 1 ? 100 : 150 + i)
    spent += billed
  } catch (error) {
    if (error.code !== 'budget') throw error
    refused++
  }
}
for (let round = 0; round < 10; round++) {
  await Promise.all(Array.from({ length: 12 }, (_, i) => ask(round * 12 + i)))
}
await database.close()
console.log(JSON.stringify({ refused, spent }))
`

async function sumOf(database: Database, sql: string): Promise<number> {
  return Number((await database.query(sql))[0]?.['sum'] ?? 0)
}

/** Every counter is the sum of the rows it stands for. */
async function expectCountersAreSums(database: Database): Promise<void> {
  const rows = await database.query('SELECT * FROM ledger')
  const sums = new Map<string, number>()
  for (const row of rows) {
    const at = String(row['at'])
    const keys = [
      `run ${row['run']}`,
      `day ${at.slice(0, 10)}`,
      `month ${at.slice(0, 7)}`,
      `language ${row['locale']} ${at.slice(0, 7)}`,
      `article ${row['site']} ${row['article']}`,
    ]
    for (const key of keys) sums.set(key, (sums.get(key) ?? 0) + Number(row['micros']))
  }
  const counters = await database.query('SELECT scope, micros FROM spending WHERE micros <> 0')
  expect(
    Object.fromEntries(counters.map((row) => [String(row['scope']), Number(row['micros'])])),
  ).toEqual(Object.fromEntries([...sums].filter(([, micros]) => micros !== 0)))
}

/** Four machines on one limit that leaves room for about a third of what they ask for. */
async function fourMachines(file: string, url: string): Promise<void> {
  const limit = toMicros(0.6)
  await (await openStore(file, { DATABASE_URL: url })).close()
  const machines = [1, 2, 3, 4].map((n) =>
    startScript(machine, `machine ${n}`, file, url, String(limit)),
  )
  const ended = await Promise.all(machines.map((one) => one.ended))
  expect(ended.map(({ errors }) => errors)).toEqual(['', '', '', ''])
  const said = machines.map(
    ({ lines }) => JSON.parse(lines[0] ?? '') as { refused: number; spent: number },
  )
  const database = await openStore(file, { DATABASE_URL: url })
  const day = await sumOf(database, 'SELECT SUM(micros) AS sum FROM ledger')
  const spanish = await sumOf(database, `SELECT SUM(micros) AS sum FROM ledger WHERE locale = 'es'`)
  expect(day).toBe(said.reduce((sum, { spent }) => sum + spent, 0))
  expect(day).toBeLessThanOrEqual(limit)
  expect(spanish).toBeLessThanOrEqual(limit / 4)
  // The limit was really what ended it: less than one request is left of it.
  expect(day).toBeGreaterThan(limit - 20 * 400)
  expect(said.some(({ refused }) => refused > 0)).toBe(true)
  await expectCountersAreSums(database)
  await database.close()
}

/** What `budget show` and `status --cost` read, after some spending. */
async function spendAndTell(database: Database): Promise<unknown> {
  const now = new Date('2026-11-23T08:00:00Z')
  const at = now.toISOString()
  await recordRaise(database, {
    ...{ limit: 'article', micros: 9_000, until: '2026-11-23', at },
    ...{ person: 'Ольга Марченко', reason: '选举之夜' },
  })
  const ledger = openLedger(database, {
    ...{ run: 'night', site: 'locales', currency: 'EUR', requiresLimit: true },
    limits: { article: 5_000 },
    prices: new Map([['deepl', 20]]),
    now: () => now,
  })
  const reserve = (harbour: number, corridor: number): Promise<string> =>
    ledger.reserve({
      ...{ engine: 'deepl', locale: 'ar' },
      shares: [
        { article: 'harbour-reopens', characters: harbour },
        { article: 'grain-corridor', characters: corridor },
      ],
    })
  await ledger.settle(await reserve(200, 100), 'deepl', 150)
  await ledger.release(await reserve(200, 100))
  await reserve(250, 50)
  const refusal = await reserve(200, 10).catch((error: unknown) => String(error))
  let printed = ''
  await showCost(
    database,
    defaultConfig('/newsroom'),
    { json: true },
    {
      ...{ env: {}, folder: '/newsroom', isInteractive: false, note: () => undefined },
      out: (text) => void (printed += text),
      signal: new AbortController().signal,
    },
    now,
  )
  return {
    refusal,
    accounts: await readAccounts(database, at, 'locales'),
    raises: await raisesOn(database, '2026-11-23'),
    ended: await raisesOn(database, '2026-11-24'),
    cost: JSON.parse(printed) as unknown,
  }
}

describe('four processes on one limit', () => {
  test('pass it by nothing, in one file', async () => {
    await fourMachines(path.join(temporaryFolder(), 'store.db'), '')
  })

  describe('in PostgreSQL', () => {
    let postgres: PostgresServer
    beforeAll(async () => {
      postgres = await startPostgres()
    })
    afterAll(async () => {
      await postgres.stop()
    })

    test('pass it by nothing, and never wait for each other for ever', async () => {
      await fourMachines('unused', await postgres.freshUrl())
    })

    test('are told of what is spent, reserved and raised as in one file', async () => {
      const told = async (url: string): Promise<unknown> => {
        const database = await openStore(path.join(temporaryFolder(), 'store.db'), {
          DATABASE_URL: url,
        })
        try {
          return await spendAndTell(database)
        } finally {
          await database.close()
        }
      }
      const inPostgres = await told(await postgres.freshUrl())
      expect(inPostgres).toEqual(await told(''))
      expect(inPostgres).toMatchObject({ cost: { languages: [{ name: 'ar', requests: 2 }] } })
    })
  })
})

type Step =
  | { readonly kind: 'reserve'; readonly locale: string; readonly sizes: readonly number[] }
  | { readonly kind: 'settle'; readonly which: number; readonly characters: number }
  | { readonly kind: 'release'; readonly which: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('reserve' as const),
    locale: fc.constantFrom('es', 'uk', 'zh-Hans', 'ar'),
    sizes: fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('settle' as const),
    which: fc.nat(20),
    characters: fc.integer({ min: 0, max: 2_000 }),
  }),
  fc.record({ kind: fc.constant('release' as const), which: fc.nat(20) }),
)

/** Does a step; one that names a reservation may name one that is settled or gone. */
async function take(one: Step, ledger: Ledger, reserved: string[]): Promise<void> {
  if (one.kind === 'reserve') {
    const shares = one.sizes.map((characters, i) => ({ article: `harbour-${i}`, characters }))
    await ledger.reserve({ engine: 'deepl', locale: one.locale, shares }).then(
      (id) => void reserved.push(id),
      (error: unknown) => expect(error).toMatchObject({ code: 'budget' }),
    )
  } else {
    const id = reserved[one.which % Math.max(1, reserved.length)]
    if (id === undefined) return
    if (one.kind === 'release') await ledger.release(id)
    else await ledger.settle(id, 'deepl', one.characters)
  }
}

describe('the counters', () => {
  test('are the sums of the rows after reservations, settlements and releases in any order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { maxLength: 6 }), { maxLength: 6 }),
        async (rounds) => {
          const database = openSqlite(':memory:')
          const limits: Limits = { run: toMicros(0.08), article: toMicros(0.03) }
          const ledger = openLedger(database, {
            ...{ run: 'night', site: 'locales', limits, currency: 'EUR', requiresLimit: true },
            prices: new Map([['deepl', 20.1]]),
            now: () => new Date('2026-11-23T23:59:59Z'),
          })
          const reserved: string[] = []
          // The steps of a round are taken at once.
          for (const round of rounds) {
            await Promise.all(round.map((one) => take(one, ledger, reserved)))
          }
          await expectCountersAreSums(database)
          await database.close()
        },
      ),
      { numRuns: 60 },
    )
  })

  test('of a store of an earlier version begin with what its rows add up to', async () => {
    const file = path.join(temporaryFolder(), 'store.db')
    await openSqlite(file, migrations.slice(0, 3)).close()
    const old = new DatabaseSync(file)
    const insert = old.prepare('INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
    insert.run('a', 'run 1', '2026-10-31T23:59:59.999Z', 'deepl', 'es', 100, 2_000, 1)
    insert.run('b', 'run 2', '2026-11-23T06:00:00.000Z', 'deepl', 'es', 200, 4_000, 1)
    insert.run('c', 'run 2', '2026-11-23T06:00:01.000Z', 'deepl', 'uk', 300, 6_000, 0)
    old.close()
    const database = openSqlite(file)
    const counters = await database.query('SELECT scope, micros FROM spending ORDER BY scope')
    expect(counters.map((row) => [row['scope'], row['micros']])).toEqual([
      ['day 2026-10-31', 2_000],
      ['day 2026-11-23', 10_000],
      ['language es 2026-10', 2_000],
      ['language es 2026-11', 4_000],
      ['language uk 2026-11', 6_000],
      ['month 2026-10', 2_000],
      ['month 2026-11', 10_000],
    ])
    const ledger = openLedger(database, {
      ...{ run: 'run 3', site: 'locales', currency: 'EUR', requiresLimit: true },
      limits: { month: toMicros(0.012) },
      prices: new Map([['deepl', 20]]),
      now: () => new Date('2026-11-30T12:00:00Z'),
    })
    const shares = [{ article: 'harbour-reopens', characters: 101 }]
    const asked = ledger.reserve({ engine: 'deepl', locale: 'ar', shares })
    await expect(asked).rejects.toThrow('0.01 EUR of the 0.0120 EUR a month may cost')
    await database.close()
  })
})
