import { hash } from 'node:crypto'
import { statSync } from 'node:fs'
import type { Archive } from '../archive/index.ts'
import type { Database } from '../storage/index.ts'
import type { ReadSource } from './read-source.ts'

/** What a file held when it was last read. */
export interface KnownFile {
  readonly stamp: string
  readonly hash: string
  /** When it was read, ISO 8601. */
  readonly at: string
  readonly found: readonly FoundArticle[]
}

interface FoundArticle {
  readonly name: string
  readonly id: string
  readonly revision: string
  readonly status?: NonNullable<ReadSource['status']>
  readonly hasOwnId?: true
}

/** The files that were read before, so that one that did not change is not parsed again. */
export interface KnownFiles {
  /** The articles of a file that is as it was; nothing when it has to be read. */
  recall(
    name: string,
    file: string,
    bytes: () => Uint8Array,
  ): Promise<readonly ReadSource[] | undefined>
  /** Notes what files held, together. */
  note(): Promise<void>
  read(name: string, file: string, bytes: Uint8Array, found: readonly ReadSource[]): void
}

/** A change within this time after a file was read might not show in its time stamp. */
const racyMs = 2_000

/** The known files of one site; `reading` is all that decides how a file is read. */
export function openKnownFiles(
  database: Database,
  archive: Archive,
  site: string,
  reading: string,
  now: () => Date,
): KnownFiles {
  const noted: (readonly [name: string, file: KnownFile])[] = []
  let known: Promise<ReadonlyMap<string, KnownFile>> | undefined
  const stampOf = (file: string): { stamp: string; changed: number } => {
    // A copy may bring its old time along; the time of the change of the file itself it cannot.
    const { size, mtimeMs, ctimeMs, ino } = statSync(file)
    return {
      stamp: `${size} ${mtimeMs} ${ctimeMs} ${ino} ${reading}`,
      changed: Math.max(mtimeMs, ctimeMs),
    }
  }
  return {
    recall: async (name, file, bytes) => {
      known ??= load(database, site)
      const before = (await known).get(name)
      if (before === undefined || before.found.length === 0) return undefined
      const { stamp, changed } = stampOf(file)
      const isSure = stamp === before.stamp && Date.parse(before.at) - changed > racyMs
      if (!isSure) {
        if (!before.stamp.endsWith(reading) || hashOf(bytes()) !== before.hash) return undefined
        noted.push([name, { ...before, stamp, at: now().toISOString() }])
      }
      const found: ReadSource[] = []
      for (const { name: part, id, revision, ...stated } of before.found) {
        const article = await archive.article(id)
        if (article?.revision !== revision) return undefined
        found.push({ name: part, article, leftOut: [], ...stated })
      }
      return found
    },
    read: (name, file, bytes, found) => {
      const articles = found.map(({ name: part, article: { id, revision }, status, hasOwnId }) => ({
        ...{ name: part, id, revision },
        ...(status === undefined ? {} : { status }),
        ...(hasOwnId === undefined ? {} : { hasOwnId }),
      }))
      const { stamp } = stampOf(file)
      noted.push([name, { stamp, hash: hashOf(bytes), at: now().toISOString(), found: articles }])
    },
    note: () =>
      database.batch(
        noted.splice(0).map(([name, { stamp, hash: content, at, found }]) => ({
          sql: `INSERT INTO source (site, name, stamp, hash, found, at) VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (site, name) DO UPDATE SET stamp = excluded.stamp,
                hash = excluded.hash, found = excluded.found, at = excluded.at`,
          params: [site, name, stamp, content, JSON.stringify(found), at],
        })),
      ),
  }
}

async function load(database: Database, site: string): Promise<ReadonlyMap<string, KnownFile>> {
  const rows = await database.query(
    'SELECT name, stamp, hash, found, at FROM source WHERE site = $1',
    [site],
  )
  return new Map(
    rows.map((row) => [
      String(row['name']),
      {
        stamp: String(row['stamp']),
        hash: String(row['hash']),
        at: String(row['at']),
        found: JSON.parse(String(row['found'])) as readonly FoundArticle[],
      },
    ]),
  )
}

function hashOf(bytes: Uint8Array): string {
  return hash('sha256', bytes)
}
