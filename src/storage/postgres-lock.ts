import { createHash } from 'node:crypto'
import os from 'node:os'
import pg from 'pg'
import { checkPostgresUrl, maskUrl, postgresError } from './postgres-error.ts'
import {
  describeHolder,
  lockedError,
  type Holder,
  type LockPurpose,
  type StoreLock,
} from './store-lock.ts'

/** How often the holder asks whether its connection still lives, and how long it waits for the answer. */
const pingMs = 10_000

/** The server lets go of the lock of a machine that fell silent after 10 + 3 x 5 seconds. */
const keepAlive =
  'SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3'

/**
 * Takes the lock of a site in PostgreSQL: an advisory lock on a connection of its own, so the server lets it
 * go however the process ends. The connection carries the name of its holder.
 * @throws {BabelwireError} `locked`, naming the process that holds it; `storage` when the database
 * cannot be reached.
 */
export async function lockPostgres(
  url: string,
  site: string,
  purpose: LockPurpose,
  startedAt: Date,
): Promise<StoreLock> {
  checkPostgresUrl(url)
  const [space, number] = lockKeys(site)
  const client = new pg.Client({
    connectionString: url,
    application_name: nameOf({
      purpose,
      pid: process.pid,
      host: os.hostname(),
      since: startedAt,
    }),
    connectionTimeoutMillis: 30_000,
    query_timeout: pingMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: pingMs,
  })
  const lost = new AbortController()
  const lose = (): void => lost.abort(new Error('the connection that held the store ended'))
  client.on('error', lose)
  client.on('end', lose)
  try {
    await client.connect()
    await client.query(keepAlive)
    const { rows } = await client.query<{ done: boolean }>(
      'SELECT pg_try_advisory_lock($1, $2) AS done',
      [space, number],
    )
    if (rows[0]?.done !== true) throw lockedError(maskUrl(url), await holderOf(client, site))
  } catch (error) {
    await client.end().catch(() => undefined)
    throw postgresError(url, error)
  }
  const ping = setInterval(() => {
    client.query('SELECT 1').catch(lose)
  }, pingMs).unref()
  lost.signal.addEventListener('abort', () => {
    clearInterval(ping)
    // Also where it only fell silent: whoever lost the right must not find it kept for it.
    void client.end().catch(() => undefined)
  })
  return {
    lost: lost.signal,
    release: async () => {
      clearInterval(ping)
      client.removeListener('end', lose)
      if (!lost.signal.aborted) await client.end().catch(() => undefined)
    },
  }
}

/** The two numbers of 32 bits that stand for a site. */
function lockKeys(site: string): readonly [number, number] {
  const hash = createHash('sha256').update(`babelwire ${site}`).digest()
  return [hash.readInt32BE(0), hash.readInt32BE(4)]
}

/** Who holds the lock of a site, if it still does and said so. */
async function holderOf(client: pg.Client, site: string): Promise<string | undefined> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT application_name AS name
     FROM pg_locks JOIN pg_stat_activity USING (pid)
     WHERE locktype = 'advisory' AND granted AND objsubid = 2
       AND pg_locks.database = (SELECT oid FROM pg_database WHERE datname = current_database())
       AND classid::bigint = $1 AND objid::bigint = $2`,
    // The server shows them without sign.
    lockKeys(site).map((key) => key >>> 0),
  )
  const holder = rows[0] === undefined ? undefined : holderFrom(rows[0].name)
  return holder === undefined ? undefined : describeHolder(holder)
}

/** `babelwire service 4711 mj3k2x9s news-1`: PostgreSQL keeps 63 bytes, so the moment is in base 36. */
function nameOf({ purpose, pid, host, since }: Holder): string {
  return `babelwire ${purpose} ${pid} ${since.getTime().toString(36)} ${host.slice(0, 25)}`
}

function holderFrom(name: string): Holder | undefined {
  const [, purpose, pid, since, host] =
    /^babelwire (run|service|sync|withdraw) (\d+) ([0-9a-z]+) (.*)$/.exec(name) ?? []
  if (purpose === undefined || since === undefined || host === undefined) return undefined
  return {
    purpose: purpose as LockPurpose,
    pid: Number(pid),
    host,
    since: new Date(Number.parseInt(since, 36)),
  }
}
