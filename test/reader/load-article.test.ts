import { afterEach, describe, expect, it } from 'vitest'
import { loadArticle, LoadError, type LoadedArticle } from '../../src/reader/index.ts'
import { sampleFile, serveBundles, type Answers } from './bundle-server.ts'

const id = 'river-flood'

describe('loadArticle', () => {
  let server: Awaited<ReturnType<typeof serveBundles>>
  afterEach(() => server.stop())

  async function load(
    locale: string,
    answers: Answers = {},
    fallback: readonly string[] = [],
  ): Promise<LoadedArticle> {
    server = await serveBundles(answers)
    return loadArticle({ base: server.base, id, locale, fallback })
  }

  async function article(
    ...request: Parameters<typeof load>
  ): Promise<Extract<LoadedArticle, { kind: 'article' }>> {
    const loaded = await load(...request)
    if (loaded.kind !== 'article') throw new Error(`it is ${loaded.kind}`)
    return loaded
  }

  async function spanishWithout(...keys: readonly string[]): Promise<string> {
    const bundle = await sampleFile('es/articles/river-flood.json')
    return JSON.stringify(
      Object.fromEntries(Object.entries(bundle).filter(([key]) => !keys.includes(key))),
    )
  }

  it('gives each block with its role, language, tags and place, in two requests', async () => {
    const { locale, dir, isWanted, entry, blocks, available } = await article('es-MX')
    expect({ locale, dir, isWanted, state: entry.state }).toEqual({
      locale: 'es',
      dir: 'ltr',
      isWanted: true,
      state: 'machine',
    })
    expect(available).toEqual(['ar-XB', 'ca', 'en', 'en-XA', 'eo', 'es', 'gl'])
    expect(blocks).toHaveLength(18)
    expect(blocks[0]).toEqual({
      key: 'title',
      role: 'headline',
      text: 'Danubio Las ciudades empiezan para limpiar arriba después de la inundación',
      tags: {},
      lang: 'es',
      dir: 'ltr',
      isFallback: false,
    })
    expect(blocks.find(({ key }) => key === 'b007')?.speaker).toBe('Katalin Bognar')
    expect(blocks.find(({ key }) => key === 'b012')).toMatchObject({
      role: 'item',
      within: { kind: 'ul', number: 1 },
      tags: { strong1: { tag: 'strong' } },
    })
    expect(server.asked).toEqual(['/articles/river-flood.json', '/es/articles/river-flood.json'])
  })

  it('marks a block that is shown in the source language', async () => {
    const { blocks } = await article('es', {
      '/es/articles/river-flood.json': await spanishWithout('b004', 'b009'),
    })
    expect(
      blocks.filter(({ isFallback }) => isFallback).map(({ key, lang }) => [key, lang]),
    ).toEqual([
      ['b004', 'en'],
      ['b009', 'en'],
    ])
    expect(blocks).toHaveLength(18)
  })

  it('gives a left-to-right block of a right-to-left page its own direction', async () => {
    const { dir, blocks } = await article('ar-XB', {
      '/ar-XB/articles/river-flood.json': await spanishWithout('b004'),
    })
    expect(dir).toBe('rtl')
    expect(blocks.find(({ key }) => key === 'b004')).toMatchObject({
      lang: 'en',
      dir: 'ltr',
      isFallback: true,
    })
    expect(blocks.find(({ key }) => key === 'b005')).toMatchObject({
      lang: 'ar-XB',
      dir: 'rtl',
      isFallback: false,
    })
  })

  it('shows the next language the reader takes, then the source, and says that it is not the wanted one', async () => {
    const catalan = await article('fr', {}, ['uk', 'ca'])
    expect([catalan.locale, catalan.isWanted]).toEqual(['ca', false])
    server.stop()
    const english = await article('zh-Hans', {}, ['<b>', 'uk'])
    expect([english.locale, english.isWanted, english.entry.state]).toEqual(['en', false, 'source'])
  })

  it.each([404, 500, '<!doctype html>', '[]', 'null'])(
    'falls back where a bundle is lost or broken (%j)',
    async (answer) => {
      const { locale, isWanted } = await article('es', { '/es/articles/river-flood.json': answer })
      expect([locale, isWanted]).toEqual(['en', false])
    },
  )

  it('passes over values that are no text', async () => {
    const broken = JSON.stringify({
      title: 5,
      summary: '',
      b003: ['x'],
      b004: { toString: 1 },
      b005: 'La inundación',
    })
    const { blocks } = await article('es', { '/es/articles/river-flood.json': broken })
    expect(blocks.filter(({ isFallback }) => !isFallback).map(({ key }) => key)).toEqual(['b005'])
  })

  it('reads a stale edition with the structure it was made with', async () => {
    const manifest = await sampleFile('articles/river-flood.json')
    const { languages } = manifest as { readonly languages: Record<string, object> }
    const structure = {
      order: ['title', 'b003'],
      roles: { title: 'headline', b003: 'paragraph' },
      slots: {},
    }
    const stale = {
      ...manifest,
      languages: { ...languages, es: { ...languages['es'], stale: true, structure } },
    }
    const { blocks } = await article('es', { '/articles/river-flood.json': JSON.stringify(stale) })
    expect(blocks.map(({ key }) => key)).toEqual(['title', 'b003'])
  })

  it('tells a withdrawn article from one that never was', async () => {
    const withdrawn = { at: '2026-06-19T08:00:00Z', reason: 'Published by mistake' }
    const manifest = {
      ...(await sampleFile('articles/river-flood.json')),
      languages: {},
      withdrawn,
    }
    expect(
      await load('es', { '/articles/river-flood.json': JSON.stringify(manifest) }),
    ).toMatchObject({ kind: 'withdrawn', ...withdrawn })
    server.stop()
    expect(await load('es', { '/articles/river-flood.json': 404 })).toEqual({ kind: 'missing' })
    server.stop()
    expect(
      await load('es', {
        '/es/articles/river-flood.json': 404,
        '/en/articles/river-flood.json': 410,
      }),
    ).toEqual({ kind: 'missing' })
  })

  it.each(['../en/site', '', 'A', '%2e%2e', 'x'.repeat(101)])(
    'asks no server for the id %j',
    async (bad) => {
      server = await serveBundles()
      expect(await loadArticle({ base: server.base, id: bad, locale: 'es' })).toEqual({
        kind: 'missing',
      })
      expect(server.asked).toEqual([])
    },
  )

  it.each(['__proto__', 'constructor', '../..', ''])(
    'shows the source for the language %j',
    async (bad) => {
      expect((await article(bad)).locale).toBe('en')
    },
  )

  it.each([
    [500, 'the server answered 500'],
    ['<!doctype html>', 'this is not JSON'],
    ['{"id":"river-flood"}', 'this is not the expected file'],
  ])('says what is wrong with a manifest that cannot be used (%j)', async (answer, what) => {
    await expect(load('es', { '/articles/river-flood.json': answer })).rejects.toThrow(what)
  })

  it('says that no server is there, and passes on that the caller gave up', async () => {
    server = await serveBundles()
    server.stop()
    const request = { base: server.base, id, locale: 'es' }
    await expect(loadArticle(request)).rejects.toThrow(LoadError)
    await expect(loadArticle({ ...request, signal: AbortSignal.abort() })).rejects.toThrow(/abort/i)
  })
})
