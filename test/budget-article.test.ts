import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startDeeplServer, type DeeplServer } from './support/deepl-server.ts'
import { openNewsroom, type Newsroom, type RunJson } from './support/newsroom.ts'

const config = (budget: string, languages = '[es]'): string =>
  `languages: ${languages}\nengine: deepl\nengines: {deepl: {price: 20}}\nbudget: ${budget}\n`

const glossary = `version: 1
source: en
terms:
  Kyiv: {about: {kind: place}, to: {es: Quiev, ru: Киев}}
`

const shared = 'The ministry did not answer questions on Monday.'

/** About 960 characters, 0.019 EUR a language. */
const report = [
  'The long report on the grain corridor',
  ...Array.from(
    { length: 12 },
    (_, i) =>
      `Ship ${i + 101} left the port of Odesa with grain for Egypt. It was ${i + 7} days late.`,
  ),
  shared,
].join('\n\n')

const note = `Ferry returns to Kyiv

The ferry to Kyiv sails again from Tuesday. ${shared}
`

describe('an article that may cost no more', () => {
  let server: DeeplServer
  let newsroom: Newsroom

  beforeEach(async () => {
    server = await startDeeplServer()
    newsroom = openNewsroom(
      {
        'babelwire.yaml': config('{run: 5, article: 0.015}'),
        'glossary.yaml': glossary,
        // The report is read first: the sentence they share is its own.
        'articles/a-report.txt': report,
        'articles/b-note.txt': note,
      },
      server,
    )
  })
  afterEach(async () => {
    newsroom.remove()
    await server.close()
  })

  const run = async (): Promise<{ code: number; err: string; json: RunJson }> => {
    const { code, out, err } = await newsroom.run('run', '--json')
    return { code, err, json: JSON.parse(out) as RunJson }
  }
  const sent = (): string => server.requests.flatMap(({ form }) => form.getAll('text')).join('\n')

  it('fails alone: the other articles of its request are sent and published', async () => {
    const { json } = await run()
    expect(json.articles[1]?.languages['es']).toMatchObject({ state: 'machine', published: true })
    expect(json.articles[0]?.languages['es']).toMatchObject({ published: false, cost: 0 })
    expect(sent()).not.toContain('grain for Egypt')
    expect(newsroom.read('locales/es/articles/b-note.json')).toContain('Quiev')
  })

  it('says which, what it may cost and how to mend it, with exit code 5', async () => {
    const { code, err, json } = await run()
    expect(code).toBe(5)
    expect(json.articles[0]?.languages['es']).toMatchObject({ state: 'failed' })
    expect(err).toContain('for a-report; 0.00 EUR of the 0.0150 EUR an article may cost')
    expect(err).toContain('babelwire budget raise article')
  })

  it('leaves what it shares with another article to that one, sent once', async () => {
    await run()
    expect(sent().split(shared)).toHaveLength(2)
    const rows = await newsroom.run('status', '--cost', '--json', 'b-note')
    const { engines } = JSON.parse(rows.out) as { engines: { characters: number }[] }
    const own = 'Ferry returns to KyivThe ferry to Kyiv sails again from Tuesday.'
    expect(engines[0]?.characters).toBe(own.length + shared.length)
  })

  it('does not keep a wrong name of the others from being asked for again', async () => {
    newsroom.write('babelwire.yaml', config('{run: 5, article: 0.015}', '[ru]'))
    server.options = { ...server.options, renders: { Kyiv: 'Кыив' } }
    const { json } = await run()
    expect(json.articles[1]?.languages['ru']).toMatchObject({ state: 'machine', published: true })
    expect(newsroom.read('locales/ru/articles/b-note.json')).toContain('Киев')
  })

  it('is made when its limit was raised, at the price of what is missing', async () => {
    await run()
    const before = server.counters.characters
    const raised = await newsroom.run(
      ...['budget', 'raise', 'article', '0.05', '--by', 'Olha Marchenko', '--reason', 'lead story'],
    )
    expect(raised.code).toBe(0)
    const { code, json } = await run()
    expect(code).toBe(0)
    expect(json.articles[0]?.languages['es']).toMatchObject({ state: 'machine', published: true })
    const billed = server.counters.characters - before
    expect(json.totals.characters).toBe(billed)
    expect(sent().split(shared)).toHaveLength(2)
  })
})

describe('an attempt that got no answer', () => {
  it('is in the cost of the run, since it may have been billed', async () => {
    const server = await startDeeplServer({
      respond: ({ route }, n) =>
        route === 'translate' && n === 1 ? { kind: 'status', status: 500 } : 'ok',
    })
    const newsroom = openNewsroom(
      {
        'babelwire.yaml': config('{run: 5}'),
        'glossary.yaml': glossary,
        'articles/b-note.txt': note,
      },
      server,
    )
    try {
      const { code, out } = await newsroom.run('run', '--json')
      const { totals } = JSON.parse(out) as RunJson
      expect(code).toBe(0)
      expect(totals.cost).toBeCloseTo((2 * totals.characters * 20) / 1e6, 9)
      const shown = await newsroom.run('budget', 'show', '--json')
      const { limits } = JSON.parse(shown.out) as { limits: Record<string, unknown>[] }
      expect(limits.find(({ limit }) => limit === 'day')).toMatchObject({
        spent: totals.cost / 2,
        reserved: totals.cost / 2,
      })
    } finally {
      newsroom.remove()
      await server.close()
    }
  })
})
