import { updateIndex, type Manifest } from '../bundle/index.ts'
import { withdrawArticle } from '../pipeline/withdraw-article.ts'
import type { Services } from '../services.ts'
import type { ReadSource } from './sources.ts'

/** What became of an article that is withdrawn, was, or would be. */
export interface WithdrawalEvent {
  readonly kind: 'withdrawn' | 'restored' | 'kept back'
  readonly article: string
  readonly reason: string
}

/**
 * Follows what sources say of their articles: one that is canceled or withheld is taken away in
 * every language; one that its source publishes again comes back; what an editor withdrew stays away.
 */
export async function followStatus(
  read: readonly ReadSource[],
  services: Services,
): Promise<{
  readonly standing: readonly ReadSource[]
  readonly events: readonly WithdrawalEvent[]
}> {
  const { archive, clock, config, isDryRun, output } = services
  const withdrawals = await archive.withdrawals()
  const known = read.some(isTakenBack) ? new Set(await archive.ids()) : new Set<string>()
  const standing: ReadSource[] = []
  const events: WithdrawalEvent[] = []
  const manifests: Manifest[] = []
  for (const source of read) {
    const { id } = source.article
    const withdrawal = withdrawals.get(id)
    if (isTakenBack(source)) {
      const reason = `${source.status} by its source`
      if (!known.has(id) || withdrawal !== undefined) continue
      events.push({ kind: 'withdrawn', article: id, reason })
      if (isDryRun) continue
      const at = clock.now().toISOString()
      manifests.push(await withdrawArticle(id, { at, reason, by: 'source' }, services))
    } else if (withdrawal?.by === 'editor') {
      events.push({ kind: 'kept back', article: id, reason: withdrawal.reason })
    } else {
      standing.push(source)
      if (withdrawal === undefined) continue
      events.push({ kind: 'restored', article: id, reason: 'published again by its source' })
      if (!isDryRun) await archive.withdraw(id, undefined)
    }
  }
  if (manifests.length > 0) {
    await updateIndex(output, [...new Set([config.source, ...config.siteLanguages])], manifests)
  }
  return { standing, events }
}

function isTakenBack({ status }: ReadSource): boolean {
  return status === 'canceled' || status === 'withheld'
}
