import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { isPassing } from './passing.ts'

/** Connections of one process: a worker keeps few statements under way at once. */
const maxConnections = 10
/** How long a connection may take, or the wait for one of the ten. */
const connectTimeoutMs = 30_000
/** A statement that takes longer is given up with its connection: the network swallowed it. */
const queryTimeoutMs = 60_000
/** How long a server that went away is waited for; it restarts in a few seconds. */
const patienceMs = 10_000

/** What PostgreSQL sends, as `Row` has it: numbers, true as 1, everything else as text. */
const numberTypes: ReadonlySet<number> = new Set([20, 21, 23, 26, 700, 701, 1700])
const booleanType = 16

/** Connections to a database. */
export interface PostgresPool {
  /** A connection; where none can be made while the server restarts, a little later. */
  connect(): Promise<pg.PoolClient>
  /** From now on a server that is away is waited for. */
  bePatient(): void
  end(): Promise<void>
}

/** Connects when the first connection is asked for. */
export function openPool(url: string): PostgresPool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'babelwire',
    max: maxConnections,
    connectionTimeoutMillis: connectTimeoutMs,
    query_timeout: queryTimeoutMs,
    keepAlive: true,
    // Statements of a transaction go out together instead of one round trip each.
    pipeline: true,
    types: { getTypeParser: ((type: number) => parserOf(type)) as typeof pg.types.getTypeParser },
  })
  // A connection that ends while nobody uses it would otherwise end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => void client.on('error', () => undefined))
  let isPatient = false
  return {
    connect: async () => {
      const until = performance.now() + (isPatient ? patienceMs : 0)
      for (let waitMs = 50; ; waitMs = Math.min(waitMs * 2, 1000)) {
        try {
          return await pool.connect()
        } catch (error) {
          if (!isPassing(error) || performance.now() >= until) throw error
        }
        await sleep(waitMs)
      }
    },
    bePatient: () => {
      isPatient = true
    },
    end: () => pool.end(),
  }
}

function parserOf(type: number): (text: string) => string | number {
  if (numberTypes.has(type)) return Number
  if (type === booleanType) return (text) => (text === 't' ? 1 : 0)
  return (text) => text
}
