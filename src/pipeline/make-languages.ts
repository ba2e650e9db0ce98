import { BabelwireError, type ErrorCode } from '../errors.ts'
import type { Article, Locale } from '../model.ts'
import { assembleArticle, type Assembled } from './assemble.ts'
import { carryMarkup } from './carry-markup.ts'
import { carryAnswers } from './carry.ts'
import { planArticles, planLanguages, recallAnswers, type Plan } from './plan.ts'
import { prepareArticle } from './prepare.ts'
import { addNumbers, type LanguageReport } from './report.ts'
import type { LocalizeServices } from './services.ts'
import { openTally } from './tally.ts'
import { translateMissing } from './translate.ts'

/** An article to be made, with the revision before it where there is one. */
export interface Wanted {
  readonly article: Article
  readonly previous?: Article | undefined
  readonly targets: readonly Locale[]
}

/**
 * Makes languages of articles: segments, finds the terms, recalls what was answered before, asks for
 * the rest, holds it to the glossary, checks it, and puts the blocks together. Writes only to the
 * memory. A language that fails is reported and never keeps another from being made.
 * @throws {BabelwireError} `cancelled` when the signal is aborted; all answers so far are remembered.
 */
export async function makeLanguages(
  wanted: readonly Wanted[],
  services: LocalizeServices,
  signal?: AbortSignal,
): Promise<readonly Assembled[]> {
  const targets = new Map(wanted.map(({ article, targets }) => [article.id, targets]))
  const prepared = wanted.map(({ article }) =>
    prepareArticle(article, services.glossary.matcherFor(article.locale)),
  )
  const plans = await planLanguages(
    prepared,
    [...new Set([...targets.values()].flat())],
    ({ id }, target) => targets.get(id)?.includes(target) === true,
    services,
  )
  const previous = wanted.flatMap((one) => one.previous ?? [])
  await fillIn(plans, previous, services)
  const languages = plans.map((plan) => makeLanguage(plan, previous, services, signal))
  // All are waited for, also when the run is stopped: their last answers are still stored.
  return (await Promise.allSettled(languages)).flatMap((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
}

/** The answers that need no request. */
async function fillIn(
  plans: readonly Plan[],
  previous: readonly Article[],
  services: LocalizeServices,
): Promise<void> {
  await recallAnswers(plans, services.memory)
  await carryAnswers(plans, services)
  await carryMarkup(plans, previous, services)
}

/**
 * One language; articles that its engine fails are asked of the next of the chain, whole, so that
 * the label of each tells the one engine it is from.
 */
async function makeLanguage(
  plan: Plan,
  previous: readonly Article[],
  services: LocalizeServices,
  signal: AbortSignal | undefined,
): Promise<readonly Assembled[]> {
  const made = await askAndAssemble(plan, services, signal)
  const failed = new Map(
    made.filter(isForStandIn).map((assembled) => [assembled.report.article, assembled]),
  )
  if (failed.size === 0 || services.isDryRun) return made
  const { source, target, caller } = plan
  const chain = await services.standIns(source, target)
  const next = chain[chain.findIndex(({ engine }) => engine.name === caller.engine.name) + 1]
  if (next === undefined || next.engine.name === caller.engine.name) return made
  const left = plan.articles.filter(({ article }) => failed.has(article.id))
  const second = planArticles(left, source, target, next)
  await fillIn([second], previous, services)
  const redone = new Map(
    (await makeLanguage(second, previous, services, signal)).map((one) => [
      one.report.article,
      one,
    ]),
  )
  return made.map((first) => standIn(first, redone.get(first.report.article)))
}

/** What another engine may mend; money and a person's stop it may not. */
const standInCodes: readonly ErrorCode[] = ['network', 'engine', 'answer', 'auth', 'quota']

function isForStandIn({ report }: Assembled): boolean {
  return report.state === 'failed' && standInCodes.includes(report.error?.code ?? 'usage')
}

/** What the next engine made, with the cost of both; the first failure where it failed too. */
function standIn(first: Assembled, second: Assembled | undefined): Assembled {
  if (second === undefined) return first
  const kept = second.report.state === 'failed' ? first : second
  const { requests, characters, micros } = addNumbers(first.report, second.report)
  const report: LanguageReport = { ...kept.report, requests, characters, micros }
  return { ...kept, report }
}

async function askAndAssemble(
  plan: Plan,
  services: LocalizeServices,
  signal: AbortSignal | undefined,
): Promise<readonly Assembled[]> {
  const tally = openTally()
  let failure: BabelwireError | undefined
  try {
    await translateMissing(plan, services, tally, signal)
  } catch (error) {
    if (!(error instanceof BabelwireError) || error.code === 'cancelled') throw error
    failure = error
  }
  return plan.articles.map((planned) => {
    // An article that may cost no more fails alone, for its own reason.
    const { refusal } = tally.of(planned.article.id)
    return assembleArticle(planned, plan, tally, refusal ?? failure, services.isDryRun)
  })
}
