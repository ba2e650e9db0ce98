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

/** A reservation that is asked for. */
interface Waiting {
  readonly id: string
  readonly expense: Expense
  readonly micros: Micros
  readonly resolve: (id: string) => void
  readonly reject: (error: unknown) => void
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
  let waiting: Waiting[] = []
  let isReserving = false
  /** What waits is reserved together, in order: two that are read apart could pass a limit together. */
  const reserveWaiting = async (): Promise<void> => {
    if (isReserving) return
    isReserving = true
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      await reserveGroup(group)
    }
    isReserving = false
  }
  const reserveGroup = async (group: readonly Waiting[]): Promise<void> => {
    const at = now().toISOString()
    const accepted: Waiting[] = []
    try {
      const spent = await spentSoFar(database, run, at, limits)
      let added = 0
      for (const one of group) {
        const refusal = refusalOf(one.micros, added, spent, limits, currency)
        if (refusal !== undefined) one.reject(refusal)
        else accepted.push(one)
        if (refusal === undefined) added += one.micros
      }
      await database.batch(
        accepted.map(({ id, expense: { engine, locale, characters }, micros }) => ({
          sql: `INSERT INTO ledger (id, run, at, engine, locale, characters, micros, settled)
                VALUES ($1, $2, $3, $4, $5, $6, $7, 0)`,
          params: [id, run, at, engine, locale, characters, micros],
        })),
      )
      for (const { id, resolve } of accepted) resolve(id)
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }
  return {
    price,
    reserve: (expense) =>
      new Promise((resolve, reject) => {
        const micros = price(expense.engine, expense.characters)
        if (micros === 0) resolve('')
        else if (requiresLimit && Object.keys(limits).length === 0) {
          reject(unlimited(expense.engine))
        } else {
          waiting.push({ id: randomUUID(), expense, micros, resolve, reject })
          reserveWaiting().catch(reject)
        }
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

const sums: Readonly<Record<keyof Limits, string>> = {
  run: 'SELECT SUM(micros) AS spent FROM ledger WHERE run = $1',
  day: 'SELECT SUM(micros) AS spent FROM ledger WHERE at >= $1',
  month: 'SELECT SUM(micros) AS spent FROM ledger WHERE at >= $1',
}

/** What is spent or reserved in each period that has a limit; days and months are those of UTC. */
async function spentSoFar(
  database: Database,
  run: string,
  at: string,
  limits: Limits,
): Promise<Limits> {
  const from: Required<Record<keyof Limits, string>> = {
    run,
    day: at.slice(0, 10),
    month: at.slice(0, 7),
  }
  const spent: [string, Micros][] = []
  for (const name of limitNames) {
    if (limits[name] === undefined) continue
    const rows = await database.query(sums[name], [from[name]])
    spent.push([name, Number(rows[0]?.['spent'] ?? 0)])
  }
  return Object.fromEntries(spent)
}

const limitNames = ['run', 'day', 'month'] as const

function refusalOf(
  micros: Micros,
  added: Micros,
  spent: Limits,
  limits: Limits,
  currency: string,
): BabelwireError | undefined {
  for (const name of limitNames) {
    const limit = limits[name]
    const sum = (spent[name] ?? 0) + added
    if (limit === undefined || sum + micros <= limit) continue
    const money = (amount: Micros): string => formatMoney(amount, currency)
    return new BabelwireError(
      'budget',
      `the next request costs ${money(micros)}; ${money(sum)} of the ${money(limit)} a ${name} may cost are spent or reserved`,
      {
        mend: `Raise budget.${name} in babelwire.yaml${name === 'run' ? ' or --max-cost' : ''}, or wait for the next ${name}.`,
      },
    )
  }
  return undefined
}

/** `0.0123 EUR`, always with enough digits to see a small sum. */
export function formatMoney(micros: Micros, currency: string): string {
  const digits = micros % 10_000 === 0 ? 2 : micros < 10_000 && micros % 100 !== 0 ? 6 : 4
  return `${(micros / 1_000_000).toFixed(digits)} ${currency}`
}
