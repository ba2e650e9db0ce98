import { packRequests } from '../engines/index.ts'
import { joinFlights } from './join-flights.ts'
import { nextAttempt } from './next-attempt.ts'
import type { Plan } from './plan.ts'
import { sendRequest } from './send.ts'
import type { LocalizeServices } from './services.ts'
import type { Tally } from './tally.ts'
import { runsOf, unitOf, type Unit } from './units.ts'

/**
 * Asks the engine for every sentence that has no good answer yet, on the ladder of terms: first in
 * the engine's own way, then, for what came back wrong, alone with its names locked. Answers are
 * remembered as each request returns.
 */
export async function translateMissing(
  plan: Plan,
  services: LocalizeServices,
  tally: Tally,
  signal?: AbortSignal,
): Promise<void> {
  const all = [...plan.sentences.keys()]
  const { flights } = services
  if (flights === undefined || services.isDryRun) return askFor(all, plan, services, tally, signal)
  await joinFlights(plan, (ids) => askFor(ids, plan, services, tally, signal), services, signal)
}

/** Asks for those of these sentences that have no good answer. */
async function askFor(
  ids: readonly string[],
  plan: Plan,
  services: LocalizeServices,
  tally: Tally,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { ledger } = services
  const missing = new Set(ids.filter((id) => !plan.answers.has(id) && !ledger.isCounted(id)))
  const wrong = (): readonly Unit[] =>
    ids.flatMap((id) => {
      const attempt = nextAttempt(plan, id)
      return attempt === undefined ? [] : [unitOf(plan, [id], attempt)]
    })
  if (missing.size === 0 && wrong().length === 0) return
  services.progress({ kind: 'planned', locale: plan.target, sentences: missing.size })
  if (!services.isDryRun) await services.prepareEngine(plan.caller, signal)
  const torn = await ask(runsOf(plan, missing), plan, services, tally, signal)
  // Paragraphs whose sentences did not come back each once, in order.
  await ask(
    torn.map((id) => unitOf(plan, [id], 'plain')),
    plan,
    services,
    tally,
    signal,
  )
  // Each round climbs one rung, so there are no more rounds than rungs, whatever comes back.
  // A dry run has no new answers: it sees the first rung of those that are wrong already.
  for (let rung = 1; rung <= (services.isDryRun ? 1 : rungs); rung++) {
    await ask(wrong(), plan, services, tally, signal)
  }
}

/** After `plain`: `partly`, `locked`. */
const rungs = 2

/** Sends units in full requests; @returns the sentences of paragraphs that came back torn. */
async function ask(
  units: readonly Unit[],
  plan: Plan,
  services: LocalizeServices,
  tally: Tally,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const { engine } = plan.caller
  // One sentence that no request can carry is held; it must not fail all others.
  const sendable = units.filter(({ text }) => engine.encodedSize(text) <= engine.traits.maxBytes)
  const results = await Promise.allSettled(
    packRequests(sendable, engine).map((request) =>
      sendRequest(request, plan, services, tally, signal),
    ),
  )
  return results.flatMap((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
}
