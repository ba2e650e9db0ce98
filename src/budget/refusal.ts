import { BabelwireError } from '../errors.ts'
import { runLimit, type LimitName, type Limits } from './limits.ts'
import { formatMoney, type Micros } from './money.ts'
import { limitOfScope, type Charge, type Scope } from './scopes.ts'

/** A request that would pass a limit. */
export class BudgetError extends BabelwireError {
  /** The articles whose own limit it is: without them the request may be sent. */
  readonly articles: readonly string[]

  constructor(message: string, mend: string, articles: readonly string[] = []) {
    super('budget', message, { mend })
    this.name = 'BudgetError'
    this.articles = articles
  }
}

/** The order in which limits are looked at: without an article that may cost no more the others may do. */
const order: readonly LimitName[] = ['article', 'run', 'day', 'month', 'language']

/** Which limit charges would pass, and how to mend it; `spent` is by key of the scope. */
export function refusalOf(
  charges: readonly Charge[],
  spent: ReadonlyMap<string, Micros>,
  limits: Limits,
  currency: string,
): BudgetError | undefined {
  const over = charges.flatMap(({ scope, micros }) => {
    const limit = limitOfScope(scope, limits)
    const sum = spent.get(scope.key) ?? 0
    return limit === undefined || sum + micros <= limit ? [] : [{ scope, micros, sum, limit }]
  })
  over.sort((a, b) => order.indexOf(a.scope.limit) - order.indexOf(b.scope.limit))
  const [first] = over
  if (first === undefined) return undefined
  const { scope, micros, sum, limit } = first
  const money = (amount: Micros): string => formatMoney(amount, currency)
  const [ofWhat, whose] = wordsFor(scope.limit, scope.of)
  return new BudgetError(
    `the next request costs ${money(micros)}${ofWhat}; ${money(sum)} of the ${money(limit)} ${whose} may cost are spent or reserved`,
    mendOf(scope, limits),
    over.filter((one) => one.scope.limit === 'article').map((one) => one.scope.of),
  )
}

function wordsFor(limit: LimitName, of: string): readonly [ofWhat: string, whose: string] {
  if (limit === 'article') return [` for ${of}`, 'an article']
  return ['', limit === 'language' ? `a month of ${of}` : `a ${limit}`]
}

function mendOf({ limit, of }: Scope, limits: Limits): string {
  if (limit === 'run' && runLimit(limits) === limits.maxCost) {
    return 'Give a higher --max-cost, or wait for the next run.'
  }
  const command = `"babelwire budget raise ${limit}${limit === 'language' ? ` --language ${of}` : ''}"`
  const next = limit === 'language' ? 'month' : limit
  const wait = limit === 'article' ? '' : `, or wait for the next ${next}`
  return `Raise budget.${limit} in babelwire.yaml, or for a time with ${command}${wait}.`
}

/** Money is asked for where nobody watches and nothing limits it. */
export function unlimited(engine: string): BudgetError {
  return new BudgetError(
    `${engine} costs money and no budget is set`,
    'Set budget.run, budget.day or budget.month in babelwire.yaml, or give --max-cost.',
  )
}
