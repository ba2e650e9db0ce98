import type { Database } from '../storage/index.ts'
import type { LimitName } from './limits.ts'
import type { Micros } from './money.ts'

/** What a day, a month, a language or an article has cost. */
export interface Account {
  readonly limit: Exclude<LimitName, 'run'>
  /** The day, the month, the language, or the id of the article. */
  readonly of: string
  /** Billed. */
  readonly spent: Micros
  /** Reserved for requests that are under way, or that never came back: they may have been billed. */
  readonly reserved: Micros
}

const sums = `SUM(CASE WHEN settled = 1 THEN micros ELSE 0 END) AS spent,
  SUM(CASE WHEN settled = 0 THEN micros ELSE 0 END) AS reserved`

/** How many articles are listed: those that cost most. */
const dearest = 5

/** What stands in the ledger at a moment: the day, the month, each language in it, the dearest articles of a site, if one is named. */
export async function readAccounts(
  database: Database,
  at: string,
  site: string | undefined,
): Promise<readonly Account[]> {
  const read = async (
    limit: Account['limit'],
    name: string,
    rest: string,
    param: string,
  ): Promise<readonly Account[]> => {
    const rows = await database.query(`SELECT ${name} AS name, ${sums} FROM ledger ${rest}`, [
      param,
    ])
    return rows.map((row) => ({
      limit,
      of: String(row['name'] ?? param),
      spent: Number(row['spent'] ?? 0),
      reserved: Number(row['reserved'] ?? 0),
    }))
  }
  const [day, month] = [at.slice(0, 10), at.slice(0, 7)]
  const byArticle = `WHERE site = $1 AND article <> ''
    GROUP BY article ORDER BY SUM(micros) DESC, article LIMIT ${dearest}`
  return [
    ...(await read('day', 'NULL', 'WHERE at >= $1', day)),
    ...(await read('month', 'NULL', 'WHERE at >= $1', month)),
    ...(await read('language', 'locale', 'WHERE at >= $1 GROUP BY locale ORDER BY locale', month)),
    ...(site === undefined ? [] : await read('article', 'article', byArticle, site)),
  ]
}
