import { codeOf, type BossConnection } from './boss-connection.ts'
import type { BossData, BossLanes } from './boss-lanes.ts'
import type { LaneState, ListedJob, QueueDesk } from './queue.ts'

/** What people see of the jobs of a site in pg-boss, and do with them. */
export function openBossDesk(connection: BossConnection, lanes: BossLanes): QueueDesk {
  return {
    lanes: async () => {
      const rows = await connection.query(lanesSql, [await lanes.all()])
      return rows.map((row) => laneOf(lanes.laneOf(String(row['name'])), row))
    },
    list: async ({ state, ids, limit } = {}) => {
      const rows = await connection.query(listSql, [
        await lanes.all(),
        state ?? null,
        ids?.filter(isUuid) ?? null,
        limit ?? null,
      ])
      return rows.map((row) => listedOf(lanes.laneOf(String(row['name'])), row))
    },
    retry: async (ids) => {
      const rows = await connection.query(queuedSql, [await lanes.all(), ids.filter(isUuid)])
      let retried = 0
      for (const row of rows) if (await retry(connection, row)) retried++
      return retried
    },
    drop: async (ids) => {
      const params = [await lanes.all(), ids.filter(isUuid)]
      return (await connection.query(dropSql, params)).length
    },
  }
}

const stateSql = `CASE WHEN state = 'cancelled' THEN 'dead'
  WHEN state = 'active' THEN 'active' ELSE 'waiting' END`

const lanesSql = `SELECT name,
    count(*) FILTER (WHERE state < 'active') AS waiting,
    count(*) FILTER (WHERE state = 'active') AS active,
    count(*) FILTER (WHERE state = 'cancelled') AS dead,
    min(start_after) FILTER (WHERE state < 'active' AND start_after <= now()) AS since
  FROM pgboss.job WHERE name = ANY ($1) GROUP BY name ORDER BY name COLLATE "C"`

const listSql = `SELECT id, name, singleton_key, data, priority, created_on, start_after, shown
  FROM (SELECT *, ${stateSql} AS shown FROM pgboss.job WHERE name = ANY ($1)) AS job
  WHERE ($2::text IS NULL OR shown = $2) AND ($3::uuid[] IS NULL OR id = ANY ($3))
  ORDER BY CASE shown WHEN 'dead' THEN 0 WHEN 'active' THEN 1 ELSE 2 END,
    priority DESC, start_after, created_on
  LIMIT $4`

const queuedSql = `SELECT id, name, data, state FROM pgboss.job
  WHERE name = ANY ($1) AND id = ANY ($2::uuid[]) AND state <> 'active'`

const dropSql = `DELETE FROM pgboss.job
  WHERE name = ANY ($1) AND id = ANY ($2::uuid[]) AND state <> 'active' RETURNING id`

/** One that another of its name is in the way of stays as it is. */
const taken = '23505'

async function retry(
  connection: BossConnection,
  row: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const [id, queue] = [String(row['id']), String(row['name'])]
  const { data } = row['data'] as BossData
  return connection.transact(async (boss, db) => {
    if (row['state'] === 'cancelled') {
      await db.executeSql('SAVEPOINT before')
      try {
        await boss.resume(queue, id, { db })
      } catch (error) {
        if (codeOf(error) !== taken) throw error
        await db.executeSql('ROLLBACK TO SAVEPOINT before')
        return false
      }
    }
    const fresh: BossData = { data, attempts: 0 }
    return (await boss.update(queue, fresh, { db, id, startAfter: 0 })).updated > 0
  })
}

/** Anything else PostgreSQL would refuse to look for. */
function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)
}

function laneOf(lane: string, row: Readonly<Record<string, unknown>>): LaneState {
  return {
    lane,
    waiting: Number(row['waiting']),
    active: Number(row['active']),
    dead: Number(row['dead']),
    ...(row['since'] instanceof Date ? { waitingSince: row['since'] } : {}),
  }
}

function listedOf(lane: string, row: Readonly<Record<string, unknown>>): ListedJob {
  const { data, attempts, reason } = row['data'] as BossData
  return {
    id: String(row['id']),
    lane,
    name: String(row['singleton_key']),
    data,
    priority: Number(row['priority']),
    attempts,
    created: row['created_on'] as Date,
    state: row['shown'] as ListedJob['state'],
    due: row['start_after'] as Date,
    ...(reason === undefined ? {} : { reason }),
  }
}
