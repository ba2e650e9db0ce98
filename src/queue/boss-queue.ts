import type { Db, JobAttempt, JobWithMetadata, PgBoss } from 'pg-boss'
import { connectBoss, type BossConnection, type BossOptions } from './boss-connection.ts'
import { openBossDesk } from './boss-desk.ts'
import { bossLanes, type BossLanes, type BossData } from './boss-lanes.ts'
import { usualPriority, type Job, type NewJob, type Outcome, type Queue } from './queue.ts'

/**
 * The queue over pg-boss, for workers on any number of machines. A job that is given up is one that
 * pg-boss calls cancelled: it is kept, and bars no other of its name.
 * @throws {BabelwireError} `storage`, as `connectBoss` does.
 */
export async function openBossQueue(
  url: string,
  site: string,
  options: BossOptions & { readonly leaseMs?: number } = {},
): Promise<Queue> {
  const connection = await connectBoss(url, options)
  const lanes = bossLanes(connection, site, options.leaseMs)
  return {
    add: (jobs) => addJobs(connection, lanes, jobs),
    take: async (lane, limit, minPriority = 0) => {
      const name = await lanes.queueOf(lane)
      const rows = await connection.run((boss) =>
        boss.fetch<BossData>(name, { includeMetadata: true, batchSize: limit, minPriority }),
      )
      return rows
        .toSorted((a, b) => b.priority - a.priority || +a.startAfter - +b.startAfter)
        .map((row) => jobOf(lane, row))
    },
    extend: async (jobs) => {
      const held = new Set<Job>()
      for (const [lane, some] of byLane(jobs)) {
        const name = await lanes.queueOf(lane)
        const kept = settledBy(
          await connection.run((boss) => boss.touch(name, some.map(attemptOf))),
        )
        for (const job of some) if (kept.has(job.id)) held.add(job)
      }
      return jobs.filter((job) => held.has(job))
    },
    finish: async (outcomes) => {
      const grouped = byLane([...outcomes.keys()])
      const names = new Map<string, string>()
      for (const lane of grouped.keys()) names.set(lane, await lanes.queueOf(lane))
      if (grouped.size === 0) return
      await connection.transact(async (boss, db) => {
        for (const [lane, jobs] of grouped)
          await finishLane(boss, db, names.get(lane) ?? '', jobs, outcomes)
      })
    },
    desk: openBossDesk(connection, lanes),
    close: () => connection.close(),
  }
}

async function addJobs(
  connection: BossConnection,
  lanes: BossLanes,
  jobs: readonly NewJob[],
): Promise<number> {
  // One order for all, so that two who add the same do not wait for each other for ever.
  const grouped = [...byLane(jobs)].sort(([a], [b]) => (a < b ? -1 : 1))
  const names = new Map<string, string>()
  for (const [lane] of grouped) names.set(lane, await lanes.queueOf(lane))
  if (grouped.length === 0) return 0
  return connection.transact(async (boss, db) => {
    let added = 0
    for (const [lane, some] of grouped) {
      const name = names.get(lane) ?? ''
      const ids = await boss.insert(name, some.toSorted(byName).map(insertOf), {
        db,
        returnId: true,
      })
      if (ids === null) continue
      const { rows } = await db.executeSql(dropGivenUpSql, [name, ids])
      added += ids.length - rows.length
    }
    return added
  })
}

/** After they are put in, not before: one that is being given up meanwhile is seen too. */
const dropGivenUpSql = `DELETE FROM pgboss.job AS added
  WHERE name = $1 AND id = ANY ($2::uuid[]) AND EXISTS (
    SELECT 1 FROM pgboss.job AS dead
    WHERE dead.name = $1 AND dead.state = 'cancelled'
      AND dead.singleton_key = added.singleton_key AND dead.data -> 'data' = added.data -> 'data')
  RETURNING id`

function insertOf({ name, data, priority = usualPriority, due }: NewJob): {
  readonly data: BossData
  readonly singletonKey: string
  readonly priority: number
  readonly startAfter?: string
} {
  return {
    data: { data, attempts: 0 },
    singletonKey: name,
    priority,
    ...(due === undefined ? {} : { startAfter: due.toISOString() }),
  }
}

/** Ends the leases of one lane that are still held. */
async function finishLane(
  boss: PgBoss,
  db: Db,
  name: string,
  jobs: readonly Job[],
  outcomes: ReadonlyMap<Job, Outcome>,
): Promise<void> {
  const done = jobs.filter((job) => outcomes.get(job)?.kind === 'done')
  if (done.length > 0) await boss.deleteJob(name, done.map(attemptOf), { db })
  const others = jobs.filter((job) => outcomes.get(job)?.kind !== 'done')
  if (others.length === 0) return
  // To pg-boss each is a failure whose retry is due at once; what it is to us is written over that.
  const held = settledBy(await boss.fail(name, others.map(attemptOf), null, { db }))
  const told = others.flatMap((job) => {
    const outcome = outcomes.get(job)
    return outcome === undefined || outcome.kind === 'done' || !held.has(job.id)
      ? []
      : [{ outcome, row: rowAfter(job, outcome) }]
  })
  await db.executeSql(afterFailureSql, [name, JSON.stringify(told.map(({ row }) => row))])
  const dead = told.filter(({ outcome }) => outcome.kind === 'dead').map(({ row }) => row.id)
  if (dead.length > 0) await boss.cancel(name, dead, { db })
}

/** What `update` of pg-boss does for one job, for a whole batch. */
const afterFailureSql = `UPDATE pgboss.job
  SET data = told.data, start_after = now() + told.after_ms * interval '1 ms'
  FROM json_to_recordset($2::text::json) AS told (id uuid, data jsonb, after_ms double precision)
  WHERE job.name = $1 AND job.id = told.id AND job.state = 'retry'`

function rowAfter(
  { id, data, attempts }: Job,
  outcome: Exclude<Outcome, { readonly kind: 'done' }>,
): { readonly id: string; readonly data: BossData; readonly after_ms: number } {
  const isAgain = outcome.kind === 'again'
  const counted = !isAgain || outcome.isCounted ? 1 : 0
  return {
    id,
    data: { data, attempts: attempts + counted, reason: outcome.reason },
    after_ms: isAgain ? Math.max(0, outcome.afterMs) : 0,
  }
}

/** The attempt that a job was taken for: pg-boss counts them, and hears no earlier one. */
function attemptOf({ id, token }: Job): JobAttempt {
  return { id, retryCount: Number(token) }
}

/** The jobs a call reached, which pg-boss tells beside what its types say. */
function settledBy(response: object): ReadonlySet<string> {
  const ids = 'settled' in response ? response.settled : undefined
  if (!Array.isArray(ids)) throw new Error('pg-boss did not say which jobs it reached')
  return new Set(ids.map(String))
}

function jobOf(lane: string, row: JobWithMetadata<BossData>): Job {
  return {
    id: row.id,
    lane,
    name: row.singletonKey ?? '',
    data: row.data.data,
    priority: row.priority,
    attempts: row.data.attempts,
    created: row.createdOn,
    token: String(row.retryCount),
  }
}

function byLane<T extends { readonly lane: string }>(
  jobs: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  return Map.groupBy(jobs, ({ lane }) => lane)
}

function byName(a: NewJob, b: NewJob): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}
