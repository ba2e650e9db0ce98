import PQueue from 'p-queue'
import { formatError } from '../errors.ts'
import { backOffMs, type BackOff } from './back-off.ts'
import type { ConsumeOptions, Handler } from './consume-options.ts'
import { urgentPriority, type Job, type Queue } from './queue.ts'
import { createWaker, type Waker } from './waker.ts'
import { workOn } from './work-on.ts'

/** A lane being worked on. */
export interface Consumer {
  /** New jobs were put in here: they need not wait for the next look. */
  wake(): void
  /** Takes no more; resolves when what runs is done and told to the queue. */
  drain(): Promise<void>
  /** Like `drain`, but tells what runs to end now; its jobs go back as they were. */
  stop(): Promise<void>
}

/** How long the store is left alone after it failed: shorter than what it takes a person to look. */
const troubleBackOff: BackOff = { firstMs: 500, mostMs: 15_000 }

/** Works on a lane until it is drained or stopped; trouble with the queue is logged and outlived. */
export function consume(
  queue: Queue,
  lane: string,
  options: ConsumeOptions,
  handler: Handler,
): Consumer {
  const { slots, urgentSlots = 1, clock } = options
  const waker = createWaker(clock)
  const ending = new AbortController()
  let isDraining = false
  const fill = (count: number, minPriority: number): readonly Promise<void>[] => {
    // One of the slots looks at a time, so that an idle lane costs one query a poll.
    const looking = new PQueue({ concurrency: 1 })
    const gather = (): Promise<readonly Job[]> =>
      looking.add(() => gatherBatch(queue, lane, minPriority, options, waker, () => isDraining))
    return Array.from({ length: count }, async () => {
      for (;;) {
        const jobs = await gather()
        if (jobs.length === 0) return
        await workOn(queue, jobs, options, handler, ending.signal)
      }
    })
  }
  const ended = Promise.all([...fill(slots, 0), ...fill(urgentSlots, urgentPriority)])
  // Who drains hears of it; until then it must not end the process.
  ended.catch((error: unknown) => {
    options.log.error('lane stopped', { lane, error: formatError(error) })
  })
  const drain = async (): Promise<void> => {
    isDraining = true
    waker.wake()
    await ended
  }
  return {
    wake: () => waker.wake(),
    drain,
    stop: () => {
      ending.abort()
      return drain()
    },
  }
}

/** Waits for jobs and takes a batch of them; @returns none only when the lane is being drained. */
async function gatherBatch(
  queue: Queue,
  lane: string,
  minPriority: number,
  { batch, lingerMs, pollMs, clock, random, log }: ConsumeOptions,
  waker: Waker,
  isDraining: () => boolean,
): Promise<readonly Job[]> {
  const jobs: Job[] = []
  let lingersUntil = Infinity
  let failures = 0
  while (!isDraining()) {
    const seen = waker.news()
    let waitMs = pollMs
    try {
      const more = await queue.take(lane, batch - jobs.length, minPriority)
      failures = 0
      if (jobs.length === 0 && more.length > 0) lingersUntil = clock.monotonicMs() + lingerMs
      jobs.push(...more)
    } catch (error) {
      if (jobs.length > 0) break
      waitMs = backOffMs(troubleBackOff, failures++, random())
      log.warn('queue failed', { lane, error: formatError(error), retryMs: waitMs })
    }
    if (jobs.length >= batch || jobs.some(({ priority }) => priority >= urgentPriority)) break
    if (jobs.length > 0) waitMs = Math.min(pollMs, lingersUntil - clock.monotonicMs())
    if (waitMs <= 0) break
    await waker.wait(waitMs, failures > 0 ? waker.news() : seen)
  }
  return jobs
}
