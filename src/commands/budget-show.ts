import {
  formatMoney,
  languageLimit,
  limitsInForce,
  limitsOf,
  raisesOn,
  readAccounts,
  type Account,
  type LimitName,
  type Limits,
  type Micros,
  type Raise,
} from '../budget.ts'
import { systemClock } from '../clock.ts'
import { siteOf, type Config } from '../config.ts'
import { showHidden } from '../errors.ts'
import { isStoreThere, openSqlite, openStore } from '../storage/index.ts'
import {
  formatTable,
  minuteOf,
  outJson,
  paint,
  type CommandRunner,
  type Context,
} from './context.ts'
import { loadConfig } from './load-config.ts'

/** A limit, or what is spent where there is none. */
interface Line {
  readonly limit: LimitName
  /** The day, month, language or article; absent for what holds for each. */
  readonly of?: string
  readonly amount?: Micros
  readonly spent?: Micros
  readonly reserved?: Micros
}

/** `babelwire budget show`: the limits in force, what is spent and reserved, and who raised what. */
export const run: CommandRunner = async (_, options, context) => {
  const config = loadConfig(options, context)
  const at = systemClock.now().toISOString()
  // Who only looks makes no store.
  const database = isStoreThere(config.store, context.env)
    ? await openStore(config.store, context.env)
    : openSqlite(':memory:')
  try {
    const raises = await raisesOn(database, at.slice(0, 10))
    const limits = limitsInForce(limitsOf(config.budget), raises)
    const site = limits.article === undefined ? undefined : siteOf(config)
    const lines = linesOf(limits, await readAccounts(database, at, site))
    if (options.json === true) outJson(context, jsonOf(lines, raises, config))
    else print(lines, raises, config, context)
    return 0
  } finally {
    await database.close()
  }
}

function linesOf(limits: Limits, accounts: readonly Account[]): readonly Line[] {
  const each = (limit: LimitName, amount: Micros | undefined, of?: string): readonly Line[] =>
    amount === undefined ? [] : [{ limit, amount, ...(of === undefined ? {} : { of }) }]
  const spent = (limit: LimitName): readonly Line[] =>
    accounts
      .filter((account) => account.limit === limit)
      .map((account) => {
        const amount = limit === 'language' ? languageLimit(limits, account.of) : limits[limit]
        return { ...account, ...(amount === undefined ? {} : { amount }) }
      })
  const named = [...(limits.language ?? [])].filter(
    ([tag]) => !accounts.some(({ limit, of }) => limit === 'language' && of === tag),
  )
  return [
    ...each('run', limits.run),
    ...spent('day'),
    ...spent('month'),
    ...spent('language'),
    ...named.flatMap(([tag, amount]) =>
      each('language', amount, tag === 'default' ? undefined : tag),
    ),
    ...each('article', limits.article),
    ...spent('article'),
  ]
}

function leftOf({ amount, spent = 0, reserved = 0 }: Line): Micros | undefined {
  return amount === undefined ? undefined : Math.max(0, amount - spent - reserved)
}

function jsonOf(lines: readonly Line[], raises: readonly Raise[], config: Config): unknown {
  const money = (name: string, micros: Micros | undefined): Record<string, number> =>
    micros === undefined ? {} : { [name]: micros / 1e6 }
  return {
    currency: config.budget.currency,
    limits: lines.map((line) => ({
      limit: line.limit,
      ...(line.of === undefined ? {} : { of: line.of }),
      ...money('amount', line.amount),
      ...money('spent', line.spent),
      ...money('reserved', line.reserved),
      ...(line.spent === undefined ? {} : money('left', leftOf(line))),
    })),
    raised: raises.map(({ micros, ...raise }) => ({ ...raise, amount: micros / 1e6 })),
  }
}

function print(
  lines: readonly Line[],
  raises: readonly Raise[],
  config: Config,
  context: Context,
): void {
  const money = (micros: Micros | undefined): string =>
    micros === undefined ? '' : formatMoney(micros, config.budget.currency)
  const rows = lines.map((line) => [
    line.limit,
    line.of ?? 'each',
    line.amount === undefined ? 'no limit' : money(line.amount),
    money(line.spent),
    money(line.reserved),
    line.spent === undefined ? '' : money(leftOf(line)),
  ])
  context.out(formatTable(['limit', 'of (UTC)', 'amount', 'spent', 'reserved', 'left'], rows))
  if (lines.some(({ reserved = 0 }) => reserved > 0)) {
    context.out(
      '\nReserved: for requests under way, or that never came back and may have been billed.\n',
    )
  }
  if (raises.length === 0) return
  context.out(`\n${paint('bold', 'Raised')}\n`)
  for (const { limit, language, micros, person, reason, at, until } of raises) {
    const what = language === undefined ? limit : `${limit} ${language}`
    context.out(
      showHidden(
        `${what} to ${money(micros)} until ${until} by ${person}, ${minuteOf(at)} UTC: ${reason}`,
      ) + '\n',
    )
  }
}
