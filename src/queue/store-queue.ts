import { randomUUID } from 'node:crypto'
import type { Database, Parameter, Row, Statement } from '../storage/index.ts'
import { canonicalJson } from './canonical-json.ts'
import { usualPriority } from './queue.ts'
import type { Job, Json, NewJob, Outcome, Queue } from './queue.ts'
import { openStoreDesk } from './store-desk.ts'

/** What the queue in the store goes by. */
export interface StoreQueueOptions {
  /** How long a job that nobody speaks for stays with who took it; 30 seconds when absent. */
  readonly leaseMs?: number
  readonly now: () => Date
}

/**
 * What a process may be late with its own reading of the clock: it may have waited for the file, which
 * SQLite allows for 10 seconds.
 */
const latenessMs = 15_000

/** The queue over the table `job`: one site of one store, for any number of processes on it. */
export function openStoreQueue(
  database: Database,
  site: string,
  { leaseMs = 30_000, now }: StoreQueueOptions,
): Queue {
  /** The times between which a lease ends that still holds: one further ahead was given before the clock went back. */
  const bounds = (): readonly [number, number] => {
    const at = now().getTime()
    return [at, at + leaseMs + latenessMs]
  }
  return {
    add: (jobs) => addJobs(database, site, jobs, now),
    take: async (lane, limit, minPriority = 0) => {
      const [at, latest] = bounds()
      await endLeases(database, [site, lane, at, latest])
      const due = await database.query(anyDueSql, [site, lane, minPriority, at])
      // Whoever writes keeps others from writing: not for nothing.
      if (due.length === 0) return []
      const rows = await database.query(takeSql, [
        ...[randomUUID(), at + leaseMs],
        ...[site, lane, minPriority, at, limit],
      ])
      return rows.toSorted(byUrgency).map(jobOf)
    },
    extend: async (jobs) => {
      const until = now().getTime() + leaseMs
      await database.batch(
        jobs.map(({ id, token }) => ({ sql: extendSql, params: [until, id, token] })),
      )
      const held: Job[] = []
      for (const job of jobs)
        if ((await database.query(heldSql, [job.id, job.token])).length > 0) held.push(job)
      return held
    },
    finish: (outcomes) => {
      const at = now().getTime()
      return database.batch(Array.from(outcomes, ([job, outcome]) => ending(job, outcome, at)))
    },
    desk: openStoreDesk(database, site, bounds),
    // The store belongs to who opened it.
    close: () => Promise.resolve(),
  }
}

const anyDueSql = `SELECT id FROM job
  WHERE site = $1 AND lane = $2 AND state = 'waiting' AND priority >= $3 AND due <= $4 LIMIT 1`

const takeSql = `UPDATE job SET state = 'active', token = $1, leased_until = $2
  WHERE id IN (
    SELECT id FROM job
    WHERE site = $3 AND lane = $4 AND state = 'waiting' AND priority >= $5 AND due <= $6
    ORDER BY priority DESC, due, created LIMIT $7)
  RETURNING id, lane, name, data, priority, attempts, created, due, token`

const extendSql = 'UPDATE job SET leased_until = $1 WHERE id = $2 AND token = $3'

const heldSql = 'SELECT id FROM job WHERE id = $1 AND token = $2'

/** Makes the jobs whose lease is over wait again; reads first, for the same reason. */
async function endLeases(database: Database, params: readonly Parameter[]): Promise<void> {
  const over = `site = $1 AND lane = $2 AND state = 'active'
    AND (leased_until <= $3 OR leased_until > $4)`
  const rows = await database.query(`SELECT id FROM job WHERE ${over} LIMIT 1`, params)
  if (rows.length === 0) return
  const sql = `UPDATE job SET state = 'waiting', token = NULL, leased_until = NULL WHERE ${over}`
  await database.query(sql, params)
}

/**
 * Adds what is not there yet. What is there is looked up first and the rest put in only where every
 * one of it is still missing, so that the number told is right with any number of processes.
 */
async function addJobs(
  database: Database,
  site: string,
  jobs: readonly NewJob[],
  now: () => Date,
): Promise<number> {
  const wanted = new Map(jobs.map((job) => [JSON.stringify([job.lane, job.name]), job]))
  for (;;) {
    const missing: NewJob[] = []
    for (const job of wanted.values()) {
      const key = [site, job.lane, job.name, canonicalJson(job.data)]
      if ((await database.query(knownSql, key)).length === 0) missing.push(job)
    }
    if (missing.length === 0) return 0
    // Undone as a whole where another process was quicker; then it has got on, so this ends.
    if (await database.attempt(missing.map((job) => insertion(site, job, now().getTime()))))
      return missing.length
  }
}

const knownSql = `SELECT 1 AS known FROM job
    WHERE site = $1 AND lane = $2 AND name = $3 AND state <> 'dead'
  UNION ALL SELECT 1 FROM job
    WHERE site = $1 AND lane = $2 AND name = $3 AND state = 'dead' AND data = $4`

const insertSql = `INSERT INTO job
    (id, site, lane, name, data, priority, state, attempts, created, due)
  SELECT $1, $2, $3, $4, $5, $6, 'waiting', 0, $7, $8
  WHERE NOT EXISTS (SELECT 1 FROM job
    WHERE site = $2 AND lane = $3 AND name = $4 AND state = 'dead' AND data = $5)
  ON CONFLICT DO NOTHING`

function insertion(site: string, job: NewJob, at: number): Statement {
  const { lane, name, data, priority = usualPriority, due } = job
  const text = canonicalJson(data)
  return {
    sql: insertSql,
    params: [randomUUID(), site, lane, name, text, priority, at, due?.getTime() ?? at],
    mustChange: true,
  }
}

function ending(job: Job, outcome: Outcome, at: number): Statement {
  const fence = [job.id, job.token]
  if (outcome.kind === 'done')
    return { sql: 'DELETE FROM job WHERE id = $1 AND token = $2', params: fence }
  const isAgain = outcome.kind === 'again'
  const attempts = !isAgain || outcome.isCounted ? 1 : 0
  return {
    sql: `UPDATE job SET state = $3, due = $4, attempts = attempts + $5, reason = $6,
            token = NULL, leased_until = NULL
          WHERE id = $1 AND token = $2`,
    params: [
      ...fence,
      ...(isAgain
        ? ['waiting', at + Math.max(0, Math.round(outcome.afterMs))]
        : (['dead', at] as const)),
      attempts,
      outcome.reason,
    ],
  }
}

function byUrgency(a: Row, b: Row): number {
  const by = (column: string): number => Number(a[column]) - Number(b[column])
  return -by('priority') || by('due') || by('created')
}

function jobOf(row: Row): Job {
  return {
    id: String(row['id']),
    lane: String(row['lane']),
    name: String(row['name']),
    data: JSON.parse(String(row['data'])) as Json,
    priority: Number(row['priority']),
    attempts: Number(row['attempts']),
    created: new Date(Number(row['created'])),
    token: String(row['token']),
  }
}
