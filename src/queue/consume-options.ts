import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { BackOff } from './back-off.ts'
import type { Job, Outcome } from './queue.ts'

/** How a lane is worked on. */
export interface ConsumeOptions {
  /** Jobs in a batch, at most. */
  readonly batch: number
  /** Batches at once. */
  readonly slots: number
  /** Batches at once beside those, of urgent jobs only; 1 when absent. */
  readonly urgentSlots?: number
  /** How long a batch that is not full waits for more; one that holds an urgent job never does. */
  readonly lingerMs: number
  /** How long an empty lane is left alone before it is looked at again. */
  readonly pollMs: number
  /** How long a lease lasts that is not lengthened, as the queue has it. */
  readonly leaseMs: number
  /** After how many tries that count a job is given up. */
  readonly attempts: number
  readonly backOff?: BackOff
  readonly clock: Clock
  /** A number from 0 to 1, for the jitter. */
  readonly random: () => number
  readonly log: Log
  /** Hears of each job that was given up, once the queue has it so. */
  readonly onDead?: (lane: string, name: string, reason: string) => void
}

/**
 * Does the jobs of a batch; @returns what became of each. The signal says that the work is for
 * nothing: no lease is left, or the consumer was stopped. What it throws, all its jobs have failed by.
 */
export type Handler = (
  jobs: readonly Job[],
  signal: AbortSignal,
) => Promise<ReadonlyMap<Job, Outcome>>
