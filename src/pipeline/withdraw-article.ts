import type { Withdrawal } from '../archive/index.ts'
import {
  packReviewed,
  readManifest,
  restoreReviewed,
  updateIndex,
  withdraw,
} from '../bundle/index.ts'
import { BabelwireError } from '../errors.ts'
import type { Locale } from '../model.ts'
import type { LocalizeServices } from './services.ts'

/**
 * Takes an article away in every language and out of the index. The archive is told first: whatever
 * happens then, no run publishes it again, and each looks whether something of it is left. An article
 * that only a manifest knows, since the store is new, is held back by its tombstone.
 * @throws {BabelwireError} `usage` for an article that is not known, `storage` when a bundle could not
 * be removed; all others are gone then.
 */
export async function withdrawArticle(
  id: string,
  withdrawal: Withdrawal,
  { archive, output }: Pick<LocalizeServices, 'archive' | 'output'>,
  languages: readonly Locale[],
): Promise<void> {
  const manifest = readManifest(output, id)
  const known =
    (await archive.article(id)) ??
    (manifest === undefined ? undefined : { ...manifest, locale: manifest.source })
  if (known === undefined) {
    throw new BabelwireError('usage', `there is no article "${id}"`, {
      mend: '"babelwire status" lists all.',
    })
  }
  // Looked at again, there is nothing left to keep: what was kept first stays.
  const reviewed = (await archive.withdrawals()).get(id)?.reviewed ?? packReviewed(output, id)
  await archive.withdraw(id, { ...withdrawal, ...(reviewed === undefined ? {} : { reviewed }) })
  const { at, reason } = withdrawal
  const taken = await withdraw(output, known, { at, reason })
  await updateIndex(output, languages, [taken.manifest])
  if (taken.failure !== undefined) throw taken.failure
}

/** Lets runs publish an article again; what people had reviewed of it is put back. */
export async function restoreArticle(
  id: string,
  { archive, output }: Pick<LocalizeServices, 'archive' | 'output'>,
): Promise<void> {
  const reviewed = (await archive.withdrawals()).get(id)?.reviewed
  if (reviewed !== undefined) await restoreReviewed(output, id, reviewed)
  await archive.withdraw(id, undefined)
}
