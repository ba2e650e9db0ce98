import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withoutTags } from './support/deepl-changes.ts'
import { startDeeplServer, type DeeplServer } from './support/deepl-server.ts'
import { openNewsroom, type Newsroom, type RunJson } from './support/newsroom.ts'

const glossary = `version: 1
source: en
terms:
  Zelenskyy:
    about: {kind: person}
    to: {de: Selenskyj}
`

const article = `Aid arrives by train

Zelenskyy thanked the drivers.

The trains carry food and blankets.
`

/** Locks come back without their tags: the last rung of the ladder breaks too. */
const breaksLocks: DeeplServer['options']['respond'] = ({ form }) =>
  form.getAll('text').some((text) => text.includes('<t1>'))
    ? { kind: 'texts', change: withoutTags }
    : 'ok'

describe('a name that the engine never gets right', () => {
  let server: DeeplServer
  let newsroom: Newsroom
  const run = async (): Promise<{ code: number; json: RunJson; err: string }> => {
    const { code, out, err } = await newsroom.run('run', '--json')
    return { code, json: JSON.parse(out) as RunJson, err }
  }

  beforeEach(async () => {
    server = await startDeeplServer({ renders: { Zelenskyy: 'Selenski' }, respond: breaksLocks })
    newsroom = openNewsroom(
      {
        'babelwire.yaml': 'languages: [de]\nengine: deepl\nbudget: {run: 5}\n',
        'glossary.yaml': glossary,
        'articles/aid.txt': article,
      },
      server,
    )
  })
  afterEach(async () => {
    newsroom.remove()
    await server.close()
  })

  it('is held with the reason, and the language does not go live', async () => {
    const { code, json, err } = await run()
    expect(code).toBe(3)
    expect(newsroom.has('locales/de/articles/aid.json')).toBe(false)
    const german = json.articles[0]?.languages['de']
    expect(german).toMatchObject({ state: 'held', published: false, held: 1 })
    expect(german?.heldSegments?.[0]).toMatchObject({ key: 'b001.1' })
    expect(err).toContain('held  aid de b001.1')
    expect(err).toContain('Zelenskyy')
  })

  it('is not paid for again by the next run, and is still held', async () => {
    await run()
    const before = server.counters.translateRequests
    const { code, json } = await run()
    expect(code).toBe(3)
    expect(json.totals.held).toBe(1)
    expect(server.counters.translateRequests).toBe(before)
  })

  it('goes live without a request once the editor accepts the form', async () => {
    await run()
    const before = server.counters.translateRequests
    newsroom.write(
      'glossary.yaml',
      glossary.replace('Selenskyj}', 'Selenskyj}\n    forms: {de: [Selenski]}'),
    )
    const { code } = await run()
    expect(code).toBe(0)
    expect(newsroom.json('locales/de/articles/aid.json')['b001']).toContain('Selenski')
    expect(server.counters.translateRequests).toBe(before)
  })

  it('keeps the last live revision, marked stale, when a new one is held', async () => {
    server.options = {}
    expect((await run()).code).toBe(0)
    const live = newsroom.read('locales/de/articles/aid.json')
    server.options = { renders: { Zelenskyy: 'Selenski' }, respond: breaksLocks }
    newsroom.write('articles/aid.txt', article.replace('the drivers', 'the two drivers'))
    expect((await run()).code).toBe(3)
    expect(newsroom.read('locales/de/articles/aid.json')).toBe(live)
    const manifest = newsroom.json<{ languages: Record<string, unknown> }>(
      'locales/articles/aid.json',
    )
    expect(manifest.languages['de']).toMatchObject({ state: 'held', stale: true, held: ['b001'] })
  })

  it('is left out of a partial edition, so that the reader sees the source there', async () => {
    newsroom.write(
      'babelwire.yaml',
      'languages: [de]\nengine: deepl\npublish: partial\nbudget: {run: 5}\n',
    )
    expect((await run()).code).toBe(3)
    const bundle = newsroom.json('locales/de/articles/aid.json')
    expect(Object.keys(bundle)).toEqual(['title', 'b002'])
  })
})
