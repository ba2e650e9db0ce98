import { statSync } from 'node:fs'
import { bundleFile, isStillServed, manifestFile } from '../bundle/index.ts'
import { indexedLanguages } from '../config.ts'
import type { StandingArticle } from '../archive/index.ts'
import type { BabelwireError } from '../errors.ts'
import type { Locale } from '../model.ts'
import { withdrawArticle } from '../pipeline/withdraw-article.ts'
import { backlogPriority, priorityOf, type JobServices } from './job-services.ts'
import { jobsFor } from './localize-jobs.ts'

/** What a look over all articles found. */
export interface Reconciled {
  readonly articles: number
  /** Jobs that were missing and are there now. */
  readonly added: number
}

/**
 * Looks over all articles and puts in the jobs that are missing: after a crash, after a change of the
 * glossary or the configuration, where files were deleted. The queue is never the only place that
 * knows of work.
 */
export async function reconcile(
  jobs: JobServices,
  { isDiskChecked }: { readonly isDiskChecked: boolean },
): Promise<Reconciled> {
  const services = jobs.services()
  const { archive, chosenGlossary, config, output } = services
  const articles = await jobs.standing.list()
  let added = 0
  let missing = 0
  const withoutEngine = new Map<Locale, BabelwireError>()
  for (const article of articles) {
    const lost = isDiskChecked ? lostLanguages(article, output) : new Set<Locale>()
    const isNew = article.published.size === 0
    const priority = isNew ? priorityOf(article.urgency) : backlogPriority
    const { jobs: needed, failures } = await jobsFor(article, { priority, missing: lost }, jobs)
    for (const [locale, error] of failures) withoutEngine.set(locale, error)
    missing += needed.length
    if (needed.length > 0) added += await jobs.add(needed)
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
  return { articles: articles.length, added }
}

/** The published languages of an article whose bundle is gone from the disk, all where its manifest is. */
function lostLanguages(article: StandingArticle, output: string): ReadonlySet<Locale> {
  const published = [...article.published.keys()]
  if (published.length > 0 && !isThere(manifestFile(output, article.id))) return new Set(published)
  return new Set(published.filter((locale) => !isThere(bundleFile(output, locale, article.id))))
}

function isThere(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined
}
