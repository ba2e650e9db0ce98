/**
 * npm run bench: 50 articles in 8 languages against a local DeepL-like server of 100 ms latency.
 * Times are whole processes, as a user meets them, and are printed as ratios to the ideal:
 * ceil(requests / concurrency) × latency, with as few requests as 50 texts each allow.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { startDeeplServer, type DeeplServer } from '../test/support/deepl-server.ts'
import { makeArticles, sentence, textOf, type BenchArticle } from './bench-articles.ts'
import { bareLoop, oneAfterAnother } from './bench-baselines.ts'

const languages = ['de', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'uk']
const latencyMs = 100
const concurrency = 10
const articleCount = 50
const cli = fileURLToPath(new URL('../bin/babelwire.js', import.meta.url))

interface Measured {
  readonly seconds: number
  readonly requests: number
  readonly characters: number
  readonly refused: number
  readonly peakMiB: number
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'babelwire-bench-'))
const rows: string[][] = []
const row = (name: string, m: Measured, ideal?: number): void => {
  rows.push([
    name,
    m.seconds.toFixed(2),
    ideal === undefined ? '' : (m.seconds / ideal).toFixed(2),
    String(m.requests),
    String(m.characters),
    String(m.refused),
    m.peakMiB === 0 ? '' : String(m.peakMiB),
  ])
}

try {
  const articles = makeArticles(articleCount)
  const texts = articles.reduce((sum, article) => sum + article.paragraphs.length + 1, 0)
  const leastRequests = languages.length * Math.ceil(texts / 50)
  const ideal = (Math.ceil(leastRequests / concurrency) * latencyMs) / 1000
  console.log(
    `${articleCount} articles, ${texts} blocks, ${languages.length} languages, ${latencyMs} ms: at least ${leastRequests} requests, ${ideal.toFixed(2)} s`,
  )
  await benchRuns(articles, ideal)
  await benchBaselines(articles, ideal)
  await benchRateLimit(articles, leastRequests)
  await benchThroughput(articles)
  await benchStart()
  printTable()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function benchRuns(articles: readonly BenchArticle[], ideal: number): Promise<void> {
  const site = makeSite('runs', articles)
  const server = await startDeeplServer({ latencyMs, records: false })
  row('cold run', await runCli(site, server), ideal)
  row('run again', await runCli(site, server))
  const [first] = articles
  if (first === undefined) return
  const edited = first.paragraphs.map((sentences, i) =>
    i === 10 ? sentences.with(1, sentence(900_000)) : sentences,
  )
  writeArticle(site, { ...first, paragraphs: edited })
  row('one sentence edited', await runCli(site, server))
  const inserted = edited.toSpliced(5, 0, [
    `${sentence(900_001).slice(0, -1)}, officials in the capital said.`,
  ])
  writeArticle(site, { ...first, paragraphs: inserted })
  row('one paragraph inserted', await runCli(site, server))
  rmSync(path.join(site, 'locales'), { recursive: true })
  row('output folder deleted', await runCli(site, server))
  await server.close()
}

async function benchBaselines(articles: readonly BenchArticle[], ideal: number): Promise<void> {
  const server = await startDeeplServer({ latencyMs, records: false })
  const paragraphs = articles.map((article) => article.paragraphs.map((one) => one.join(' ')))
  row(
    '· bare loop, 50 paragraphs a request',
    await measure(server, () => bareLoop(server.url, server.key, paragraphs.flat(), languages)),
    ideal,
  )
  row(
    '· one client call after another',
    await measure(server, () => oneAfterAnother(server.url, server.key, paragraphs, languages)),
    ideal,
  )
  await server.close()
}

/** The engine refuses what is over 20 requests a second. */
async function benchRateLimit(
  articles: readonly BenchArticle[],
  leastRequests: number,
): Promise<void> {
  const perSecond = 20
  const ideal = leastRequests / perSecond
  const rateLimit = { perSecond, burst: perSecond }
  const server = await startDeeplServer({ latencyMs, rateLimit, records: false })
  row(`${perSecond} requests/s allowed`, await runCli(makeSite('limited', articles), server), ideal)
  const paragraphs = articles.flatMap((article) => article.paragraphs.map((one) => one.join(' ')))
  row(
    '· bare loop, reacting to 429',
    await measure(server, () => bareLoop(server.url, server.key, paragraphs, languages)),
    ideal,
  )
  await server.close()
}

