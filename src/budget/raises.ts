import { randomUUID } from 'node:crypto'
import type { Locale } from '../model.ts'
import type { Database, Row } from '../storage/index.ts'
import { languageLimit, limitNames, type LimitName, type Limits } from './limits.ts'
import type { Micros } from './money.ts'

/** A limit that a person raised for a time. */
export interface Raise {
  readonly limit: LimitName
  /** Of the limit `language`: which one; absent for all that have no limit of their own. */
  readonly language?: Locale
  readonly micros: Micros
  readonly person: string
  readonly reason: string
  /** When it was raised, in ISO 8601. */
  readonly at: string
  /** The last day it holds, in UTC. */
  readonly until: string
}

/** Puts a raise on record. */
export function recordRaise(database: Database, raise: Raise): Promise<void> {
  const { limit, language, micros, person, reason, at, until } = raise
  const scope = language === undefined ? limit : `${limit} ${language}`
  return database.batch([
    {
      sql: `INSERT INTO raised (id, at, scope, micros, person, reason, until)
            VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      params: [randomUUID(), at, scope, micros, person, reason, until],
    },
  ])
}

/** The raises that hold on a day, oldest first. */
export async function raisesOn(database: Database, day: string): Promise<readonly Raise[]> {
  const rows = await database.query(
    'SELECT at, scope, micros, person, reason, until FROM raised WHERE until >= $1 ORDER BY at',
    [day],
  )
  return rows.flatMap(toRaise)
}

function toRaise(row: Row): readonly Raise[] {
  const [name, language] = String(row['scope']).split(' ')
  const limit = limitNames.find((one) => one === name)
  if (limit === undefined) return []
  return [
    {
      limit,
      ...(language === undefined ? {} : { language }),
      micros: Number(row['micros']),
      person: String(row['person']),
      reason: String(row['reason']),
      at: String(row['at']),
      until: String(row['until']),
    },
  ]
}

/** The limits with what was raised; one that is not set stays so: it does not limit. */
export function limitsInForce(limits: Limits, raises: readonly Raise[]): Limits {
  const highest = (name: LimitName, own: Micros): Micros =>
    Math.max(own, ...raises.flatMap((raise) => (raise.limit === name ? raise.micros : [])))
  const { run, day, month, article } = limits
  return {
    ...limits,
    ...(run === undefined ? {} : { run: highest('run', run) }),
    ...(day === undefined ? {} : { day: highest('day', day) }),
    ...(month === undefined ? {} : { month: highest('month', month) }),
    ...(article === undefined ? {} : { article: highest('article', article) }),
    ...raisedLanguages(limits, raises),
  }
}

function raisedLanguages({ language }: Limits, raises: readonly Raise[]): Pick<Limits, 'language'> {
  if (language === undefined) return {}
  const raised = new Map(language)
  // `default` first, then languages before their regions: each builds on what is above it.
  const own = raises
    .filter(({ limit }) => limit === 'language')
    .map((raise) => ({ tag: raise.language ?? '', micros: raise.micros }))
    .sort((a, b) => a.tag.length - b.tag.length)
  for (const { tag, micros } of own) {
    const before = tag === '' ? raised.get('default') : languageLimit({ language: raised }, tag)
    if (before !== undefined) raised.set(tag || 'default', Math.max(before, micros))
  }
  return { language: raised }
}

/** How long a running ledger goes by the raises it has read. */
const readAgainAfterMs = 3_000

/** The limits in force, read again every few seconds, or at once where that is asked for. */
export function watchLimits(
  database: Database,
  limits: Limits,
  now: () => Date,
): (isFresh: boolean) => Promise<Limits> {
  let known: { readonly limits: Limits; readonly at: number } | undefined
  return async (isFresh) => {
    const at = now().getTime()
    const age = known === undefined ? Infinity : at - known.at
    if (known !== undefined && !isFresh && age >= 0 && age < readAgainAfterMs) return known.limits
    const raises = await raisesOn(database, new Date(at).toISOString().slice(0, 10))
    known = { limits: limitsInForce(limits, raises), at }
    return known.limits
  }
}
