import path from 'node:path'
import { articleIdPattern } from '../bundle/index.ts'
import type { Config } from '../config.ts'
import { BabelwireError } from '../errors.ts'
import { canonicalLocale } from '../locale.ts'
import { expandSources, readSources } from '../jobs/sources.ts'
import {
  publishedText,
  publishedTexts,
  unpublishedText,
  type StoryArticle,
} from '../story/index.ts'
import type { Context } from './context.ts'

/** The articles names are looked for in, and what else is published. */
export interface SuggestSources {
  readonly articles: readonly StoryArticle[]
  /** Ids of the articles asked for; absent when all are meant. */
  readonly wanted?: ReadonlySet<string>
}

/**
 * Everything published, with the articles named: ids of published ones, or files.
 * @throws {BabelwireError} `usage` or `input` for one that is neither.
 */
export async function suggestSources(
  names: readonly string[],
  config: Config,
  { folder }: Context,
  from?: string,
): Promise<SuggestSources> {
  const articles = new Map(publishedTexts(config.output).map((article) => [article.id, article]))
  if (names.length === 0) return { articles: [...articles.values()] }
  const wanted = new Set<string>()
  for (const name of names) {
    if (articleIdPattern.test(name) && publishedText(config.output, name) !== undefined) {
      wanted.add(name)
      continue
    }
    const paths = expandSources([path.resolve(folder, name)])
    const { read, failed } = await readSources(paths, {
      locale: config.source,
      root: folder,
      ...(from === undefined ? {} : { from: canonicalLocale(from) }),
    })
    const [failure] = failed
    if (failure !== undefined) throw notFound(name, failure.error)
    for (const { article } of read) {
      wanted.add(article.id)
      articles.set(
        article.id,
        withTargets(unpublishedText(article, article.entities ?? []), articles.get(article.id)),
      )
    }
  }
  return { articles: [...articles.values()], wanted }
}

/** An article from its file, with the translations of the blocks that are published as they stand in it. */
function withTargets(article: StoryArticle, published: StoryArticle | undefined): StoryArticle {
  const targets = new Map(published?.blocks.map((block) => [block.text, block.targets]))
  return {
    ...article,
    blocks: article.blocks.map((block) => ({
      ...block,
      targets: targets.get(block.text) ?? block.targets,
    })),
  }
}

function notFound(name: string, error: BabelwireError): BabelwireError {
  if (!/no such file/.test(error.message)) return error
  return new BabelwireError('usage', `"${name}" is neither a published article nor a file`, {
    mend: 'Give an id from locales/articles, or the path of an article; nothing means all published ones.',
  })
}
