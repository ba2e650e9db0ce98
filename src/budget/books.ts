import type { Database, Row, Statement } from '../storage/index.ts'
import type { Limits } from './limits.ts'
import { shareOut, type Micros } from './money.ts'
import { chargesOf, limitOfScope, type Charge, type Cost } from './scopes.ts'

/** A row of the table `ledger`: what one request costs for one article. */
export interface Line extends Cost {
  readonly id: string
  readonly request: string
  readonly engine: string
  readonly characters: number
}

/** Adds to a counter, unless that would pass the limit `$3`: then no row changes. */
const addWithin = `INSERT INTO spending (scope, micros) VALUES ($1, $2)
  ON CONFLICT (scope) DO UPDATE SET micros = spending.micros + excluded.micros
  WHERE spending.micros + excluded.micros <= $3`

/**
 * Adds charges to their counters and stores rows, or neither: in one transaction, so that all who
 * share the store cannot pass a limit together. Counters are taken in the order of their keys, so that
 * two never wait for each other.
 * @returns whether every limit left room.
 */
export async function reserveCharges(
  database: Database,
  charges: readonly Charge[],
  limits: Limits,
  rows: readonly Statement[],
): Promise<boolean> {
  const limitOf = ({ scope }: Charge): Micros =>
    limitOfScope(scope, limits) ?? Number.MAX_SAFE_INTEGER
  // The first charge of a scope makes its row, without a look at the limit.
  if (charges.some((charge) => charge.micros > limitOf(charge))) return false
  const counters = charges.map((charge) => ({
    sql: addWithin,
    params: [charge.scope.key, charge.micros, limitOf(charge)],
    mustChange: true as const,
  }))
  return database.attempt([...counters, ...rows])
}

/** The statements that store reservations. */
export function insertRows(lines: readonly Line[]): readonly Statement[] {
  return lines.map((line) => ({
    sql: `INSERT INTO ledger (id, request, run, site, article, at, engine, locale, characters, micros, settled)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0)`,
    params: [
      ...[line.id, line.request, line.run, line.site, line.article, line.at, line.engine],
      ...[line.locale, line.characters, line.micros],
    ],
  }))
}

/** What is spent or reserved in the scopes of charges, by key. */
export async function readSpent(
  database: Database,
  charges: readonly Charge[],
): Promise<ReadonlyMap<string, Micros>> {
  const spent = new Map<string, Micros>()
  for (const { scope } of charges) {
    const rows = await database.query('SELECT micros FROM spending WHERE scope = $1', [scope.key])
    spent.set(scope.key, Number(rows[0]?.['micros'] ?? 0))
  }
  return spent
}

/**
 * Puts what was billed in place of a reservation, or takes it back where nothing was. What is settled
 * or gone already stays as it is.
 */
export async function changeReservation(
  database: Database,
  request: string,
  billed: { readonly characters: number; readonly micros: Micros } | undefined,
): Promise<void> {
  const lines = await reservedLines(database, request)
  const sizes = lines.map((line) => line.characters)
  const micros = shareOut(billed?.micros ?? 0, sizes)
  const characters = shareOut(billed?.characters ?? 0, sizes)
  const rows = lines.map(({ id }, i): Statement =>
    billed === undefined
      ? {
          sql: 'DELETE FROM ledger WHERE id = $1 AND settled = 0',
          params: [id],
          mustChange: true,
        }
      : {
          sql: 'UPDATE ledger SET characters = $2, micros = $3, settled = 1 WHERE id = $1 AND settled = 0',
          params: [id, characters[i] ?? 0, micros[i] ?? 0],
          mustChange: true,
        },
  )
  const differences = lines.map((line, i) => ({ ...line, micros: (micros[i] ?? 0) - line.micros }))
  const counters = chargesOf(differences).flatMap(({ scope, micros }): readonly Statement[] =>
    micros === 0
      ? []
      : [
          {
            sql: 'UPDATE spending SET micros = micros + $2 WHERE scope = $1',
            params: [scope.key, micros],
          },
        ],
  )
  if (rows.length > 0) await database.attempt([...rows, ...counters])
}

async function reservedLines(database: Database, request: string): Promise<readonly Line[]> {
  const rows = await database.query(
    `SELECT id, request, run, site, article, at, engine, locale, characters, micros
     FROM ledger WHERE request = $1 AND settled = 0 ORDER BY id`,
    [request],
  )
  return rows.map(toLine)
}

function toLine(row: Row): Line {
  const text = (column: string): string => String(row[column])
  return {
    id: text('id'),
    request: text('request'),
    run: text('run'),
    site: text('site'),
    article: text('article'),
    at: text('at'),
    engine: text('engine'),
    locale: text('locale'),
    characters: Number(row['characters']),
    micros: Number(row['micros']),
  }
}