/** Without latency only our own work is left. */
async function benchThroughput(articles: readonly BenchArticle[]): Promise<void> {
  const server = await startDeeplServer({ records: false })
  const measured = await runCli(makeSite('instant', articles), server)
  row('cold run, no latency', measured)
  const segments =
    articles.flatMap((article) => article.paragraphs.flat()).length * languages.length
  console.log(`without latency: ${Math.round(segments / measured.seconds)} segments/s`)
  await server.close()
}

async function benchStart(): Promise<void> {
  const node = async (...args: string[]): Promise<number> => (await time(args, {})).seconds
  const times = async (args: string[]): Promise<number> => {
    const seconds: number[] = []
    for (let i = 0; i < 5; i++) seconds.push(await node(...args))
    return seconds.sort((a, b) => a - b)[2] ?? 0
  }
  const bare = await times(['-e', '0'])
  const help = await times([cli, '--help'])
  console.log(
    `babelwire --help: ${(help * 1000).toFixed(0)} ms, ${(help / bare).toFixed(1)} times a bare node (${(bare * 1000).toFixed(0)} ms)`,
  )
}

function makeSite(name: string, articles: readonly BenchArticle[]): string {
  const site = path.join(folder, name)
  mkdirSync(path.join(site, 'articles'), { recursive: true })
  for (const article of articles) writeArticle(site, article)
  writeFileSync(path.join(site, 'glossary.yaml'), 'version: 1\nsource: en\nterms: {}\n')
  writeFileSync(
    path.join(site, 'babelwire.yaml'),
    `languages: [${languages.join(', ')}]\nengine: deepl\nbudget: {run: 1000}\n`,
  )
  return site
}

function writeArticle(site: string, article: BenchArticle): void {
  writeFileSync(path.join(site, 'articles', `${article.name}.txt`), textOf(article))
}

async function runCli(site: string, server: DeeplServer): Promise<Measured> {
  const env = { DEEPL_AUTH_KEY: server.key, DEEPL_SERVER_URL: server.url }
  const args = [cli, 'run', '--quiet', '--config', path.join(site, 'babelwire.yaml')]
  let peakMiB = 0
  const measured = await measure(server, async () => {
    peakMiB = (await time(args, env)).peakMiB
  })
  return { ...measured, peakMiB }
}

async function measure(server: DeeplServer, work: () => Promise<void>): Promise<Measured> {
  const before = { ...server.counters }
  const start = performance.now()
  await work()
  return {
    seconds: (performance.now() - start) / 1000,
    requests: server.counters.translateRequests - before.translateRequests,
    characters: server.counters.characters - before.characters,
    refused: server.counters.rateLimited - before.rateLimited,
    peakMiB: 0,
  }
}

/** Runs Node to its end; fails when it fails. */
function time(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly seconds: number; readonly peakMiB: number }> {
  const start = performance.now()
  const report =
    'process.on("exit",()=>process.stderr.write("\\npeak "+process.resourceUsage().maxRSS+"\\n"))'
  const child = spawn(
    process.execPath,
    args[0] === '-e'
      ? args
      : ['--import', `data:text/javascript,${encodeURIComponent(report)}`, ...args],
    { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      const seconds = (performance.now() - start) / 1000
      const peakMiB = Math.round(Number(/peak (\d+)/.exec(errors)?.[1] ?? 0) / 1024)
      if (code === 0) resolve({ seconds, peakMiB })
      else reject(new Error(`exit code ${code}: ${errors}`))
    })
  })
}

function printTable(): void {
  const head = ['', 'seconds', '× ideal', 'requests', 'characters', '429s', 'peak MiB']
  const all = [head, ...rows]
  const widths = head.map((_, i) => Math.max(...all.map((cells) => cells[i]?.length ?? 0)))
  for (const cells of all) {
    console.log(
      cells
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  '),
    )
  }
}
