import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { loadXml, readArticle } from '../../src/ingest/index.ts'

// Each folder of test/articles is a document and the article that is to be read from it.
// UPDATE_ARTICLES=1 writes the expectations anew: read the diff before you keep it.
const folder = new URL('../articles/', import.meta.url)

const locales: Readonly<Record<string, string>> = {
  'chinese-text': 'zh-Hans',
  'french-fragment': 'fr',
  'german-markdown': 'de',
  'ukrainian-text': 'uk',
}

beforeAll(loadXml)

for (const slug of readdirSync(folder).toSorted()) {
  it(`reads ${slug}`, () => {
    const input = readdirSync(new URL(`${slug}/`, folder)).find((name) => name.startsWith('input.'))
    const text = readFileSync(new URL(`${slug}/${input}`, folder), 'utf8')
    const path = `/articles/${slug}.${input?.split('.').at(-1)}`
    const read = readArticle({ name: path, path, text }, { locale: locales[slug] ?? 'en' })
    const expected = new URL(`${slug}/expected.json`, folder)
    if (process.env['UPDATE_ARTICLES'] === '1') {
      writeFileSync(expected, `${JSON.stringify(read, undefined, 2)}\n`)
    }
    expect(read).toEqual(JSON.parse(readFileSync(expected, 'utf8')))
  })
}
