import { updateIndex, type Manifest } from '../bundle/index.ts'
import { indexedLanguages } from '../config.ts'
import { BabelwireError } from '../errors.ts'
import type { Locale } from '../model.ts'
import type { Assembled } from '../pipeline/assemble.ts'
import { publishArticle } from '../pipeline/publish-article.ts'
import type { LanguageReport } from '../pipeline/report.ts'
import { surveyArticle } from '../pipeline/survey.ts'
import type { Job, Outcome } from '../queue/index.ts'
import { plainText } from '../tagged-text.ts'
import type { JobServices } from './job-services.ts'
import type { PublishData } from './localize-jobs.ts'

/**
 * Publishes what was made of the articles of a batch: each article once, however many of its
 * languages are ready, and the index once for all.
 */
export async function publishArticles(
  batch: readonly Job[],
  jobs: JobServices,
): Promise<ReadonlyMap<Job, Outcome>> {
  const { config, output } = jobs.services()
  const outcomes = new Map<Job, Outcome>()
  const manifests: Manifest[] = []
  const failed = new Map<string, BabelwireError>()
  const byArticle = Map.groupBy(batch, (job) => (job.data as PublishData).article)
  for (const [article, own] of byArticle) {
    const locales = own.flatMap((job) => (job.data as PublishData).locale ?? [])
    try {
      manifests.push(...(await publishOne(article, [...new Set(locales)], jobs)))
      for (const job of own) outcomes.set(job, { kind: 'done' })
    } catch (error) {
      if (!(error instanceof BabelwireError)) throw error
      failed.set(article, error)
    }
  }
  if (manifests.length > 0) await updateIndex(output, indexedLanguages(config), manifests)
  // Those that were published are told as done even where others failed: the queue asks for the rest.
  const [failure] = failed.values()
  if (failure !== undefined && outcomes.size === 0) throw failure
  return outcomes
}

async function publishOne(
  id: string,
  locales: readonly Locale[],
  jobs: JobServices,
): Promise<readonly Manifest[]> {
  const services = jobs.services()
  const { archive } = services
  const known = await archive.article(id)
  if (known === undefined || (await archive.isWithdrawn(id))) return []
  const survey = await surveyArticle(known, locales, services)
  const made = await jobs.editions.of(id)
  const assembled = locales.flatMap((locale): readonly Assembled[] => {
    const edition = made.get(locale)
    // Made from something else than it would be made from now: another job is on its way.
    if (edition === undefined || edition.assembled === '') return []
    return survey.todo.get(locale)?.accepted.has(edition.input) === true
      ? [JSON.parse(edition.assembled) as Assembled]
      : []
  })
  // With nothing to show but its source a new article waits for its first language.
  if (assembled.length === 0 && locales.length > 0)
    return survey.manifest === undefined ? [] : [survey.manifest]
  const { reports, manifest } = await publishArticle(survey, assembled, services)
  await jobs.editions.settle(
    id,
    reports.map(({ locale }) => locale),
  )
  for (const report of reports) await tellOf(report, titleOf(report, assembled), jobs)
  return manifest === undefined ? [] : [manifest]
}

function titleOf(report: LanguageReport, assembled: readonly Assembled[]): string | undefined {
  const own = assembled.find((one) => one.report.locale === report.locale)
  const title = own?.edition.bundle.messages['title']
  return title === undefined ? undefined : plainText(title)
}

async function tellOf(
  report: LanguageReport,
  title: string | undefined,
  { log, metrics, tell }: JobServices,
): Promise<void> {
  const { article, locale, state, engine, revision, heldSegments } = report
  const fields = {
    article,
    locale,
    state,
    ...(engine === undefined ? {} : { engine }),
    ...(revision === undefined ? {} : { revision }),
    ...(title === undefined ? {} : { title }),
  }
  const occasion = `${revision} ${heldSegments.map(({ key }) => key).join(' ')}`
  if (report.published) {
    metrics.published(locale)
    log.info('language published', { article, locale, state, engine })
    await tell({ event: 'published', ...fields }, occasion)
  }
  if (state === 'held') {
    const reason = heldSegments
      .flatMap(({ key, findings }) => findings.map(({ message }) => `${key}: ${message}`))
      .join('; ')
    log.warn('language held', { article, locale, reason })
    await tell({ event: 'held', ...fields, reason: reason.slice(0, longestReason) }, occasion)
  }
}

/** Of a reason that is told: a whole article may be held. */
const longestReason = 2000
