import { setTimeout as sleep } from 'node:timers/promises'
import { openStore } from '../src/storage/index.ts'
import { openNewsroom, type Newsroom } from '../test/support/newsroom.ts'
import type { PostgresServer } from '../test/support/postgres.ts'
import { startProcess, type ServiceProcess } from '../test/support/service-process.ts'
import { mountSmallDisk } from './storm-disk.ts'
import { randomOf, startStormEngine } from './storm-engine.ts'
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
  readonly kills: number
  readonly troubles: ReadonlyMap<string, number>
  /** Bundles that are not there at the end, of how many. */
  readonly lost: readonly string[]
  readonly expected: number
  /** Bundles that were ever torn or said something else than the engine, with what was found. */
  readonly wrong: ReadonlyMap<string, string>
  readonly characters: {
    /** When each sentence is sent once. */
    readonly needed: number
    readonly billed: number
    readonly spoiled: number
    /** What kills may add: kills times requests in flight, each as large as the largest. */
    readonly bound: number
    /** What the ledger says was spent or may have been. */
    readonly ledger: number
  }
  readonly recoveriesMs: readonly number[]
  /** From the end of all trouble to the last bundle. */
  readonly settledMs: number
  /** The exit code of a second service on the same store. */
  readonly secondService: number
  /** Whether the disk was full for a while; not where this user may mount none. */
  readonly wasDiskFull: boolean
  readonly wasDatabaseRestarted: boolean
  /** Files, logs or outputs that hold the key of the engine. */
  readonly leaks: readonly string[]
  /** Log lines of errors, for whoever looks into it. */
  readonly logs: string
}

/** How long the end is waited for; nothing that is lost comes after that. */
const longestEndMs = 120_000
const diskFullMs = 3_000

/** Lets a storm go over a newsroom of its own, then waits until all is published, or too long. */
export async function runStorm(options: StormOptions): Promise<StormReport> {
  const { languages, kills, workers, postgres, seed, note } = options
  const work = await makeWork(options.articles, languages)
  const engine = await startStormEngine(seed, 60)
  const random = randomOf(seed + 1)
  const newsroom = openNewsroom({})
  const disk = mountSmallDisk(newsroom.folder, 48)
  for (const [file, text] of Object.entries(stormFiles(languages))) newsroom.write(file, text)
  const env = {
    DEEPL_AUTH_KEY: engine.server.key,
    DEEPL_SERVER_URL: engine.server.url,
    ...(postgres === undefined ? {} : { DATABASE_URL: await postgres.freshUrl() }),
  }
  const watch = watchBundles(newsroom.folder, work)
  const logs: ServiceProcess[] = []
  const launch = (purpose: 'start' | 'worker'): ServiceProcess => {
    const started = startProcess(purpose, newsroom.folder, env)
    logs.push(started)
    return started
  }
  const machines: { purpose: 'start' | 'worker'; process: ServiceProcess }[] = []
  let inFlight = 0
  let secondService = -1
  let wasDatabaseRestarted = false
  try {
    machines.push({ purpose: 'start', process: launch('start') })
    await machines[0]?.process.url()
    for (let n = 0; n < workers; n++) machines.push({ purpose: 'worker', process: launch('worker') })
    const coming = comeIn(work, newsroom, kills)
    for (let kill = 0; kill < kills; kill++) {
      coming(kill)
      const machine = machines[Math.floor(random() * machines.length)]
      if (machine === undefined) continue
      await started(machine.process)
      await sleep(200 + random() * 1300)
      if (kill === Math.floor(kills / 4)) secondService = await launch('start').ended
      if (kill === Math.floor(kills / 2)) {
        note('the disk is full')
        disk?.fill()
        await sleep(diskFullMs)
        disk?.free()
        inFlight += stormConcurrency
      }
      if (kill === Math.floor((kills * 3) / 4) && postgres !== undefined) {
        note('PostgreSQL is restarted')
        await postgres.restart()
        wasDatabaseRestarted = true
        inFlight += stormConcurrency
      }
      inFlight += stormConcurrency
      watch.noteKill(waitingFiles(work, logs))
      await machine.process.kill()
      machine.process = launch(machine.purpose)
      note(`kill ${kill + 1}: ${machine.purpose}, ${watch.right.size} of ${work.bundles.size}`)
    }
    engine.calm()
    const settledMs = await untilPublished(work, watch, machines, launch)
    const codes = await Promise.all(machines.map(({ process }) => process.stop()))
    if (codes.some((code) => code !== 0)) note(`ended with ${codes.join(', ')}`)
    watch.look()
    return {
      kills,
      troubles: engine.troubles,
      lost: [...work.bundles.keys()].filter((file) => !watch.right.has(file)),
      expected: work.bundles.size,
      wrong: watch.wrong,
      characters: {
        needed: work.characters,
        billed: engine.server.counters.characters,
        spoiled: engine.spoiled(),
        bound: inFlight * engine.largest(),
        ledger: await ledgerOf(newsroom, env),
      },
      recoveriesMs: watch.recoveries,
      settledMs,
      secondService,
      wasDiskFull: disk !== undefined,
      wasDatabaseRestarted,
      leaks: await leaksOf(engine.server.key, newsroom, logs, env),
      logs: logs.map(({ pid, log }) => `--- process ${pid}\n${log.text()}`).join('\n'),
    }
  } finally {
    watch.stop()
    for (const { process } of machines) if (process.isRunning()) await process.kill()
    disk?.remove()
    newsroom.remove()
    await engine.server.close()
  }
}
