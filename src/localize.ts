import type { Manifest } from './bundle/index.ts'
import type { Article, Locale } from './model.ts'
import { makeLanguages } from './pipeline/make-languages.ts'
import { publishArticle } from './pipeline/publish-article.ts'
import type { LanguageReport } from './pipeline/report.ts'
import type { LocalizeServices } from './pipeline/services.ts'
import { failedArticle, surveyArticle, type Survey } from './pipeline/survey.ts'

/** What a run made: a report for each article and language, and the manifests it wrote. */
export interface Localized {
  readonly reports: readonly LanguageReport[]
  readonly manifests: readonly Manifest[]
}

/**
 * The run: align each article with its last revision and see which languages need work; make those
 * (`makeLanguages`: segment, find terms, recall, price and ask, hold to the glossary, check, remember,
 * assemble); publish what the gate lets through.
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
  const wanted = changed.map(({ aligned: { article, previous }, todo }) => ({
    article,
    previous,
    targets: [...todo.keys()],
  }))
  const assembled = await makeLanguages(wanted, services, signal)
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
