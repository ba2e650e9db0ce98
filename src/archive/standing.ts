import type { Article, Locale } from '../model.ts'
import type { Database, Parameter, Row } from '../storage/index.ts'

/** What readers have of an article that is not withdrawn. */
export interface PublishedArticle {
  readonly id: string
  readonly locale: Locale
  readonly revision: string
  /** IPTC urgency, where its source has one. */
  readonly urgency?: number
  /** The languages it is to have. */
  readonly targets: readonly Locale[]
  /** What each language was last made from and published, by language. */
  readonly published: ReadonlyMap<Locale, string>
  /** Those of them that left no bundle, since all of them waits for an editor. */
  readonly withoutBundle: ReadonlySet<Locale>
}

/** What the store knows of an article that is not withdrawn, without its text. */
export interface StandingArticle extends PublishedArticle {
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
  /** All articles that are not withdrawn, by id, in pages that stay small in memory. */
  pages(): AsyncIterable<readonly PublishedArticle[]>
  /** Those with these ids. */
  list(ids: readonly string[]): Promise<readonly StandingArticle[]>
  /** When an article was last taken in, ISO 8601. */
  seen(article: string): Promise<string | undefined>
  /** Notes where an article comes from. */
  note(article: string, origin: ArticleOrigin): Promise<void>
}

/** With 40 languages 10,000 rows are read at once: some 20 ms in which nothing else is done. */
const pageSize = 250

const articleSql = `SELECT id, locale, revision, urgency, targets FROM article
  WHERE site = $1 AND withdrawn IS NULL AND locale IS NOT NULL`

/** A row for each article, not for each of its languages: forty times as many take five times as long. */
const publishedSql = `SELECT article,
  string_agg(locale || ' ' || input || CASE WHEN output = '' THEN ' -' ELSE ' +' END, ' ') AS languages
  FROM localized WHERE site = $1`

/** The articles of one site in a store. */
export function openStanding(database: Database, site: string): Standing {
  let filled: Promise<void> | undefined
  const fill = (): Promise<void> => {
    filled ??= fillLocales(database, site)
    filled.catch(() => (filled = undefined))
    return filled
  }
  const publishedOf = async (
    rows: readonly Row[],
    which: string,
    params: readonly Parameter[],
  ): Promise<readonly PublishedArticle[]> => {
    const sql = `${publishedSql} AND ${which} GROUP BY article`
    const languages = new Map(
      (await database.query(sql, [site, ...params])).map((row) => [
        String(row['article']),
        String(row['languages']),
      ]),
    )
    return rows.map((row) => publishedArticle(row, languages.get(String(row['id']))))
  }
  return {
    async *pages() {
      await fill()
      for (let after: string | undefined = ''; after !== undefined;) {
        const rows = await database.query(
          `${articleSql} AND id > $2 ORDER BY id LIMIT ${pageSize}`,
          [site, after],
        )
        const [first, last] = [rows[0]?.['id'], rows.at(-1)?.['id']]
        if (first === undefined || last === undefined) return
        yield await publishedOf(rows, 'article >= $2 AND article <= $3', [first, last])
        after = rows.length < pageSize ? undefined : String(last)
      }
    },
    list: async (ids) => {
      if (ids.length === 0) return []
      await fill()
      const places = ids.map((_, i) => `$${i + 2}`).join(', ')
      const rows = await database.query(`${articleSql} AND id IN (${places})`, [site, ...ids])
      const articles = await publishedOf(rows, `article IN (${places})`, ids)
      const made = await database.query(
        `SELECT article, locale, input, CASE WHEN assembled = '' THEN 1 ELSE 0 END AS published
         FROM edition WHERE site = $1 AND article IN (${places})`,
        [site, ...ids],
      )
      const byArticle = Map.groupBy(made, (row) => String(row['article']))
      return articles.map((article) => ({
        ...article,
        made: new Map(
          (byArticle.get(article.id) ?? []).map((row) => [
            String(row['locale']),
            { input: String(row['input']), isPublished: row['published'] === 1 },
          ]),
        ),
      }))
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

function publishedArticle(row: Row, languages: string | undefined): PublishedArticle {
  const published = new Map<Locale, string>()
  const withoutBundle = new Set<Locale>()
  const words = languages?.split(' ') ?? []
  for (let at = 0; at + 2 < words.length; at += 3) {
    const [locale = '', input = '', bundle = ''] = words.slice(at, at + 3)
    published.set(locale, input)
    if (bundle === '-') withoutBundle.add(locale)
  }
  return {
    id: String(row['id']),
    locale: String(row['locale']),
    revision: String(row['revision']),
    ...(row['urgency'] === null ? {} : { urgency: Number(row['urgency']) }),
    // One that only runs have made stays in the languages they made.
    targets:
      row['targets'] === null
        ? [...published.keys()]
        : String(row['targets']).split(' ').filter(Boolean),
    published,
    withoutBundle,
  }
}
