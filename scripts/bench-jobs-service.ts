import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startDeeplServer } from '../test/support/deepl-server.ts'
import { makeArticles } from './bench-articles.ts'
import { writeSite } from './bench-jobs-site.ts'

/** A service that takes in a backlog of news. */
export interface ServiceFigures {
  /** From the start of the process, and from its first request, to the last bundle. */
  readonly seconds: number
  readonly workSeconds: number
  /** `workSeconds` over ceil(requests / concurrency) x latency; 0 where there is no latency. */
  readonly timesIdeal: number
  readonly requests: number
  /** Over max(texts / 50, bytes / 128 KiB) per language. */
  readonly timesLeast: number
  readonly segmentsPerSecond: number
}

const languages = ['es', 'fr', 'de', 'uk', 'ru', 'ar', 'ja', 'zh-Hans']
const bin = fileURLToPath(new URL('../bin/babelwire.js', import.meta.url))
const concurrency = 10

/** Runs a service, and workers where there is a database to share, over articles in 8 languages. */
export async function benchService(
  folder: string,
  count: number,
  setting: { readonly latencyMs: number; readonly workers?: number; readonly url?: string },
): Promise<ServiceFigures> {
  const { latencyMs, workers = 0, url } = setting
  let firstMs = 0
  let bytes = 0
  const server = await startDeeplServer({
    latencyMs,
    records: false,
    respond: (request) => {
      if (request.route === 'translate') {
        firstMs ||= performance.now()
        bytes += request.bytes
      }
      return 'ok'
    },
  })
  const articles = makeArticles(count)
  const config = `languages: [${languages.join(', ')}]\nengine: deepl\nbudget: {day: 1000}\nservice: {port: 0}\n`
  writeSite(folder, articles, config)
  const env = {
    ...process.env,
    DEEPL_AUTH_KEY: server.key,
    DEEPL_SERVER_URL: server.url,
    ...(url === undefined ? {} : { DATABASE_URL: url }),
  }
  const start = (command: string): ChildProcess =>
    spawn(process.execPath, [bin, command, '--quiet'], { cwd: folder, env, stdio: 'inherit' })
  const begin = performance.now()
  const processes = [start('start')]
  try {
    if (workers > 0) await sleep(1_000)
    for (let n = 0; n < workers; n++) processes.push(start('worker'))
    const missing = new Set(
      languages.flatMap((locale) =>
        articles.map(({ name }) =>
          path.join(folder, 'locales', locale, 'articles', `${name}.json`),
        ),
      ),
    )
    while (missing.size > 0) {
      for (const file of missing) {
        if (!existsSync(file)) break
        missing.delete(file)
      }
      await sleep(10)
    }
    const end = performance.now()
    const requests = server.counters.translateRequests
    const texts = articles.length * 27
    const least = languages.length * Math.max(texts / 50, bytes / languages.length / (128 * 1024))
    const workSeconds = (end - firstMs) / 1000
    const idealSeconds = (Math.ceil(requests / concurrency) * latencyMs) / 1000
    return {
      seconds: round((end - begin) / 1000),
      workSeconds: round(workSeconds),
      timesIdeal: idealSeconds === 0 ? 0 : round(workSeconds / idealSeconds),
      requests,
      timesLeast: round(requests / least),
      segmentsPerSecond: Math.round((articles.length * 108 * languages.length) / workSeconds),
    }
  } finally {
    for (const child of processes) await ended(child)
    await server.close()
  }
}

export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const closed = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGTERM')
  await closed
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
