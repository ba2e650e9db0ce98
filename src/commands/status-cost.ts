import { formatMoney, type Micros } from '../budget.ts'
import type { Config } from '../config.ts'
import type { Database, Parameter } from '../storage/index.ts'
import { formatTable, outJson, type CommonOptions, type Context } from './context.ts'

/** What was spent on one day, in one language, on one source or at one engine. */
interface CostRow {
  readonly name: string
  /** Unicode code points that were billed or are reserved. */
  readonly characters: number
  readonly requests: number
  readonly micros: Micros
  /** Of `micros`, what no answer was billed for: requests under way, or that never came back. */
  readonly reserved: Micros
}

/** How many days are looked at, today included. */
const days = 31

/** What `status --cost` groups by; an article's source is where it came from. */
const groups = {
  day: 'substr(l.at, 1, 10)',
  language: 'l.locale',
  source: `COALESCE(a.origin, 'unknown')`,
  engine: 'l.engine',
} as const

type Group = keyof typeof groups

/** `babelwire status --cost`: what the last 31 days cost, of all articles or of one of a site. */
export async function showCost(
  database: Database | undefined,
  config: Config,
  options: CommonOptions,
  context: Context,
  now: Date,
  of?: { readonly site: string; readonly article: string },
): Promise<void> {
  const since = new Date(now.getTime() - (days - 1) * 86_400_000).toISOString().slice(0, 10)
  const where: readonly Parameter[] = of === undefined ? [since] : [since, of.site, of.article]
  const costs: Record<Group, readonly CostRow[]> = { day: [], language: [], source: [], engine: [] }
  for (const group of Object.keys(groups) as Group[]) {
    if (database !== undefined) costs[group] = await readCosts(database, group, where)
  }
  if (options.json === true) {
    const json = (row: CostRow): unknown => {
      const { micros, reserved, ...rest } = row
      return { ...rest, cost: micros / 1e6, reserved: reserved / 1e6 }
    }
    const { day, language, source, engine } = costs
    outJson(context, {
      since,
      currency: config.budget.currency,
      days: day.map(json),
      languages: language.map(json),
      sources: source.map(json),
      engines: engine.map(json),
    })
    return
  }
  if (costs.day.length === 0) {
    context.out(`Nothing was spent since ${since}.\n`)
    return
  }
  const tables = (Object.keys(groups) as Group[]).map((group) =>
    tableOf(group, costs[group], config.budget.currency),
  )
  const reserved = costs.day.reduce((sum, row) => sum + row.reserved, 0)
  const note =
    reserved === 0
      ? ''
      : `\n${formatMoney(reserved, config.budget.currency)} of it is reserved: requests under way, or that never came back and may have been billed.\n`
  context.out(tables.join('\n') + note)
}

async function readCosts(
  database: Database,
  group: Group,
  params: readonly Parameter[],
): Promise<readonly CostRow[]> {
  const name = groups[group]
  const ofOne = params.length > 1 ? 'AND l.site = $2 AND l.article = $3' : ''
  // Before requests were noted each row was one.
  const rows = await database.query(
    `SELECT ${name} AS name, SUM(l.characters) AS characters,
       COUNT(DISTINCT CASE WHEN l.request = '' THEN l.id ELSE l.request END) AS requests,
       SUM(l.micros) AS micros,
       SUM(CASE WHEN l.settled = 0 THEN l.micros ELSE 0 END) AS reserved
     FROM ledger l LEFT JOIN article a ON a.site = l.site AND a.id = l.article
     WHERE l.at >= $1 ${ofOne} GROUP BY ${name} ORDER BY ${name}`,
    params,
  )
  return rows.map((row) => ({
    name: String(row['name']),
    characters: Number(row['characters']),
    requests: Number(row['requests']),
    micros: Number(row['micros']),
    reserved: Number(row['reserved']),
  }))
}

function tableOf(group: Group, rows: readonly CostRow[], currency: string): string {
  const shown = rows.map(({ name, characters, requests, micros }) => [
    name,
    characters,
    requests,
    formatMoney(micros, currency),
  ])
  const head = group === 'day' ? 'day (UTC)' : group
  return formatTable([head, 'characters', 'requests', 'cost'], shown)
}
