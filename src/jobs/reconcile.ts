import { setImmediate } from 'node:timers/promises'
import type { PublishedArticle } from '../archive/index.ts'
import { isStillServed } from '../bundle/index.ts'
import { indexedLanguages } from '../config.ts'
import { BabelwireError } from '../errors.ts'
import type { Locale } from '../model.ts'
import { withdrawArticle } from '../pipeline/withdraw-article.ts'
import type { NewJob } from '../queue/index.ts'
import type { Services } from '../services.ts'
import { pairsOf, type KnownPairs } from './expected-inputs.ts'
import { backlogPriority, priorityOf, type JobServices } from './job-services.ts'
import { jobsFor } from './localize-jobs.ts'
import { listServedFiles } from './served-files.ts'

/** What a look over all articles found. */
export interface Reconciled {
  readonly articles: number
  /** Jobs that were missing and are there now. */
  readonly added: number
}

export interface ReconcileOptions {
  /** Whether the files of what is published are looked for too. */
  readonly isDiskChecked: boolean
  /** Told after each page of articles: of a million it takes minutes. */
  readonly onPage?: () => void
}

/**
 * Looks over all articles and puts in the jobs that are missing: after a crash, after a change of the
 * glossary or the configuration, where files were deleted. The queue is never the only place that
 * knows of work.
 */
export async function reconcile(
  jobs: JobServices,
  { isDiskChecked, onPage }: ReconcileOptions,
): Promise<Reconciled> {
  const services = jobs.services()
  const { archive, chosenGlossary, config, output } = services
  const files = isDiskChecked ? await listServedFiles(output, config.languages) : undefined
  const pairs: KnownPairs = new Map()
  const withoutEngine = new Map<Locale, BabelwireError>()
  let articles = 0
  let added = 0
  let missing = 0
  for await (const page of jobs.standing.pages()) {
    articles += page.length
    const lost = new Map<string, ReadonlySet<Locale>>()
    for (const article of page) {
      const gone = files?.lostOf(article) ?? none
      if (gone.size > 0 || !(await isSettled(article, services, pairs))) lost.set(article.id, gone)
    }
    const needed: NewJob[] = []
    for (const article of await jobs.standing.list([...lost.keys()])) {
      const isNew = article.published.size === 0
      const priority = isNew ? priorityOf(article.urgency) : backlogPriority
      const gone = lost.get(article.id) ?? none
      const found = await jobsFor(article, { priority, missing: gone, pairs }, jobs)
      for (const [locale, error] of found.failures) withoutEngine.set(locale, error)
      needed.push(...found.jobs)
    }
    missing += needed.length
    if (needed.length > 0) added += await jobs.add(needed)
    // The embedded store answers at once: without a pause nothing else would be done meanwhile.
    onPage?.()
    await setImmediate()
  }
  for (const [id, withdrawal] of await archive.withdrawals()) {
    if (isStillServed(output, id)) {
      await withdrawArticle(id, withdrawal, services, indexedLanguages(config))
    }
  }
  for (const [locale, error] of withoutEngine) {
    jobs.log.warn('language without an engine', { locale, error })
  }
  // All that is published is held to the glossary in force.
  if (missing === 0 && withoutEngine.size === 0) await chosenGlossary.keep(true)
  if (added > 0) jobs.log.info('missing jobs put in', { jobs: added })
  return { articles, added }
}

const none: ReadonlySet<Locale> = new Set()

/** Whether each language was published from what it would be made from now: most are, and need no second look. */
async function isSettled(
  { locale, revision, targets, published }: PublishedArticle,
  services: Services,
  known: KnownPairs,
): Promise<boolean> {
  const wanted = targets.filter((target) => services.config.languages.includes(target))
  const pairs = await pairsOf(locale, wanted, services, known)
  return wanted.every((target) => {
    const pair = pairs.get(target)
    if (pair instanceof BabelwireError) return services.config.missingEngine === 'skip'
    return pair === undefined || pair.accepts(revision, published.get(target))
  })
}
