import { BabelwireError } from '../errors.ts'

/** What a lock is held for; a service holds it until it ends. */
export type LockPurpose = 'run' | 'service' | 'sync' | 'withdraw'

/** The right to write a site, held by one process at a time. */
export interface StoreLock {
  /** Aborted when the right is lost while it is held: the database that kept it went away. */
  readonly lost: AbortSignal
  release(): Promise<void>
}

/** Who holds the right. */
export interface Holder {
  readonly purpose: LockPurpose
  readonly pid: number
  readonly host: string
  readonly since: Date
}

/** The holder as the others are told. */
export function describeHolder({ purpose, pid, host, since }: Holder): string {
  const kind = purpose === 'service' ? 'service, ' : ''
  return `${kind}process ${pid} on ${host}, since ${since.toISOString()}`
}

/** That somebody else holds the right. `file` is the store as messages show it. */
export function lockedError(
  file: string,
  holder: string = 'a process that has not written its name yet',
  otherwise?: string,
): BabelwireError {
  const kind = holder.startsWith('service') ? 'a service' : 'another run'
  return new BabelwireError('locked', `${kind} holds the store: ${holder}`, {
    place: { file },
    mend: `Wait until it is done${otherwise === undefined ? '' : `, ${otherwise}`}.`,
  })
}
