import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom, type Newsroom, type RunJson } from './support/newsroom.ts'
import { apertiumMode, isMissing, seedArticle } from './support/parts.ts'

const glossary = readFileSync(fileURLToPath(new URL('../glossary.yaml', import.meta.url)), 'utf8')

/** Names of the seed page in Spanish, by the house glossary. */
const spanishNames = [
  'Volodímir Zelenski',
  'Kiev',
  'Moscú',
  'Ucrania',
  'Rusia',
  'Estambul',
  'Rustem Umérov',
  'Kremlin',
  'Vladímir Putin',
  'Dmitri Peskov',
  'Donald Trump',
  'Trump',
  'Patriot',
  'Donetsk',
  'Dnipropetrovsk',
  'Odesa',
  'Rostov',
  'UE',
]

// The seed belongs to nobody's clone: where it is not, there is nothing to test.
describe.skipIf(!existsSync(seedArticle) || isMissing(apertiumMode))(
  'the seed page, translated offline',
  () => {
    let newsroom: Newsroom
    let json: RunJson
    let code: number
    beforeAll(async () => {
      newsroom = openNewsroom({
        'glossary.yaml': glossary,
        'babelwire.yaml': 'languages: [es, ca, gl, eo]\nengine: apertium\n',
      })
      const args = ['translate', seedArticle, '--out', 'site', '--json']
      const ended = await newsroom.run(...args)
      code = ended.code
      json = JSON.parse(ended.out) as RunJson
    })
    afterAll(() => newsroom.remove())

    it('is done, nothing held', () => {
      expect(json.totals.held).toBe(0)
      expect(code).toBe(0)
    })

    it('has every glossary name in its Spanish form, and never a Triunfo', () => {
      const text = Object.values(newsroom.json('site/es/articles/article.json')).join('\n')
      for (const name of spanishNames) expect(text).toContain(name)
      expect(text).not.toMatch(/Triunfo/i)
      expect(text).not.toMatch(/Zelenskyy|Kyiv|Moscow|Istanbul|Ukraine\b(?! in Odesa)/)
    })

    it('has right names in all four languages, as the gate sees them', async () => {
      newsroom.write(
        'babelwire.yaml',
        'languages: [es, ca, gl, eo]\nengine: apertium\noutput: site\n',
      )
      expect(await newsroom.run('check')).toMatchObject({
        code: 0,
        out: '1 articles, 5 bundles: all may be served\n',
      })
    })

    it('sends nothing the second time', async () => {
      const again = await newsroom.run('translate', seedArticle, '--out', 'site', '--json')
      expect((JSON.parse(again.out) as RunJson).totals).toMatchObject({
        translated: 0,
        requests: 0,
      })
    })
  },
)

describe.skipIf(isMissing(apertiumMode))('a page of our own with the same traps', () => {
  it('has Trump and the Kremlin, never a Triunfo', async () => {
    const newsroom = openNewsroom({
      'glossary.yaml': glossary,
      'babelwire.yaml': 'languages: [es]\nengine: apertium\n',
    })
    const page = fileURLToPath(new URL('../articles/black-sea-talks.txt', import.meta.url))
    expect((await newsroom.run('translate', page, '--to', 'es')).code).toBe(0)
    const text = Object.values(newsroom.json('locales/es/articles/black-sea-talks.json')).join('\n')
    for (const name of ['Donald Trump', 'Zelenski', 'Estambul', 'Odesa'])
      expect(text).toContain(name)
    expect(text).not.toMatch(/Triunfo|Zelenskyy|Kyiv|Istanbul/i)
    newsroom.remove()
  })
})
