import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { compileMatcher, parseGlossary } from '../../src/glossary/index.ts'
import { expandSources, readSources } from '../../src/jobs/sources.ts'
import type { Locale } from '../../src/model.ts'
import { findMentions, unpublishedText } from '../../src/story/index.ts'
import { storyOf } from './articles.ts'
import { english, englishUnseen } from './labelled-english.ts'
import { russian, ukrainian } from './labelled-slavic.ts'
import { german, spanish } from './labelled-spanish-german.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

interface Score {
  readonly precision: number
  readonly recall: number
  readonly wrong: readonly string[]
  readonly missed: readonly string[]
}

/** How well the names in brackets are found. */
function score(locale: Locale, labelled: readonly string[]): Score {
  const texts = labelled.map((text) => text.replace(/[[\]]/g, ''))
  const { mentions } = findMentions([storyOf('labelled', locale, texts)], locale, () => [])
  const wrong: string[] = []
  const missed: string[] = []
  let right = 0
  for (const [i, text] of labelled.entries()) {
    const wanted = Array.from(text.matchAll(/\[([^\]]+)\]/g), (match) => match[1] ?? '')
    const found = mentions
      .filter(({ sentence }) => sentence.block.key === `b${i}`)
      .map(({ name }) => name.text)
    for (const name of wanted) {
      const at = found.indexOf(name)
      if (at < 0) missed.push(`${name}: ${texts[i]}`)
      else found.splice(at, 1)
      right += at < 0 ? 0 : 1
    }
    wrong.push(...found.map((name) => `${name}: ${texts[i]}`))
  }
  return {
    precision: right / (right + wrong.length),
    recall: right / (right + missed.length),
    wrong,
    missed,
  }
}

test.each([
  ['en', english, 0.95, 0.95],
  ['en', englishUnseen, 0.9, 0.9],
  ['es', spanish, 0.9, 0.9],
  ['de', german, 0.9, 0.9],
  ['uk', ukrainian, 0.9, 0.9],
  ['ru', russian, 0.9, 0.9],
])('names in %s news are found and little else', (locale, labelled, precision, recall) => {
  const found = score(locale, labelled)
  if (process.env['STORY_SCORES'] !== undefined) console.log(locale, found)
  expect(found.precision, found.wrong.join('\n')).toBeGreaterThanOrEqual(precision)
  expect(found.recall, found.missed.join('\n')).toBeGreaterThanOrEqual(recall)
})

test('in the sample articles and the seed, every name of their glossary is found and nothing else', async () => {
  const folder = path.join(root, 'articles')
  const seed = path.join(root, '../shared/seed/article.txt')
  const { read } = await readSources(
    [...expandSources([folder]), ...(existsSync(seed) ? [seed] : [])],
    { locale: 'en', root },
  )
  const articles = read.map(({ article }) => unpublishedText(article))
  const file = path.join(root, 'glossary.yaml')
  const find = compileMatcher(parseGlossary(readFileSync(file, 'utf8'), file))
  const { mentions } = findMentions(articles, 'en', () => [])
  const missed = findMentions(articles, 'en', find).sentences.flatMap(({ sentence, hits }) =>
    hits
      .filter(({ source, range }) => {
        const found = mentions.filter(
          (one) => one.sentence.block === sentence.block && one.sentence.text === sentence.text,
        )
        const isFound = found.some(({ name }) => name.start < range.end && name.end > range.start)
        return /\p{Lu}/u.test(source) && !isFound
      })
      .map(({ source }) => source),
  )
  const unknown = findMentions(articles, 'en', find).mentions.map(({ name }) => name.text)
  if (process.env['STORY_SCORES'] !== undefined) console.log('samples', { missed, unknown })
  expect([...new Set(missed)]).toEqual([])
  expect([...new Set(unknown)]).toEqual([])
})
