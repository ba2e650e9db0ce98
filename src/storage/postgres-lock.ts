import type { LockPurpose, StoreLock } from './store-lock.ts'

export function lockPostgres(
  url: string,
  site: string,
  purpose: LockPurpose,
  at: Date,
): Promise<StoreLock> {
  throw new Error(`${url} ${site} ${purpose} ${at}`)
}
