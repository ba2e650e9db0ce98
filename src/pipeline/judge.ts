import { checks } from '../checks/index.ts'
import { repairTerms, verifyTerms } from '../glossary/index.ts'
import type { Remembered } from '../memory/index.ts'
import type { Locale } from '../model.ts'
import type { Plan, Sentence, Verdict } from './plan.ts'

/** The verdict on the answer a sentence has; nothing while it has none. */
export function verdictOf(plan: Plan, id: string): Verdict | undefined {
  const sentence = plan.sentences.get(id)
  const answer = plan.answers.get(id)
  if (sentence === undefined || answer === undefined) return undefined
  const verdict = plan.verdicts.get(answer) ?? judge(sentence, answer, plan.target)
  plan.verdicts.set(answer, verdict)
  return verdict
}

/**
 * Repairs an answer where that is certain and checks it. A verdict is never stored: a new rule or a
 * new `forms` in the glossary changes it without another request.
 */
export function judge(sentence: Sentence, answer: Remembered, target: Locale): Verdict {
  const { segment, terms } = sentence
  const text = terms.length === 0 ? answer.text : repairTerms(answer.text, terms, target)
  const input = { segment, locale: target, text, terms }
  const findings = [...checks, verifyTerms].flatMap((check) => check(input))
  return { text, findings, isGood: findings.every((finding) => finding.severity !== 'error') }
}
