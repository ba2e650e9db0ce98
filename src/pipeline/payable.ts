import { wrapSentences } from '../engines/index.ts'
import type { Plan } from './plan.ts'
import type { Tally } from './tally.ts'
import type { Part, Unit } from './units.ts'

/** Whether an article may cost no more. */
export function isRefused(article: string, tally: Tally): boolean {
  return tally.of(article).refusal !== undefined
}

/**
 * Units without what belongs to articles that may cost no more. A sentence of theirs that another
 * article says too is put down to that one, which would have to wait for ever otherwise.
 */
export function payableUnits(units: readonly Unit[], plan: Plan, tally: Tally): readonly Unit[] {
  return units.flatMap((unit) => {
    if (unit.parts.every(({ sentence }) => !isRefused(sentence.article, tally))) return [unit]
    return unit.parts.flatMap((part) => {
      const { sentence, text } = part
      const article = payerOf(part, plan, tally)
      if (article === undefined) return []
      const own: Part = { ...part, sentence: { ...sentence, article } }
      return [{ parts: [own], text: wrapSentences([text]), context: unit.context }]
    })
  })
}

function payerOf({ id, sentence }: Part, plan: Plan, tally: Tally): string | undefined {
  if (!isRefused(sentence.article, tally)) return sentence.article
  const other = plan.articles.find(
    ({ article, blocks }) =>
      !isRefused(article.id, tally) &&
      blocks.some(({ segments }) => segments.some((segment) => segment.sentence === id)),
  )
  return other?.article.id
}
