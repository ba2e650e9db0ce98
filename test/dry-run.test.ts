import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeArticles, textOf } from '../scripts/bench-articles.ts'
import { startDeeplServer, type DeeplServer } from './support/deepl-server.ts'
import { openNewsroom, type Newsroom, type RunJson } from './support/newsroom.ts'

const config = `languages: [es, zh-Hans]
engine: deepl
engines: {deepl: {price: 20}}
budget: {run: 500, month: 500}
`

const glossary = `version: 1
source: en
terms:
  Kyiv:
    about: {kind: place, also: [Kiev]}
    to: {es: Kiev, zh-Hans: 基辅}
`

/** What stands in every article, wherever it is from. */
const boilerplate =
  'Reporting by our staff in Kyiv. The newsroom did not take part in the talks. Readers may republish this text.'

/** The background of 50 stories: each comes back after 50 articles, so in every batch of 64. */
const backgrounds = makeArticles(190, 1, 4).slice(140)

/** 140 articles, which is two batches of 64 and a rest, each with three sentences of its own. */
const articles = Object.fromEntries(
  makeArticles(140, 1, 3).map((article, i) => {
    const background = backgrounds[i % 50]?.paragraphs[0]?.join(' ') ?? ''
    const text = [textOf(article).trim(), background, boilerplate].join('\n\n')
    return [`articles/${article.name}.txt`, text]
  }),
)

describe('the estimate of a dry run', () => {
  let server: DeeplServer
  let newsroom: Newsroom

  beforeEach(async () => {
    server = await startDeeplServer({ records: false })
    newsroom = openNewsroom(
      { 'babelwire.yaml': config, 'glossary.yaml': glossary, ...articles },
      server,
    )
  })
  afterEach(async () => {
    newsroom.remove()
    await server.close()
  })

  const run = async (...args: string[]): Promise<RunJson['totals']> => {
    const { code, out, err } = await newsroom.run('run', '--json', ...args)
    expect([code, err]).toEqual([0, ''])
    return (JSON.parse(out) as RunJson).totals
  }
  /** What a dry run says and what is billed right after it. */
  const compare = async (): Promise<{
    readonly estimate: RunJson['totals']
    readonly billed: number
    readonly real: RunJson['totals']
    readonly requests: number
  }> => {
    const estimate = await run('--dry-run')
    const { characters, translateRequests } = server.counters
    const real = await run()
    return {
      estimate,
      billed: server.counters.characters - characters,
      requests: server.counters.translateRequests - translateRequests,
      real,
    }
  }
  /** How far an estimate is from what was billed: 0.02 is 2 %. */
  const error = (estimate: number, billed: number): number => Math.abs(estimate / billed - 1)

  it('is within 2 % of what is billed, for new articles and after edits', async () => {
    const first = await compare()
    expect(first.billed).toBeGreaterThan(80_000)
    expect(error(first.estimate.characters, first.billed)).toBeLessThan(0.02)
    expect(error(first.estimate.cost, first.real.cost)).toBeLessThan(0.02)
    expect(first.estimate).toMatchObject({
      segments: first.real.segments,
      translated: first.real.translated,
      remembered: first.real.remembered,
      requests: first.real.requests,
    })

    // Every tenth article gets a paragraph; another name changes a sentence of all.
    newsroom.write('glossary.yaml', glossary.replace('es: Kiev', 'es: Quiev'))
    for (const [i, [file, text]] of Object.entries(articles).entries()) {
      if (i % 10 !== 0) continue
      const update = `Ship ${i + 101} left for Kyiv at dawn. The crew was told to wait for a pilot.`
      newsroom.write(file, text.replace(boilerplate, `${update}\n\n${boilerplate}`))
    }
    const second = await compare()
    expect(second.billed).toBeGreaterThan(500)
    expect(error(second.estimate.characters, second.billed)).toBeLessThan(0.02)
    expect(error(second.estimate.cost, second.real.cost)).toBeLessThan(0.02)
  })
})
