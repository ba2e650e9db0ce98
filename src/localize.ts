import type { Manifest } from './bundle/index.ts'
import { BabelwireError } from './errors.ts'
import type { Article, Locale } from './model.ts'
import { assembleArticle, type Assembled } from './pipeline/assemble.ts'
import { carryMarkup } from './pipeline/carry-markup.ts'
import { carryAnswers } from './pipeline/carry.ts'
import { planLanguages, recallAnswers, type Plan } from './pipeline/plan.ts'
import { prepareArticle } from './pipeline/prepare.ts'
import { publishArticle } from './pipeline/publish-article.ts'
import type { LanguageReport } from './pipeline/report.ts'
import type { LocalizeServices } from './pipeline/services.ts'
import { failedArticle, surveyArticle, type Survey } from './pipeline/survey.ts'
import { openTally } from './pipeline/tally.ts'
import { translateMissing } from './pipeline/translate.ts'

/** What a run made: a report for each article and language, and the manifests it wrote. */
export interface Localized {
  readonly reports: readonly LanguageReport[]
  readonly manifests: readonly Manifest[]
}

/**
 * The run: align each article with its last revision, cut it into segments, find the terms, recall
 * what was answered before, price and ask for the rest, hold it to the glossary, check it, remember
 * it, put the bundles together and publish what the gate lets through.
 * @throws {BabelwireError} `cancelled` when the signal is aborted; all answers so far are remembered.
 */
export async function localize(
  articles: readonly Article[],
  targets: readonly Locale[],
  services: LocalizeServices,
  signal?: AbortSignal,
): Promise<Localized> {
  const surveys: Survey[] = []
  const failed: LanguageReport[] = []
  for (const article of articles) {
    await surveyArticle(article, targets, services).then(
      (survey) => surveys.push(survey),
      (error: unknown) => failed.push(...failedArticle(article.id, targets, error)),
    )
  }
  const changed = surveys.filter((survey) => survey.todo.size > 0 || !survey.isPublished)
  const todo = new Map(changed.map(({ aligned, todo }) => [aligned.article.id, todo]))
  const prepared = changed.map(({ aligned: { article } }) =>
    prepareArticle(article, services.glossary.matcherFor(article.locale)),
  )
  const isWanted = ({ id }: Article, target: Locale): boolean => todo.get(id)?.has(target) === true
  const plans = await planLanguages(prepared, targets, isWanted, services)
  await recallAnswers(plans, services.memory)
  await carryAnswers(plans, services)
  const previous = changed.flatMap(({ aligned }) => aligned.previous ?? [])
  await carryMarkup(plans, previous, services)
  const languages = plans.map((plan) => translatePlan(plan, services, signal))
  // All are waited for, also when the run is stopped: their last answers are still stored.
  const assembled = (await Promise.allSettled(languages)).flatMap((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
  const published = await Promise.all(
    changed.map((survey) => {
      const own = assembled.filter(({ report }) => report.article === survey.aligned.article.id)
      return publishArticle(survey, own, services).catch((error: unknown) => {
        // Where only the source language was to be written, the article fails as a whole.
        const wanted = survey.todo.size > 0 ? [...survey.todo.keys()] : targets
        const reports = failedArticle(survey.aligned.article.id, wanted, error)
        return { reports, manifest: undefined }
      })
    }),
  )
  return {
    reports: [...failed, ...[...surveys, ...published].flatMap(({ reports }) => reports)],
    // Those of unchanged articles too: the index may have been lost or put back.
    manifests: [...surveys.filter((survey) => !changed.includes(survey)), ...published].flatMap(
      ({ manifest }) => manifest ?? [],
    ),
  }
}

/** One language: its failure is reported and never keeps another from being done. */
async function translatePlan(
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
  return plan.articles.map((article) =>
    assembleArticle(article, plan, tally, failure, services.isDryRun),
  )
}
