import { randomUUID } from 'node:crypto'
import type { Locale } from '../model.ts'
import type { Database } from '../storage/index.ts'
import { changeReservation, type Line } from './books.ts'
import type { Limits } from './limits.ts'
import { shareOut, type Micros } from './money.ts'
import { watchLimits } from './raises.ts'
import { unlimited } from './refusal.ts'
import { queueReservations } from './reservations.ts'
import { chargesOf, limitOfScope } from './scopes.ts'

/** A request as the ledger sees it: it may carry texts of several articles. */
export interface Expense {
  readonly engine: string
  readonly locale: Locale
  readonly shares: readonly Share[]
}

/** What a request carries of one article. */
export interface Share {
  readonly article: string
  readonly characters: number
}

/** The ledger of a run: no request is sent whose price is not reserved first (promise P6). */
export interface Ledger {
  /** What so many characters cost at an engine. */
  price(engine: string, characters: number): Micros
  /**
   * Reserves the price of a request; the id is for `settle` or `release` and empty for a free one.
   * @throws {BudgetError} when a limit would be passed: nothing is reserved then.
   */
  reserve(expense: Expense): Promise<string>
  /** Puts what was billed in place of what was reserved. */
  settle(id: string, engine: string, characters: number): Promise<Micros>
  /** Takes back a reservation of a request that was certainly not billed. */
  release(id: string): Promise<void>
  /**
   * Of sentences that a dry run would send those that it did not count before: the run that follows
   * remembers the others by then.
   */
  countOnce(sentences: readonly string[]): ReadonlySet<string>
  /** Whether a dry run counted a sentence before; never in a real run. */
  isCounted(sentence: string): boolean
}

export interface LedgerOptions {
  readonly run: string
  /** Tells apart the articles of sites that share a store. */
  readonly site: string
  readonly limits: Limits
  /** Per million characters in units of the currency, which is micros per character, by engine. */
  readonly prices: ReadonlyMap<string, number>
  readonly currency: string
  /** Refuses to spend anything where no limit is set: nobody is watching. */
  readonly requiresLimit: boolean
  readonly now: () => Date
}

/** The ledger of one run in a store that any number of processes share. */
export function openLedger(database: Database, options: LedgerOptions): Ledger {
  const { run, site, prices, currency, requiresLimit, now } = options
  const limitsNow = watchLimits(database, options.limits, now)
  const reserveLines = queueReservations(database, limitsNow, currency)
  const counted = new Set<string>()
  // Part of a micro is rounded up: an estimate may be too high by that, never too low. The price
  // itself is rounded first, for 20.1 * 10 is a little more than 201 in floating point.
  const price = (engine: string, characters: number): Micros =>
    Math.ceil((Math.round((prices.get(engine) ?? 0) * 1_000_000) * characters) / 1_000_000)
  const linesOf = ({ engine, locale, shares }: Expense, request: string): readonly Line[] => {
    const sizes = shares.map(({ characters }) => characters)
    const whole = price(
      engine,
      sizes.reduce((sum, size) => sum + size, 0),
    )
    const at = now().toISOString()
    return shareOut(whole, sizes).map((micros, i) => {
      const { article = '', characters = 0 } = shares[i] ?? {}
      const id = `${request} ${i}`
      return { id, request, run, site, at, engine, locale, article, characters, micros }
    })
  }
  return {
    price,
    reserve: async (expense) => {
      const request = randomUUID()
      const lines = linesOf(expense, request)
      if (lines.every(({ micros }) => micros === 0)) return ''
      const isLimited = chargesOf(lines).some(
        ({ scope }) => limitOfScope(scope, options.limits) !== undefined,
      )
      if (requiresLimit && !isLimited) throw unlimited(expense.engine)
      await reserveLines(lines)
      return request
    },
    settle: async (id, engine, characters) => {
      const micros = price(engine, characters)
      if (id !== '') await changeReservation(database, id, { characters, micros })
      return micros
    },
    release: async (id) => {
      if (id !== '') await changeReservation(database, id, undefined)
    },
    countOnce: (sentences) => {
      const first = new Set(sentences.filter((sentence) => !counted.has(sentence)))
      for (const sentence of first) counted.add(sentence)
      return first
    },
    isCounted: (sentence) => counted.has(sentence),
  }
}
