import type { Article, Locale } from '../model.ts'
import type { Database, Row } from '../storage/index.ts'

/** What the store knows of an article that is not withdrawn, without its text. */
export interface StandingArticle {
  readonly id: string
  readonly locale: Locale
  readonly revision: string
  /** IPTC urgency, where its source has one. */
  readonly urgency?: number
  /** The languages it is to have. */
  readonly targets: readonly Locale[]
  /** What each language was last made from and published, by language. */
  readonly published: ReadonlyMap<Locale, string>
  /** What each was last made from, and whether that was handed on to readers or is held for an editor. */
  readonly made: ReadonlyMap<Locale, { readonly input: string; readonly isPublished: boolean }>
}

/** What comes with an article and is not its text. */
export interface ArticleOrigin {
  /** The source it came from, as the configuration has it. */
  readonly origin: string
  readonly urgency?: number
  readonly targets: readonly Locale[]
}

/** Looks over all articles of a site at once. */
export interface Standing {
  /** All articles that are not withdrawn, or those with these ids. */
  list(ids?: readonly string[]): Promise<readonly StandingArticle[]>
  /** When an article was last taken in, ISO 8601. */
  seen(article: string): Promise<string | undefined>
  /** Notes where an article comes from. */
  note(article: string, origin: ArticleOrigin): Promise<void>
}

/** Rows of an earlier Babelwire have their language in the document alone. */
async function fillLocales(database: Database, site: string): Promise<void> {
  const rows = await database.query(
    'SELECT id, document FROM article WHERE site = $1 AND locale IS NULL',
    [site],
  )
  await database.batch(
    rows.map((row) => ({
      sql: 'UPDATE article SET locale = $3 WHERE site = $1 AND id = $2',
      params: [site, String(row['id']), (JSON.parse(String(row['document'])) as Article).locale],
    })),
  )
}

/** The articles of one site in a store. */
export function openStanding(database: Database, site: string): Standing {
  const byArticle = async <T>(
    columns: string,
    only: string,
    ids: readonly string[],
    read: (row: Row) => T,
  ): Promise<ReadonlyMap<string, Map<Locale, T>>> => {
    const rows = await database.query(
      `SELECT article, locale, input, ${columns} WHERE site = $1${only.replace('id', 'article')}`,
      [site, ...ids],
    )
    const found = new Map<string, Map<Locale, T>>()
    for (const row of rows) {
      const known = found.get(String(row['article'])) ?? new Map<Locale, T>()
      found.set(String(row['article']), known.set(String(row['locale']), read(row)))
    }
    return found
  }
  return {
    list: async (ids) => {
      const only =
        ids === undefined ? '' : ` AND id IN (${ids.map((_, i) => `$${i + 2}`).join(', ')})`
      if (ids?.length === 0) return []
      await fillLocales(database, site)
      const rows = await database.query(
        `SELECT id, locale, revision, urgency, targets FROM article
         WHERE site = $1 AND withdrawn IS NULL AND locale IS NOT NULL${only}`,
        [site, ...(ids ?? [])],
      )
      const inputOf = (row: Row): string => String(row['input'])
      const published = await byArticle('output FROM localized', only, ids ?? [], inputOf)
      const made = await byArticle(
        "CASE WHEN assembled = '' THEN 1 ELSE 0 END AS published FROM edition",
        only,
        ids ?? [],
        (row) => ({ input: inputOf(row), isPublished: row['published'] === 1 }),
      )
      return rows.map((row) => {
        const id = String(row['id'])
        const last = published.get(id) ?? new Map<Locale, string>()
        return {
          id,
          locale: String(row['locale']),
          revision: String(row['revision']),
          ...(row['urgency'] === null ? {} : { urgency: Number(row['urgency']) }),
          // One that only runs have made stays in the languages they made.
          targets:
            row['targets'] === null
              ? [...last.keys()]
              : String(row['targets']).split(' ').filter(Boolean),
          published: last,
          made: made.get(id) ?? new Map(),
        }
      })
    },
    seen: async (article) => {
      const [row] = await database.query('SELECT seen FROM article WHERE site = $1 AND id = $2', [
        site,
        article,
      ])
      return row === undefined ? undefined : String(row['seen'])
    },
    note: (article, { origin, urgency, targets }) =>
      database.batch([
        {
          sql: `UPDATE article SET origin = $3, urgency = $4, targets = $5 WHERE site = $1 AND id = $2`,
          params: [site, article, origin, urgency ?? null, targets.join(' ')],
        },
      ]),
  }
}
