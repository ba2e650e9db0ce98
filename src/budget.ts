import { randomUUID } from 'node:crypto'
import { BabelwireError } from './errors.ts'
import type { Locale } from './model.ts'
import type { Database } from './storage/index.ts'

/** Money in millionths of a unit of the configured currency: whole numbers, so that sums stay exact. */
export type Micros = number

export function toMicros(amount: number): Micros {
  return Math.round(amount * 1_000_000)
}

/** Limits in micros; an absent one does not limit. */
export interface Limits {
  readonly run?: Micros
  readonly day?: Micros
  readonly month?: Micros
}

/** A request as the ledger sees it. */
export interface Expense {
  readonly engine: string
  readonly locale: Locale
  readonly characters: number
}

/** The ledger of a run: no request is sent whose price is not reserved first (promise P6). */
export interface Ledger {
  /** What so many characters cost at an engine. */
  price(engine: string, characters: number): Micros
  /**
   * Reserves the price of a request; the id is for `settle` or `release` and empty for a free one.
   * @throws {BabelwireError} `budget` when a limit would be passed: nothing is reserved then.
   */
  reserve(expense: Expense): Promise<string>
  /** Puts what was billed in place of what was reserved. */
  settle(id: string, engine: string, characters: number): Promise<Micros>
  /** Takes back a reservation of a request that was certainly not billed. */
  release(id: string): Promise<void>
}

/** The ledger of one run over the store's `ledger` table; `prices` are micros per character, by engine. */
export function openLedger(
  database: Database,
  options: {
    readonly run: string
    readonly limits: Limits
    readonly prices: ReadonlyMap<string, number>
    readonly currency: string
    /** Refuses to spend anything where no limit is set: nobody is watching. */
    readonly requiresLimit: boolean
    readonly now: () => Date
  },
): Ledger {
  const { run, limits, prices, currency, requiresLimit, now } = options
  // Part of a micro is rounded up: an estimate may be too high by that, never too low. The price
  // itself is rounded first, for 20.1 * 10 is a little more than 201 in floating point.
  const price = (engine: string, characters: number): Micros =>
    Math.ceil((Math.round((prices.get(engine) ?? 0) * 1_000_000) * characters) / 1_000_000)
  // One reservation at a time: two that are read together could pass a limit together.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work)
    last = next.catch(() => undefined)
    return next
  }
  return {
    price,
    reserve: ({ engine, locale, characters }) =>
      inTurn(async () => {
        const micros = price(engine, characters)
        const id = randomUUID()
        const at = now().toISOString()
        if (micros === 0) return ''
        if (requiresLimit && Object.keys(limits).length === 0) throw unlimited(engine)
        await refuseOverLimit(database, run, at, limits, micros, currency)
        await database.batch([
          {
            sql: `INSERT INTO ledger (id, run, at, engine, locale, characters, micros, settled)
                  VALUES ($1, $2, $3, $4, $5, $6, $7, 0)`,
            params: [id, run, at, engine, locale, characters, micros],
          },
        ])
        return id
      }),
    settle: async (id, engine, characters) => {
      const micros = price(engine, characters)
      if (id === '') return micros
      await database.batch([
        {
          sql: 'UPDATE ledger SET characters = $2, micros = $3, settled = 1 WHERE id = $1',
          params: [id, characters, micros],
        },
      ])
      return micros
    },
    release: (id) => database.batch([{ sql: 'DELETE FROM ledger WHERE id = $1', params: [id] }]),
  }
}

function unlimited(engine: string): BabelwireError {
  return new BabelwireError('budget', `${engine} costs money and no budget is set`, {
    mend: 'Set budget.run, budget.day or budget.month in babelwire.yaml, or give --max-cost.',
  })
}

async function refuseOverLimit(
  database: Database,
  run: string,
  at: string,
  limits: Limits,
  micros: Micros,
  currency: string,
): Promise<void> {
  const checks: readonly (readonly [name: keyof Limits, sql: string, param: string])[] = [
    ['run', 'SELECT SUM(micros) AS spent FROM ledger WHERE run = $1', run],
    ['day', 'SELECT SUM(micros) AS spent FROM ledger WHERE at >= $1', at.slice(0, 10)],
    ['month', 'SELECT SUM(micros) AS spent FROM ledger WHERE at >= $1', at.slice(0, 7)],
  ]
  for (const [name, sql, param] of checks) {
    const limit = limits[name]
    if (limit === undefined) continue
    const rows = await database.query(sql, [param])
    const spent = Number(rows[0]?.['spent'] ?? 0)
    if (spent + micros <= limit) continue
    throw new BabelwireError(
      'budget',
      `the next request costs ${formatMoney(micros, currency)}; ${formatMoney(spent, currency)} of the ${formatMoney(limit, currency)} a ${name} may cost are spent or reserved`,
      {
        mend: `Raise budget.${name} in babelwire.yaml${name === 'run' ? ' or --max-cost' : ''}, or wait for the next ${name}.`,
      },
    )
  }
}

/** `0.0123 EUR`, always with enough digits to see a small sum. */
export function formatMoney(micros: Micros, currency: string): string {
  const digits = micros % 10_000 === 0 ? 2 : micros < 10_000 && micros % 100 !== 0 ? 6 : 4
  return `${(micros / 1_000_000).toFixed(digits)} ${currency}`
}
