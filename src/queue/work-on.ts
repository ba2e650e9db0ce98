import { formatError, showHidden } from '../errors.ts'
import { backOffMs, usualBackOff, type BackOff } from './back-off.ts'
import type { ConsumeOptions, Handler } from './consume-options.ts'
import type { Job, Outcome, Queue } from './queue.ts'

/** Does one batch, its leases kept, and tells the queue what became of each job. */
export async function workOn(
  queue: Queue,
  jobs: readonly Job[],
  options: ConsumeOptions,
  handler: Handler,
  ending: AbortSignal,
): Promise<void> {
  const leases = keepLeases(queue, jobs, options)
  try {
    const signal = AbortSignal.any([leases.lost, ending])
    const outcomes = await outcomesOf(jobs, options, handler, signal, ending)
    await tell(queue, outcomes, options, leases)
  } finally {
    await leases.end()
  }
}

/** Leases that are lengthened until `end`. */
interface KeptLeases {
  /** Aborted when no job is held any more. */
  readonly lost: AbortSignal
  /** Until when the last that was lengthened lasts, by the monotonic clock. */
  readonly until: () => number
  end(): Promise<void>
}

/** Of this many parts of a lease one passes before it is lengthened: two may fail. */
const beatsInLease = 3

function keepLeases(queue: Queue, jobs: readonly Job[], options: ConsumeOptions): KeptLeases {
  const { leaseMs, clock, log } = options
  const lost = new AbortController()
  const over = new AbortController()
  let held = jobs
  let until = clock.monotonicMs() + leaseMs
  const beat = async (): Promise<void> => {
    while (held.length > 0) {
      await clock.sleep(leaseMs / beatsInLease, over.signal)
      const asked = clock.monotonicMs()
      try {
        held = await queue.extend(held)
        until = asked + leaseMs
      } catch (error) {
        log.warn('leases not lengthened', { lane: jobs[0]?.lane, error: formatError(error) })
      }
    }
    lost.abort()
  }
  const beating = beat().catch((error: unknown) => {
    if (!over.signal.aborted) throw error
  })
  return {
    lost: lost.signal,
    until: () => until,
    end: () => {
      over.abort()
      return beating
    },
  }
}

async function outcomesOf(
  jobs: readonly Job[],
  options: ConsumeOptions,
  handler: Handler,
  signal: AbortSignal,
  ending: AbortSignal,
): Promise<ReadonlyMap<Job, Outcome>> {
  const { attempts, backOff = usualBackOff, random, log } = options
  const failed = (job: Job, reason: string): Outcome => ({
    kind: 'again',
    reason,
    afterMs: backOffMs(backOff, job.attempts, random()),
    isCounted: true,
  })
  const bounded = (job: Job, outcome: Outcome): Outcome => {
    if (outcome.kind === 'done') return outcome
    const reason = storable(outcome.reason)
    const isLast = outcome.kind === 'again' && outcome.isCounted && job.attempts + 1 >= attempts
    return isLast ? { kind: 'dead', reason } : { ...outcome, reason }
  }
  try {
    const outcomes = await handler(jobs, signal)
    return new Map(
      jobs.map((job) => {
        const told = outcomes.get(job) ?? failed(job, 'nothing was said about what became of it')
        return [job, bounded(job, told)]
      }),
    )
  } catch (error) {
    if (ending.aborted) {
      const put: Outcome = { kind: 'again', reason: 'stopped', afterMs: 0, isCounted: false }
      return new Map(jobs.map((job) => [job, put]))
    }
    if (!signal.aborted)
      log.warn('batch failed', {
        lane: jobs[0]?.lane,
        jobs: jobs.length,
        error: formatError(error),
      })
    const reason = formatError(error)
    return new Map(jobs.map((job) => [job, bounded(job, failed(job, reason))]))
  }
}

/** A reason is for people to read; half a character or a zero is one that PostgreSQL refuses. */
const longestReason = 1000

function storable(reason: string): string {
  return showHidden(reason).slice(0, longestReason).toWellFormed()
}

const tellBackOff: BackOff = { firstMs: 200, mostMs: 5000 }

/** Tells what became of the jobs, again and again while somebody could still be held to have them. */
async function tell(
  queue: Queue,
  outcomes: ReadonlyMap<Job, Outcome>,
  { clock, random, log, onDead }: ConsumeOptions,
  leases: KeptLeases,
): Promise<void> {
  for (let failures = 0; !leases.lost.aborted; failures++) {
    try {
      await queue.finish(outcomes)
    } catch (error) {
      const [first] = outcomes.keys()
      log.warn('outcome not stored', { lane: first?.lane, error: formatError(error) })
      const waitMs = backOffMs(tellBackOff, failures, random())
      if (clock.monotonicMs() + waitMs > leases.until()) return
      await clock.sleep(waitMs)
      continue
    }
    for (const [{ lane, name }, outcome] of outcomes)
      if (outcome.kind === 'dead') onDead?.(lane, name, outcome.reason)
    return
  }
}
