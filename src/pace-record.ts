import { BabelwireError } from './errors.ts'
import type { Clock } from './clock.ts'
import type { Database } from './storage/index.ts'

/** Keeps the pace of each engine key in a store; what a pace is, only the engines know. */
export interface PaceRecord {
  readonly isShared: boolean
  readonly holder: string
  /** Changes the state of a key by a step, which may be asked more than once. @returns its result. */
  change<T>(
    key: string,
    step: (
      state: unknown,
      now: number,
    ) => {
      readonly state: unknown
      readonly result: T
      readonly keep: 'now' | 'soon' | 'never'
    },
  ): Promise<T>
}

export interface PaceRecordOptions {
  /** Whether other processes use the store now. */
  readonly isShared: boolean
  /** Told apart from all others who use the store, also from earlier ones of this process. */
  readonly holder: string
  readonly clock: Clock
  readonly random: () => number
}

type Step = (
  state: unknown,
  now: number,
) => { readonly state: unknown; readonly keep: 'now' | 'soon' | 'never' }

/** One of two that change a key at once is asked again after a moment, up to this. */
const longestJitterMs = 20

/** As many lose in a row only where something is broken. */
const mostTries = 200

/** A process that has the store for itself writes a rate that it found this often. */
const soonMs = 5_000

/** The pace of the engines in a store. */
export function openPaceRecord(database: Database, options: PaceRecordOptions): PaceRecord {
  const { isShared, holder } = options
  const apply = isShared ? sharedChanges(database, options) : ownChanges(database, options)
  return {
    isShared,
    holder,
    change: <T>(key: string, step: Parameters<PaceRecord['change']>[1]) =>
      new Promise<T>((resolve, reject) => {
        let result: T
        const keeping: Step = (state, now) => {
          const changed = step(state, now)
          result = changed.result as T
          return changed
        }
        apply(key, keeping).then(() => resolve(result), reject)
      }),
  }
}

/**
 * Compare and swap. What a process changes while a swap is under way goes with the next one, so that
 * each process has one under way at most, however many requests it makes.
 */
function sharedChanges(
  database: Database,
  { clock, random }: PaceRecordOptions,
): (key: string, step: Step) => Promise<void> {
  const groups = new Map<string, { steps: Step[]; done: Promise<void> }>()
  const last = new Map<string, Promise<void>>()
  const swap = async (key: string, steps: readonly Step[]): Promise<void> => {
    for (let tries = 0; tries < mostTries; tries++) {
      if (tries > 0) await clock.sleep(random() * Math.min(longestJitterMs, 2 * tries))
      const [found, time] = await Promise.all([read(database, key), database.now()])
      let state = found?.state
      for (const step of steps) state = step(state, time.getTime()).state
      if (state === found?.state) return
      if (await write(database, key, found?.version, state)) return
    }
    throw new BabelwireError('storage', `the pace of ${key} could not be written`, {
      mend: 'Run again; if it stays so, too many processes share one engine key.',
    })
  }
  return (key, step) => {
    const waiting = groups.get(key)
    if (waiting !== undefined) {
      waiting.steps.push(step)
      return waiting.done
    }
    const steps = [step]
    const before = last.get(key) ?? Promise.resolve()
    const done = before.then(() => {
      groups.delete(key)
      return swap(key, steps)
    })
    groups.set(key, { steps, done })
    last.set(
      key,
      done.catch(() => undefined),
    )
    return done
  }
}

/**
 * For a process that has the store for itself: states are in memory and go by its steady clock, set by the
 * database's once; only what must outlive the process is written.
 */
function ownChanges(
  database: Database,
  { clock }: PaceRecordOptions,
): (key: string, step: Step) => Promise<void> {
  interface Own {
    state: unknown
    writtenAt: number
  }
  const loaded = new Map<string, Promise<Own>>()
  let offsetMs: Promise<number> | undefined
  const load = async (key: string): Promise<Own> => {
    const found = await read(database, key)
    return { state: found?.state, writtenAt: -Infinity }
  }
  return async (key, step) => {
    offsetMs ??= database.now().then((time) => time.getTime() - clock.monotonicMs())
    const known = loaded.get(key) ?? load(key)
    loaded.set(key, known)
    known.catch(() => loaded.delete(key))
    const own = await known
    const now = (await offsetMs) + clock.monotonicMs()
    const { state, keep } = step(own.state, now)
    if (state === own.state) return
    own.state = state
    const isDue = keep === 'now' || (keep === 'soon' && now - own.writtenAt >= soonMs)
    if (!isDue) return
    own.writtenAt = now
    await database.batch([
      {
        sql: `INSERT INTO pace (engine, version, state) VALUES ($1, 1, $2)
              ON CONFLICT (engine) DO UPDATE
              SET version = pace.version + 1, state = excluded.state`,
        params: [key, JSON.stringify(state)],
      },
    ])
  }
}

async function read(
  database: Database,
  key: string,
): Promise<{ readonly version: number; readonly state: unknown } | undefined> {
  const sql = 'SELECT version, state FROM pace WHERE engine = $1'
  const [row] = await database.query(sql, [key])
  if (row === undefined) return undefined
  return { version: Number(row['version']), state: JSON.parse(String(row['state'])) as unknown }
}

function write(
  database: Database,
  key: string,
  version: number | undefined,
  state: unknown,
): Promise<boolean> {
  const text = JSON.stringify(state)
  return database.attempt([
    version === undefined
      ? {
          sql: `INSERT INTO pace (engine, version, state) VALUES ($1, 1, $2)
                ON CONFLICT (engine) DO NOTHING`,
          params: [key, text],
          mustChange: true,
        }
      : {
          sql: 'UPDATE pace SET version = version + 1, state = $1 WHERE engine = $2 AND version = $3',
          params: [text, key, version],
          mustChange: true,
        },
  ])
}
