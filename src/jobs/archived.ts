import { readManifest } from '../bundle/index.ts'
import { isSameLanguage } from '../locale.ts'
import type { Services } from '../services.ts'
import type { ArchivedArticle } from './run.ts'
import type { ReadSource } from './sources.ts'

/**
 * The articles that no source gives any more and that a run has to make all the same: one that an
 * editor restored, and, when the glossary changed, all that are published: an item that left its feed
 * is still read.
 */
export async function archivedArticles(
  read: readonly ReadSource[],
  { archive, chosenGlossary, config, output }: Services,
): Promise<readonly ArchivedArticle[]> {
  const present = new Set(read.map(({ article }) => article.id))
  const withdrawn = await archive.withdrawals()
  const absent = (await archive.ids()).filter((id) => !present.has(id) && !withdrawn.has(id))
  const found: ArchivedArticle[] = []
  for (const id of absent) {
    const manifest = readManifest(output, id)
    const isRestored = manifest?.withdrawn !== undefined
    if (manifest === undefined || (!isRestored && !chosenGlossary.isUnsettled)) continue
    const article = await archive.article(id)
    const targets = config.languages.filter(
      (locale) =>
        !isSameLanguage(locale, manifest.source) &&
        (isRestored || manifest.languages[locale] !== undefined),
    )
    if (article !== undefined && targets.length > 0) found.push({ article, targets })
  }
  return found
}
