/**
 * node scripts/bench-ingest.ts: how fast each format is read, on the sample documents of the tests, and
 * how long a folder of 1,000 articles takes when nothing changed. Reading is processor time, best of
 * three passes; the folder is the time of whole processes, as a user meets it.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { readDocument, type Source } from '../src/ingest/index.ts'
import { makeArticles, textOf } from './bench-articles.ts'

const samples = fileURLToPath(new URL('../test/articles/', import.meta.url))
const cli = fileURLToPath(new URL('../bin/babelwire.js', import.meta.url))
const passes = 20

console.log('format      documents  kB each   MB/s')
for (const [format, sources] of Map.groupBy(readSamples(), ({ name }) => path.extname(name))) {
  const bytes = sources.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  const speeds: number[] = []
  for (let run = 0; run < 3; run++) {
    const before = processor()
    for (let pass = 0; pass < passes; pass++) {
      for (const source of sources) await readDocument(source, { locale: 'en' })
    }
    speeds.push((bytes * passes) / 1e6 / (processor() - before))
  }
  const each = (bytes / 1000 / sources.length).toFixed(1)
  console.log(
    `${format.padEnd(10)} ${String(sources.length).padStart(10)} ${each.padStart(8)} ${Math.max(
      ...speeds,
    )
      .toFixed(2)
      .padStart(6)}`,
  )
}
benchFolder(1000)

function readSamples(): readonly Source[] {
  return readdirSync(samples).map((slug) => {
    const input = readdirSync(path.join(samples, slug)).find((name) => name.startsWith('input.'))
    const name = `${slug}${path.extname(input ?? '')}`
    return { name, path: name, text: readFileSync(path.join(samples, slug, input ?? ''), 'utf8') }
  })
}

function benchFolder(count: number): void {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'babelwire-ingest-'))
  try {
    mkdirSync(path.join(folder, 'articles'))
    for (const article of makeArticles(count)) {
      writeFileSync(path.join(folder, 'articles', `${article.name}.txt`), textOf(article))
    }
    writeFileSync(path.join(folder, 'glossary.yaml'), 'version: 1\nterms: {}\n')
    writeFileSync(path.join(folder, 'babelwire.yaml'), 'languages: [en-XA]\n')
    for (const what of ['first run', 'nothing changed', 'nothing changed, again']) {
      const start = performance.now()
      const { status, stderr } = spawnSync(process.execPath, [cli, 'run', '--quiet'], {
        cwd: folder,
        encoding: 'utf8',
      })
      if (status !== 0) throw new Error(`babelwire ended with ${status}: ${stderr}`)
      console.log(
        `${count} articles, ${what}: ${((performance.now() - start) / 1000).toFixed(2)} s`,
      )
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Seconds. */
function processor(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
