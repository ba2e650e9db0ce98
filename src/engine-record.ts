import type { Locale } from './model.ts'
import type { Database } from './storage/index.ts'

/** What a store remembers of the engines. */
export interface EngineRecord {
  /** Whether an engine said to translate a pair, while that is still believed. */
  findSupport(engine: string, source: Locale, target: Locale): Promise<boolean | undefined>
  keepSupport(engine: string, source: Locale, target: Locale, supported: boolean): Promise<void>
  /**
   * Names of the glossaries that were used there and not since `idleMs`: no others are this newsroom's
   * to delete.
   */
  glossaries(engine: string, idleMs: number): Promise<readonly string[]>
  keepGlossary(engine: string, name: string): Promise<void>
  dropGlossaries(engine: string, names: readonly string[]): Promise<void>
}

/** How long an engine's word about a language pair is believed, so that a run without work asks nothing. */
const yesBelievedForMs = 24 * 60 * 60 * 1000
/** A no may have been a bad moment. */
const noBelievedForMs = 10 * 60 * 1000

/** The record in a store; a dry run reads it and writes nothing. */
export function openEngineRecord(
  store: Database,
  now: () => Date,
  isReadOnly: boolean = false,
): EngineRecord {
  const database = isReadOnly ? { ...store, batch: async () => {} } : store
  const before = (ms: number): string => new Date(now().getTime() - ms).toISOString()
  return {
    findSupport: async (engine, source, target) => {
      const rows = await database.query(
        `SELECT supported FROM support WHERE engine = $1 AND source = $2 AND target = $3
         AND ((supported = 1 AND at > $4) OR (supported = 0 AND at > $5))`,
        [engine, source, target, before(yesBelievedForMs), before(noBelievedForMs)],
      )
      return rows[0] === undefined ? undefined : rows[0]['supported'] === 1
    },
    keepSupport: (engine, source, target, supported) =>
      database.batch([
        {
          sql: `INSERT INTO support (engine, source, target, supported, at)
                VALUES ($1, $2, $3, $4, $5) ON CONFLICT (engine, source, target) DO UPDATE
                SET supported = excluded.supported, at = excluded.at`,
          params: [engine, source, target, supported ? 1 : 0, now().toISOString()],
        },
      ]),
    glossaries: async (engine, idleMs) => {
      const rows = await database.query(
        'SELECT name FROM engine_glossary WHERE engine = $1 AND at <= $2 ORDER BY at, name',
        [engine, before(idleMs)],
      )
      return rows.map((row) => String(row['name']))
    },
    keepGlossary: (engine, name) =>
      database.batch([
        {
          sql: `INSERT INTO engine_glossary (engine, name, at) VALUES ($1, $2, $3)
                ON CONFLICT (engine, name) DO UPDATE SET at = excluded.at`,
          params: [engine, name, now().toISOString()],
        },
      ]),
    dropGlossaries: (engine, names) =>
      database.batch(
        names.map((name) => ({
          sql: 'DELETE FROM engine_glossary WHERE engine = $1 AND name = $2',
          params: [engine, name],
        })),
      ),
  }
}
