import {
  packRequests,
  splitSentences,
  type EngineRequest,
  type Packed,
  type ValidAnswer,
} from '../engines/index.ts'
import { unlockTerms } from '../glossary/index.ts'
import type { Remembered } from '../memory/index.ts'
import type { TaggedText } from '../model.ts'
import { charactersOf, meterOf } from './meter.ts'
import { isRefused, payableUnits } from './payable.ts'
import type { Plan } from './plan.ts'
import type { LocalizeServices } from './services.ts'
import type { Tally } from './tally.ts'
import type { Part, Unit } from './units.ts'

/**
 * Sends one request and remembers its answers; a dry run counts it instead. Where an article may cost
 * no more, what the request carries of the others is sent without it.
 * @returns the ids of sentences whose paragraph did not come back whole.
 */
export async function sendRequest(
  packed: Packed<Unit>,
  plan: Plan,
  services: LocalizeServices,
  tally: Tally,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const { units, context } = packed
  const parts = units.flatMap((unit) => unit.parts)
  if (services.isDryRun) {
    countSentences(parts, plan, services, tally)
    return []
  }
  if (parts.some(({ sentence }) => isRefused(sentence.article, tally))) {
    return sendPayable(packed, plan, services, tally, signal)
  }
  const { caller, source, target } = plan
  const texts = units.map((unit) => unit.text)
  const request: EngineRequest = { source, target, texts, ...(context === '' ? {} : { context }) }
  const meter = meterOf(parts, plan, services)
  let answer: ValidAnswer
  try {
    answer = await caller.call(request, meter, signal, services.priority)
  } catch (error) {
    const refusal = meter.refusal()
    if (refusal === undefined) throw error
    for (const article of refusal.articles) tally.refused(article, refusal)
    return await sendPayable(packed, plan, services, tally, signal)
  } finally {
    tally.unanswered(parts, meter.unanswered())
  }
  const { remembered, torn } = readAnswer(answer.texts, units, plan)
  // Stored together: the answers and what they cost.
  const stored = services.memory.remember(remembered.map(([, one]) => one))
  const [billed] = await Promise.all([Promise.all(meter.bills), stored])
  for (const micros of billed) tally.sent(parts, micros)
  for (const [id, one] of remembered) plan.answers.set(id, one)
  services.progress({ kind: 'answered', locale: target, sentences: remembered.length })
  return torn
}

/** A sentence that a dry run met in articles before is remembered by then: it is not counted again. */
function countSentences(
  parts: readonly Part[],
  { caller: { engine } }: Plan,
  { ledger }: LocalizeServices,
  tally: Tally,
): void {
  const first = ledger.countOnce(parts.map(({ id }) => id))
  const asked = parts.filter(({ id }) => first.has(id))
  if (asked.length > 0) tally.sent(asked, ledger.price(engine.name, charactersOf(asked)))
}

/** Sends what a request carries for articles that may still cost something. */
async function sendPayable(
  { units }: Packed<Unit>,
  plan: Plan,
  services: LocalizeServices,
  tally: Tally,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const results = await Promise.allSettled(
    packRequests(payableUnits(units, plan, tally), plan.caller.engine).map((request) =>
      sendRequest(request, plan, services, tally, signal),
    ),
  )
  return results.flatMap((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
}

interface ReadAnswer {
  readonly remembered: readonly (readonly [id: string, answer: Remembered])[]
  /** Sentences of paragraphs that did not come back whole. */
  readonly torn: readonly string[]
}

function readAnswer(
  texts: readonly (TaggedText | undefined)[],
  units: readonly Unit[],
  plan: Plan,
): ReadAnswer {
  const torn: string[] = []
  const remembered: (readonly [id: string, answer: Remembered])[] = []
  units.forEach((unit, i) => {
    const text = texts[i]
    const sentences = text === undefined ? undefined : splitSentences(text, unit.parts.length)
    // A single sentence that cannot be used is not asked for again at once.
    if (sentences === undefined && unit.parts.length > 1)
      torn.push(...unit.parts.map((part) => part.id))
    sentences?.forEach((sentence, at) => {
      const part = unit.parts[at]
      const one = part === undefined ? undefined : toRemembered(part, sentence, plan)
      if (part !== undefined && one !== undefined) remembered.push([part.id, one])
    })
  })
  return { remembered, torn }
}

/**
 * An answer for the memory. Where a lock did not come back exactly once the earlier answer stays,
 * and this rung of the ladder is marked as tried.
 */
function toRemembered(part: Part, text: TaggedText, plan: Plan): Remembered | undefined {
  const { id, attempt, sentence, locks } = part
  const unlocked = locks === undefined ? text : unlockTerms(text, locks)
  const kept = unlocked ?? plan.answers.get(id)?.text
  if (kept === undefined) return undefined
  const { key, source } = sentence
  return { key, source, text: kept, engine: plan.caller.engine.name, attempt }
}
