import type { Database } from '../storage/index.ts'

/**
 * Sentences that somebody is asking an engine for. Whoever needs one of them too waits for the answer
 * instead of paying for it again, in this process and in others.
 */
export interface Flights {
  /** Claims sentences that nobody asks for; @returns those that are this holder's now. */
  claim(sentences: Iterable<string>): Promise<ReadonlySet<string>>
  /** Gives claims back, when the answers are stored or will not come. */
  land(sentences: Iterable<string>): Promise<void>
  /** Those of these that somebody asks for now. */
  inFlight(sentences: Iterable<string>): Promise<ReadonlySet<string>>
}

/** A claim whose holder was killed is free after this time. */
const claimMs = 60_000
const renewMs = 20_000

/** Sentences in one statement: few round trips, and far below the limit of parameters. */
const atOnce = 100

/**
 * The flights of a store, for one holder. Claims that are held are renewed while the process lives.
 * @param claimant told apart from all others that use the store.
 */
export function openFlights(database: Database, claimant: string): Flights {
  const held = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  const soon = async (): Promise<number> => (await database.now()).getTime()
  const renew = async (): Promise<void> => {
    const until = (await soon()) + claimMs
    const sql = 'UPDATE flight SET until = $2 WHERE holder LIKE $1'
    await database.batch([{ sql, params: [`${claimant}/%`, until] }])
  }
  const watch = (): void => {
    if (held.size > 0 && timer === undefined) {
      // A renewal that fails is tried again by the next; there are three in the time of a claim.
      timer = setInterval(() => void renew().catch(() => undefined), renewMs)
      timer.unref()
    } else if (held.size === 0) {
      clearInterval(timer)
      timer = undefined
    }
  }
  let calls = 0
  return {
    claim: async (sentences) => {
      // Two that work in one process are told apart as well.
      const holder = `${claimant}/${++calls}`
      const now = await soon()
      const wanted = [...new Set(sentences)].sort()
      await database.batch(
        groupsOf(wanted).map((group) => ({
          sql: `INSERT INTO flight (sentence, holder, until)
                VALUES ${group.map((_, i) => `($${i + 4}, $1, $2)`).join(', ')}
                ON CONFLICT (sentence) DO UPDATE SET holder = excluded.holder, until = excluded.until
                WHERE flight.until < $3`,
          params: [holder, now + claimMs, now, ...group],
        })),
      )
      const rows = await database.query('SELECT sentence FROM flight WHERE holder = $1', [holder])
      const own = rows.map((row) => String(row['sentence']))
      for (const sentence of own) held.add(sentence)
      watch()
      return new Set(own)
    },
    land: async (sentences) => {
      const own = [...new Set(sentences)].filter((sentence) => held.has(sentence)).sort()
      for (const sentence of own) held.delete(sentence)
      watch()
      await database.batch(
        groupsOf(own).map((group) => ({
          sql: `DELETE FROM flight WHERE holder LIKE $1 AND sentence IN (${places(group, 2)})`,
          params: [`${claimant}/%`, ...group],
        })),
      )
    },
    inFlight: async (sentences) => {
      const now = await soon()
      const found = new Set<string>()
      for (const group of groupsOf([...new Set(sentences)])) {
        const rows = await database.query(
          `SELECT sentence FROM flight WHERE until >= $1 AND sentence IN (${places(group, 2)})`,
          [now, ...group],
        )
        for (const row of rows) found.add(String(row['sentence']))
      }
      return found
    },
  }
}

function groupsOf(sentences: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(sentences.length / atOnce) }, (_, i) =>
    sentences.slice(i * atOnce, (i + 1) * atOnce),
  )
}

function places(group: readonly string[], from: number): string {
  return group.map((_, i) => `$${i + from}`).join(', ')
}
