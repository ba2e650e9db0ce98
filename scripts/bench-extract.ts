/**
 * How well the article is found on the pages of `test/articles` that have a `story.txt`: the words
 * that would be translated against the words an editor marked, for our own rules, for Readability
 * with the rules for blocks, and for both together.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parse } from 'parse5'
import { composeBlocks } from '../src/ingest/compose.ts'
import { findContent } from '../src/ingest/extract.ts'
import { readBlocks } from '../src/ingest/html-blocks.ts'
import { findRoot } from '../src/ingest/html-root.ts'
import { walk, type Element } from '../src/ingest/html-tree.ts'
import { htmlReader } from '../src/ingest/html.ts'
import type { Line } from '../src/ingest/line.ts'
import type { Draft } from '../src/ingest/reader.ts'
import { plainText } from '../src/tagged-text.ts'

type Method = (text: string) => readonly Draft[]

const methods: Readonly<Record<string, Method>> = {
  ours: (text) => {
    const root = findRoot(parse(text, { scriptingEnabled: true }))
    return root === undefined ? [] : composeBlocks(readBlocks(root, undefined)).blocks
  },
  readability: (text) => {
    const document = parse(text, { scriptingEnabled: true })
    const isContent = findContent(document) ?? ((): boolean => true)
    const lines: Line[] = []
    for (const step of walk(document, () => false)) {
      if (step.kind === 'enter' && step.element.tagName === 'body') {
        lines.push(...readBlocks(step.element as Element, undefined))
      }
    }
    return composeBlocks(lines.filter((line) => line.role === 'headline' || isContent(line.plain)))
      .blocks
  },
  both: (text) => htmlReader.read({ name: 'page', text }).blocks,
  // Many sites have class names that say nothing: only the structure and the words are left.
  'both, no class names': (text) => {
    const bare = text.replace(/ (?:class|id|role)="[^"]*"/g, '')
    return htmlReader.read({ name: 'page', text: bare }).blocks
  },
}

const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

function wordsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (isWordLike === true) counts.set(segment, (counts.get(segment) ?? 0) + 1)
  }
  return counts
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0)
}

interface Score {
  readonly precision: number
  readonly recall: number
}

function score(blocks: readonly Draft[], story: string): Score {
  const sent = blocks.filter(({ translate }) => translate).map(({ text }) => plainText(text))
  const found = wordsOf(sent.join('\n'))
  const wanted = wordsOf(story)
  let shared = 0
  for (const [word, count] of found) shared += Math.min(count, wanted.get(word) ?? 0)
  return { precision: shared / Math.max(1, sum(found)), recall: shared / sum(wanted) }
}

function f1({ precision, recall }: Score): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
}

function format(each: Score): string {
  const { precision, recall } = each
  return `${f1(each).toFixed(3)} (${precision.toFixed(3)} / ${recall.toFixed(3)})`
}

const folder = new URL('../test/articles/', import.meta.url)
const pages = readdirSync(folder).filter((slug) => existsSync(new URL(`${slug}/story.txt`, folder)))
const names = Object.keys(methods)
const all = new Map<string, Score[]>(names.map((name) => [name, []]))

console.log(
  `word F1 (precision / recall)\n${'page'.padEnd(24)}${names.map((n) => n.padEnd(26)).join('')}`,
)
for (const slug of pages) {
  const text = readFileSync(new URL(`${slug}/input.html`, folder), 'utf8')
  const story = readFileSync(new URL(`${slug}/story.txt`, folder), 'utf8')
  const cells = names.map((name) => {
    const result = score(methods[name]?.(text) ?? [], story)
    all.get(name)?.push(result)
    return format(result).padEnd(26)
  })
  console.log(slug.padEnd(24) + cells.join(''))
}
const means = names.map((name) => {
  const scores = all.get(name) ?? []
  const mean = (pick: (each: Score) => number): number =>
    scores.reduce((total, each) => total + pick(each), 0) / scores.length
  const [f, p, r] = [mean(f1), mean((s) => s.precision), mean((s) => s.recall)]
  return `${f.toFixed(3)} (${p.toFixed(3)} / ${r.toFixed(3)})`.padEnd(26)
})
console.log('mean'.padEnd(24) + means.join(''))
