import { readManifest } from '../bundle/index.ts'
import { isSameLanguage } from '../locale.ts'
import type { Services } from '../services.ts'
import type { ArchivedArticle } from './run.ts'
import type { ReadSource } from './sources.ts'

/**
 * The published articles that a changed glossary has to reach although no source gives them any
 * more: an item that left its feed is still read.
 */
export async function archivedArticles(
  read: readonly ReadSource[],
  { archive, chosenGlossary, config, output }: Services,
): Promise<readonly ArchivedArticle[]> {
  if (!chosenGlossary.isUnsettled) return []
  const present = new Set(read.map(({ article }) => article.id))
  return (await archive.articles()).flatMap((article) => {
    const languages = readManifest(output, article.id)?.languages ?? {}
    const targets = config.languages.filter(
      (locale) => languages[locale] !== undefined && !isSameLanguage(locale, article.locale),
    )
    return present.has(article.id) || targets.length === 0 ? [] : [{ article, targets }]
  })
}
