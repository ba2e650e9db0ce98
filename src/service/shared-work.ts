import { withDeadline } from '../engines/deadline.ts'

/**
 * Work that is done once for all who ask while it goes on, each of whom waits no longer than the
 * deadline. However often a probe asks, a store that hangs gets one query in that time.
 */
export function sharedWork<T>(work: () => Promise<T>, deadlineMs: number): () => Promise<T> {
  let going: Promise<T> | undefined
  const forget = (done: Promise<T>): void => {
    if (going === done) going = undefined
  }
  const begin = (): Promise<T> => {
    const begun: Promise<T> = work().finally(() => forget(begun))
    return begun
  }
  return () => {
    const current = (going ??= begin())
    const late = (): Error => {
      // A connection that went silent must not be waited for when there is a new one.
      forget(current)
      return new Error('too slow')
    }
    return withDeadline(() => current, deadlineMs, late)
  }
}
