/**
 * node --expose-gc scripts/bench-matcher.ts: names of a glossary in 10 MB of news text, sentence by
 * sentence as a run does it, against a giant RegExp and Aho-Corasick packages over the same names and
 * text. Processor time is measured, so that a busy machine changes little. A rival too slow for all
 * of the text gets the first part of it, and what could not end in time is left out.
 */
import { compileMatcher, parseGlossary, type Entry } from '../src/glossary/index.ts'
import { makeNames, makeNews } from './bench-matcher-news.ts'
import { rivals, type Compile } from './bench-matcher-rivals.ts'

const sizes = [100, 10_000, 100_000, 1_000_000]
/** Sentences for a rival by number of names, of 40,000 in all; 0 where it would take minutes. */
const shares: Readonly<Record<string, readonly number[]>> = {
  'one giant RegExp': [4_000, 400, 0, 0],
  'modern-ahocorasick': [4_000, 4_000, 4_000, 0],
}

const names = makeNames(sizes.at(-1) ?? 0)
const news = makeNews(names, 10_000_000)
/** Entries belong to the glossary: they are made before the matcher is measured. */
const entries = entriesOf(names)
console.log('matcher                          names  build ms    MB/s  heap MB     hits  ours is')
for (const [step, size] of sizes.entries()) {
  const known = names.slice(0, size)
  const ours = measure('babelwire', size, compileOurs, known, news)
  for (const [name, compile] of Object.entries(rivals)) {
    const share = shares[name]?.[step] ?? 0
    if (share === 0) console.log(`${name.padEnd(28)} ${String(size).padStart(9)}  left out`)
    else measure(name, size, compile, known, news.slice(0, share), ours)
  }
}
measureText('babelwire, one text of 10 MB', names.slice(0, 100_000))
measureLoading(10_000)

function compileOurs(known: readonly string[]): (text: string) => number {
  const find = compileMatcher({ source: 'en', entries: entries.slice(0, known.length) })
  return (text) => find(text).length
}

function entriesOf(known: readonly string[]): readonly Entry[] {
  const shared = { also: [], isCaseExact: false, unless: [], onlyIf: [], keep: [], uninflected: [] }
  const none = { to: new Map(), forms: new Map(), never: new Map() }
  const place = { file: 'glossary.yaml' }
  return known.map((source) => ({ ...shared, ...none, place, key: source, source }))
}

/** Prints a row and returns MB of text per second. */
function measure(
  name: string,
  size: number,
  compile: Compile,
  known: readonly string[],
  texts: readonly string[],
  ours?: number,
): number {
  const before = heap()
  const buildStart = milliseconds()
  const count = compile(known)
  const build = milliseconds() - buildStart
  const held = heap() - before
  const start = milliseconds()
  const hits = texts.reduce((sum, text) => sum + count(text), 0)
  const seconds = (milliseconds() - start) / 1000
  const speed = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6 / seconds
  const cells = [
    name.padEnd(28),
    String(size).padStart(9),
    build.toFixed(0).padStart(9),
    speed.toFixed(2).padStart(7),
    held.toFixed(1).padStart(8),
    String(hits).padStart(8),
    ours === undefined ? '' : `${(ours / speed).toFixed(1)} times as fast`,
  ]
  console.log(cells.join(' '))
  return speed
}

function measureText(name: string, known: readonly string[]): void {
  measure(name, known.length, compileOurs, known, [news.join('\n')])
}

/** Load and check of a glossary in 12 languages. */
function measureLoading(count: number): void {
  const languages = 'es fr de it pt nl pl uk ru tr ar zh'.split(' ')
  const lines = names
    .slice(0, count)
    .map((name) => `  ${name}: {to: {${languages.map((tag) => `${tag}: ${name}`).join(', ')}}}`)
  const content = `version: 1\nsource: en\nterms:\n${lines.join('\n')}\n`
  const start = milliseconds()
  parseGlossary(content, 'glossary.yaml')
  const took = (milliseconds() - start).toFixed(0)
  console.log(`${count} entries in ${languages.length} languages, loaded and checked: ${took} ms`)
}

/** Processor time of this process so far. */
function milliseconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** MB in use, typed arrays included; exact with --expose-gc. */
function heap(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}
