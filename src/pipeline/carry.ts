import { termsFor, termsHash, verifyTerms } from '../glossary/index.ts'
import { keyText, type Memory, type MemoryKey, type Remembered } from '../memory/index.ts'
import type { TermMatch } from '../model.ts'
import { judge } from './judge.ts'
import { keyOf, type Plan, type Sentence } from './plan.ts'
import { findNames } from './prepare.ts'
import type { GlossaryUse, LocalizeServices } from './services.ts'

/** An answer that was given under an earlier glossary. */
interface Candidate {
  readonly plan: Plan
  readonly id: string
  readonly sentence: Sentence
  readonly before: readonly TermMatch[]
  readonly key: MemoryKey
}

/**
 * Takes over answers that were given under an earlier glossary and are right under this one, as
 * they are or after a repair: an entry that is new, though the engine had named it right; another
 * rendering, the old one listed under `never`. A term that was taken away is asked for anew, since
 * what the engine made of it may still stand there.
 */
export async function carryAnswers(
  plans: readonly Plan[],
  { memory, earlierGlossaries, isDryRun }: LocalizeServices,
): Promise<void> {
  const isWaiting = ({ sentences, answers }: Plan): boolean => sentences.size > answers.size
  if (!plans.some(isWaiting)) return
  for (const glossary of await earlierGlossaries()) {
    const candidates = plans.filter(isWaiting).flatMap((plan) => candidatesOf(plan, glossary))
    const carried = await carry(candidates, memory)
    if (!isDryRun && carried.length > 0) await memory.remember(carried)
  }
}

/** The missing sentences whose terms an earlier glossary told otherwise. */
function candidatesOf(plan: Plan, glossary: GlossaryUse): readonly Candidate[] {
  const find = glossary.matcherFor(plan.source)
  const profile = plan.caller.engine.profile(plan.source, plan.target)
  return [...plan.sentences].flatMap(([id, sentence]) => {
    if (plan.answers.has(id)) return []
    const before = termsFor(findNames(sentence.source, find), plan.target)
    const isSame = termsHash(before) === termsHash(sentence.terms)
    if (isSame || before.some((term) => !isStillThere(term, sentence.terms))) return []
    return [{ plan, id, sentence, before, key: keyOf(sentence, plan.target, profile, before) }]
  })
}

function isStillThere({ range }: TermMatch, now: readonly TermMatch[]): boolean {
  return now.some((term) => term.range.start === range.start && term.range.end === range.end)
}

async function carry(
  candidates: readonly Candidate[],
  memory: Memory,
): Promise<readonly Remembered[]> {
  const known = await memory.recall(
    candidates.map(({ key, sentence }) => ({ key, source: sentence.source })),
  )
  return candidates.flatMap(({ plan, id, sentence, before, key }) => {
    const answer = known.get(keyText(key))
    if (answer === undefined) return []
    const { text } = judge(sentence, answer, plan.target)
    const carried = { ...answer, text, key: sentence.key }
    if (!isRight(carried, sentence, before, plan.target)) return []
    plan.answers.set(id, carried)
    return [carried]
  })
}

/** Good without a remark about its names, and nothing left of a rendering that is no longer accepted. */
function isRight(
  answer: Remembered,
  sentence: Sentence,
  before: readonly TermMatch[],
  locale: string,
): boolean {
  const { text, isGood } = judge(sentence, answer, locale)
  const terms = sentence.terms.map((term) => {
    const old = before.find(({ range }) => range.start === term.range.start)?.accepted ?? []
    const gone = old.filter((form) => !term.accepted.includes(form))
    return { ...term, forbidden: [...term.forbidden, ...gone] }
  })
  return isGood && verifyTerms({ segment: sentence.segment, text, terms, locale }).length === 0
}
