import type { StandingArticle } from '../archive/index.ts'
import type { BabelwireError } from '../errors.ts'
import type { Locale } from '../model.ts'
import type { NewJob } from '../queue/index.ts'
import { expectedInputs, type KnownPairs } from './expected-inputs.ts'
import type { JobServices } from './job-services.ts'

/** What a job says of the language of an article it is to make. */
export type LocalizeData = {
  readonly article: string
  readonly revision: string
  /** Hash of what it is to be made from, and of the glossary: how a worker knows that it is up to date. */
  readonly input: string
  readonly glossary: string
}

/** What a job says of an article it is to publish; without a language only its source is new. */
export type PublishData = { readonly article: string; readonly locale?: Locale }

export const localizeLane = (locale: Locale): string => `localize.${locale}`
export const publishLane = 'publish'

/**
 * The jobs that an article needs: languages that were not made from what they would be made from now,
 * and those that were made and wait to be published. Nothing is remembered of earlier jobs: what is
 * to be done is read off what is done. `missing` are languages whose files are not there any more.
 */
export async function jobsFor(
  article: StandingArticle,
  { priority, missing, pairs }: JobsOptions,
  { services }: JobServices,
): Promise<NeededJobs> {
  const { config, glossary } = services()
  const targets = article.targets.filter((target) => config.languages.includes(target))
  const { inputs, failures } = await expectedInputs(article, targets, services(), pairs)
  const jobs = [...inputs].flatMap(([locale, { wanted: input, accepted }]): readonly NewJob[] => {
    const isLost = missing?.has(locale) === true
    const made = article.made.get(locale)
    if (!isLost && accepted.has(article.published.get(locale) ?? '')) return []
    if (!isLost && made !== undefined && accepted.has(made.input)) {
      return made.isPublished ? [] : [publishJob(article.id, locale, made.input, priority)]
    }
    const { id, revision } = article
    const data: LocalizeData = { article: id, revision, input, glossary: glossary.hash }
    return [{ lane: localizeLane(locale), name: `${id} ${input}`, data, priority }]
  })
  return { jobs, failures: config.missingEngine === 'skip' ? new Map() : failures }
}

interface JobsOptions {
  readonly priority: number
  readonly missing?: ReadonlySet<Locale>
  /** What is known of pairs of languages already. */
  readonly pairs?: KnownPairs
}

/** The jobs an article needs, and the languages that none can be put in for. */
export interface NeededJobs {
  readonly jobs: readonly NewJob[]
  readonly failures: ReadonlyMap<Locale, BabelwireError>
}

/** The job that publishes a language of an article; `occasion` is what makes it another than the last. */
export function publishJob(
  article: string,
  locale: Locale | undefined,
  occasion: string,
  priority: number,
): NewJob {
  const data: PublishData = { article, ...(locale === undefined ? {} : { locale }) }
  return {
    lane: publishLane,
    name: [article, ...(locale === undefined ? [] : [locale]), occasion].join(' '),
    data,
    priority,
  }
}
