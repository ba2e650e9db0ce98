import { packRequests } from '../engines/index.ts'
import { wrongEntries } from '../glossary/index.ts'
import type { Attempt } from '../memory/index.ts'
import { verdictOf } from './judge.ts'
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
  const ids = [...plan.sentences.keys()]
  const missing = new Set(ids.filter((id) => !plan.answers.has(id)))
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

/**
 * The rung after an answer that gets a name wrong, if there is one. Another fault is not paid for
 * again: the engine would be asked the same question. An engine without a glossary of its own is told
 * only of the names it got wrong before it is told of all: its grammar suffers from each.
 */
function nextAttempt(plan: Plan, id: string): Attempt | undefined {
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
