import type { Memory } from '../memory/index.ts'
import { nextAttempt } from './next-attempt.ts'
import type { Plan } from './plan.ts'
import type { LocalizeServices } from './services.ts'

/** How often a sentence is looked after that somebody else asks for. */
const lookMs = 200

/**
 * Asks for what is missing and nobody else asks for, then waits for the answers of the others. Where
 * those do not come, because their request failed, asks itself.
 */
export async function joinFlights(
  plan: Plan,
  askFor: (ids: readonly string[]) => Promise<void>,
  { flights, memory, clock }: LocalizeServices,
  signal: AbortSignal | undefined,
): Promise<void> {
  const open = (): readonly string[] =>
    [...plan.sentences.keys()].filter(
      (id) => !plan.answers.has(id) || nextAttempt(plan, id) !== undefined,
    )
  let asked = new Set<string>()
  for (;;) {
    const left = open().filter((id) => !asked.has(id))
    if (flights === undefined || left.length === 0) return
    const own = await flights.claim(left)
    try {
      // Another may have stored the answer between the look and the claim.
      await recall(plan, own, memory)
      await askFor([...own])
    } finally {
      await flights.land(own)
    }
    asked = asked.union(own)
    let others: ReadonlySet<string> = new Set(left.filter((id) => !own.has(id)))
    while (others.size > 0) {
      others = await flights.inFlight(others)
      if (others.size > 0) await clock.sleep(lookMs, signal)
    }
    await recall(plan, left, memory)
  }
}

async function recall(plan: Plan, ids: Iterable<string>, memory: Memory): Promise<void> {
  const wanted = [...ids].flatMap((id) => plan.sentences.get(id) ?? [])
  for (const [id, answer] of await memory.recall(wanted)) plan.answers.set(id, answer)
}
