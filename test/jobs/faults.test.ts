import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runStorm } from '../../scripts/storm-run.ts'
import { breachesOf } from '../../scripts/storm-report.ts'
import type { Manifest } from '../../src/bundle/index.ts'
import { startDeeplServer, type DeeplServer } from '../support/deepl-server.ts'
import { startLibreServer } from '../support/libre-server.ts'
import { openNewsroom, type Newsroom } from '../support/newsroom.ts'
import { startProcess } from '../support/service-process.ts'
import { startTestService, type TestService } from '../support/service.ts'

const config = (languages: string, engine = 'deepl'): string => `source: en
languages: [${languages}]
articles:
  - {files: articles, every: 1s}
engine: ${engine}
budget: {day: 500}
`
const flood = `River rises above the old mark

The river rose above the mark of 1997 on Monday. The council of Kyiv closed two bridges.
`
const glossary = 'version: 1\nterms: {}\n'

describe('a service in trouble', () => {
  let server: DeeplServer
  let newsroom: Newsroom
  let service: TestService | undefined

  beforeEach(async () => {
    server = await startDeeplServer()
    newsroom = openNewsroom({ 'glossary.yaml': glossary, 'articles/flood.txt': flood }, server)
  })
  afterEach(async () => {
    await service?.drain()
    service = undefined
    newsroom.remove()
    await server.close()
  })
  const start = async (
    languages: string,
    env?: Record<string, string>,
    engine?: string,
  ): Promise<TestService> => {
    newsroom.write('babelwire.yaml', config(languages, engine))
    return (service = await startTestService(newsroom, server, env))
  }
  const targetOf = (form: URLSearchParams): string => (form.get('target_lang') ?? '').toUpperCase()

  it('stops all languages of a key whose quota is used up, with one alert and no loop', async () => {
    server.options = {
      respond: ({ route }) => (route === 'translate' ? { kind: 'status', status: 456 } : 'ok'),
    }
    await start('es, uk, ar, zh-Hans')
    await service?.heard('engine rests', { kind: 'quota' })
    for (const locale of ['es', 'uk', 'ar', 'zh-Hans']) {
      await service?.heard('language failed', { locale })
    }
    const { translateRequests } = server.counters
    expect(translateRequests).toBeLessThanOrEqual(4)
    await new Promise((go) => setTimeout(go, 2_000))
    expect(server.counters.translateRequests).toBe(translateRequests)
    const alerts = service?.events.filter(({ event }) => event === 'engine rests') ?? []
    expect(alerts).toHaveLength(1)
  })

  it('does not keep one language waiting for another that its engine fails', async () => {
    server.options = {
      respond: ({ form }) => (targetOf(form) === 'UK' ? { kind: 'status', status: 500 } : 'ok'),
    }
    await start('es, uk, ar')
    await service?.heard('language published', { locale: 'es' })
    await service?.heard('language published', { locale: 'ar' })
    await service?.heard('language failed', { locale: 'uk' })
    server.options = {}
    const { languages } = newsroom.json<Manifest>('locales/articles/flood.json')
    expect(languages['uk']?.revision).toBeUndefined()
  })

  it('asks the next engine of the list when one is down, and the label tells which it was', async () => {
    server.options = {
      respond: ({ route }) => (route === 'translate' ? { kind: 'status', status: 403 } : 'ok'),
    }
    const libre = await startLibreServer()
    try {
      await start('es', { LIBRETRANSLATE_URL: libre.url }, '[deepl, libretranslate]')
      await service?.heard('language published', { locale: 'es', engine: 'libretranslate' })
      const { languages } = newsroom.json<Manifest>('locales/articles/flood.json')
      expect(languages['es']?.engine).toBe('libretranslate')
      // What a stand-in made stands: it is not paid for again when the first is back.
      server.options = {}
      const { translateRequests } = server.counters
      await service?.reload()
      await new Promise((go) => setTimeout(go, 1_500))
      expect(server.counters.translateRequests).toBe(translateRequests)
    } finally {
      await service?.drain()
      service = undefined
      await libre.close()
    }
  })

  it('lets breaking news overtake a backlog within a request for each place at the engine', async () => {
    for (let n = 0; n < 120; n++) {
      const body = Array.from(
        { length: 12 },
        (_, i) => `Report ${n} says that boat ${i} of ${n} left at dawn.`,
      )
      newsroom.write(`articles/note-${n}.txt`, `Market note number ${n}\n\n${body.join('\n\n')}\n`)
    }
    server.options = { latencyMs: 150 }
    newsroom.write(
      'babelwire.yaml',
      config('es, uk').replace(
        '  - {files',
        '  - {files: flash, every: 1s, urgency: 1}\n  - {files',
      ),
    )
    newsroom.write('flash/.keep', '')
    service = await startTestService(newsroom, server)
    for (let i = 0; i < 400 && server.counters.translateRequests < 12; i++) {
      await new Promise((go) => setTimeout(go, 25))
    }
    newsroom.write('flash/quake.txt', 'Earthquake strikes the coast\n\nThe coast road is closed.\n')
    await service.heard('article taken in', { article: 'quake' })
    const before = server.requests.length
    await service.heard('language published', { article: 'quake', locale: 'es' })
    const at = server.requests.findIndex(({ form }) =>
      form.getAll('text').join().includes('Earthquake'),
    )
    // What is in flight ends first: ten places.
    expect(at - before).toBeLessThanOrEqual(10)
    expect(at).toBeGreaterThan(0)
  })

  it('drains at SIGTERM and ends with 0; nothing is half-written', async () => {
    newsroom.write('babelwire.yaml', config('es, uk'))
    server.options = { latencyMs: 300 }
    const env = { DEEPL_AUTH_KEY: server.key, DEEPL_SERVER_URL: server.url }
    const running = startProcess('start', newsroom.folder, env)
    for (let i = 0; i < 400 && server.counters.translateRequests < 1; i++) {
      await new Promise((go) => setTimeout(go, 25))
    }
    expect(await running.stop()).toBe(0)
    expect(running.log.text()).not.toContain(server.key)
    expect((await newsroom.run('check')).code).toBe(0)
    const asked = server.counters.translateRequests
    // What was asked for when it stopped was stored: it is not asked for again.
    const again = startProcess('start', newsroom.folder, env)
    await again.line('language published', { locale: 'es' })
    await again.line('language published', { locale: 'uk' })
    expect(await again.stop()).toBe(0)
    expect(server.counters.translateRequests - asked).toBeLessThanOrEqual(2 - asked)
  })
})

it('a small storm of kills and bad answers loses nothing, publishes nothing wrong, pays within the bound', async () => {
  const report = await runStorm({
    articles: 8,
    languages: ['es', 'ar'],
    kills: 3,
    workers: 0,
    seed: 11,
    note: () => undefined,
  })
  expect(breachesOf(report)).toEqual([])
})
