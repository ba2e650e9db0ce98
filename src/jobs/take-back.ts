import { databaseUrl, type Database, type Environment } from '../storage/index.ts'

/**
 * Takes back at once what a process before this one was working on when it was killed. In the embedded
 * store whoever holds the lock is alone; machines that share a database wait for leases to run out.
 */
export async function takeBack(database: Database, env: Environment, site: string): Promise<void> {
  if (databaseUrl(env) !== undefined) return
  await database.batch([
    {
      sql: `UPDATE job SET state = 'waiting', token = NULL, leased_until = NULL
            WHERE site = $1 AND state = 'active'`,
      params: [site],
    },
    { sql: 'DELETE FROM flight' },
  ])
}
