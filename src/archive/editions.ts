import type { Locale } from '../model.ts'
import type { Database } from '../storage/index.ts'

/** A language of an article that was made and waits to be published, or was. */
export interface MadeEdition {
  /** Hash of what it was made from. */
  readonly input: string
  /** What is to be published, as JSON; empty when that is done. */
  readonly assembled: string
  /** Segments that wait for an editor. */
  readonly held: number
}

/** What workers made for whoever publishes: they need not share a file system. */
export interface Editions {
  of(article: string): Promise<ReadonlyMap<Locale, MadeEdition>>
  keep(article: string, locale: Locale, edition: MadeEdition): Promise<void>
  /** Forgets what was published, but not that it was made. */
  settle(article: string, locales: readonly Locale[]): Promise<void>
  /** Segments of all articles that wait for an editor. */
  held(): Promise<number>
}

/** The editions of one site in a store. */
export function openEditions(database: Database, site: string, now: () => Date): Editions {
  return {
    of: async (article) => {
      const rows = await database.query(
        'SELECT locale, input, assembled, held FROM edition WHERE site = $1 AND article = $2',
        [site, article],
      )
      return new Map(
        rows.map((row) => [
          String(row['locale']),
          {
            input: String(row['input']),
            assembled: String(row['assembled']),
            held: Number(row['held']),
          },
        ]),
      )
    },
    keep: (article, locale, { input, assembled, held }) =>
      database.batch([
        {
          sql: `INSERT INTO edition (site, article, locale, input, assembled, held, at)
                VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (site, article, locale) DO UPDATE
                SET input = excluded.input, assembled = excluded.assembled,
                held = excluded.held, at = excluded.at`,
          params: [site, article, locale, input, assembled, held, now().toISOString()],
        },
      ]),
    held: async () => {
      const rows = await database.query('SELECT SUM(held) AS held FROM edition WHERE site = $1', [
        site,
      ])
      return Number(rows[0]?.['held'] ?? 0)
    },
    settle: (article, locales) =>
      database.batch(
        locales.map((locale) => ({
          sql: `UPDATE edition SET assembled = '' WHERE site = $1 AND article = $2 AND locale = $3`,
          params: [site, article, locale],
        })),
      ),
  }
}
