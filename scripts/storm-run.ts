import { setTimeout as sleep } from 'node:timers/promises'
import { openNewsroom, type Newsroom } from '../test/support/newsroom.ts'
import type { PostgresServer } from '../test/support/postgres.ts'
import { findSecret, ledgerCharacters } from './storm-books.ts'
import { mountSmallDisk } from './storm-disk.ts'
import { randomOf, startStormEngine } from './storm-engine.ts'
import { openMachines, type Machine } from './storm-machines.ts'
import { makeWork, stormConcurrency, stormFiles, type StormWork } from './storm-newsroom.ts'
import { watchBundles, type StormWatch } from './storm-watch.ts'

/** How hard a storm is. */
export interface StormOptions {
  readonly articles: number
  readonly languages: readonly string[]
  readonly kills: number
  /** Machines beside the service; they need PostgreSQL. */
  readonly workers: number
  /** Absent: the embedded store. */
  readonly postgres?: PostgresServer
  readonly seed: number
  /** Says what is going on. */
  readonly note: (text: string) => void
}

/** What came of it. */
export interface StormReport {
  /** How often each trouble was made by the engine. */
  readonly troubles: ReadonlyMap<string, number>
  /** How processes ended that nobody ended. */
  readonly crashes: readonly string[]
  /** How many bundles there are to be. */
  readonly expected: number
  /** Those that are not there at the end. */
  readonly lost: readonly string[]
  /** Those that were ever torn or said something else than the engine, with what was found. */
  readonly wrong: ReadonlyMap<string, string>
  readonly characters: StormCharacters
  readonly recoveriesMs: readonly number[]
  /** From the end of all trouble to the last bundle. */
  readonly settledMs: number
  /** The exit code of a second service on the same store. */
  readonly secondService: number
  /** How the service and the workers ended when they were told to. */
  readonly exitCodes: readonly number[]
  /** Whether the disk was full for a while; not where this user may mount none. */
  readonly wasDiskFull: boolean
  readonly wasDatabaseRestarted: boolean
  /** Where the key of the engine stands although it must not. */
  readonly leaks: readonly string[]
  /** Everything that was logged, for whoever looks into it. */
  readonly log: string
}

export interface StormCharacters {
  /** When each sentence is sent once. */
  readonly needed: number
  readonly billed: number
  /** Of those, for answers that were of no use. */
  readonly spoiled: number
  /** What kills may add: kills times requests in flight, each as large as the largest. */
  readonly bound: number
  /** What the ledger says was spent or may have been. */
  readonly ledger: number
}

/** How long the end is waited for: what is lost does not come later. */
const longestEndMs = 120_000
const diskFullMs = 3_000
const diskMegabytes = 48

/** Lets a storm go over a newsroom of its own, then waits until all is published, or too long. */
export async function runStorm(options: StormOptions): Promise<StormReport> {
  const { languages, kills, workers, postgres, seed, note } = options
  const work = await makeWork(options.articles, languages)
  const engine = await startStormEngine(seed, 60)
  const newsroom = openNewsroom({})
  const disk = mountSmallDisk(newsroom.folder, diskMegabytes)
  for (const [file, text] of Object.entries(stormFiles(languages))) newsroom.write(file, text)
  const env = {
    DEEPL_AUTH_KEY: engine.server.key,
    DEEPL_SERVER_URL: engine.server.url,
    ...(postgres === undefined ? {} : { DATABASE_URL: await postgres.freshUrl() }),
  }
  const watch = watchBundles(newsroom.folder, work)
  const machines = openMachines(newsroom.folder, env)
  const all: Machine[] = []
  try {
    const service = machines.add('start')
    all.push(service)
    await service.ready()
    for (let n = 0; n < workers; n++) all.push(machines.add('worker'))
    let interruptions = kills
    let secondService = -1
    const random = randomOf(seed + 1)
    for (let kill = 0; kill < kills; kill++) {
      comeIn(work, newsroom, kill, kills)
      const machine = all[Math.floor(random() * all.length)] ?? service
      await machine.ready()
      // In the middle of work: killed before it begins, a process shows nothing.
      await untilBusy(() => engine.server.counters.translateRequests + watch.right.size, random)
      if (kill === Math.floor(kills / 4)) secondService = await machines.once('start')
      if (kill === Math.floor(kills / 2) && disk !== undefined) {
        note('the disk is full')
        disk.fill()
        await sleep(diskFullMs)
        disk.free()
        interruptions++
      }
      if (kill === Math.floor((kills * 3) / 4) && postgres !== undefined) {
        note('PostgreSQL is restarted')
        await postgres.restart()
        interruptions++
      }
      watch.noteKill(filesOf(machines.takenIn(), work))
      await machine.kill()
      note(`kill ${kill + 1}, a ${machine.purpose}: ${watch.right.size} of ${work.bundles.size}`)
    }
    engine.calm()
    note('calm')
    const settledMs = await untilPublished(work, watch)
    const metrics = await fetch(`${await service.url()}/metrics`).then((answer) => answer.text())
    const exitCodes = await Promise.all(all.map((machine) => machine.stop()))
    watch.look()
    const texts = { 'the logs': machines.text(), '/metrics': metrics }
    return {
      troubles: engine.troubles,
      crashes: machines.crashes,
      expected: work.bundles.size,
      lost: [...work.bundles.keys()].filter((file) => !watch.right.has(file)),
      wrong: watch.wrong,
      characters: {
        needed: work.characters,
        billed: engine.server.counters.characters,
        spoiled: engine.spoiled(),
        bound: interruptions * stormConcurrency * engine.largest(),
        ledger: await ledgerCharacters(newsroom.path('.babelwire/store.db'), env),
      },
      recoveriesMs: watch.recoveries,
      settledMs,
      secondService,
      exitCodes,
      wasDiskFull: disk !== undefined,
      wasDatabaseRestarted: postgres !== undefined,
      leaks: await findSecret(engine.server.key, newsroom.folder, texts, env),
      log: machines.text(),
    }
  } finally {
    watch.stop()
    for (const machine of all) await machine.end()
    disk?.remove()
    newsroom.remove()
    await engine.server.close()
  }
}

/** The articles come in over the whole storm, some before each kill. */
function comeIn(work: StormWork, newsroom: Newsroom, kill: number, kills: number): void {
  const { articles } = work
  const from = Math.floor((articles.length * kill) / kills)
  const to = Math.floor((articles.length * (kill + 1)) / kills)
  for (const { file, text } of articles.slice(from, to)) newsroom.write(file, text)
}

/** Steps of work that a process may do before it is killed, and how long they are waited for. */
const mostSteps = 5
const longestIdleMs = 5_000

async function untilBusy(steps: () => number, random: () => number): Promise<void> {
  const enough = steps() + 1 + Math.floor(random() * mostSteps)
  const last = performance.now() + longestIdleMs
  while (steps() < enough && performance.now() < last) await sleep(10)
  await sleep(random() * 100)
}

function filesOf(ids: ReadonlySet<string>, { articles, languages }: StormWork): readonly string[] {
  return articles
    .filter(({ id }) => ids.has(id))
    .flatMap(({ id }) => languages.map((locale) => `locales/${locale}/articles/${id}.json`))
}

/** @returns how long it took, in milliseconds. */
async function untilPublished(work: StormWork, watch: StormWatch): Promise<number> {
  const start = performance.now()
  while (watch.right.size < work.bundles.size && performance.now() - start < longestEndMs) {
    await sleep(50)
  }
  return performance.now() - start
}
