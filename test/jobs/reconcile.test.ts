import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openEditions, openStanding } from '../../src/archive/index.ts'
import { systemClock } from '../../src/clock.ts'
import { readConfig, siteOf } from '../../src/config.ts'
import type { JobServices } from '../../src/jobs/job-services.ts'
import { reconcile, type ReconcileOptions } from '../../src/jobs/reconcile.ts'
import { openScheduleRecord } from '../../src/jobs/schedule-record.ts'
import { createLog } from '../../src/log.ts'
import { openQueue } from '../../src/queue/index.ts'
import { createMetrics } from '../../src/service/index.ts'
import { openServices } from '../../src/services.ts'
import { withoutTags } from '../support/deepl-changes.ts'
import { startDeeplServer, type DeeplServer } from '../support/deepl-server.ts'
import { openNewsroom, type Newsroom } from '../support/newsroom.ts'

const config = 'languages: [de, uk, ar, zh-Hans]\nengine: deepl\nbudget: {run: 5, day: 5}\n'
const glossary = `version: 1
source: en
terms:
  Zelenskyy:
    about: {kind: person}
    to: {de: Selenskyj, uk: Зеленський, ar: زيلينسكي, zh-Hans: 泽连斯基}
`
const aid = 'Aid arrives by train\n\nZelenskyy thanked the drivers on Monday.\n'
const flood = 'River rises above the old mark\n\nThe council closed two bridges.\n'

describe('a look over all articles', () => {
  let server: DeeplServer
  let newsroom: Newsroom
  const env = (): Record<string, string> => ({
    DEEPL_AUTH_KEY: server.key,
    DEEPL_SERVER_URL: server.url,
  })

  beforeEach(async () => {
    server = await startDeeplServer()
    newsroom = openNewsroom(
      {
        'babelwire.yaml': config,
        'glossary.yaml': glossary,
        'articles/aid.txt': aid,
        'articles/flood.txt': flood,
      },
      server,
    )
  })
  afterEach(async () => {
    newsroom.remove()
    await server.close()
  })

  /** What a look put in, and the jobs that wait then, `lane article`. */
  const look = async (
    options: ReconcileOptions,
  ): Promise<{ articles: number; added: number; jobs: readonly string[]; log: string }> => {
    const setting = readConfig(newsroom.path('babelwire.yaml'))
    const services = await openServices(setting, { env: env(), purpose: 'service' })
    const site = siteOf(setting)
    const now = (): Date => systemClock.now()
    const queue = await openQueue(services.database, {}, site, { now })
    let log = ''
    const jobs: JobServices = {
      services: () => services,
      refresh: async () => {},
      isWorker: false,
      queue,
      editions: openEditions(services.database, site, now),
      standing: openStanding(services.database, site),
      schedule: openScheduleRecord(services.database, site),
      log: createLog({ format: 'text', write: (line) => (log += line), now, secrets: [] }),
      folder: newsroom.folder,
      random: Math.random,
      metrics: createMetrics({
        collect: async () => ({ lanes: [], heldSegments: 0, spent: [] }),
        now,
      }),
      add: (added) => queue.add(added),
      tell: async () => {},
    }
    try {
      const { articles, added } = await reconcile(jobs, options)
      const waiting = (await queue.desk.list()).map(
        ({ lane, name }) => `${lane} ${name.split(' ')[0] ?? ''}`,
      )
      return { articles, added, jobs: waiting.sort(), log }
    } finally {
      await queue.close()
      await services.close()
    }
  }

  it('finds nothing where every language was published from what it would be made from now', async () => {
    expect((await newsroom.run('run')).code).toBe(0)
    const before = server.counters.translateRequests
    let pages = 0
    const found = await look({ isDiskChecked: true, onPage: () => void pages++ })
    expect(found).toMatchObject({ articles: 2, added: 0, jobs: [] })
    expect(pages).toBe(1)
    expect(server.counters.translateRequests).toBe(before)
  })

  it('puts in the language whose bundle was deleted, once it looks for files, and only once', async () => {
    await newsroom.run('run')
    rmSync(newsroom.path('locales/uk/articles/flood.json'))
    expect((await look({ isDiskChecked: false })).jobs).toEqual([])
    expect((await look({ isDiskChecked: true })).jobs).toEqual(['localize.uk flood'])
    expect((await look({ isDiskChecked: true })).added).toBe(0)
  })

  it('puts in every language of an article whose manifest was deleted', async () => {
    await newsroom.run('run')
    rmSync(newsroom.path('locales/articles/aid.json'))
    const all = ['ar', 'de', 'uk', 'zh-Hans'].map((locale) => `localize.${locale} aid`)
    expect((await look({ isDiskChecked: true })).jobs).toEqual(all)
  })

  it('puts in all where the folder of a language, or all of them, is gone', async () => {
    await newsroom.run('run')
    rmSync(newsroom.path('locales/zh-Hans'), { recursive: true })
    const gone = ['localize.zh-Hans aid', 'localize.zh-Hans flood']
    expect((await look({ isDiskChecked: true })).jobs).toEqual(gone)
    rmSync(newsroom.path('locales'), { recursive: true })
    expect((await look({ isDiskChecked: true })).jobs).toHaveLength(8)
  })

  it('puts in everything when the glossary is another', async () => {
    await newsroom.run('run')
    newsroom.write('glossary.yaml', glossary.replace('Selenskyj', 'Selenski'))
    expect((await look({ isDiskChecked: false })).added).toBe(8)
  })

  it('does not take a language for lost that is held and so left no bundle', async () => {
    server.options = {
      ...server.options,
      renders: { Zelenskyy: 'Selenski' },
      respond: ({ form }) =>
        form.getAll('text').some((text) => text.includes('<t1>'))
          ? { kind: 'texts', change: withoutTags }
          : 'ok',
    }
    expect((await newsroom.run('run')).code).toBe(3)
    expect(newsroom.has('locales/de/articles/aid.json')).toBe(false)
    expect((await look({ isDiskChecked: true })).jobs).toEqual([])
  })

  it('says once, not for every article, that a language has no engine, and puts in the others', async () => {
    await newsroom.run('run')
    newsroom.write(
      'babelwire.yaml',
      config.replace('engine: deepl', 'engine: {default: deepl, ar: libretranslate}'),
    )
    const { log, jobs } = await look({ isDiskChecked: false })
    expect(log.match(/language without an engine/g)).toHaveLength(1)
    expect(log).toContain('locale=ar')
    expect(jobs).toEqual([])
  })

  it('sees every article where there are more than a page holds', async () => {
    for (let number = 0; number < 260; number++) {
      newsroom.write(`articles/brief-${number}.txt`, `Briefing ${number}\n\nTwo bridges closed.\n`)
    }
    newsroom.write('babelwire.yaml', 'languages: [uk]\nengine: deepl\nbudget: {run: 5, day: 5}\n')
    expect((await newsroom.run('run')).code).toBe(0)
    rmSync(newsroom.path('locales/uk/articles/brief-7.json'))
    rmSync(newsroom.path('locales/uk/articles/brief-99.json'))
    const { articles, jobs } = await look({ isDiskChecked: true })
    expect(articles).toBe(262)
    expect(jobs).toEqual(['localize.uk brief-7', 'localize.uk brief-99'])
  })
})
