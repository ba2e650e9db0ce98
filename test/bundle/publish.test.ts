import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  bundleFile,
  manifestFile,
  publish,
  readIfThere,
  readManifest,
  type Edition,
  type Manifest,
  type PublishRule,
} from '../../src/bundle/index.ts'
import type { Article } from '../../src/model.ts'
import { temporaryFolder } from '../storage/processes.ts'
import { articleOf, blockOf, editionOf } from './articles.ts'

const first = articleOf('r1', {
  title: 'Kyiv under water',
  b001: 'Rain fell.',
  b002: 'Trains ran.',
})
const second = articleOf('r2', {
  title: 'Kyiv under water',
  b003: 'It stopped.',
  b001: 'Rain fell.',
})

const ukrainian = { title: 'Київ під водою', b001: 'Йшов дощ.', b002: 'Потяги йшли.' }
const arabic = { title: 'كييف تحت الماء', b001: 'هطل المطر.', b002: 'سارت القطارات.' }

/** What a reader finds on disk. */
function bundle(output: string, locale: string): unknown {
  const content = readIfThere(bundleFile(output, locale, 'kyiv-rain'))
  return content === undefined ? undefined : JSON.parse(content)
}

let output = ''
let time = ''

beforeEach(() => {
  output = ''
  time = '2026-11-23T08:00:00.000Z'
})

function put(
  article: Article,
  editions: readonly Edition[],
  rule: PublishRule = 'complete',
): ReturnType<typeof publish> {
  output ||= temporaryFolder()
  return publish(output, article, editions, rule, () => new Date(time))
}

describe('a language goes live', () => {
  test('with its bundle and an entry in the manifest', async () => {
    const { published } = await put(first, [editionOf('uk', ukrainian)])
    expect(bundle(output, 'uk')).toEqual(ukrainian)
    expect(readManifest(output, 'kyiv-rain')).toEqual({
      id: 'kyiv-rain',
      source: 'en',
      revision: 'r1',
      order: ['title', 'b001', 'b002'],
      roles: { title: 'headline', b001: 'paragraph', b002: 'paragraph' },
      slots: {},
      speakers: {},
      untranslated: [],
      languages: {
        uk: { state: 'machine', revision: 'r1', stale: false, engine: 'deepl', held: [], at: time },
      },
    })
    expect(published).toMatchObject([{ locale: 'uk', isLive: true, isChanged: true }])
  })

  test('with links, speakers and credits in the manifest, not in the messages', async () => {
    const blocks = [
      blockOf('b001', 'Read <a1>the report</a1>.', {
        tags: { a1: { element: 'a', href: 'https://example.org/report' }, em1: { element: 'em' } },
      }),
      blockOf('b002', '“We wait.”', { role: 'quote', speaker: 'Vitali Klitschko' }),
      blockOf('b003', 'Photo: AP', { role: 'credit', translate: false }),
    ]
    const { manifest } = await put({ ...first, blocks, published: '2026-11-23' }, [])
    expect(manifest).toMatchObject({
      published: '2026-11-23',
      slots: { b001: { a1: { tag: 'a', href: 'https://example.org/report' }, em1: { tag: 'em' } } },
      speakers: { b002: 'Vitali Klitschko' },
      untranslated: ['b003'],
    })
  })

  test('and keeps its date until its bundle changes', async () => {
    await put(first, [editionOf('uk', ukrainian)])
    const before = readIfThere(manifestFile(output, 'kyiv-rain'))
    time = '2026-11-23T09:00:00.000Z'
    const { published } = await put(first, [editionOf('uk', ukrainian)])
    expect(published).toMatchObject([{ isLive: true, isChanged: false }])
    expect(readIfThere(manifestFile(output, 'kyiv-rain'))).toBe(before)
    const { manifest } = await put(first, [editionOf('uk', { ...ukrainian, b001: 'Падав дощ.' })])
    expect(manifest.languages['uk']?.at).toBe(time)
  })
})

