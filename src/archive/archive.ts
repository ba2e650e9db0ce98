import type { Article } from '../model.ts'
import type { Database } from '../storage/index.ts'
import { alignBlocks } from './align.ts'

/** The last revision of every article, and what was made of it per language. */
export interface Archive {
  /** The article with the block keys of its last revision; stores nothing. */
  align(article: Article): Promise<Aligned>
  /** Makes a revision the last one. */
  keep(aligned: Aligned): Promise<void>
  /** The last revision of all articles, by id. */
  articles(): Promise<readonly Article[]>
  /** The ids of all articles: their documents are large. */
  ids(): Promise<readonly string[]>
  /** How a language of an article was last made, if it was. */
  localized(article: string): Promise<ReadonlyMap<string, Localized>>
  keepLocalized(article: string, locale: string, localized: Localized): Promise<void>
}

export interface Aligned {
  readonly article: Article
  /** First block number that was never used. */
  readonly nextBlock: number
  /** True when the archive already has just this revision. */
  readonly isKnown: boolean
}

/** What went into a language of an article, and what came out. */
export interface Localized {
  /** Hash over all that decides the result: revision, glossary, engine profile, rules. */
  readonly input: string
  /** Hash of the bundle on disk; empty when the language is not live. */
  readonly output: string
  /** The numbers of the report, as JSON. */
  readonly report: string
}

/** The archive of one site in a store; `site` tells apart the output folders that share a memory. */
export function openArchive(database: Database, site: string, now: () => Date): Archive {
  return {
    align: async (article) => {
      const rows = await database.query(
        'SELECT revision, next_block, document FROM article WHERE site = $1 AND id = $2',
        [site, article.id],
      )
      const row = rows[0]
      const previous =
        row === undefined ? [] : (JSON.parse(String(row['document'])) as Article).blocks
      const isKnown = row?.['revision'] === article.revision
      const nextBlock = Number(row?.['next_block'] ?? 1)
      if (isKnown) return { article: { ...article, blocks: previous }, nextBlock, isKnown }
      const { blocks, nextFree } = alignBlocks(previous, article.blocks, nextBlock)
      return { article: { ...article, blocks }, nextBlock: nextFree, isKnown }
    },
    keep: async ({ article, nextBlock }) => {
      await database.batch([
        {
          sql: `INSERT INTO article (site, id, revision, next_block, document, seen)
                VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (site, id) DO UPDATE SET revision = excluded.revision,
                next_block = excluded.next_block, document = excluded.document, seen = excluded.seen`,
          params: [
            site,
            article.id,
            article.revision,
            nextBlock,
            JSON.stringify(article),
            now().toISOString(),
          ],
        },
      ])
    },
    articles: async () => {
      const rows = await database.query(
        'SELECT document FROM article WHERE site = $1 ORDER BY id',
        [site],
      )
      return rows.map((row) => JSON.parse(String(row['document'])) as Article)
    },
    ids: async () => {
      const rows = await database.query('SELECT id FROM article WHERE site = $1 ORDER BY id', [
        site,
      ])
      return rows.map((row) => String(row['id']))
    },
    localized: async (article) => {
      const rows = await database.query(
        'SELECT locale, input, output, report FROM localized WHERE site = $1 AND article = $2',
        [site, article],
      )
      return new Map(
        rows.map((row) => [
          String(row['locale']),
          {
            input: String(row['input']),
            output: String(row['output']),
            report: String(row['report']),
          },
        ]),
      )
    },
    keepLocalized: async (article, locale, { input, output, report }) => {
      await database.batch([
        {
          sql: `INSERT INTO localized (site, article, locale, input, output, report)
                VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (site, article, locale) DO UPDATE
                SET input = excluded.input, output = excluded.output, report = excluded.report`,
          params: [site, article, locale, input, output, report],
        },
      ])
    },
  }
}
