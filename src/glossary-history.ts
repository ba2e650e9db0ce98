import type { Database, Row } from './storage/index.ts'

/** A glossary that runs worked with. */
export interface GlossaryVersion {
  /** Hash of the text. */
  readonly hash: string
  /** When a run last worked with it or an editor took it out, ISO 8601. */
  readonly at: string
  /** The file as it was. */
  readonly text: string
  /** What was read from the file, as JSON: saves parsing it again. */
  readonly compiled: string
  /** Whether every published article was held to it. */
  readonly isSettled: boolean
}

/** The versions of one glossary file that were valid and used. */
export interface GlossaryHistory {
  /** Newest first, at most `limit`. */
  recent(limit: number): Promise<readonly GlossaryVersion[]>
  /** A version by its hash or the beginning of it, at least 8 digits. */
  find(hash: string): Promise<GlossaryVersion | undefined>
  /** Keeps a version, or notes that it was used again; the oldest of many are dropped. */
  keep(version: Omit<GlossaryVersion, 'at'>): Promise<void>
}

/** Enough for an export to come back after weeks of daily edits. */
export const versionsKept = 50

/** The history of a file in a store; `file` is its path, seen from the store. */
export function openGlossaryHistory(
  database: Database,
  file: string,
  now: () => Date,
): GlossaryHistory {
  return {
    recent: async (limit) => {
      const rows = await database.query(
        'SELECT hash, at, text, compiled, settled FROM glossary WHERE file = $1 ORDER BY at DESC, hash LIMIT $2',
        [file, limit],
      )
      return rows.map(toVersion)
    },
    find: async (hash) => {
      if (!/^[0-9a-f]{8,64}$/.test(hash)) return undefined
      const rows = await database.query(
        'SELECT hash, at, text, compiled, settled FROM glossary WHERE file = $1 AND hash LIKE $2',
        [file, `${hash}%`],
      )
      return rows.map(toVersion)[0]
    },
    keep: ({ hash, text, compiled, isSettled }) =>
      database.batch([
        {
          sql: `INSERT INTO glossary (file, hash, at, text, compiled, settled) VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (file, hash) DO UPDATE SET at = excluded.at,
                compiled = excluded.compiled, settled = excluded.settled`,
          params: [file, hash, now().toISOString(), text, compiled, isSettled ? 1 : 0],
        },
        {
          sql: `DELETE FROM glossary WHERE file = $1 AND hash NOT IN
                (SELECT hash FROM glossary WHERE file = $1 ORDER BY at DESC, hash LIMIT $2)`,
          params: [file, versionsKept],
        },
      ]),
  }
}

function toVersion(row: Row): GlossaryVersion {
  return {
    hash: String(row['hash']),
    at: String(row['at']),
    text: String(row['text']),
    compiled: String(row['compiled']),
    isSettled: row['settled'] === 1,
  }
}