describe('a language that is held', () => {
  const held = editionOf('uk', { title: 'Київ під водою', b001: 'Йшов дощ.' }, ['b003'])

  test('has no bundle the first time', async () => {
    const { manifest, published } = await put(first, [held])
    expect(bundle(output, 'uk')).toBeUndefined()
    expect(manifest.languages).toEqual({
      uk: { state: 'held', stale: false, engine: 'deepl', held: ['b003'] },
    })
    expect(published).toEqual([{ locale: 'uk', isLive: false, isChanged: false }])
  })

  test('keeps its last live bundle, with the blocks that bundle has, marked stale', async () => {
    await put(first, [editionOf('uk', ukrainian)])
    time = '2026-11-23T09:00:00.000Z'
    const { manifest } = await put(second, [held])
    expect(bundle(output, 'uk')).toEqual(ukrainian)
    expect(manifest.order).toEqual(['title', 'b003', 'b001'])
    expect(manifest.languages['uk']).toMatchObject({
      state: 'held',
      revision: 'r1',
      stale: true,
      held: ['b003'],
      at: '2026-11-23T08:00:00.000Z',
      structure: { order: ['title', 'b001', 'b002'] },
    })
  })

  test('by a new glossary and then by a new revision still has the blocks of its bundle', async () => {
    await put(first, [editionOf('uk', ukrainian)])
    const again = await put(first, [held])
    expect(again.manifest.languages['uk']).toMatchObject({ revision: 'r1', stale: true })
    const { manifest } = await put(second, [held])
    expect(manifest.languages['uk']?.structure?.order).toEqual(['title', 'b001', 'b002'])
    // A third revision does not put the blocks of the second one in their place.
    const third = await put(articleOf('r3', { title: 'Dry again' }), [])
    expect(third.manifest.languages['uk']?.structure?.order).toEqual(['title', 'b001', 'b002'])
  })

  test('is current again, without a structure of its own, once nothing is held', async () => {
    await put(first, [editionOf('uk', ukrainian)])
    await put(second, [held])
    const messages = { title: 'Київ під водою', b003: 'Він ущух.', b001: 'Йшов дощ.' }
    const { manifest } = await put(second, [editionOf('uk', messages)])
    expect(manifest.languages['uk']).toEqual({
      state: 'machine',
      revision: 'r2',
      stale: false,
      engine: 'deepl',
      held: [],
      at: time,
    })
  })

  test('has no bundle either when somebody deleted it', async () => {
    await put(first, [editionOf('uk', ukrainian)])
    rmSync(bundleFile(output, 'uk', 'kyiv-rain'))
    const { manifest } = await put(second, [held])
    expect(manifest.languages['uk']).toEqual({
      state: 'held',
      stale: false,
      engine: 'deepl',
      held: ['b003'],
    })
  })

  test('goes live without its held blocks when that is the rule', async () => {
    const { manifest, published } = await put(first, [held], 'partial')
    expect(bundle(output, 'uk')).toEqual({ title: 'Київ під водою', b001: 'Йшов дощ.' })
    expect(manifest.languages['uk']).toMatchObject({
      state: 'held',
      revision: 'r1',
      held: ['b003'],
    })
    expect(published).toMatchObject([{ isLive: true }])
  })
})

describe('other languages', () => {
  test('are kept, and marked stale by a new revision', async () => {
    await put(first, [editionOf('uk', ukrainian), editionOf('ar', arabic)])
    const { manifest } = await put(second, [editionOf('uk', { title: 'Київ', b001: 'Йшов дощ.' })])
    expect(manifest.languages['ar']).toMatchObject({
      state: 'machine',
      revision: 'r1',
      stale: true,
      structure: { order: ['title', 'b001', 'b002'] },
    })
    expect(bundle(output, 'ar')).toEqual(arabic)
  })

  test('are current again when the article goes back to their revision', async () => {
    await put(first, [editionOf('ar', arabic)])
    await put(second, [])
    const { manifest } = await put(first, [])
    expect(manifest.languages['ar']).toMatchObject({ revision: 'r1', stale: false })
    expect(manifest.languages['ar']).not.toHaveProperty('structure')
  })

  test('but not when its blocks have new keys by then', async () => {
    await put(first, [editionOf('ar', arabic)])
    await put(second, [])
    const back = articleOf('r1', {
      title: 'Kyiv under water',
      b001: 'Rain fell.',
      b004: 'Trains ran.',
    })
    const { manifest } = await put(back, [])
    expect(manifest.languages['ar']).toMatchObject({
      stale: true,
      structure: { order: ['title', 'b001', 'b002'] },
    })
  })

  test('keep their own blocks when the store was lost and keys were given anew', async () => {
    await put(second, [editionOf('ar', { title: 'كييف', b003: 'توقف.', b001: 'هطل المطر.' })])
    const renumbered = articleOf('r2', {
      title: 'Kyiv under water',
      b001: 'It stopped.',
      b002: 'Rain fell.',
    })
    const { manifest } = await put(renumbered, [])
    expect(manifest.languages['ar']).toMatchObject({
      stale: true,
      structure: { order: ['title', 'b003', 'b001'] },
    })
  })
})

describe('a manifest that is broken', () => {
  test.each(['{"id": "kyiv-', '', 'null', '[]', '{"languages": {}}'])(
    'is named: %s',
    async (content) => {
      output = temporaryFolder()
      const file = manifestFile(output, 'kyiv-rain')
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, content)
      await expect(put(first, [editionOf('uk', ukrainian)])).rejects.toThrow(
        expect.objectContaining({
          code: 'storage',
          message: expect.stringContaining('this manifest') as string,
          mend: 'Delete it: the next run writes it anew from the memory, at no cost.',
          place: { file },
        }),
      )
      expect(existsSync(bundleFile(output, 'uk', 'kyiv-rain'))).toBe(false)
    },
  )
})

test('whatever a manifest names exists, also when a bundle cannot be written', async () => {
  await put(first, [editionOf('uk', ukrainian)])
  mkdirSync(bundleFile(output, 'ar', 'kyiv-rain'), { recursive: true })
  await expect(put(second, [editionOf('uk', ukrainian), editionOf('ar', arabic)])).rejects.toThrow(
    'cannot',
  )
  const manifest = readManifest(output, 'kyiv-rain') as Manifest
  expect(Object.keys(manifest.languages)).toEqual(['uk'])
})
