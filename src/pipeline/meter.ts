import { BudgetError, type Expense, type Micros } from '../budget.ts'
import type { Meter } from '../engines/index.ts'
import { countCharacters } from '../tagged-text.ts'
import type { Plan } from './plan.ts'
import type { LocalizeServices } from './services.ts'
import type { SentPart } from './tally.ts'

/** The money of one request, all attempts together. */
export interface RequestMeter extends Meter {
  /** What is billed for answers, as it is settled. */
  readonly bills: readonly Promise<Micros>[]
  /** Why the ledger refused, when it is the limit of single articles. */
  readonly refusal: () => BudgetError | undefined
  /** What stays reserved for attempts that got no answer: they may have been billed. */
  readonly unanswered: () => Micros
}

/** Reserves the price of a request before each attempt and settles what is billed. */
export function meterOf(
  parts: readonly SentPart[],
  plan: Plan,
  { ledger }: LocalizeServices,
): RequestMeter {
  const { name } = plan.caller.engine
  const expense = expenseOf(parts, plan)
  const bills: Promise<Micros>[] = []
  const reserved = new Set<string>()
  let refusal: BudgetError | undefined
  return {
    bills,
    refusal: () => refusal,
    unanswered: () => reserved.size * ledger.price(name, charactersOf(parts)),
    reserve: async () => {
      try {
        const id = await ledger.reserve(expense)
        if (id !== '') reserved.add(id)
        return id
      } catch (error) {
        if (error instanceof BudgetError && error.articles.length > 0) refusal = error
        throw error
      }
    },
    settle: (id, billed) => {
      reserved.delete(id)
      bills.push(ledger.settle(id, name, billed))
      return Promise.resolve()
    },
    release: async (id) => {
      reserved.delete(id)
      await ledger.release(id)
    },
  }
}

/** Unicode code points of sentences, as they are billed. */
export function charactersOf(parts: readonly SentPart[]): number {
  return parts.reduce((sum, part) => sum + countCharacters(part.text), 0)
}

function expenseOf(parts: readonly SentPart[], plan: Plan): Expense {
  const byArticle = Map.groupBy(parts, ({ sentence }) => sentence.article)
  return {
    engine: plan.caller.engine.name,
    locale: plan.target,
    shares: Array.from(byArticle, ([article, own]) => ({ article, characters: charactersOf(own) })),
  }
}
