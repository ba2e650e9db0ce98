/**
 * npm run bench:jobs: the service, on one machine and over PostgreSQL with workers. 50 articles in 8
 * languages against a local DeepL-like server of 100 ms; then without latency; memory over 10,000
 * articles; a look over 10,000 articles in 40 languages on which nothing is to be done.
 * `npm run bench:jobs -- service memory pass` runs only the parts named.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startPostgres, type PostgresServer } from '../test/support/postgres.ts'
import { makeArticles, type BenchArticle } from './bench-articles.ts'
import { benchMemory } from './bench-jobs-memory.ts'
import { benchPass } from './bench-jobs-pass.ts'
import { benchService, type ServiceBench, type ServiceFigures } from './bench-jobs-service.ts'

const languages = ['de', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'uk']
const latencyMs = 100
/** Requests to DeepL at once, of all processes together. */
const concurrency = 10
const passArticles = 10_000
const memoryArticles = 10_000
/** What a pass may take. */
const passGoal = 5

/** Workers beside the service; nothing: the embedded store. */
const settings: readonly (readonly [name: string, workers: number | undefined])[] = [
  ['embedded', undefined],
  ['PostgreSQL, service + 1 worker', 1],
  ['PostgreSQL, service + 2 workers', 2],
  ['PostgreSQL, service + 4 workers', 4],
]

const parts = process.argv.slice(2)
const isWanted = (part: string): boolean => parts.length === 0 || parts.includes(part)
const folder = mkdtempSync(path.join(os.tmpdir(), 'babelwire-bench-jobs-'))
let postgres: PostgresServer | undefined

try {
  if (isWanted('service') || isWanted('pass')) postgres = await startPostgres()
  if (isWanted('service')) await benchServices(makeArticles(50))
  if (isWanted('memory')) await showMemory()
  if (isWanted('pass')) await showPasses()
} finally {
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function benchServices(articles: readonly BenchArticle[]): Promise<void> {
  const perLanguage = leastRequests(articles)
  const least = perLanguage * languages.length
  const ideal = (Math.ceil(least / concurrency) * latencyMs) / 1000
  const segments = articles.flatMap((one) => one.paragraphs.flat()).length * languages.length
  console.log(
    `${articles.length} articles, ${languages.length} languages, ${latencyMs} ms: at least ${least} requests, ${ideal.toFixed(2)} s at ${concurrency} at once`,
  )
  const rows = [
    [
      '',
      's',
      '× ideal',
      's working',
      '× ideal',
      'requests',
      '× least',
      'at once',
      'CPU s',
      'segments/s, instant',
      'MiB',
    ],
  ]
  for (const [name, workers] of settings) {
    const slow = await measure(name, workers, articles, latencyMs)
    const instant = await measure(`${name}, instant`, workers, articles, 0)
    rows.push([
      name,
      slow.seconds.toFixed(2),
      (slow.seconds / ideal).toFixed(2),
      slow.workingSeconds.toFixed(2),
      (slow.workingSeconds / ideal).toFixed(2),
      String(slow.requests),
      (slow.requests / least).toFixed(2),
      String(slow.atOnce),
      slow.processorSeconds.toFixed(1),
      String(Math.round(segments / instant.workingSeconds)),
      String(slow.memoryMiB),
    ])
  }
  printTable(rows)
}

async function measure(
  name: string,
  workers: number | undefined,
  articles: readonly BenchArticle[],
  latency: number,
): Promise<ServiceFigures> {
  const bench: ServiceBench = {
    folder: path.join(folder, name.replaceAll(/\W+/g, '-')),
    ...{ articles, languages, latencyMs: latency },
    ...(workers === undefined || postgres === undefined
      ? {}
      : { postgres: { url: await postgres.freshUrl(), workers } }),
  }
  return benchService(bench)
}

/** Of one language: by number of texts, one for each block, and by size as a form has it. */
function leastRequests(articles: readonly BenchArticle[]): number {
  const texts = articles.flatMap(({ name, paragraphs }) => [
    `News of the day, ${name}`,
    ...paragraphs.map((sentences) => sentences.join(' ')),
  ])
  const bytes = new URLSearchParams(
    texts.map((text): [string, string] => ['text', text]),
  ).toString()
  return Math.ceil(Math.max(texts.length / 50, bytes.length / (128 * 1024)))
}

async function showMemory(): Promise<void> {
  const figures = await benchMemory(path.join(folder, 'memory'), memoryArticles)
  const shown = figures.map(({ articles, residentMiB }) => `${articles}: ${residentMiB}`)
  console.log(`memory of one service, MiB after so many articles: ${shown.join(', ')}`)
}

async function showPasses(): Promise<void> {
  const rows = [
    [
      'nothing to do',
      'store, s',
      'with files, s',
      `of ${passGoal} s`,
      'longest hold, ms',
      'jobs',
      'requests',
      'peak MiB',
    ],
  ]
  for (const [name, url] of [
    ['embedded', undefined],
    ['PostgreSQL', await postgres?.freshUrl()],
  ] as const) {
    const pass = await benchPass(path.join(folder, `pass-${name}`), passArticles, url)
    rows.push([
      `${name}, ${pass.articles} × ${pass.languages}`,
      pass.storeSeconds.toFixed(2),
      pass.diskSeconds.toFixed(2),
      (pass.diskSeconds / passGoal).toFixed(2),
      String(pass.longestHoldMs),
      String(pass.jobs),
      String(pass.requests),
      String(pass.peakMiB),
    ])
  }
  printTable(rows)
}

function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, i) =>
    Math.max(...rows.map((cells) => cells[i]?.length ?? 0)),
  )
  for (const cells of rows) {
    console.log(
      cells
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  '),
    )
  }
}
