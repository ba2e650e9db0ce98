import type { Article } from '../model.ts'
import type { Job, NewJob, Outcome } from '../queue/index.ts'
import { shortHash } from '../hash.ts'
import { openFetched } from './fetched.ts'
import type { IngestData } from './ingest-job.ts'
import { priorityOf, type JobServices } from './job-services.ts'
import type { ReadSource } from './read-source.ts'
import { knownFilesOf, readingOptions } from './reading-options.ts'
import { sourceId, sourceName } from './source-name.ts'
import { expandSources, readSources } from './sources.ts'

/** What a job says of the look at a source it is. */
export type PollData = { readonly source: string; readonly slot: number }

/** Looks at one source and puts in a job for each article that is new or is not what it was. */
export async function poll(job: Job, jobs: JobServices, signal: AbortSignal): Promise<Outcome> {
  const { source, slot } = job.data as PollData
  const services = jobs.services()
  const { config, clock, database, archive } = services
  const choice = config.articles.find((one) => sourceId(one) === source)
  const done = (await jobs.schedule.done()).get(source) ?? 0
  // Delivered twice, or taken out of the configuration since.
  if (choice === undefined || (done >= slot && done <= clock.now().getTime()))
    return { kind: 'done' }
  const name = sourceName(choice)
  const { read, failed } = await readSources(expandSources([choice]), {
    ...readingOptions(config, {}, jobs.folder),
    fetchSource: openFetched(database, config.fetch, clock, false),
    knownFiles: knownFilesOf(config, {}, services),
    signal,
  })
  const withdrawn = await archive.withdrawals()
  const added: NewJob[] = []
  for (const one of read) {
    const [known] = await jobs.standing.list([one.article.id])
    const isTakenAway = withdrawn.has(one.article.id)
    const isNews =
      isTakenAway ||
      known === undefined ||
      isTakenBack(one) ||
      config.languages.join(' ') !== known.targets.join(' ') ||
      !isSame(one.article, await archive.article(one.article.id))
    if (isNews && !(isTakenAway && isTakenBack(one)))
      added.push(ingestJob(one, name, choice.urgency))
  }
  const count = await jobs.add(added)
  for (const { name: part, error } of failed) {
    jobs.log.warn('source not read', { source: part, error })
    await jobs.tell(
      { event: 'failed', reason: `${part}: ${error.message}` },
      shortHash(part, error.message),
    )
  }
  jobs.metrics.polled(failed.length > 0 ? 'failed' : count > 0 ? 'changed' : 'unchanged')
  jobs.log.info('source looked at', { source: name, articles: read.length, changed: count })
  // What could be read is on its way; the rest is looked at again in the next slot.
  await jobs.schedule.finish(source, slot, clock.now())
  return { kind: 'done' }
}

function isTakenBack({ status }: ReadSource): boolean {
  return status === 'canceled' || status === 'withheld'
}

/** Whether an article says what it said, its keys aside: those are given when it is aligned. */
function isSame(read: Article, known: Article | undefined): boolean {
  const said = ({ blocks: _, significance: __, ...rest }: Article): string => JSON.stringify(rest)
  return known !== undefined && said(read) === said(known)
}

function ingestJob(read: ReadSource, origin: string, ofSource: number | undefined): NewJob {
  const { name, article, status, hasOwnId } = read
  // What the newsroom says of a source outranks what the wire says of an article.
  const urgency = ofSource ?? read.urgency
  const data: IngestData = {
    origin,
    read: {
      name,
      article,
      ...(status === undefined ? {} : { status }),
      ...(hasOwnId === undefined ? {} : { hasOwnId }),
    },
    ...(urgency === undefined ? {} : { urgency }),
  }
  return {
    lane: 'ingest',
    name: `${article.id} ${shortHash(article, status)}`,
    data: data as never,
    priority: priorityOf(urgency),
  }
}
