import type { NotifiedEvent } from '../config.ts'
import { hashTuple } from '../hash.ts'

/** What happened, as a receiver gets it. */
export type Notification = {
  /** The same for each try and each receiver of one event: whoever has it already drops it. */
  readonly id: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly event: NotifiedEvent
  /** The output folder, as the store names it. */
  readonly site?: string
  readonly article?: string
  readonly locale?: string
  readonly revision?: string
  /** Of the language: `machine`, `held`, `reviewed`, `failed`. */
  readonly state?: string
  /** Plain text, in the language of `locale` or of the article. */
  readonly title?: string
  /** Why, for a person to read. */
  readonly reason?: string
  readonly engine?: string
  /** Where the article stands at its source. */
  readonly url?: string
  /** In units of `currency`. */
  readonly cost?: number
  readonly currency?: string
}

/**
 * A notification under the id of its event. `occasion` tells it from another of this event about
 * the same thing: the revision of an article, the day of a limit, the id of a job.
 */
export function createNotification(
  fields: Omit<Notification, 'id'>,
  occasion: string,
): Notification {
  const { event, site, article, locale, engine } = fields
  const id = hashTuple('notification', event, site, article, locale, engine, occasion).slice(0, 32)
  return { id, ...fields }
}
