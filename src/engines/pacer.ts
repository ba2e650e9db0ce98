import type { Clock } from '../clock.ts'
import type { Stop } from './breaker.ts'
import {
  askTurn,
  endTurn,
  sayRunning,
  type Reply,
  type Reserved,
  type TurnEnd,
  type Verdict,
} from './pace.ts'
import { changePace, type PaceKeeper } from './pace-keeper.ts'
import { createWaitingLine, type Waiting } from './waiting-line.ts'

/** The right to send one request. */
export interface Turn {
  /** Says how it ended; once. @returns what becomes of the engine for that. */
  end(end: TurnEnd): Promise<Verdict>
}

/** What is done for one caller: attempts at one request, with pauses between them. */
export interface Seat {
  /** Resolves when a request may start. @throws what `refuse` makes of a stop. */
  turn(signal?: AbortSignal): Promise<Turn>
  leave(): void
}

/** Hands out turns: in order of urgency, at the engine's pace, to as many at once as it takes. */
export interface Pacer {
  /** Of what waits, the higher priority goes first. What is free (`isFree`) needs no seat, only turns. */
  join(priority: number, isFree?: boolean): Seat
}

export interface PacerOptions {
  readonly concurrency: number
  readonly keeper: PaceKeeper
  readonly key: string
  readonly clock: Clock
  readonly random: () => number
  readonly refuse: (stop: Stop, remainingMs: number) => Error
}

/** Processes that share an engine look after this time, and half as much again, whether it is free. */
const lookMs = 50

/** How often a process says that its requests are still running. */
const beatMs = 15_000

/** A pacer for one engine and key. One start at a time is asked for, for whoever is the most urgent then. */
export function createPacer(options: PacerOptions): Pacer {
  const { concurrency, keeper, key, clock, random, refuse } = options
  const { holder, isShared } = keeper
  const line = createWaitingLine<Turn>(concurrency)
  let running = 0
  /** When last as many ran as may: what waited for that did not wait for the engine's pace. */
  let freedAt = 0
  /** Whether a place is held for the next start. */
  let isHolding = false
  let isPumping = false
  let nap: { readonly isForStart: boolean; readonly stop: AbortController } | undefined
  let heart: AbortController | undefined

  const occupied = (): number => running + (isHolding ? 1 : 0)
  const choose = (): Waiting<Turn> | undefined => (running < concurrency ? line.first() : undefined)

  const ask = (chosen: Waiting<Turn>, reserved: Reserved | undefined): Promise<Reply> =>
    changePace(keeper, key, (pace, now) =>
      askTurn(pace, now, {
        isFresh: !chosen.seat.hasBegun,
        waitedMs: clock.monotonicMs() - Math.max(chosen.since, freedAt),
        reserved,
        claim: isShared ? { holder, running: occupied(), concurrency } : undefined,
      }),
    )

  const finish = (
    ended: { readonly startedAt: number; readonly isProbe: boolean },
    end: TurnEnd,
  ): Promise<Verdict> =>
    changePace(keeper, key, (pace, now) => {
      const [next, verdict] = endTurn(pace, now, ended, end)
      return [isShared ? sayRunning(next, now, holder, occupied()) : next, verdict]
    })

  const sleep = async (ms: number, isForStart: boolean): Promise<void> => {
    nap = { isForStart, stop: new AbortController() }
    await clock.sleep(ms, nap.stop.signal).catch(() => undefined)
    nap = undefined
  }

  /** While requests run, their share of the engine is kept. */
  const keepShare = (): void => {
    if (!isShared || occupied() === 0) {
      heart?.abort()
      heart = undefined
    } else if (heart === undefined) {
      heart = new AbortController()
      beat(heart.signal).catch(line.refuseAll)
    }
  }
  const beat = async (signal: AbortSignal): Promise<void> => {
    for (;;) {
      await clock.sleep(beatMs, signal).catch(() => undefined)
      if (signal.aborted) return
      // A store that is away for a moment is asked again at the next beat.
      await changePace(keeper, key, (pace, now) => [
        sayRunning(pace, now, holder, occupied()),
        undefined,
      ]).catch(() => undefined)
    }
  }

  const turnOf = (startedAt: number, isProbe: boolean): Turn => ({
    end: (end) => {
      if (running === concurrency) freedAt = clock.monotonicMs()
      running--
      keepShare()
      const ended = finish({ startedAt, isProbe }, end)
      if (nap?.isForStart === false || end.kind !== 'well') nap?.stop.abort()
      rouse()
      return ended
    },
  })

  const begin = (chosen: Waiting<Turn>, turn: Turn): void => {
    isHolding = false
    running++
    line.begin(chosen, turn)
  }

  const pump = async (): Promise<void> => {
    if (isPumping) return
    isPumping = true
    let held: Reserved | undefined
    try {
      for (let chosen = choose(); chosen !== undefined; chosen = choose()) {
        isHolding = true
        keepShare()
        const reply = await ask(chosen, held)
        held = undefined
        if (reply.kind === 'go') {
          // Somebody more urgent may have come meanwhile.
          const next = choose()
          held = { startAt: reply.startedAt, isProbe: reply.isProbe }
          if (next === undefined) break
          held = undefined
          begin(next, turnOf(reply.startedAt, reply.isProbe))
        } else if (reply.kind === 'stopped') {
          const isForAll = reply.stop.kind !== 'resting'
          for (let one = choose(); one !== undefined; one = choose()) {
            if (one.seat.hasBegun && !isForAll) break
            line.refuse(one, refuse(reply.stop, reply.remainingMs))
          }
        } else if (reply.kind === 'wait') {
          held = reply.reserved
          await sleep(reply.waitMs, true)
        } else {
          await sleep(lookMs * (1 + random() / 2), false)
        }
      }
      await giveBack(held)
    } catch (error) {
      isHolding = false
      line.refuseAll(error)
    } finally {
      isPumping = false
      keepShare()
    }
    if (choose() !== undefined) rouse()
  }

  const rouse = (): void => {
    pump().catch(line.refuseAll)
  }

  const giveBack = async (held: Reserved | undefined): Promise<void> => {
    if (!isHolding) return
    isHolding = false
    if (!isShared && held?.isProbe !== true) return
    await finish({ startedAt: 0, isProbe: held?.isProbe === true }, { kind: 'nothing' })
  }

  return {
    join: (priority, isFree = false) => {
      const seat = line.join(priority, isFree)
      return {
        turn: (signal) => {
          const turn = line.wait(seat, clock.monotonicMs(), signal, () => {
            if (choose() === undefined) nap?.stop.abort()
          })
          rouse()
          return turn
        },
        leave: () => {
          line.leave(seat)
          rouse()
        },
      }
    },
  }
}
