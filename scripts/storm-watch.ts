import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { StormWork } from './storm-newsroom.ts'

/** A reader of the site who looks at every bundle again and again, as long as the storm lasts. */
export interface StormWatch {
  /** The bundles that are there and right, by their path below the newsroom. */
  readonly right: ReadonlySet<string>
  /** Files that were half written, or said anything but what the engine says, with what was found. */
  readonly wrong: ReadonlyMap<string, string>
  /** What was not published yet at a moment: measures how long it takes from there until it is. */
  noteKill(waiting: readonly string[]): void
  /** Milliseconds from each kill until all that waited then was published; those that ended only. */
  readonly recoveries: readonly number[]
  look(): void
  stop(): void
}

/** How often the reader comes back. */
const lookMs = 50

/** Begins to read. */
export function watchBundles(folder: string, work: StormWork): StormWatch {
  const right = new Set<string>()
  const wrong = new Map<string, string>()
  const recoveries: number[] = []
  let open: { readonly since: number; readonly waiting: readonly string[] }[] = []
  const look = (): void => {
    for (const [file, expected] of work.bundles) {
      const found = contentOf(path.join(folder, file))
      if (found === expected) right.add(file)
      // What was there once never goes away again: nothing is withdrawn.
      else if (found !== undefined || right.has(file)) wrong.set(file, found ?? 'gone')
    }
    const left = open.filter(({ waiting }) => !waiting.every((file) => right.has(file)))
    for (const { since } of open.filter((one) => !left.includes(one)))
      recoveries.push(performance.now() - since)
    open = left
  }
  const timer = setInterval(look, lookMs)
  return {
    right,
    wrong,
    recoveries,
    look,
    noteKill: (waiting) => {
      open.push({ since: performance.now(), waiting: waiting.filter((file) => !right.has(file)) })
    },
    stop: () => clearInterval(timer),
  }
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
