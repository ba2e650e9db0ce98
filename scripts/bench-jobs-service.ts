import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startDeeplServer, type DeeplServer } from '../test/support/deepl-server.ts'
import { startProcess, type ServiceProcess } from '../test/support/service-process.ts'
import type { BenchArticle } from './bench-articles.ts'
import { writeSite } from './bench-jobs-site.ts'

/** A service, and workers beside it, that publish articles in eight languages. */
export interface ServiceFigures {
  /** From the start of the service's process to the last language published. */
  readonly seconds: number
  /** From the service's first word, when Node has started and the store is open. */
  readonly workingSeconds: number
  readonly requests: number
  readonly characters: number
  /** Highest number of requests that the engine had at once. */
  readonly atOnce: number
  /** Of all processes together; the times above depend on what else the machine does, this hardly. */
  readonly processorSeconds: number
  readonly memoryMiB: number
}

export interface ServiceBench {
  readonly folder: string
  readonly articles: readonly BenchArticle[]
  readonly languages: readonly string[]
  readonly latencyMs: number
  /** The PostgreSQL to use, and the workers beside the service; the embedded store without it. */
  readonly postgres?: { readonly url: string; readonly workers: number }
}

const cli = fileURLToPath(new URL('../bin/babelwire.js', import.meta.url))

/** Starts the processes as an operator would, and waits until everything is published. */
export async function benchService(bench: ServiceBench): Promise<ServiceFigures> {
  const { folder, articles, languages, latencyMs, postgres } = bench
  const server = await startDeeplServer({ latencyMs, records: false })
  writeSite(
    folder,
    articles,
    `languages: [${languages.join(', ')}]\nengine: deepl\nbudget: {day: 100000}\narticles: [{files: articles, every: 1h}]\n`,
  )
  const env = {
    DEEPL_AUTH_KEY: server.key,
    DEEPL_SERVER_URL: server.url,
    ...(postgres === undefined ? {} : { DATABASE_URL: postgres.url }),
  }
  const running: ServiceProcess[] = []
  try {
    if (postgres !== undefined) migrate(folder, env)
    for (let i = 0; i < (postgres?.workers ?? 0); i++) {
      running.push(startProcess('worker', folder, env))
    }
    await Promise.all(running.map((worker) => worker.line('worker started')))
    const start = performance.now()
    const service = startProcess('start', folder, env)
    running.push(service)
    await service.line('service started')
    const working = performance.now()
    const wanted = articles.length * languages.length
    const end = await whenPublished(service, wanted)
    return {
      seconds: (end - start) / 1000,
      workingSeconds: (end - working) / 1000,
      ...countersOf(server),
      processorSeconds: (await Promise.all(running.map(processorSeconds))).reduce(
        (a, b) => a + b,
        0,
      ),
      memoryMiB: running.reduce((sum, { pid }) => sum + residentMiB(pid), 0),
    }
  } finally {
    await Promise.all(running.map((one) => one.stop()))
    await server.close()
  }
}

/** The moment at which so many languages of articles were published. */
export async function whenPublished(service: ServiceProcess, count: number): Promise<number> {
  let seen = 0
  let published = 0
  for (;;) {
    const { all } = service.log
    for (; seen < all.length; seen++) if (all[seen]?.event === 'language published') published++
    if (published >= count) return performance.now()
    if (!service.isRunning()) throw new Error(`the service ended:\n${service.log.text()}`)
    await sleep(10)
  }
}

async function processorSeconds(process: ServiceProcess): Promise<number> {
  const metrics = await (await fetch(`${await process.url()}/metrics`)).text()
  return Number(/^process_cpu_seconds_total ([\d.]+)$/m.exec(metrics)?.[1])
}

/** Memory that a process has in use, MiB; as `ps` says it. */
export function residentMiB(pid: number): number {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return Math.round(Number(stdout.trim()) / 1024)
}

function migrate(folder: string, env: Readonly<Record<string, string>>): void {
  const { status, stderr } = spawnSync(
    process.execPath,
    [cli, 'store', 'migrate', '--config', path.join(folder, 'babelwire.yaml')],
    { env: { ...process.env, ...env }, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`store migrate: ${stderr}`)
}

function countersOf({
  counters,
}: DeeplServer): Pick<ServiceFigures, 'requests' | 'characters' | 'atOnce'> {
  const { translateRequests, characters, maxConcurrent } = counters
  return { requests: translateRequests, characters, atOnce: maxConcurrent }
}
