import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Manifest, SiteIndex } from '../src/bundle/index.ts'
import { startDeeplServer, type DeeplServer } from './support/deepl-server.ts'
import { openNewsroom, type Newsroom } from './support/newsroom.ts'

const config = `source: en
languages: [es, uk, ar]
engine: deepl
budget: {run: 5}
`
const flood = `River rises above the old mark

The river rose above the mark of 1997 on Monday. The council closed two bridges.
`
const grain = `Grain ships leave the port

Three ships left the port on Tuesday morning. They carry wheat.
`
const locales = ['en', 'es', 'uk', 'ar']

describe('a withdrawn article', () => {
  let server: DeeplServer
  let newsroom: Newsroom

  beforeEach(async () => {
    server = await startDeeplServer()
    newsroom = openNewsroom(
      { 'babelwire.yaml': config, 'articles/flood.txt': flood, 'articles/grain.txt': grain },
      server,
    )
    newsroom.write('glossary.yaml', 'version: 1\nterms: {}\n')
    expect((await newsroom.run('run')).code).toBe(0)
  })
  afterEach(async () => {
    newsroom.remove()
    await server.close()
  })

  const bundlesOf = (id: string): readonly string[] =>
    locales.filter((locale) => newsroom.has(`locales/${locale}/articles/${id}.json`))
  const manifest = (): Manifest => newsroom.json('locales/articles/flood.json')
  const listed = (): readonly string[] =>
    newsroom.json<SiteIndex>('locales/index.json').articles.map(({ id }) => id)

  it('is gone in every language, leaves a tombstone, and no run brings it back', async () => {
    const { code, out } = await newsroom.run('withdraw', 'flood', '--reason', 'The mark was 1998.')
    expect(code).toBe(0)
    expect(out).toContain('flood  withdrawn in every language')
    expect(bundlesOf('flood')).toEqual([])
    expect(manifest()).toMatchObject({ languages: {}, withdrawn: { reason: 'The mark was 1998.' } })
    expect(Date.parse(manifest().withdrawn?.at ?? '')).not.toBeNaN()
    expect(listed()).toEqual(['grain'])
    newsroom.write('articles/flood.txt', flood.replace('two bridges', 'three bridges'))
    const again = await newsroom.run('run')
    expect(again.code).toBe(0)
    expect(again.err).toContain('kept back  flood  The mark was 1998.')
    expect(bundlesOf('flood')).toEqual([])
    expect(bundlesOf('grain')).toEqual(locales)
    expect(await newsroom.run('check')).toMatchObject({ code: 0, err: '' })
  })

  it('comes back from memory, at no cost, when it is restored', async () => {
    const before = bundlesOf('flood').map((locale) =>
      newsroom.read(`locales/${locale}/articles/flood.json`),
    )
    await newsroom.run('withdraw', 'flood', '--reason', 'A name was wrong.')
    await newsroom.run('withdraw', 'flood', '--restore')
    const requests = server.counters.translateRequests
    expect((await newsroom.run('run')).code).toBe(0)
    expect(server.counters.translateRequests).toBe(requests)
    expect(
      bundlesOf('flood').map((locale) => newsroom.read(`locales/${locale}/articles/flood.json`)),
    ).toEqual(before)
    expect(manifest().withdrawn).toBeUndefined()
    expect(listed().toSorted()).toEqual(['flood', 'grain'])
  })

  it('stays away although the glossary changes and its source is gone', async () => {
    await newsroom.run('withdraw', 'flood', '--reason', 'A name was wrong.')
    rmSync(newsroom.path('articles/flood.txt'))
    newsroom.write('glossary.yaml', 'version: 1\nterms: {Monday: {to: {es: lunes}}}\n')
    const { code, err } = await newsroom.run('run')
    expect([code, err]).toEqual([0, ''])
    expect(bundlesOf('flood')).toEqual([])
  })

  it('is finished where it was cut short', async () => {
    const stray = newsroom.path('locales/uk/articles/flood.json')
    rmSync(stray)
    mkdirSync(stray)
    const first = await newsroom.run('withdraw', 'flood', '--reason', 'A name was wrong.')
    expect(first.code).toBe(4)
    expect(first.err).toContain('cannot remove')
    rmSync(stray, { recursive: true })
    expect((await newsroom.run('withdraw', 'flood', '--reason', 'A name was wrong.')).code).toBe(0)
    expect(bundlesOf('flood')).toEqual([])
    expect(existsSync(stray)).toBe(false)
  })

  it('is not published by a run that is going on while it is withdrawn', async () => {
    newsroom.write('articles/flood.txt', flood.replace('two bridges', 'three bridges'))
    let waiting = 0
    server.options = {
      respond: ({ route }) => {
        if (route !== 'translate') return 'ok'
        waiting++
        return { kind: 'slow', ms: 1500 }
      },
    }
    const going = newsroom.start('run')
    while (waiting === 0) await new Promise((done) => setTimeout(done, 20))
    const { code, err } = await newsroom.run('withdraw', 'flood', '--reason', 'A name was wrong.')
    expect([code, err]).toEqual([0, expect.stringContaining('a run is going on')])
    expect((await going.ended).code).toBe(0)
    expect(bundlesOf('flood')).toEqual([])
    expect(manifest().withdrawn?.reason).toBe('A name was wrong.')
    expect(listed()).toEqual(['grain'])
  })

  it.each([
    [
      'an editor',
      async () => void (await newsroom.run('withdraw', 'flood', '--reason', 'A name.')),
    ],
  ])(
    'that came back with a copy of the folder is taken away by the next run (%s)',
    async (_, take) => {
      const copy = locales.map((locale) => {
        const file = `locales/${locale}/articles/flood.json`
        return [file, newsroom.read(file)] as const
      })
      const old = newsroom.read('locales/articles/flood.json')
      await take()
      for (const [file, content] of copy) newsroom.write(file, content)
      newsroom.write('locales/articles/flood.json', old)
      rmSync(newsroom.path('articles/flood.txt'))
      expect((await newsroom.run('run')).code).toBe(0)
      expect(bundlesOf('flood')).toEqual([])
      expect(manifest().withdrawn?.reason).toBe('A name.')
    },
  )

  it('of which one bundle cannot be removed loses all others, and the gate says what is left', async () => {
    const stray = newsroom.path('locales/es/articles/flood.json')
    rmSync(stray)
    mkdirSync(stray)
    expect((await newsroom.run('withdraw', 'flood', '--reason', 'A name.')).code).toBe(4)
    expect(bundlesOf('flood')).toEqual(['es'])
    expect(listed()).toEqual(['grain'])
    const gate = await newsroom.run('check')
    expect([gate.code, gate.err]).toEqual([3, expect.stringContaining('something of it is served')])
  })

  it('stays away although the store is lost: the tombstone holds it', async () => {
    await newsroom.run('withdraw', 'flood', '--reason', 'A name.')
    rmSync(newsroom.path('.babelwire'), { recursive: true })
    const { code, err } = await newsroom.run('run')
    expect([code, err]).toEqual([0, expect.stringContaining('kept back  flood  A name.')])
    expect(bundlesOf('flood')).toEqual([])
  })

  it('can be withdrawn although the store is lost', async () => {
    rmSync(newsroom.path('.babelwire'), { recursive: true })
    expect((await newsroom.run('withdraw', 'flood', '--reason', 'A name.')).code).toBe(0)
    expect(bundlesOf('flood')).toEqual([])
  })

  it('comes back when it is restored although its source is gone', async () => {
    await newsroom.run('withdraw', 'flood', '--reason', 'A name.')
    rmSync(newsroom.path('articles/flood.txt'))
    await newsroom.run('withdraw', 'flood', '--restore')
    expect((await newsroom.run('run')).code).toBe(0)
    expect(bundlesOf('flood')).toEqual(locales)
    expect(listed().toSorted()).toEqual(['flood', 'grain'])
  })

  it('that is asked for by name is not done, and says how to have it again', async () => {
    await newsroom.run('withdraw', 'flood', '--reason', 'A name.')
    const { code, err } = await newsroom.run('translate', 'articles/flood.txt', '--to', 'es')
    expect([code, err]).toEqual([3, expect.stringContaining('babelwire withdraw flood --restore')])
  })

  it('keeps what a person reviewed for the day it is restored', async () => {
    const text =
      '{\n  "title": "El río crece",\n  "b001": "El río subió el lunes. El consejo cerró dos puentes."\n}\n'
    const before = manifest()
    const languages = {
      ...before.languages,
      es: { ...before.languages['es'], state: 'reviewed', reviewer: 'mk' },
    }
    newsroom.write('locales/articles/flood.json', JSON.stringify({ ...before, languages }))
    newsroom.write('locales/es/articles/flood.json', text)
    await newsroom.run('withdraw', 'flood', '--reason', 'A name.')
    expect(bundlesOf('flood')).toEqual([])
    await newsroom.run('withdraw', 'flood', '--restore')
    expect((await newsroom.run('run')).code).toBe(0)
    expect(newsroom.read('locales/es/articles/flood.json')).toBe(text)
    expect(manifest().languages['es']).toMatchObject({
      state: 'reviewed',
      reviewer: 'mk',
      stale: false,
    })
    expect((await newsroom.run('check')).code).toBe(0)
  })

  it('needs no valid glossary to be taken away', async () => {
    newsroom.write('glossary.yaml', 'terms: [')
    expect((await newsroom.run('withdraw', 'flood', '--reason', 'A name.')).code).toBe(0)
    expect(bundlesOf('flood')).toEqual([])
  })

  it.each([
    [['withdraw', 'flood'], 'a withdrawal needs a reason'],
    [['withdraw', 'floood', '--reason', 'x'], 'Did you mean "flood"?'],
    [['withdraw', '../../etc/passwd', '--reason', 'x'], 'there is no article'],
  ])('%j is refused', async (args, message) => {
    const { code, err } = await newsroom.run(...args)
    expect(code).toBe(2)
    expect(err).toContain(message)
    expect(bundlesOf('flood')).toEqual(locales)
  })

  it('that is not withdrawn has nothing to restore', async () => {
    expect(await newsroom.run('withdraw', 'flood', '--restore')).toMatchObject({
      code: 0,
      out: 'flood  is not withdrawn\n',
    })
  })
})
