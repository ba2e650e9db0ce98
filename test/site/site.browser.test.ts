import { readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { serve, type Served } from '../../src/service/index.ts'
import { createMetrics } from '../../src/service/index.ts'
import { systemClock } from '../../src/clock.ts'
import { siteApp } from '../../src/site/index.ts'
import { startBrowser } from '../support/browser.ts'
import type { Newsroom } from '../support/newsroom.ts'
import { chromium, isMissing } from '../support/parts.ts'
import { openSiteNewsroom, origin } from './site-newsroom.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const live = ['ar', 'en', 'es', 'zh-Hans']

describe.skipIf(isMissing(chromium))('the site in a browser', () => {
  let newsroom: Newsroom
  let site: Served
  let browser: Browser

  beforeAll(async () => {
    newsroom = openSiteNewsroom()
    const metrics = createMetrics({
      collect: () => Promise.reject(new Error('no store here')),
      now: () => new Date(),
    })
    site = await serve({
      host: '127.0.0.1',
      port: 0,
      app: siteApp(readConfig(newsroom.path('babelwire.yaml'))),
      health: {
        clock: systemClock,
        lastBeatMs: () => systemClock.monotonicMs(),
        askStore: () => Promise.resolve(),
        isDraining: () => false,
        metrics,
      },
    })
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await site.close()
    newsroom.remove()
  })

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${site.url}${path}`, { redirect: 'manual', headers })
  const html = async (path: string): Promise<string> => (await get(path)).text()
  async function open(
    path: string,
    use: (page: Page, context: BrowserContext) => Promise<void>,
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<void> {
    const context = await browser.newContext({ locale: 'en-GB', ...options })
    const page = await context.newPage()
    try {
      await page.goto(`${site.url}${path}`)
      await use(page, context)
    } finally {
      await context.close()
    }
  }
  const hreflangs = (page: string): ReadonlyMap<string, string> =>
    new Map(
      Array.from(
        page.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g),
        ([, tag = '', href = '']) => [tag, href],
      ),
    )

  it('L1, L3 every language of the chooser is the same article, without a script', async () => {
    for (const tag of live) {
      await open(
        `/en/river-flood/`,
        async (page) => {
          await page.click('language-chooser button')
          await page.click(`language-chooser a[hreflang="${tag}"]`)
          expect(new URL(page.url()).pathname).toBe(`/${tag}/river-flood/`)
          expect(await page.getAttribute('main', 'data-article')).toBe('river-flood')
        },
        { javaScriptEnabled: false },
      )
    }
  })

  it('L4 languages the article lacks lead to their front page, and none to a 404', async () => {
    const page = await html('/en/river-flood/')
    const unavailable = page.slice(page.indexOf('data-group="unavailable"'))
    for (const tag of ['de', 'ru']) expect(unavailable).toMatch(new RegExp(`href="/${tag}/"`))
    const links = new Set(Array.from(page.matchAll(/href="(\/[^"#]*)"/g), ([, href = '']) => href))
    for (const href of links) expect([href, (await get(href)).status]).toEqual([href, 200])
  })

  it.each([
    ['en', 'ltr'],
    ['ar', 'rtl'],
    ['zh-Hans', 'ltr'],
  ])('L18 /%s/ says its language and direction before any script runs', async (tag, dir) => {
    for (const path of [`/${tag}/`, `/${tag}/river-flood/`]) {
      expect(await html(path)).toContain(`<html lang="${tag}" dir="${dir}">`)
    }
  })

  it('L19 hreflang is complete, reciprocal, has itself and x-default, and nothing unpublished', async () => {
    const sets = await Promise.all(
      live.map(async (tag) => hreflangs(await html(`/${tag}/river-flood/`))),
    )
    for (const set of sets) expect(set).toEqual(sets[0])
    expect([...(sets[0] ?? new Map()).keys()].toSorted()).toEqual([...live, 'x-default'].toSorted())
    expect(sets[0]?.get('x-default')).toBe(`${origin}/en/river-flood/`)
    expect(sets[0]?.get('ar')).toBe(`${origin}/ar/river-flood/`)
  })

  it('L20 no cookie before a choice; then one for a year, for the whole site', async () => {
    await open('/en/river-flood/', async (page, context) => {
      expect(await context.cookies()).toEqual([])
      await page.click('language-chooser button')
      await page.click('language-chooser a[hreflang="ar"]')
      await page.waitForURL('**/ar/river-flood/**')
      const [cookie] = await context.cookies()
      expect(cookie).toMatchObject({ name: 'language', value: 'ar', path: '/', sameSite: 'Lax' })
      const days = ((cookie?.expires ?? 0) - Date.now() / 1000) / 86_400
      expect(Math.round(days)).toBe(365)
    })
  })

  it('L21 only / redirects, by what the reader chose or reads, never to another script', async () => {
    const from = async (headers: Record<string, string>): Promise<string | null> => {
      const answer = await get('/', headers)
      expect(answer.status).toBe(302)
      expect(answer.headers.get('Vary')).toMatch(/Accept-Language.*Cookie/i)
      return answer.headers.get('Location')
    }
    expect(await from({ 'Accept-Language': 'ar-EG,en;q=0.5' })).toBe('/ar/')
    expect(await from({ 'Accept-Language': 'zh-TW' })).toBe('/en/')
    expect(await from({ 'Accept-Language': 'ar', Cookie: 'language=es' })).toBe('/es/')
    expect(await from({ 'Accept-Language': 'ar', Cookie: 'language="><script>' })).toBe('/ar/')
    expect(await from({ Cookie: 'language=tlh' })).toBe('/en/')
    for (const path of ['/en/', '/ar/river-flood/']) {
      expect((await get(path, { Cookie: 'language=es', 'Accept-Language': 'zh' })).status).toBe(200)
    }
  })

  it('L22 offers the chosen language in that language, stays, and takes no for an answer', async () => {
    await open('/en/river-flood/', async (page, context) => {
      await context.addCookies([{ name: 'language', value: 'ar', url: site.url }])
      await page.reload()
      const offer = page.locator('.offer')
      await offer.waitFor()
      expect(new URL(page.url()).pathname).toBe('/en/river-flood/')
      expect(await offer.getAttribute('lang')).toBe('ar')
      expect(await offer.getAttribute('dir')).toBe('rtl')
      expect(await offer.innerText()).toMatch(/\p{Script=Arabic}/u)
      await offer.locator('button').click()
      await page.reload()
      await page.waitForTimeout(300)
      expect(await page.locator('.offer').count()).toBe(0)
    })
  })

  it('L22 a cookie with rubbish in it offers nothing and breaks nothing', async () => {
    await open('/en/river-flood/', async (page, context) => {
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      await context.addCookies([{ name: 'language', value: '../../%00', url: site.url }])
      await page.reload({ waitUntil: 'networkidle' })
      expect(await page.locator('.offer').count()).toBe(0)
      expect(errors).toEqual([])
    })
  })

  it('L23 an article that a language lacks says so there, shows the original, and what there is', async () => {
    const answer = await get('/de/river-flood/')
    expect(answer.status).toBe(404)
    await open('/de/river-flood/', async (page) => {
      expect(await page.locator('.notice').innerText()).toContain('Deutsch')
      expect(await page.getAttribute('html', 'lang')).toBe('de')
      expect(await page.getAttribute('article', 'lang')).toBe('en')
      const tags = await page.$$eval('.notice .tags a', (links) =>
        links.map((link) => link.getAttribute('lang') ?? ''),
      )
      expect(tags.toSorted()).toEqual(live)
    })
    expect(await answer.text()).toMatch(/<meta name="robots" content="noindex/)
  })

  it('L24 says that a machine translated it, in the language of the page, until a person looked', async () => {
    expect(await html('/es/river-flood/')).toContain('Traducción automática del inglés')
    const reviewed = await html('/zh-Hans/river-flood/')
    expect(reviewed).toContain('李明')
    expect(reviewed).not.toContain('content="machine"')
    expect(await html('/en/river-flood/')).not.toContain('translation-label')
    await open('/ar/river-flood/', async (page) => {
      const link = page.locator('main a[hreflang="en"], main a[href^="https://wire.example"]')
      expect(await link.first().isVisible()).toBe(true)
    })
  })

  it('L25 a block that is shown in the original says so: its language and its direction', async () => {
    await open('/es/river-flood/', async (page) => {
      const block = page.locator('#b006')
      expect(await block.getAttribute('lang')).toBe('en')
      expect(await block.innerText()).toContain('The flood is not over')
    })
    expect(await html('/en/')).toMatch(/lang="ar" dir="rtl"|dir="rtl" lang="ar"|<bdi/)
  })

  it('L29 can be read in print, in forced colours, with reduced motion and at 320 px', async () => {
    for (const tag of ['en', 'ar', 'zh-Hans']) {
      await open(
        `/${tag}/river-flood/`,
        async (page) => {
          const widest = await page.evaluate(() => document.documentElement.scrollWidth)
          expect(widest).toBeLessThanOrEqual(320)
          await page.emulateMedia({ media: 'print' })
          expect(await page.locator('language-chooser').isVisible()).toBe(false)
          expect(await page.locator('h1').isVisible()).toBe(true)
          await page.emulateMedia({
            media: 'screen',
            forcedColors: 'active',
            reducedMotion: 'reduce',
          })
          expect(await page.locator('language-chooser button').isVisible()).toBe(true)
        },
        { viewport: { width: 320, height: 640 } },
      )
    }
  })

  it('L31 keeps the place in the article and the language of the page before', async () => {
    await open(
      '/en/river-flood/',
      async (page) => {
        await page.evaluate(() => document.querySelector('#b006')?.scrollIntoView())
        await page
          .locator('language-chooser button')
          .evaluate((button: HTMLElement) => button.click())
        await page
          .locator('language-chooser a[hreflang="ar"]')
          .first()
          .evaluate((link: HTMLElement) => link.click())
        await page.waitForURL('**/ar/river-flood/#b0*')
        await page.goBack()
        expect(await page.getAttribute('html', 'lang')).toBe('en')
      },
      { viewport: { width: 800, height: 400 } },
    )
  })

  it.each([
    '/en/',
    '/ar/',
    '/ar/river-flood/',
    '/zh-Hans/river-flood/',
    '/de/river-flood/',
    '/ar/bridge-collapse/',
  ])('L17, L32 %s keeps the strict policy and has nothing that axe minds', async (path) => {
    await open(path, async (page) => {
      const broken: string[] = []
      page.on('console', (line) => {
        if (/Content Security Policy|TrustedHTML/.test(line.text())) broken.push(line.text())
      })
      await page.reload({ waitUntil: 'networkidle' })
      expect(broken).toEqual([])
      const policy = (await get(path)).headers.get('Content-Security-Policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("require-trusted-types-for 'script'")
    })
    // Its own policy would keep axe out of the page.
    await open(
      path,
      async (page) => {
        await page.evaluate(axe)
        const found = await page.evaluate(async () => {
          const { violations } = await (
            window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }
          ).axe.run()
          return violations.map(({ id }) => id)
        })
        expect(found).toEqual([])
      },
      { bypassCSP: true },
    )
  })

  it('a withdrawn article is gone, and says so in every language', async () => {
    for (const tag of ['en', 'ar', 'zh-Hans']) {
      const answer = await get(`/${tag}/bridge-collapse/`)
      expect(answer.status).toBe(410)
      const page = await answer.text()
      expect(page).toContain(`<html lang="${tag}"`)
      expect(hreflangs(page).size).toBe(0)
    }
  })

  it('an article withdrawn between two clicks is gone at the second', async () => {
    expect((await get('/en/chess-final/')).status).toBe(200)
    const manifest = newsroom.json<{ languages: object }>('locales/articles/chess-final.json')
    const tombstone = {
      ...manifest,
      languages: {},
      withdrawn: { at: '2026-11-23T10:00:00Z', reason: 'Played in another year.' },
    }
    const before = newsroom.read('locales/articles/chess-final.json')
    newsroom.write('locales/articles/chess-final.json', JSON.stringify(tombstone))
    expect((await get('/en/chess-final/')).status).toBe(410)
    newsroom.write('locales/articles/chess-final.json', before)
  })

  it('a bundle that is missing, and a manifest with a tag that is none, leave the rest readable', async () => {
    const before = newsroom.read('locales/articles/river-flood.json')
    const bundle = newsroom.read('locales/ar/articles/river-flood.json')
    rmSync(newsroom.path('locales/ar/articles/river-flood.json'))
    expect((await get('/ar/river-flood/')).status).toBe(404)
    expect(await html('/en/river-flood/')).not.toContain('href="/ar/river-flood/"')
    newsroom.write('locales/ar/articles/river-flood.json', bundle)
    newsroom.write(
      'locales/articles/river-flood.json',
      before.replace(
        '"languages": {',
        '"languages": {"x_<b>": {"state": "machine", "stale": false, "held": []},',
      ),
    )
    const page = await get('/en/river-flood/')
    expect(page.status).toBe(200)
    expect(await page.text()).not.toContain('x_<b>')
    newsroom.write('locales/articles/river-flood.json', before)
  })
})
