import type { Article, Significance } from '../model.ts'
import type { Database } from '../storage/index.ts'
import { alignBlocks } from './align.ts'
import { diffRevisions } from './revision-diff.ts'
import { significanceOf } from './significance.ts'

/** The last revision of every article, and what was made of it per language. */
export interface Archive {
  /** The article with the block keys of its last revision; stores nothing. */
  align(article: Article): Promise<Aligned>
  /** Makes a revision the last one. */
  keep(aligned: Aligned): Promise<void>
  /** The last revision of all articles, by id. */
  articles(): Promise<readonly Article[]>
  /** The last revision of an article. */
  article(id: string): Promise<Article | undefined>
  /** The last revision, the one before it and the weight of the change; nothing for an unknown article. */
  life(article: string): Promise<ArticleLife | undefined>
  /** The articles that must not be read any more. */
  withdrawals(): Promise<ReadonlyMap<string, Withdrawal>>
  isWithdrawn(article: string): Promise<boolean>
  /** Takes an article away, or gives it back where `withdrawal` is nothing. */
  withdraw(article: string, withdrawal: Withdrawal | undefined): Promise<void>
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
  /** The last revision, where this is another. */
  readonly previous?: Article
  /** The revision before this one, which `significance` compares it with. */
  readonly previousRevision?: string
  /** How much this revision changes, by itself or as its source says. */
  readonly significance?: Significance
}

/** That an article must not be read any more. */
export interface Withdrawal {
  /** ISO 8601. */
  readonly at: string
  readonly reason: string
  /** A source takes its article back by publishing it again; an editor's word stands. */
  readonly by: 'editor' | 'source'
  /** What people had reviewed, to be put back when the article is: its languages with their bundles. */
  readonly reviewed?: string
}

/** The last revision of an article and the one before it. */
export interface ArticleLife {
  readonly article: Article
  readonly previous?: Article
  readonly significance?: Significance
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
        `SELECT revision, next_block, document, previous_revision, significance
         FROM article WHERE site = $1 AND id = $2`,
        [site, article.id],
      )
      const row = rows[0]
      const previous = row === undefined ? undefined : documentOf(row['document'])
      const isKnown = row?.['revision'] === article.revision
      const nextBlock = Number(row?.['next_block'] ?? 1)
      if (isKnown && previous !== undefined) {
        return {
          article: { ...article, blocks: previous.blocks },
          nextBlock,
          isKnown,
          ...changeOf(row?.['previous_revision'], row?.['significance']),
        }
      }
      const last = previous?.blocks ?? []
      const { blocks, nextFree } = alignBlocks(last, article.blocks, nextBlock)
      const aligned = { article: { ...article, blocks }, nextBlock: nextFree, isKnown }
      if (previous === undefined) return aligned
      const significance =
        article.significance ??
        significanceOf(diffRevisions(last, blocks), { blocks, locale: article.locale })
      return { ...aligned, previous, previousRevision: previous.revision, significance }
    },
    keep: async ({ article, nextBlock, previous, previousRevision, significance }) => {
      await database.batch([
        {
          sql: `INSERT INTO article (site, id, revision, next_block, document, seen, previous,
                                     previous_revision, significance, locale)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                ON CONFLICT (site, id) DO UPDATE SET revision = excluded.revision,
                locale = excluded.locale,
                next_block = excluded.next_block, document = excluded.document, seen = excluded.seen,
                previous = COALESCE(excluded.previous, article.previous),
                previous_revision = COALESCE(excluded.previous_revision, article.previous_revision),
                significance = COALESCE(excluded.significance, article.significance)`,
          params: [
            site,
            article.id,
            article.revision,
            nextBlock,
            JSON.stringify(article),
            now().toISOString(),
            previous === undefined ? null : JSON.stringify(previous),
            previousRevision ?? null,
            significance ?? null,
            article.locale,
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
    article: async (id) => {
      const rows = await database.query(
        'SELECT document FROM article WHERE site = $1 AND id = $2',
        [site, id],
      )
      return documentOf(rows[0]?.['document'])
    },
    life: async (article) => {
      const rows = await database.query(
        'SELECT document, previous, significance FROM article WHERE site = $1 AND id = $2',
        [site, article],
      )
      const row = rows[0]
      const last = documentOf(row?.['document'])
      if (row === undefined || last === undefined) return undefined
      const previous = documentOf(row['previous'])
      const significance = row['significance'] as Significance | null
      return {
        article: last,
        ...(previous === undefined ? {} : { previous }),
        ...(significance === null ? {} : { significance }),
      }
    },
    withdrawals: async () => {
      const rows = await database.query(
        'SELECT id, withdrawn FROM article WHERE site = $1 AND withdrawn IS NOT NULL',
        [site],
      )
      return new Map(
        rows.flatMap((row) => {
          const withdrawal = documentOf<Withdrawal>(row['withdrawn'])
          return withdrawal === undefined ? [] : [[String(row['id']), withdrawal] as const]
        }),
      )
    },
    isWithdrawn: async (article) => {
      const rows = await database.query(
        'SELECT id FROM article WHERE site = $1 AND id = $2 AND withdrawn IS NOT NULL',
        [site, article],
      )
      return rows.length > 0
    },
    withdraw: (article, withdrawal) =>
      database.batch([
        {
          sql: 'UPDATE article SET withdrawn = $3 WHERE site = $1 AND id = $2',
          params: [site, article, withdrawal === undefined ? null : JSON.stringify(withdrawal)],
        },
      ]),
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

function documentOf<T = Article>(value: string | number | null | undefined): T | undefined {
  return typeof value === 'string' ? (JSON.parse(value) as T) : undefined
}

function changeOf(
  previousRevision: string | number | null | undefined,
  significance: string | number | null | undefined,
): Pick<Aligned, 'previousRevision' | 'significance'> {
  if (typeof previousRevision !== 'string' || typeof significance !== 'string') return {}
  return { previousRevision, significance: significance as Significance }
}
