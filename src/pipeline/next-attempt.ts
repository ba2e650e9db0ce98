import { wrongEntries } from '../glossary/index.ts'
import type { Attempt } from '../memory/index.ts'
import { verdictOf } from './judge.ts'
import type { Plan } from './plan.ts'

/**
 * The rung after an answer that gets a name wrong, if there is one. Another fault is not paid for
 * again: the engine would be asked the same question. An engine without a glossary of its own is told
 * only of the names it got wrong before it is told of all: its grammar suffers from each.
 */
export function nextAttempt(plan: Plan, id: string): Attempt | undefined {
  const answer = plan.answers.get(id)
  const sentence = plan.sentences.get(id)
  const verdict = verdictOf(plan, id)
  if (answer === undefined || answer.attempt === 'locked') return undefined
  if (sentence === undefined || verdict?.isGood !== false) return undefined
  const { segment, terms } = sentence
  const wrong = wrongEntries({ segment, terms, text: verdict.text, locale: plan.target })
  if (wrong.length === 0) return undefined
  if (plan.caller.engine.traits.terms !== 'lock' || answer.attempt === 'partly') return 'locked'
  return wrong.length < new Set(terms.map((term) => term.entry)).size ? 'partly' : 'locked'
}
