import path from 'node:path'
import { openArchive } from '../archive/index.ts'
import { articleIdPattern } from '../bundle/index.ts'
import { siteOf, type Config } from '../config.ts'
import { BabelwireError } from '../errors.ts'
import { canonicalLocale } from '../locale.ts'
import type { Entity } from '../model.ts'
import { isStoreThere, openStore } from '../storage/index.ts'
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
  { env, folder }: Context,
  from?: string,
): Promise<SuggestSources> {
  const entities = await archivedEntities(config, env)
  const articles = new Map<string, StoryArticle>(
    publishedTexts(config.output).map((article) => [
      article.id,
      { ...article, entities: entities.get(article.id) ?? [] },
    ]),
  )
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

/** The names that source formats marked in articles that runs have read, by article. */
async function archivedEntities(
  config: Config,
  env: Context['env'],
): Promise<ReadonlyMap<string, readonly Entity[]>> {
  if (!isStoreThere(config.store, env)) return new Map()
  const database = await openStore(config.store, env)
  try {
    const all = await openArchive(database, siteOf(config), () => new Date()).articles()
    return new Map(
      all.flatMap(({ id, entities }) => (entities === undefined ? [] : [[id, entities]])),
    )
  } finally {
    await database.close()
  }
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
