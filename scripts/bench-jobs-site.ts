import { linkSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { bundleFile, manifestFile } from '../src/bundle/index.ts'
import { siteOf, type Config } from '../src/config.ts'
import { shortHash } from '../src/hash.ts'
import type { Article, Locale } from '../src/model.ts'
import { inputsOf } from '../src/pipeline/unchanged.ts'
import type { Services } from '../src/services.ts'
import type { Statement } from '../src/storage/index.ts'
import { makeArticles, textOf, type BenchArticle } from './bench-articles.ts'

/** 38 languages of DeepL and both pseudo languages: 40. */
export const manyLanguages: readonly Locale[] = [
  'ar bg cs da de el es es-419 et fi fr he hi hu id it ja kmr ko lt lv nb nl pl pt-BR pt-PT ro ru',
  'sk sl sv th tl tr uk vi zh-Hans zh-Hant en-XA ar-XB',
].flatMap((line) => line.split(' '))

/** Writes a newsroom into a folder; @returns its configuration file. */
export function writeSite(
  folder: string,
  articles: readonly BenchArticle[],
  config: string,
): string {
  mkdirSync(path.join(folder, 'articles'), { recursive: true })
  for (const article of articles) {
    writeFileSync(path.join(folder, 'articles', `${article.name}.txt`), textOf(article))
  }
  writeFileSync(path.join(folder, 'glossary.yaml'), 'version: 1\nsource: en\nterms: {}\n')
  const file = path.join(folder, 'babelwire.yaml')
  writeFileSync(file, config)
  return file
}

/**
 * Fills a store as if a service had published so many articles of 27 paragraphs in all languages, and
 * puts a name in its folder for each bundle and manifest. All names of a folder are links to one file,
 * which takes a tenth of the time of files of their own, and what is looked for are names.
 */
export async function fillPublished(count: number, services: Services): Promise<void> {
  const { config, database, output } = services
  const [sample] = makeArticles(1)
  if (sample === undefined) return
  for (const folder of ['', ...config.languages]) {
    mkdirSync(path.join(output, folder, 'articles'), { recursive: true })
    writeFileSync(path.join(output, folder, 'bundle'), '{}\n')
  }
  for (let from = 0; from < count; from += 250) {
    const statements: Statement[] = []
    for (let number = from; number < Math.min(count, from + 250); number++) {
      const article = articleOf(sample, number)
      statements.push(...(await rowsOf(article, config, services)))
      linkSync(path.join(output, 'bundle'), manifestFile(output, article.id))
      for (const locale of config.languages) {
        linkSync(path.join(output, locale, 'bundle'), bundleFile(output, locale, article.id))
      }
    }
    await database.batch(statements)
  }
}

function articleOf({ paragraphs }: BenchArticle, number: number): Article {
  const id = `river-flood-${String(number).padStart(6, '0')}`
  return {
    id,
    locale: 'en',
    revision: shortHash('bench', number),
    blocks: paragraphs.map((sentences, i) => ({
      key: i === 0 ? 'title' : `b${String(i).padStart(3, '0')}`,
      role: i === 0 ? 'headline' : 'paragraph',
      text: sentences.join(' '),
      tags: {},
      translate: true,
    })),
  }
}

async function rowsOf(
  article: Article,
  config: Config,
  services: Services,
): Promise<readonly Statement[]> {
  const site = siteOf(config)
  const at = new Date(0).toISOString()
  const rows: Statement[] = [
    {
      sql: `INSERT INTO article (site, id, revision, next_block, document, seen, locale, targets)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      params: [
        ...[site, article.id, article.revision, 27, JSON.stringify(article), at, article.locale],
        config.languages.join(' '),
      ],
    },
  ]
  for (const locale of config.languages) {
    const caller = await services.callerFor(article.locale, locale)
    const input = inputsOf(article, locale, caller, services).wanted
    rows.push(
      {
        sql: `INSERT INTO localized (site, article, locale, input, output, report)
              VALUES ($1, $2, $3, $4, $5, $6)`,
        params: [site, article.id, locale, input, shortHash(input), reportOf(article, locale)],
      },
      {
        sql: `INSERT INTO edition (site, article, locale, input, assembled, held, at)
              VALUES ($1, $2, $3, $4, '', 0, $5)`,
        params: [site, article.id, locale, input, at],
      },
    )
  }
  return rows
}

/** What a report is like: the numbers, and the blocks that were sent. */
function reportOf({ id, revision, blocks }: Article, locale: Locale): string {
  const sentBlocks = blocks.map(({ key }) => key)
  const numbers = { blocks: 28, segments: 109, remembered: 0, translated: 109, held: 0 }
  const cost = { characters: 8120, requests: 1, micros: 162_400 }
  return JSON.stringify({
    ...{ article: id, locale, revision, state: 'machine', published: true, unchanged: false },
    ...{ ...numbers, ...cost, engine: 'deepl', sentBlocks, heldSegments: [], warnings: [] },
    bundle: bundleFile('locales', locale, id),
  })
}
