import type { Database, Parameter, Row } from '../storage/index.ts'
import type { JobFilter, Json, LaneState, ListedJob, QueueDesk } from './queue.ts'

/**
 * What people see of the jobs of a site in the store, and do with them.
 * `bounds` are the times, in milliseconds, between which a lease ends that still holds.
 */
export function openStoreDesk(
  database: Database,
  site: string,
  bounds: () => readonly [number, number],
): QueueDesk {
  const changeEach = async (
    ids: readonly string[],
    sql: string,
    params: readonly Parameter[],
  ): Promise<number> => {
    let changed = 0
    for (const id of ids) changed += (await database.query(sql, [site, id, ...params])).length
    return changed
  }
  return {
    lanes: async () => {
      const rows = await database.query(lanesSql, [site, ...bounds()])
      return rows.map(laneOf)
    },
    list: ({ state, ids, limit } = {}) =>
      listJobs(database, [site, ...bounds()], state, ids, limit),
    retry: (ids) => changeEach(ids, retrySql, bounds()),
    drop: (ids) => changeEach(ids, dropSql, bounds()),
  }
}

/** The state as it is: a lease that is over holds nothing. */
const stateSql = `CASE WHEN state = 'active' AND (leased_until <= $2 OR leased_until > $3)
  THEN 'waiting' ELSE state END`

const lanesSql = `SELECT lane,
    SUM(CASE WHEN shown = 'waiting' THEN 1 ELSE 0 END) AS waiting,
    SUM(CASE WHEN shown = 'active' THEN 1 ELSE 0 END) AS active,
    SUM(CASE WHEN shown = 'dead' THEN 1 ELSE 0 END) AS dead,
    MIN(CASE WHEN shown = 'waiting' AND due <= $2 THEN due END) AS since
  FROM (SELECT lane, due, ${stateSql} AS shown FROM job WHERE site = $1) AS job
  GROUP BY lane ORDER BY lane`

function listSql(idPlaces: string): string {
  return `SELECT id, lane, name, data, priority, attempts, created, due, reason, shown
  FROM (SELECT *, ${stateSql} AS shown FROM job WHERE site = $1) AS job
  WHERE (shown = $4 OR $4 = '') ${idPlaces}
  ORDER BY CASE shown WHEN 'dead' THEN 0 WHEN 'active' THEN 1 ELSE 2 END,
    priority DESC, due, created
  LIMIT $5`
}

/** Of two of one name only one may come back to life, and not beside one that lives. */
const retrySql = `UPDATE job
  SET state = 'waiting', due = $3, attempts = 0, reason = NULL, token = NULL, leased_until = NULL
  WHERE site = $1 AND id = $2
    AND (state <> 'active' OR leased_until <= $3 OR leased_until > $4)
    AND NOT EXISTS (SELECT 1 FROM job AS other
      WHERE other.site = job.site AND other.lane = job.lane AND other.name = job.name
        AND other.state <> 'dead' AND other.id <> job.id)
  RETURNING id`

const dropSql = `DELETE FROM job
  WHERE site = $1 AND id = $2 AND (state <> 'active' OR leased_until <= $3 OR leased_until > $4)
  RETURNING id`

/** More than any store holds. */
const noLimit = 2 ** 31 - 1

async function listJobs(
  database: Database,
  params: readonly Parameter[],
  state: JobFilter['state'] | '' = '',
  ids: JobFilter['ids'],
  limit = noLimit,
): Promise<readonly ListedJob[]> {
  if (ids === undefined)
    return (await database.query(listSql(''), [...params, state, limit])).map(listedOf)
  const found: ListedJob[] = []
  for (const id of ids)
    found.push(
      ...(await database.query(listSql('AND id = $6'), [...params, state, 1, id])).map(listedOf),
    )
  return found.slice(0, limit)
}

function laneOf(row: Row): LaneState {
  return {
    lane: String(row['lane']),
    waiting: Number(row['waiting']),
    active: Number(row['active']),
    dead: Number(row['dead']),
    ...(row['since'] == null ? {} : { waitingSince: new Date(Number(row['since'])) }),
  }
}

function listedOf(row: Row): ListedJob {
  return {
    id: String(row['id']),
    lane: String(row['lane']),
    name: String(row['name']),
    data: JSON.parse(String(row['data'])) as Json,
    priority: Number(row['priority']),
    attempts: Number(row['attempts']),
    created: new Date(Number(row['created'])),
    state: row['shown'] as ListedJob['state'],
    due: new Date(Number(row['due'])),
    ...(row['reason'] == null ? {} : { reason: String(row['reason']) }),
  }
}
