import { isSameLanguage } from '../locale.ts'
import { readManifest } from '../bundle/index.ts'
import type { Job, Outcome } from '../queue/index.ts'
import { priorityOf, type JobServices } from './job-services.ts'
import { jobsFor, publishJob, type NeededJobs } from './localize-jobs.ts'
import type { ReadSource } from './read-source.ts'
import { followStatus } from './withdrawals.ts'

/** What a job says of an article that was read. */
export type IngestData = {
  readonly read: Omit<ReadSource, 'leftOut' | 'warnings'>
  /** Its source, as people see it. */
  readonly origin: string
  readonly urgency?: number
}

/**
 * Takes articles in: follows what their sources say of them, makes what was read the last revision,
 * and puts in the jobs for their languages. Source and stale marks of an article that readers have are
 * brought up to date at once.
 */
export async function ingest(
  batch: readonly Job[],
  jobs: JobServices,
): Promise<ReadonlyMap<Job, Outcome>> {
  const outcomes = new Map<Job, Outcome>()
  const services = jobs.services()
  const { archive, config, output } = services
  const given = new Map(batch.map((job) => [job, job.data as unknown as IngestData]))
  const followed = await followStatus(
    [...given.values()].map(({ read }) => ({ ...read, leftOut: [] })),
    services,
  )
  for (const { kind, article, reason } of followed.events) {
    jobs.log.info(`article ${kind}`, { article, reason })
    if (kind === 'withdrawn') await jobs.tell({ event: 'withdrawn', article, reason }, reason)
  }
  const standing = new Set(followed.standing.map(({ article }) => article))
  const unfollowed = new Map(followed.failed.map(({ name, error }) => [name, error]))
  for (const [job, { read, origin, urgency }] of given) {
    const failure = unfollowed.get(read.article.id)
    if (failure !== undefined) throw failure
    if (standing.has(read.article) && !(await isOvertaken(job, read.article.id, jobs))) {
      const targets = config.languages.filter((tag) => !isSameLanguage(tag, read.article.locale))
      const aligned = await archive.align(read.article)
      await archive.keep(aligned)
      const note = { origin, targets, ...(urgency === undefined ? {} : { urgency }) }
      await jobs.standing.note(read.article.id, note)
      const [article] = await jobs.standing.list([read.article.id])
      const priority = priorityOf(urgency)
      const isKnown = readManifest(output, read.article.id) !== undefined
      const { jobs: added, failures } =
        article === undefined ? noJobs : await jobsFor(article, { priority }, jobs)
      for (const [locale, error] of failures) {
        jobs.log.warn('language without an engine', { article: read.article.id, locale, error })
      }
      const { id, revision } = aligned.article
      const isForReaders = isKnown || targets.length === 0
      const own = isForReaders ? [publishJob(id, undefined, revision, priority)] : []
      await jobs.add([...own, ...added])
      jobs.log.info('article taken in', { article: id, revision, languages: added.length })
    }
    outcomes.set(job, { kind: 'done' })
  }
  return outcomes
}

const noJobs: NeededJobs = { jobs: [], failures: new Map() }

/** Whether a job that failed before comes again after a later one about the same article was done. */
async function isOvertaken(job: Job, id: string, jobs: JobServices): Promise<boolean> {
  if (job.attempts === 0) return false
  const seen = await jobs.standing.seen(id)
  return seen !== undefined && seen > job.created.toISOString()
}
