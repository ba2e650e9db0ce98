import {
  openQueue,
  type Job,
  type Json,
  type ListedJob,
  type NewJob,
  type Queue,
} from '../queue/index.ts'
import { storeTables, type Database, type Environment, type Row } from '../storage/index.ts'

/** Jobs put in at once. */
const groupSize = 500

/** Where the jobs of a store in PostgreSQL are: pg-boss, a queue for each site. */
export interface BossJobs {
  readonly database: Database
  readonly env: Environment
}

/** The jobs of the sites in pg-boss as rows of the table `job`; what is worked on waits again. */
export async function bossJobRows(at: BossJobs, sites: readonly string[]): Promise<readonly Row[]> {
  const rows: (Row & { readonly id: string })[] = []
  for (const site of sites) {
    const jobs = await withQueue(at, site, ({ desk }) => desk.list())
    rows.push(...jobs.map((job) => rowOf(site, job)))
  }
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function rowOf(site: string, job: ListedJob): Row & { readonly id: string } {
  return {
    id: job.id,
    site,
    lane: job.lane,
    name: job.name,
    data: JSON.stringify(job.data),
    priority: job.priority,
    state: job.state === 'dead' ? 'dead' : 'waiting',
    attempts: job.attempts,
    created: job.created.getTime(),
    due: job.due.getTime(),
    token: null,
    leased_until: null,
    reason: job.reason ?? null,
  }
}

/** The sites that a store knows, `site` among them: several may share it. */
export async function knownSites(database: Database, site: string): Promise<readonly string[]> {
  const sites = new Set([site])
  for (const { name, columns } of storeTables()) {
    if (!columns.some((column) => column.name === 'site')) continue
    const rows = await database.query(`SELECT DISTINCT site FROM ${name}`)
    for (const row of rows) sites.add(String(row['site']))
  }
  return [...sites].sort()
}

/** Whether pg-boss has jobs of a site. */
export async function hasBossJobs(at: BossJobs, site: string): Promise<boolean> {
  return withQueue(at, site, async ({ desk }) => (await desk.list({ limit: 1 })).length > 0)
}

/** Takes all jobs of these sites out of pg-boss. */
export async function dropBossJobs(at: BossJobs, sites: Iterable<string>): Promise<void> {
  for (const site of sites) {
    await withQueue(at, site, async ({ desk }) =>
      desk.drop((await desk.list()).map(({ id }) => id)),
    )
  }
}

/** Puts rows of the table `job` into pg-boss: what was given up stays so, with its reason; tries count anew. */
export async function addBossJobs(at: BossJobs, rows: readonly Row[]): Promise<void> {
  for (const [site, jobs] of Map.groupBy(rows, (row) => String(row['site']))) {
    await withQueue(at, site, async (queue) => {
      // First, and one by one: the only job of its lane is the one that is taken.
      for (const row of jobs.filter(isDead)) await addDead(queue, row)
      const alive = jobs.filter((row) => !isDead(row))
      for (let from = 0; from < alive.length; from += groupSize) {
        await queue.add(
          alive
            .slice(from, from + groupSize)
            .map((row) => ({ ...newJob(row), due: new Date(Number(row['due'])) })),
        )
      }
    })
  }
}

async function addDead(queue: Queue, row: Row): Promise<void> {
  const job = newJob(row)
  await queue.add([job])
  const outcome = { kind: 'dead', reason: String(row['reason'] ?? '') } as const
  const taken: readonly Job[] = await queue.take(job.lane, 1)
  await queue.finish(new Map(taken.map((one) => [one, outcome])))
}

function isDead(row: Row): boolean {
  return row['state'] === 'dead'
}

function newJob(row: Row): NewJob {
  return {
    lane: String(row['lane']),
    name: String(row['name']),
    data: JSON.parse(String(row['data'])) as Json,
    priority: Number(row['priority']),
  }
}

async function withQueue<T>(
  { database, env }: BossJobs,
  site: string,
  work: (queue: Queue) => Promise<T>,
): Promise<T> {
  const options = { now: () => new Date(), supervise: false }
  const queue = await openQueue(database, env, site, options)
  try {
    return await work(queue)
  } finally {
    await queue.close()
  }
}
