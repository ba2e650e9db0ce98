import type { Database, Row } from '../storage/index.ts'
import type { TaggedText } from '../model.ts'
import { keyText, type MemoryKey } from './key.ts'

/** How a sentence was asked: as it is, with some of its terms locked, or with all of them. */
export type Attempt = 'plain' | 'partly' | 'locked'

/** An answer of an engine, exactly as it came, terms unlocked. */
export interface Remembered {
  readonly key: MemoryKey
  readonly source: TaggedText
  readonly text: TaggedText
  readonly engine: string
  readonly attempt: Attempt
  /** True when a locked term did not come back exactly once. */
  readonly isSpoilt: boolean
}

/** The translation memory: every answer that was ever paid for. */
export interface Memory {
  /** The answers there are, by `keyText`; an answer to another source under the same key is none. */
  recall(
    wanted: readonly { readonly key: MemoryKey; readonly source: TaggedText }[],
  ): Promise<ReadonlyMap<string, Remembered>>
  /** Stores answers in one transaction; a later answer replaces an earlier one. */
  remember(answers: readonly Remembered[]): Promise<void>
}

const select =
  'SELECT source, text, engine, attempt, spoilt FROM memory WHERE source_hash = $1 AND locale = $2 AND variant = $3'

const upsert = `INSERT INTO memory (source_hash, locale, variant, source, text, engine, attempt, spoilt, at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  ON CONFLICT (source_hash, locale, variant) DO UPDATE
  SET source = excluded.source, text = excluded.text, engine = excluded.engine,
      attempt = excluded.attempt, spoilt = excluded.spoilt, at = excluded.at`

/** The memory of a store. */
export function openMemory(database: Database, now: () => Date): Memory {
  return {
    recall: async (wanted) => {
      const found = new Map<string, Remembered>()
      for (const { key, source } of wanted) {
        const rows = await database.query(select, [key.sourceHash, key.locale, key.variant])
        const row = rows[0]
        if (row?.['source'] === source) found.set(keyText(key), toRemembered(key, row))
      }
      return found
    },
    remember: async (answers) => {
      const at = now().toISOString()
      // In key order: random keys write twenty times as many pages.
      const sorted = answers.toSorted((a, b) => (keyText(a.key) < keyText(b.key) ? -1 : 1))
      await database.batch(
        sorted.map(({ key, source, text, engine, attempt, isSpoilt }) => ({
          sql: upsert,
          params: [
            key.sourceHash,
            key.locale,
            key.variant,
            source,
            text,
            engine,
            attempt,
            isSpoilt ? 1 : 0,
            at,
          ],
        })),
      )
    },
  }
}

function toRemembered(key: MemoryKey, row: Row): Remembered {
  return {
    key,
    source: String(row['source']),
    text: String(row['text']),
    engine: String(row['engine']),
    attempt: row['attempt'] as Attempt,
    isSpoilt: row['spoilt'] === 1,
  }
}
