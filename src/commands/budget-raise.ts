import {
  formatMoney,
  languageLimit,
  limitNames,
  limitsInForce,
  limitsOf,
  raisesOn,
  recordRaise,
  toMicros,
  type LimitName,
  type Limits,
  type Micros,
  type Raise,
} from '../budget.ts'
import { systemClock } from '../clock.ts'
import { BabelwireError, didYouMean } from '../errors.ts'
import { canonicalLocale } from '../locale.ts'
import type { Locale } from '../model.ts'
import { openStore } from '../storage/index.ts'
import { outJson, type CommandRunner, type CommonOptions } from './context.ts'
import { loadConfig } from './load-config.ts'

export interface RaiseOptions extends CommonOptions {
  readonly by: string
  readonly reason: string
  readonly until?: string
  readonly language?: string
}

/** `babelwire budget raise <limit> <amount>`: a limit is raised for a time, by a person, for a reason. */
export const run: CommandRunner<RaiseOptions> = async (args, options, context) => {
  const config = loadConfig(options, context)
  const { currency } = config.budget
  const at = systemClock.now().toISOString()
  const limit = limitName(args[0] ?? '')
  const language = languageOf(limit, options.language)
  const raise: Raise = {
    limit,
    ...(language === undefined ? {} : { language }),
    micros: amountOf(args[1] ?? ''),
    person: notEmpty('--by', options.by),
    reason: notEmpty('--reason', options.reason),
    at,
    until: lastDay(options.until, at.slice(0, 10)),
  }
  const set = limitsOf(config.budget)
  if (limitNow(raise, set) === undefined) throw notSet(raise)
  const database = await openStore(config.store, context.env)
  try {
    const inForce = limitsInForce(set, await raisesOn(database, at.slice(0, 10)))
    const before = limitNow(raise, inForce) ?? 0
    if (raise.micros <= before) throw notHigher(raise, before, currency)
    await recordRaise(database, raise)
    if (options.json === true) {
      const { micros, ...rest } = raise
      outJson(context, { ...rest, amount: micros / 1e6, before: before / 1e6, currency })
    } else if (options.quiet !== true) {
      context.out(
        `${wordsFor(raise)}: ${formatMoney(before, currency)} → ${formatMoney(raise.micros, currency)}, until ${raise.until} (UTC), by ${raise.person}: ${raise.reason}\n`,
      )
    }
    return 0
  } finally {
    await database.close()
  }
}

function limitName(written: string): LimitName {
  const name = limitNames.find((known) => known === written)
  if (name !== undefined) return name
  const near = didYouMean(written, limitNames)
  throw new BabelwireError('usage', `"${written}" is not a limit`, {
    mend: near === undefined ? `Write one of ${limitNames.join(', ')}.` : `Did you mean "${near}"?`,
  })
}

function languageOf(limit: LimitName, written: string | undefined): Locale | undefined {
  if (written === undefined) return undefined
  if (limit === 'language') return canonicalLocale(written)
  throw new BabelwireError('usage', `--language does not go with the limit "${limit}"`, {
    mend: 'Leave it out, or raise the limit "language".',
  })
}

function amountOf(written: string): Micros {
  const amount = Number(written)
  const micros = toMicros(amount)
  if (written.trim() !== '' && amount >= 0 && Number.isSafeInteger(micros)) return micros
  throw new BabelwireError('usage', `"${written}" is not an amount`, {
    mend: 'Write a number of the budget currency, such as 20 or 2.50.',
  })
}

function notEmpty(option: string, written: string): string {
  const text = written.replace(/\s+/gu, ' ').trim()
  if (text !== '') return text
  throw new BabelwireError('usage', `${option} is empty`, {
    mend: 'Who raises a limit, and why, is put on record: write both.',
  })
}

/** The last day a raise holds: today, unless another is named. */
function lastDay(written: string | undefined, today: string): string {
  if (written === undefined) return today
  const day = new Date(`${written}T00:00:00Z`)
  const isDay = !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === written
  if (!isDay) {
    throw new BabelwireError('usage', `--until "${written}" is not a day`, {
      mend: 'Write year, month and day, such as --until 2026-11-30.',
    })
  }
  if (written >= today) return written
  throw new BabelwireError('usage', `--until ${written} is past: today is ${today} (UTC)`, {
    mend: 'Write today or a later day.',
  })
}

/** What a raise would raise. */
function limitNow({ limit, language }: Raise, limits: Limits): Micros | undefined {
  if (limit !== 'language') return limits[limit]
  return language === undefined ? limits.language?.get('default') : languageLimit(limits, language)
}

function wordsFor({ limit, language }: Raise): string {
  return language === undefined ? `budget.${limit}` : `budget.${limit} of ${language}`
}

function notSet(raise: Raise): BabelwireError {
  const named =
    raise.limit === 'language' && raise.language === undefined
      ? ', or name a language that has one with --language TAG'
      : ''
  return new BabelwireError(
    'usage',
    `${wordsFor(raise)} is not set, so it limits nothing that could be raised`,
    { mend: `Set it in babelwire.yaml if it is to limit${named}.` },
  )
}

function notHigher(raise: Raise, before: Micros, currency: string): BabelwireError {
  return new BabelwireError(
    'usage',
    `${wordsFor(raise)} is ${formatMoney(before, currency)} now; ${formatMoney(raise.micros, currency)} is not more`,
    {
      mend: 'Write a higher amount. A limit is lowered in babelwire.yaml; a raise ends with its last day.',
    },
  )
}
