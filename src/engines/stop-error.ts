import type { Clock } from '../clock.ts'
import type { Stop, StopKind } from './breaker.ts'
import { EngineError, type EngineFailure } from './engine.ts'

const failures: Readonly<Record<StopKind, EngineFailure>> = {
  quota: 'permanent',
  auth: 'permanent',
  busy: 'rate',
  resting: 'temporary',
}

/** What is asked of an engine that is left alone fails with this; `retryAfterMs` says for how long. */
export function stopError(
  engine: string,
  { kind, code, message, mend }: Stop,
  remainingMs: number,
  clock: Clock,
): EngineError {
  const until = restsUntil(remainingMs, clock).toISOString().slice(0, 16).replace('T', ' ')
  const what =
    kind === 'resting'
      ? `${engine} failed again and again and rests until ${until} UTC: ${message}`
      : message
  return new EngineError(code, what, failures[kind], {
    retryAfterMs: remainingMs,
    ...(mend === undefined ? {} : { mend }),
  })
}

/** When a stop ends, by the clock of this process. */
export function restsUntil(remainingMs: number, clock: Clock): Date {
  return new Date(clock.now().getTime() + remainingMs)
}
