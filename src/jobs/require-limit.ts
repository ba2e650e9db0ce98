import { BabelwireError } from '../errors.ts'
import { isSameLanguage } from '../locale.ts'
import type { Services } from '../services.ts'

/**
 * A service spends while nobody watches: with an engine that costs money it needs a limit.
 * @throws {BabelwireError} `budget` where there is none.
 */
export async function requireLimit({ config, standIns }: Services): Promise<void> {
  const { day, month } = config.budget
  if (day !== undefined || month !== undefined) return
  for (const target of config.languages) {
    if (isSameLanguage(target, config.source)) continue
    // A language without an engine is told of when there is something to make in it.
    const chain = await standIns(config.source, target).catch((error: unknown) => {
      if (error instanceof BabelwireError && error.code !== 'cancelled') return []
      throw error
    })
    const paid = chain.find(({ engine }) => engine.traits.isPaid)
    if (paid === undefined) continue
    throw new BabelwireError('budget', `${paid.engine.name} costs money and no budget is set`, {
      mend: 'Set budget.day or budget.month in babelwire.yaml.',
    })
  }
}
