import { EngineError } from '../engines/engine.ts'
import { BabelwireError, formatError } from '../errors.ts'
import type { Locale } from '../model.ts'
import type { Assembled } from '../pipeline/assemble.ts'
import { makeLanguages, type Wanted } from '../pipeline/make-languages.ts'
import { backOffMs, usualBackOff, type Job, type Outcome } from '../queue/index.ts'
import { expectedInputs } from './expected-inputs.ts'
import type { JobServices } from './job-services.ts'
import { publishJob, type LocalizeData } from './localize-jobs.ts'

/** How long a job waits that came to a machine with another configuration than the service's. */
const otherInputMs = 15_000

/**
 * Makes one language of the articles of a batch, all sentences together, and hands what was made on
 * to be published. An article that fails never keeps the others.
 */
export async function localizeArticles(
  batch: readonly Job[],
  locale: Locale,
  jobs: JobServices,
  signal: AbortSignal,
): Promise<ReadonlyMap<Job, Outcome>> {
  const glossaries = batch.map((job) => (job.data as LocalizeData).glossary)
  if (glossaries.some((hash) => hash !== jobs.services().glossary.hash)) await jobs.refresh()
  const services = jobs.services()
  const outcomes = new Map<Job, Outcome>()
  const wanted = new Map<Job, Wanted & { readonly input: string }>()
  for (const job of batch) {
    const found = await look(job, locale, jobs)
    if ('kind' in found) outcomes.set(job, found)
    else wanted.set(job, found)
  }
  // Two jobs of one article are two revisions of its work: they find the same and make it once.
  const articles = [...new Map([...wanted.values()].map((one) => [one.article.id, one])).values()]
  const priority = Math.max(...batch.map((job) => job.priority))
  const made = await makeLanguages(articles, { ...services, priority }, signal)
  const byArticle = new Map(made.map((one) => [one.report.article, one]))
  for (const [job, { article, input }] of wanted) {
    const assembled = byArticle.get(article.id)
    if (assembled === undefined) continue
    outcomes.set(job, await handOn(job, input, assembled, jobs))
  }
  return outcomes
}

/** What a job is to make now; an outcome where there is nothing to make. */
async function look(
  job: Job,
  locale: Locale,
  { services, isWorker, log, random }: JobServices,
): Promise<Outcome | (Wanted & { readonly input: string })> {
  const data = job.data as LocalizeData
  const { article: id, glossary, revision } = data
  const { archive } = services()
  const life = await archive.life(id)
  if (life === undefined || (await archive.isWithdrawn(id))) return { kind: 'done' }
  const { article, previous } = life
  const { inputs, failures } = await expectedInputs(article, [locale], services())
  const failure = failures.get(locale)
  if (failure !== undefined) return outcomeOf(job, failure, random)
  const input = inputs.get(locale)?.wanted
  if (input === undefined) return { kind: 'done' }
  // A glossary or a revision that changed since is worked with as it is now.
  const isAsked = glossary === services().glossary.hash && revision === article.revision
  if (isWorker && isAsked && input !== data.input) {
    const reason = 'the configuration of this worker is not that of the service'
    log.warn(reason, { article: id, locale })
    return { kind: 'again', reason, afterMs: otherInputMs, isCounted: false }
  }
  return { article, previous, targets: [locale], input }
}

async function handOn(
  job: Job,
  input: string,
  { report, edition }: Assembled,
  { editions, add, log, metrics, random, services, tell }: JobServices,
): Promise<Outcome> {
  const { article, locale, state, error } = report
  if (state === 'failed') {
    const failure = error ?? new BabelwireError('engine', 'failed')
    log.warn('language failed', { article, locale, error: failure })
    if (failure.code === 'budget') {
      await tell({ event: 'budget', article, locale, reason: failure.message }, failure.message)
    }
    return outcomeOf(job, failure, random)
  }
  // An answer that could not be used may be better next time; what came well is not asked for again.
  const isUnanswered = report.heldSegments.some(({ text }) => text === undefined)
  const { attempts } = services().config.service
  if (isUnanswered && job.attempts + 1 < attempts) {
    const afterMs = backOffMs(usualBackOff, job.attempts, random())
    const reason = 'the engine gave no usable answer to some sentences'
    return { kind: 'again', reason, afterMs, isCounted: true }
  }
  await editions.keep(article, locale, {
    input,
    assembled: JSON.stringify({ report, edition }),
    held: report.held,
  })
  await add([publishJob(article, locale, input, job.priority)])
  const { segments, translated, characters, requests, micros, engine = '' } = report
  if (characters > 0) metrics.characters(engine, locale, characters)
  if (micros > 0) metrics.cost(engine, services().config.budget.currency, micros / 1e6)
  log.info('language made', { article, locale, state, segments, translated, characters, requests })
  return { kind: 'done' }
}

/** Until money or an engine may be there again, in milliseconds. */
const waits = { budget: 300_000, quota: 600_000, auth: 600_000 } as const

/** An engine may say tomorrow; whether it is back is looked at before. */
const longestWaitMs = 3_600_000

/** Trouble that is not the job's own never counts as one of its tries. */
function outcomeOf(job: Job, error: BabelwireError, random: () => number): Outcome {
  const reason = formatError(error)
  const { code } = error
  const asked = error instanceof EngineError ? error.retryAfterMs : undefined
  const usual = code === 'budget' || code === 'quota' || code === 'auth' ? waits[code] : undefined
  const waitMs = asked ?? usual
  if (waitMs !== undefined) {
    return { kind: 'again', reason, afterMs: Math.min(waitMs, longestWaitMs), isCounted: false }
  }
  const afterMs = backOffMs(usualBackOff, job.attempts, random())
  return { kind: 'again', reason, afterMs, isCounted: true }
}
