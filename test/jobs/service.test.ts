import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Manifest } from '../../src/bundle/index.ts'
import { startDeeplServer, type DeeplServer } from '../support/deepl-server.ts'
import { openNewsroom, type Newsroom } from '../support/newsroom.ts'
import { startTestService, type TestService } from '../support/service.ts'

const config = `source: en
languages: [es, uk, ar]
articles:
  - {files: articles, every: 1s}
engine: deepl
budget: {day: 5}
`
const flood = `River rises above the old mark

The river rose above the mark of 1997 on Monday. The council of Kyiv closed two bridges.
`
const glossary = `version: 1
source: en
terms:
  Kyiv: {about: {kind: place}, to: {es: Kiev, uk: Київ, ar: كييف}}
`

describe('a service', () => {
  let server: DeeplServer
  let newsroom: Newsroom
  let service: TestService | undefined

  beforeEach(async () => {
    server = await startDeeplServer()
    newsroom = openNewsroom(
      { 'babelwire.yaml': config, 'glossary.yaml': glossary, 'articles/flood.txt': flood },
      server,
    )
  })
  afterEach(async () => {
    await service?.drain()
    service = undefined
    newsroom.remove()
    await server.close()
  })

  const start = async (env?: Record<string, string>): Promise<TestService> =>
    (service = await startTestService(newsroom, server, env))
  const publishedIn = async (...locales: string[]): Promise<void> => {
    for (const locale of locales) await service?.heard('language published', { locale })
  }
  const manifest = (): Manifest => newsroom.json('locales/articles/flood.json')
  const sent = (): string => server.requests.flatMap(({ form }) => form.getAll('text')).join('\n')

  it('publishes what a source holds in every language, once, and sends nothing when it looks again', async () => {
    await start()
    await publishedIn('es', 'uk', 'ar')
    expect(newsroom.json('locales/uk/articles/flood.json')['b001']).toContain('Київ')
    expect(newsroom.json('locales/ar/articles/flood.json')['b001']).toContain('كييف')
    const { translateRequests } = server.counters
    service?.forget()
    await service?.heard('source looked at', { changed: 0 })
    expect(server.counters.translateRequests).toBe(translateRequests)
    expect((await newsroom.run('check')).code).toBe(0)
  })

  it('brings a correction to all languages and sends only the sentence that changed', async () => {
    await start()
    await publishedIn('es', 'uk', 'ar')
    server.requests.length = 0
    service?.forget()
    newsroom.write('articles/flood.txt', flood.replace('two bridges', 'three bridges'))
    await publishedIn('es', 'uk', 'ar')
    expect(sent()).toContain('three bridges')
    expect(sent()).not.toContain('1997')
    expect(Object.values(manifest().languages).map(({ stale }) => stale)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  it('follows an edit of the glossary after a reload, and only what it touches is sent', async () => {
    await start()
    await publishedIn('es', 'uk', 'ar')
    server.requests.length = 0
    service?.forget()
    newsroom.write('glossary.yaml', glossary.replace('es: Kiev', 'es: Kyjiv'))
    await service?.reload()
    await publishedIn('es')
    expect(newsroom.json('locales/es/articles/flood.json')['b001']).toContain('Kyjiv')
    expect(sent()).not.toContain('1997')
  })

  it('keeps the glossary in force where an edit is broken', async () => {
    await start()
    await publishedIn('es', 'uk', 'ar')
    newsroom.write('glossary.yaml', `${glossary}  Kyiv: {to: {es: Quiev}}\n`)
    await service?.reload()
    const refused = await service?.heard('glossary refused; the one before stays in force')
    expect(String(refused?.['error'])).toMatch(/glossary\.yaml:5:\d+ .*Kyiv/)
    newsroom.write('articles/second.txt', 'Kyiv opens a bridge\n\nThe bridge in Kyiv is open.\n')
    await service?.heard('language published', { article: 'second', locale: 'es' })
    expect(newsroom.json('locales/es/articles/second.json')['b001']).toContain('Kiev')
  })

  it('refuses a broken configuration and goes on with the old one', async () => {
    await start()
    await publishedIn('es', 'uk', 'ar')
    newsroom.write('babelwire.yaml', config.replace('languages:', 'langauges:'))
    await service?.reload()
    const refused = await service?.heard('configuration refused; the one before stays in force')
    expect(String(refused?.['error'])).toMatch(/babelwire\.yaml:2:1 .*Did you mean "languages"/)
    newsroom.write('articles/second.txt', 'A bridge opens\n\nThe bridge is open again.\n')
    await service?.heard('language published', { article: 'second', locale: 'ar' })
  })

  it('takes a new language over at a reload', async () => {
    await start()
    await publishedIn('es', 'uk', 'ar')
    newsroom.write('babelwire.yaml', config.replace('[es, uk, ar]', '[es, uk, ar, zh-Hans]'))
    await service?.reload()
    await publishedIn('zh-Hans')
    expect(Object.keys(manifest().languages)).toEqual(['ar', 'en', 'es', 'uk', 'zh-Hans'])
  })

  it('puts back what was deleted from the disk, from memory, when it starts', async () => {
    await start()
    await publishedIn('es', 'uk', 'ar')
    await service?.drain()
    const { translateRequests } = server.counters
    rmSync(newsroom.path('locales/uk'), { recursive: true })
    await start()
    await publishedIn('uk')
    expect(newsroom.has('locales/uk/articles/flood.json')).toBe(true)
    expect(server.counters.translateRequests).toBe(translateRequests)
  })

  it('leaves a withdrawn article away, whatever its source says, until it is restored', async () => {
    await start()
    await publishedIn('es', 'uk', 'ar')
    const { code } = await newsroom.run('withdraw', 'flood', '--reason', 'The mark was 1998.')
    expect(code).toBe(0)
    service?.forget()
    newsroom.write('articles/flood.txt', flood.replace('two', 'three'))
    await service?.heard('article kept back', { article: 'flood' })
    expect(newsroom.has('locales/es/articles/flood.json')).toBe(false)
    await newsroom.run('withdraw', 'flood', '--restore')
    await publishedIn('es', 'uk', 'ar')
    expect(newsroom.json('locales/es/articles/flood.json')['b001']).toContain('Kiev')
  })

  it('holds back what gets a number wrong and says so, and publishes the rest', async () => {
    const change = (texts: readonly string[]): readonly string[] =>
      texts.map((text) => text.replace('250', '205'))
    server.options = { respond: () => ({ kind: 'texts', change }) }
    newsroom.write('articles/flood.txt', `${flood}\nIt carried away 250 boats.\n`)
    newsroom.write('articles/second.txt', 'A bridge opens\n\nThe bridge is open again.\n')
    await start()
    const held = await service?.heard('language held', { article: 'flood', locale: 'ar' })
    expect(String(held?.['reason'])).toContain('205')
    await service?.heard('language published', { article: 'second', locale: 'ar' })
    expect(newsroom.has('locales/ar/articles/flood.json')).toBe(false)
  })

  it('is ready when it is, and tells what it did to whoever scrapes it', async () => {
    await start()
    await publishedIn('es', 'uk', 'ar')
    expect(await (await fetch(`${service?.url}/readyz`)).json()).toEqual({ status: 'ready' })
    const metrics = await (await fetch(`${service?.url}/metrics`)).text()
    expect(metrics).toMatch(/babelwire_articles_published_total\{locale="ar"\} 1/)
    expect(metrics).toMatch(/babelwire_characters_total\{engine="deepl",locale="es"\} \d+/)
    expect(metrics).toMatch(
      /babelwire_engine_requests_total\{engine="deepl",outcome="answered"\} \d/,
    )
  })

  it('does not start with an engine that costs money and no limit for days or months', async () => {
    newsroom.write('babelwire.yaml', config.replace('budget: {day: 5}', 'budget: {run: 5}'))
    const { code, err } = await newsroom.run('start', '--port', '0')
    expect(code).toBe(5)
    expect(err).toContain('Set budget.day or budget.month in babelwire.yaml.')
    expect(server.counters.translateRequests).toBe(0)
  })

  it('is alone on its store: a second one, and a run, are told who holds it', async () => {
    await start()
    for (const command of ['start', 'run']) {
      const { code, err } = await newsroom.run(command)
      expect(code).toBe(75)
      expect(err).toContain(`a service holds the store: service, process ${process.pid} on `)
    }
  })
})

describe('whoever is to be told', () => {
  let server: DeeplServer
  let newsroom: Newsroom
  let receiver: Server
  let service: TestService | undefined
  const told: { readonly event: string; readonly locale?: string; readonly title?: string }[] = []

  beforeEach(async () => {
    server = await startDeeplServer()
    told.length = 0
    receiver = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        told.push(JSON.parse(Buffer.concat(chunks).toString()) as (typeof told)[number])
        response.writeHead(204).end()
      })
    })
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
    const { port } = receiver.address() as AddressInfo
    newsroom = openNewsroom(
      {
        'babelwire.yaml': `${config}notify: [{webhook: "http://127.0.0.1:${port}/", secret-env: HOOK_SECRET}]\n`,
        'glossary.yaml': glossary,
        'articles/flood.txt': flood,
      },
      server,
    )
  })
  afterEach(async () => {
    await service?.drain()
    newsroom.remove()
    await server.close()
    await new Promise((resolve) => receiver.close(resolve))
  })

  it('hears of each language that goes live, with its headline, and of a withdrawal', async () => {
    service = await startTestService(newsroom, server, { HOOK_SECRET: 'canary-7f3a' })
    for (const locale of ['es', 'uk', 'ar']) await service.heard('language published', { locale })
    for (let i = 0; i < 200 && told.length < 3; i++) await new Promise((go) => setTimeout(go, 50))
    expect(told.map(({ event, locale }) => `${event} ${locale}`).toSorted()).toEqual([
      'published ar',
      'published es',
      'published uk',
    ])
    expect(told.find(({ locale }) => locale === 'uk')?.title).toBe(
      newsroom.json('locales/uk/articles/flood.json')['title'],
    )
    await newsroom.run('withdraw', 'flood', '--reason', 'The mark was 1998.')
    for (let i = 0; i < 200 && told.length < 4; i++) await new Promise((go) => setTimeout(go, 50))
    expect(told.at(-1)).toMatchObject({ event: 'withdrawn', reason: 'The mark was 1998.' })
    expect(JSON.stringify(service.events)).not.toContain('canary-7f3a')
  })
})
