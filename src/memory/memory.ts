import type { Database, Row, Statement } from '../storage/index.ts'
import type { TaggedText } from '../model.ts'
import { foldQuotes } from '../quote-marks.ts'
import { keyText, type MemoryKey } from './key.ts'

/** How a sentence was asked: as it is, with some of its terms locked, or with all of them. */
export type Attempt = 'plain' | 'partly' | 'locked'

/** An answer of an engine as it came, terms unlocked. */
export interface Remembered {
  readonly key: MemoryKey
  readonly source: TaggedText
  readonly text: TaggedText
  readonly engine: string
  readonly attempt: Attempt
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

/**
 * How many sentences are asked for at once, by the fewest statements that serve: one by one each costs a
 * round trip, and the rows of many take memory.
 */
const groupSizes = [1, 10, 50] as const
const largestGroup = 50

const selects: ReadonlyMap<number, string> = new Map(
  groupSizes.map((size) => [
    size,
    `SELECT source_hash, locale, variant, source, text, engine, attempt FROM memory
     WHERE source_hash IN (${Array.from({ length: size }, (_, i) => `$${i + 1}`).join(', ')})`,
  ]),
)

const upserts: ReadonlyMap<number, string> = new Map(
  groupSizes.map((size) => [
    size,
    `INSERT INTO memory (source_hash, locale, variant, source, text, engine, attempt, at)
     VALUES ${Array.from({ length: size }, (_, row) => placesOf(row)).join(', ')}
     ON CONFLICT (source_hash, locale, variant) DO UPDATE
     SET source = excluded.source, text = excluded.text, engine = excluded.engine,
         attempt = excluded.attempt, at = excluded.at`,
  ]),
)

/** The places of the values of a row: `($9, $10, …)`. */
function placesOf(row: number): string {
  return `(${Array.from({ length: 8 }, (_, column) => `$${row * 8 + column + 1}`).join(', ')})`
}

/** The memory of a store. */
export function openMemory(database: Database, now: () => Date): Memory {
  return {
    recall: async (wanted) => {
      const found = new Map<string, Remembered>()
      // All languages of a sentence lie together, so they are read together.
      const bySource = Map.groupBy(wanted, ({ key }) => key.sourceHash)
      const hashes = [...bySource.keys()]
      for (let from = 0; from < hashes.length; from += largestGroup) {
        const group = hashes.slice(from, from + largestGroup)
        const size = groupSizes.find((one) => one >= group.length) ?? largestGroup
        const rows = await database.query(selects.get(size) ?? '', padded(group, size))
        const rowsBySource = Map.groupBy(rows, (row) => row['source_hash'])
        for (const hash of group) {
          for (const { key, source } of bySource.get(hash) ?? []) {
            const row = rowsBySource
              .get(hash)
              ?.find(
                (one) =>
                  one['locale'] === key.locale &&
                  one['variant'] === key.variant &&
                  foldQuotes(String(one['source'])) === foldQuotes(source),
              )
            if (row !== undefined) found.set(keyText(key), toRemembered(key, row))
          }
        }
      }
      return found
    },
    remember: (answers) => {
      const at = now().toISOString()
      // In key order: rows that lie together are written together. Of two answers to one sentence the
      // later one is kept: a statement cannot write a row twice.
      const rows = [...new Map(answers.map((answer) => [keyText(answer.key), answer]))]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { key, source, text, engine, attempt }]) => [
          ...[key.sourceHash, key.locale, key.variant, source, text, engine, attempt, at],
        ])
      const statements: Statement[] = []
      while (rows.length > 0) {
        const size = groupSizes.findLast((one) => one <= rows.length) ?? 1
        statements.push({ sql: upserts.get(size) ?? '', params: rows.splice(0, size).flat() })
      }
      return database.batch(statements)
    },
  }
}

/** A group filled up to the size of its statement. */
function padded(hashes: readonly string[], size: number): readonly string[] {
  return Array.from({ length: size }, (_, i) => hashes[i] ?? hashes[0] ?? '')
}

function toRemembered(key: MemoryKey, row: Row): Remembered {
  return {
    key,
    source: String(row['source']),
    text: String(row['text']),
    engine: String(row['engine']),
    attempt: row['attempt'] as Attempt,
  }
}
