import { existsSync, readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Newsroom } from '../support/newsroom.ts'
import { openSiteNewsroom, origin, writeBacklog } from './site-newsroom.ts'

describe('babelwire site build', () => {
  let newsroom: Newsroom
  beforeEach(() => {
    newsroom = openSiteNewsroom()
  })
  afterEach(() => newsroom.remove())

  const build = async (): Promise<{ written: number; removed: number; pages: number }> => {
    const { code, out, err } = await newsroom.run('site', 'build', '--json')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    return JSON.parse(out) as { written: number; removed: number; pages: number }
  }

  it('writes what any host can serve, and nothing again that did not change', async () => {
    expect((await build()).written).toBeGreaterThan(20)
    for (const file of [
      'ar/index.html',
      'ar/river-flood/index.html',
      'ar/feed.xml',
      'sitemap.xml',
    ]) {
      expect(newsroom.has(`site/${file}`)).toBe(true)
    }
    expect(newsroom.read('site/ar/river-flood/index.html')).toContain('بلدات الدانوب')
    expect(newsroom.read('site/sitemap.xml')).toContain(`${origin}/zh-Hans/river-flood/`)
    expect((await build()).written).toBe(0)
  })

  it('follows a correction in one language, and leaves the pages of other articles alone', async () => {
    await build()
    const file = 'locales/es/articles/river-flood.json'
    newsroom.write(file, newsroom.read(file).replace('40 centímetros', '45 centímetros'))
    const { written } = await build()
    expect(newsroom.read('site/es/river-flood/index.html')).toContain('45 centímetros')
    expect(written).toBeLessThan(8)
  })

  it('puts the notice of a withdrawal in the place of the article, and its status where hosts look', async () => {
    await build()
    const page = newsroom.read('site/ar/bridge-collapse/index.html')
    expect(page).toContain('<html lang="ar" dir="rtl">')
    expect(page).not.toContain('NewsArticle')
    expect(newsroom.read('site/_status.map')).toMatch(/bridge-collapse.*410/)
    expect(newsroom.read('site/sitemap.xml')).not.toContain('bridge-collapse')
  })

  it('pages the front of 120 articles: each stands on one page', async () => {
    writeBacklog(newsroom.path('locales'), 120, ['en'])
    await build()
    const older = readdirSync(newsroom.path('site/en/page')).map((n) => `page/${n}/`)
    const links = ['', ...older].flatMap((page) =>
      Array.from(
        newsroom.read(`site/en/${page}index.html`).matchAll(/href="(\/en\/market-\d+\/)"/g),
        ([, href]) => href,
      ),
    )
    expect(older.length).toBeGreaterThan(3)
    expect(new Set(links).size).toBe(120)
  })

  it('says what is broken, builds the rest, and ends with 4', async () => {
    newsroom.write('locales/articles/river-flood.json', '{"id": "river-flood", "languages": ')
    const { code, err } = await newsroom.run('site', 'build')
    expect(code).toBe(4)
    expect(err).toContain('river-flood.json')
    expect(existsSync(newsroom.path('site/en/chess-final/index.html'))).toBe(true)
  })

  it('carries the disclosure of Article 50 in a form for machines, until a person reviewed it', async () => {
    await build()
    const machine = newsroom.read('site/ar/river-flood/index.html')
    expect(machine).toContain('<meta name="translation" content="machine">')
    expect(machine).toContain('digitalSourceType')
    expect(machine).toContain('newscodes/digitalsourcetype/trainedAlgorithmicMedia')
    const reviewed = newsroom.read('site/zh-Hans/river-flood/index.html')
    expect(reviewed).toContain('compositeWithTrainedAlgorithmicMedia')
    expect(reviewed).not.toContain('content="machine"')
  })
})
