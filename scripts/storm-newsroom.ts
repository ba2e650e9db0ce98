import path from 'node:path'
import { startDeeplServer } from '../test/support/deepl-server.ts'
import { openNewsroom } from '../test/support/newsroom.ts'
import { sentence } from './bench-articles.ts'

/** What a storm is to publish, and what that costs where nothing goes wrong. */
export interface StormWork {
  readonly languages: readonly string[]
  /** Articles as files, in the order they come in. */
  readonly articles: readonly {
    readonly id: string
    readonly file: string
    readonly text: string
  }[]
  /** The bundle of each language of each article, by its path below the newsroom. */
  readonly bundles: ReadonlyMap<string, string>
  /** Characters that are billed when each sentence is sent once. */
  readonly characters: number
}

/** Requests in flight at once, over all machines. */
export const stormConcurrency = 4

const names = ['Kyiv', 'Odesa', 'Zelenskyy']

/** Configuration and glossary of the newsroom in the storm. */
export function stormFiles(languages: readonly string[]): Readonly<Record<string, string>> {
  return {
    'babelwire.yaml': `languages: [${languages.join(', ')}]
articles: [{files: articles, every: 1s}]
engine: deepl
engines: {deepl: {concurrency: ${stormConcurrency}}}
budget: {day: 1000}
`,
    'glossary.yaml': `version: 1
source: en
terms:
  Kyiv: {about: {kind: place}, to: {es: Kiev, fr: Kyiv, uk: Київ, ar: كييف, zh-Hans: 基辅}}
  Odesa: {about: {kind: place}, to: {es: Odesa, fr: Odessa, uk: Одеса, ar: أوديسا, zh-Hans: 敖德萨}}
  Zelenskyy: {about: {kind: person}, to: {es: Zelenski, fr: Zelensky, uk: Зеленський, ar: زيلينسكي, zh-Hans: 泽连斯基}}
`,
  }
}

/**
 * Makes the articles and learns, from one run against a kind server, which bundles are right: the
 * pretended engine says the same of a sentence each time.
 */
export async function makeWork(count: number, languages: readonly string[]): Promise<StormWork> {
  const articles = Array.from({ length: count }, (_, n) => {
    const id = `storm-${String(n).padStart(3, '0')}`
    return { id, file: `articles/${id}.txt`, text: articleText(n) }
  })
  const server = await startDeeplServer({ records: false })
  const newsroom = openNewsroom(
    {
      ...stormFiles(languages),
      ...Object.fromEntries(articles.map(({ file, text }) => [file, text])),
    },
    server,
  )
  try {
    const { code, err } = await newsroom.run('run')
    if (code !== 0) throw new Error(`the run without a storm ended with ${code}: ${err}`)
    const files = articles.flatMap(({ id }) =>
      languages.map((language) => path.join('locales', language, 'articles', `${id}.json`)),
    )
    const bundles = new Map(files.map((file) => [file, newsroom.read(file)]))
    return { languages, articles, bundles, characters: server.counters.characters }
  } finally {
    newsroom.remove()
    await server.close()
  }
}

/** A headline, paragraphs of sentences that stand nowhere else, and one that stands in all. */
function articleText(n: number): string {
  const paragraphs = [0, 1, 2].map((p) => {
    const name = names[(n + p) % names.length] ?? ''
    return `${sentence(n * 10 + p * 2)} The mayor of zone ${n}-${p} spoke of ${name}. ${sentence(n * 10 + p * 2 + 1)}`
  })
  const shared = 'The weather service repeated its warning for the coast of Odesa.'
  return [`Storm reaches zone ${n}`, ...paragraphs, shared].join('\n\n') + '\n'
}
