import { shortHash } from '../hash.ts'
import type { BossConnection } from './boss-connection.ts'
import type { Json } from './queue.ts'

/** What pg-boss keeps of a job as its data: ours, and the tries that count, which are not its own. */
export interface BossData {
  readonly data: Json
  readonly attempts: number
  readonly reason?: string
}

/** Which queue of pg-boss a lane is. */
export interface BossLanes {
  /** The queue of a lane, made where it is not there yet. */
  queueOf(lane: string): Promise<string>
  /** The queues that any process made for this site. */
  all(): Promise<readonly string[]>
  laneOf(queue: string): string
}

/** A job that waited for longer was forgotten by everybody. */
const yearSeconds = 365 * 86_400

/** The shortest lease pg-boss knows. */
const leastLeaseMs = 10_000

/** The lanes of one site: sites that share a database share no job. A lease lasts 30 seconds when not said. */
export function bossLanes(
  connection: BossConnection,
  site: string,
  leaseMs: number = 30_000,
): BossLanes {
  const heartbeatSeconds = Math.ceil(Math.max(leaseMs, leastLeaseMs) / 1000)
  const prefix = `babelwire-${shortHash(site)}/`
  const made = new Map<string, Promise<void>>()
  const make = (name: string): Promise<void> =>
    connection.run(async (boss) => {
      await boss.createQueue(name, {
        policy: 'exclusive',
        // Whether a job has been tried often enough is decided by who tries it.
        retryLimit: 2 ** 31 - 1,
        retryDelay: 0,
        retryBackoff: false,
        retentionSeconds: yearSeconds,
        // What is done is taken out at once; what is kept was given up, and stays.
        deleteAfterSeconds: 0,
        // The most that pg-boss allows: who works says so by its heartbeat.
        expireInSeconds: 86_400,
        heartbeatSeconds,
        warningQueueSize: 1_000_000,
      })
      // One that was there already may have been made with another lease.
      await boss.updateQueue(name, { heartbeatSeconds })
    })
  return {
    queueOf: async (lane) => {
      const name = prefix + lane
      const making = made.get(name) ?? make(name)
      made.set(name, making)
      try {
        await making
      } catch (error) {
        made.delete(name)
        throw error
      }
      return name
    },
    all: async () => {
      const sql = 'SELECT name FROM pgboss.queue WHERE starts_with(name, $1) ORDER BY name'
      return (await connection.query(sql, [prefix])).map((row) => String(row['name']))
    },
    laneOf: (queue) => queue.slice(prefix.length),
  }
}
