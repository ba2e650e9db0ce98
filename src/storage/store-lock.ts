/** What a lock is held for; a service holds it until it ends. */
export type LockPurpose = 'run' | 'service' | 'sync' | 'withdraw'

/** The right to write a site, held by one process at a time. */
export interface StoreLock {
  /** Aborted when the right is lost while it is held: the database that kept it went away. */
  readonly lost: AbortSignal
  release(): Promise<void>
}
