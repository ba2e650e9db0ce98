import { setImmediate } from 'node:timers/promises'
import type { CallPolicy } from '../../src/engines/call-policy.ts'
import { createCaller, type Caller } from '../../src/engines/call.ts'
import type { Engine } from '../../src/engines/engine.ts'
import { openPaceRecord } from '../../src/pace-record.ts'
import type { Database } from '../../src/storage/index.ts'
import { createFakeClock, type FakeClock } from './fake-clock.ts'

/** Machines that share a store and an engine key, all by one fake clock. */
export interface Machines {
  readonly clock: FakeClock
  /** Sets the database's clock forward or back. */
  jump(ms: number): void
  /** A store as a machine reaches it: its answers take a moment, and may be cut off for ever. */
  reach(database: Database): { readonly database: Database; readonly cut: () => void }
  /** A caller on a machine of its own. */
  join(
    database: Database,
    holder: string,
    engine: Engine,
    policy?: Partial<CallPolicy> & { readonly isShared?: boolean },
  ): Caller
}

/** How long a store's answer takes, in simulated milliseconds. */
const storeLatencyMs = 1

/** Machines without anybody on them yet. */
export function openMachines(): Machines {
  let busy = 0
  let jumped = 0
  const clock = createFakeClock(async () => {
    do await setImmediate()
    while (busy > 0)
  })
  const real = async <T>(work: Promise<T>): Promise<T> => {
    busy++
    try {
      return await work
    } finally {
      busy--
    }
  }
  return {
    clock,
    jump: (ms) => {
      jumped += ms
    },
    reach: (database) => {
      let isCut = false
      const over = async <T>(work: () => Promise<T>): Promise<T> => {
        if (isCut) return new Promise(() => undefined)
        const done = await real(work())
        await clock.sleep(storeLatencyMs)
        return done
      }
      return {
        cut: () => {
          isCut = true
        },
        database: {
          query: (sql, params) => over(() => database.query(sql, params)),
          batch: (statements) => over(() => database.batch(statements)),
          attempt: (statements) => over(() => database.attempt(statements)),
          now: () => Promise.resolve(new Date(clock.now().getTime() + jumped)),
          close: () => database.close(),
        },
      }
    },
    join: (database, holder, engine, { isShared = true, ...policy } = {}) => {
      // Machines do not draw lots alike.
      let seed = [...holder].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) >>> 0
      const random = (): number => {
        seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
        return seed / 2 ** 32
      }
      const pace = openPaceRecord(database, { isShared, holder, clock, random })
      return createCaller(engine, {
        clock,
        random,
        pace,
        paceKey: 'fake 0123456789abcdef',
        ...policy,
      })
    },
  }
}
