import { databaseUrl, type Database, type Environment } from '../storage/index.ts'
import type { BossOptions } from './boss-connection.ts'
import type { Queue } from './queue.ts'
import { openStoreQueue, type StoreQueueOptions } from './store-queue.ts'

/** The queue of a site: pg-boss where `DATABASE_URL` moves the store, else the table of the embedded store. */
export async function openQueue(
  database: Database,
  env: Environment,
  site: string,
  options: StoreQueueOptions & BossOptions,
): Promise<Queue> {
  const url = databaseUrl(env)
  if (url === undefined) return openStoreQueue(database, site, options)
  const { openBossQueue } = await import('./boss-queue.ts')
  return openBossQueue(url, site, options)
}
