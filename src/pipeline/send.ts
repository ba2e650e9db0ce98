import type { Micros } from '../budget.ts'
import { splitSentences, type EngineRequest, type Meter, type Packed } from '../engines/index.ts'
import { unlockTerms } from '../glossary/index.ts'
import type { Remembered } from '../memory/index.ts'
import type { TaggedText } from '../model.ts'
import { countCharacters } from '../tagged-text.ts'
import type { Plan } from './plan.ts'
import type { LocalizeServices } from './services.ts'
import type { Tally } from './tally.ts'
import type { Part, Unit } from './units.ts'

/**
 * Sends one request and remembers its answers; a dry run counts it instead.
 * @returns the ids of sentences whose paragraph did not come back whole.
 */
export async function sendRequest(
  { units, context }: Packed<Unit>,
  plan: Plan,
  services: LocalizeServices,
  tally: Tally,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const { caller, source, target } = plan
  const { engine } = caller
  const texts = units.map((unit) => unit.text)
  const parts = units.flatMap((unit) => unit.parts)
  const characters = texts.reduce((sum, text) => sum + countCharacters(text), 0)
  if (services.isDryRun) {
    tally.sent(parts, services.ledger.price(engine.name, characters))
    return []
  }
  const request: EngineRequest = { source, target, texts, ...(context === '' ? {} : { context }) }
  const bills: Promise<Micros>[] = []
  const meter = meterOf(plan, services, characters, bills)
  const answer = await caller.call(request, meter, signal)
  const torn: string[] = []
  const remembered: (readonly [id: string, answer: Remembered])[] = []
  units.forEach((unit, i) => {
    const text = answer.texts[i]
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
  // Stored together: the answers and what they cost.
  const stored = services.memory.remember(remembered.map(([, one]) => one))
  const [billed] = await Promise.all([Promise.all(bills), stored])
  for (const micros of billed) tally.sent(parts, micros)
  for (const [id, one] of remembered) plan.answers.set(id, one)
  services.progress({ kind: 'answered', locale: target, sentences: remembered.length })
  return torn
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

/** Reserves the price before each attempt; what is billed for an answer is added to `bills`. */
function meterOf(
  plan: Plan,
  { ledger }: LocalizeServices,
  characters: number,
  bills: Promise<Micros>[],
): Meter {
  const { name } = plan.caller.engine
  return {
    reserve: () => ledger.reserve({ engine: name, locale: plan.target, characters }),
    settle: (id, billed) => {
      bills.push(ledger.settle(id, name, billed))
      return Promise.resolve()
    },
    release: (id) => ledger.release(id),
  }
}
