/** A request from its first wish to start until it is answered or given up. */
export interface LineSeat {
  readonly priority: number
  readonly order: number
  /** Whether it needs no seat among the requests that were begun. */
  readonly isFree: boolean
  /** Whether it was sent before. */
  readonly hasBegun: boolean
}

/** A request that wants to start. */
export interface Waiting<T> {
  readonly seat: LineSeat
  /** Since when it waits, in milliseconds of the monotonic clock. */
  readonly since: number
  readonly resolve: (turn: T) => void
  readonly reject: (error: unknown) => void
}

/** Requests that wait for their turn. */
export interface WaitingLine<T> {
  join(priority: number, isFree: boolean): LineSeat
  /** Resolves when the request may start; `left` is told when it no longer wants to. */
  wait(seat: LineSeat, since: number, signal: AbortSignal | undefined, left: () => void): Promise<T>
  /** Who may start next. */
  first(): Waiting<T> | undefined
  begin(waiting: Waiting<T>, turn: T): void
  refuse(waiting: Waiting<T>, error: unknown): void
  refuseAll(error: unknown): void
  leave(seat: LineSeat): void
}

interface OwnSeat extends LineSeat {
  hasBegun: boolean
}

/**
 * A line in order of priority, then of arrival. At most `seats` requests are begun at once, also while they
 * wait for another attempt, so that an engine in trouble is not met with one request after the other;
 * only what is more urgent than those that wait may begin beside them.
 */
export function createWaitingLine<T>(seats: number): WaitingLine<T> {
  const fresh: Waiting<T>[] = []
  const begun: Waiting<T>[] = []
  const taken = new Set<OwnSeat>()
  let count = 0
  const lineOf = ({ seat }: Waiting<T>): Waiting<T>[] => (seat.hasBegun ? begun : fresh)
  const remove = (waiting: Waiting<T>): void => {
    const line = lineOf(waiting)
    const at = line.indexOf(waiting)
    if (at >= 0) line.splice(at, 1)
  }
  const hasSeatFor = ({ priority, isFree }: LineSeat): boolean =>
    isFree ||
    taken.size < seats ||
    [...taken].filter((seat) => seat.priority >= priority).length < seats
  const refuse = (waiting: Waiting<T>, error: unknown): void => {
    remove(waiting)
    waiting.reject(error)
  }
  return {
    join: (priority, isFree) => ({ priority, isFree, order: count++, hasBegun: false }),
    wait: (seat, since, signal, left) =>
      new Promise<T>((resolve, reject) => {
        if (signal?.aborted === true) return reject(signal.reason as Error)
        const abort = (): void => {
          refuse(waiting, signal?.reason)
          left()
        }
        const forget = (): void => signal?.removeEventListener('abort', abort)
        const waiting: Waiting<T> = {
          seat,
          since,
          resolve: (turn) => {
            forget()
            resolve(turn)
          },
          reject: (error) => {
            forget()
            reject(error as Error)
          },
        }
        signal?.addEventListener('abort', abort, { once: true })
        const line = lineOf(waiting)
        line.splice(line.findLastIndex((other) => isBefore(other.seat, seat)) + 1, 0, waiting)
      }),
    first: () => {
      const [old] = begun
      const [young] = fresh
      if (young === undefined || !hasSeatFor(young.seat)) return old
      return old !== undefined && old.seat.priority >= young.seat.priority ? old : young
    },
    begin: (waiting, turn) => {
      remove(waiting)
      const seat: OwnSeat = waiting.seat
      seat.hasBegun = true
      if (!seat.isFree) taken.add(seat)
      waiting.resolve(turn)
    },
    refuse,
    refuseAll: (error) => {
      for (const waiting of [...begun, ...fresh]) refuse(waiting, error)
    },
    leave: (seat) => {
      taken.delete(seat)
    },
  }
}

function isBefore(a: LineSeat, b: LineSeat): boolean {
  return a.priority > b.priority || (a.priority === b.priority && a.order < b.order)
}
