import { BabelwireError } from '../errors.ts'

/**
 * Runs work whose signal is aborted when time is up or the caller stops; the work must heed it.
 * @throws what `late` makes when time is up, `cancelled` when the caller stops.
 */
export async function within<T>(
  timeoutMs: number,
  signal: AbortSignal | undefined,
  late: () => Error,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController()
  const cancel = (): void => stop.abort(cancelled())
  const timer = setTimeout(() => stop.abort(late()), timeoutMs)
  signal?.addEventListener('abort', cancel, { once: true })
  if (signal?.aborted === true) cancel()
  try {
    stop.signal.throwIfAborted()
    return await work(stop.signal)
  } catch (error) {
    throw stop.signal.aborted ? stop.signal.reason : error
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', cancel)
  }
}

function cancelled(): BabelwireError {
  return new BabelwireError('cancelled', 'stopped before the notification was delivered', {
    mend: 'It is delivered when the service runs again.',
  })
}
