import type { Locale } from '../model.ts'
import { languageLimit, runLimit, type LimitName, type Limits } from './limits.ts'
import type { Micros } from './money.ts'

/** What is added up in one row of the table `spending`. */
export interface Scope {
  readonly limit: LimitName
  /** The id of a run or an article, a day, a month, a language: what the sum is of. */
  readonly of: string
  /** Key of the row, such as `day 2026-11-23` or `language es 2026-11`. */
  readonly key: string
}

/** Money for one scope. */
export interface Charge {
  readonly scope: Scope
  readonly micros: Micros
}

/** Money for one article in one language. */
export interface Cost {
  readonly run: string
  readonly site: string
  readonly article: string
  readonly locale: Locale
  /** ISO 8601. */
  readonly at: string
  readonly micros: Micros
}

/** What costs add to each scope they belong to, by key: whoever charges several does it in this order. */
export function chargesOf(costs: readonly Cost[]): readonly Charge[] {
  const charges = new Map<string, Charge>()
  for (const cost of costs) {
    for (const scope of scopesOf(cost)) {
      const { micros = 0 } = charges.get(scope.key) ?? {}
      charges.set(scope.key, { scope, micros: micros + cost.micros })
    }
  }
  return [...charges.values()].sort((a, b) => (a.scope.key < b.scope.key ? -1 : 1))
}

function scopesOf({ run, site, article, locale, at }: Cost): readonly Scope[] {
  const [day, month] = [at.slice(0, 10), at.slice(0, 7)]
  return [
    { limit: 'run', of: run, key: `run ${run}` },
    { limit: 'day', of: day, key: `day ${day}` },
    { limit: 'month', of: month, key: `month ${month}` },
    { limit: 'language', of: locale, key: `language ${locale} ${month}` },
    { limit: 'article', of: article, key: `article ${site} ${article}` },
  ]
}

/** Most that a scope may come to; nothing where it is not limited. */
export function limitOfScope({ limit, of }: Scope, limits: Limits): Micros | undefined {
  if (limit === 'language') return languageLimit(limits, of)
  return limit === 'run' ? runLimit(limits) : limits[limit]
}
