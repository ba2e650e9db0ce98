import type { Withdrawal } from '../archive/index.ts'
import { isStillServed, readManifest } from '../bundle/index.ts'
import { indexedLanguages } from '../config.ts'
import { BabelwireError } from '../errors.ts'
import { restoreArticle, withdrawArticle } from '../pipeline/withdraw-article.ts'
import type { Services } from '../services.ts'
import type { FailedSource, ReadSource } from './read-source.ts'

/** What became of an article that is withdrawn, was, or would be. */
export interface WithdrawalEvent {
  readonly kind: 'withdrawn' | 'restored' | 'kept back'
  readonly article: string
  readonly reason: string
}

interface Followed {
  /** The sources whose articles are to be published. */
  readonly standing: readonly ReadSource[]
  readonly events: readonly WithdrawalEvent[]
  /** Articles that could not be taken away whole. */
  readonly failed: readonly FailedSource[]
}

/**
 * Follows what sources say of their articles: one that is canceled or withheld is taken away in
 * every language; one that its source publishes again comes back; what an editor withdrew stays away.
 * Of every withdrawn article it looks whether something is left, or came back with a copy of the folder.
 */
export async function followStatus(
  read: readonly ReadSource[],
  services: Services,
): Promise<Followed> {
  const { archive, clock, config, isDryRun, output } = services
  const withdrawals = await archive.withdrawals()
  const known = new Set(await archive.ids())
  const languages = indexedLanguages(config)
  const standing: ReadSource[] = []
  const events: WithdrawalEvent[] = []
  const failed: FailedSource[] = []
  const takeAway = async (id: string, withdrawal: Withdrawal): Promise<void> => {
    if (isDryRun) return
    try {
      await withdrawArticle(id, withdrawal, services, languages)
    } catch (error) {
      if (!(error instanceof BabelwireError)) throw error
      failed.push({ name: id, error })
    }
  }
  for (const source of read) {
    const { id } = source.article
    const withdrawal = withdrawals.get(id)
    // A store that is new knows of an editor's withdrawal by the tombstone alone.
    const manifest = known.has(id) && !isTakenBack(source) ? undefined : readManifest(output, id)
    const tombstone = known.has(id) ? undefined : manifest?.withdrawn
    if (isTakenBack(source)) {
      const isPublished = known.has(id) || (manifest !== undefined && tombstone === undefined)
      if (!isPublished || withdrawal !== undefined) continue
      const reason = `${source.status} by its source`
      events.push({ kind: 'withdrawn', article: id, reason })
      await takeAway(id, { at: clock.now().toISOString(), reason, by: 'source' })
    } else if (withdrawal?.by === 'editor' || tombstone !== undefined) {
      const reason = withdrawal?.reason ?? tombstone?.reason ?? ''
      events.push({ kind: 'kept back', article: id, reason })
    } else {
      standing.push(source)
      if (withdrawal === undefined) continue
      events.push({ kind: 'restored', article: id, reason: 'published again by its source' })
      if (!isDryRun) await restoreArticle(id, services)
    }
  }
  for (const [id, withdrawal] of await archive.withdrawals()) {
    if (isStillServed(output, id)) await takeAway(id, withdrawal)
  }
  return { standing, events, failed }
}

function isTakenBack({ status }: ReadSource): boolean {
  return status === 'canceled' || status === 'withheld'
}
