import type { BudgetLimits } from '../config-schema.ts'
import { canonicalLocale, fallbackChain } from '../locale.ts'
import type { Locale } from '../model.ts'
import { toMicros, type Micros } from './money.ts'

/** What can be limited. */
export const limitNames = ['run', 'day', 'month', 'article', 'language'] as const
export type LimitName = (typeof limitNames)[number]

/** Limits in micros; an absent one does not limit. Days and months are those of UTC. */
export interface Limits {
  readonly run?: Micros
  readonly day?: Micros
  readonly month?: Micros
  /** Of an article for all time, all languages together. */
  readonly article?: Micros
  /** Of a language in a month: by tag, with `default` for those that are not named. */
  readonly language?: ReadonlyMap<Locale, Micros>
  /** Of this run, whatever `run` was raised to: `--max-cost`. */
  readonly maxCost?: Micros
}

/**
 * The limits of a configuration; `maxCost` is in units of the currency.
 * @throws {BabelwireError} `locale` when a language is none.
 */
export function limitsOf(budget: BudgetLimits, maxCost?: number): Limits {
  const { run, day, month, article, language } = budget
  return {
    ...(run === undefined ? {} : { run: toMicros(run) }),
    ...(day === undefined ? {} : { day: toMicros(day) }),
    ...(month === undefined ? {} : { month: toMicros(month) }),
    ...(article === undefined ? {} : { article: toMicros(article) }),
    ...(language === undefined ? {} : { language: perLanguage(language) }),
    ...(maxCost === undefined ? {} : { maxCost: toMicros(maxCost) }),
  }
}

function perLanguage(written: number | Record<string, number>): ReadonlyMap<Locale, Micros> {
  if (typeof written === 'number') return new Map([['default', toMicros(written)]])
  return new Map(
    Object.entries(written).map(([tag, amount]) => [
      tag === 'default' ? tag : canonicalLocale(tag),
      toMicros(amount),
    ]),
  )
}

/** The limit of a language: its own, else that of its language without a region, else `default`. */
export function languageLimit({ language }: Limits, locale: Locale): Micros | undefined {
  if (language === undefined) return undefined
  const tag = fallbackChain(locale).find((one) => language.has(one)) ?? 'default'
  return language.get(tag)
}

/** The limit of a run: the lower one of `run` and `--max-cost`. */
export function runLimit({ run, maxCost }: Limits): Micros | undefined {
  if (run === undefined) return maxCost
  return maxCost === undefined ? run : Math.min(run, maxCost)
}
