/** How long an engine that was told to stop is waited for, so that it can end what it started. */
const graceMs = 250

/**
 * Runs work that must end by a deadline. The work gets a signal that is aborted when time is up or
 * the caller no longer wants it; work that ignores the signal is left behind after a moment.
 * A timer of its own and no `AbortSignal.timeout`: that does not keep the process alive, and
 * `AbortSignal.any` keeps memory for as long as the caller's signal lives.
 * @throws what `late` makes when time is up, the reason of the caller's signal when that is aborted.
 */
export async function withDeadline<T>(
  work: (signal: AbortSignal) => Promise<T>,
  deadlineMs: number,
  late: () => Error,
  signal?: AbortSignal,
): Promise<T> {
  const stop = new AbortController()
  const abandoned = Promise.withResolvers<never>()
  let grace: NodeJS.Timeout | undefined
  const end = (reason: unknown): void => {
    if (stop.signal.aborted) return
    stop.abort(reason)
    grace = setTimeout(() => abandoned.reject(reason), graceMs)
  }
  const cancel = (): void => end(signal?.reason)
  const timer = setTimeout(() => end(late()), deadlineMs)
  signal?.addEventListener('abort', cancel, { once: true })
  if (signal?.aborted === true) cancel()
  try {
    return await Promise.race([work(stop.signal), abandoned.promise])
  } catch (error) {
    throw stop.signal.aborted ? stop.signal.reason : error
  } finally {
    clearTimeout(timer)
    clearTimeout(grace)
    signal?.removeEventListener('abort', cancel)
  }
}
