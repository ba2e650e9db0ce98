import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { chromium, isMissing } from '../support/parts.ts'
import { fewLanguages, serveSite, worldLanguages } from './chooser-site.ts'

describe.skipIf(isMissing(chromium))('<language-chooser>', () => {
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let site: Awaited<ReturnType<typeof serveSite>>
  let small: Awaited<ReturnType<typeof serveSite>>

  beforeAll(async () => {
    const available = worldLanguages.filter((tag) => tag !== 'vi')
    site = await serveSite({ languages: worldLanguages, available, options: { suggested: ['ar'] } })
    small = await serveSite({ languages: fewLanguages })
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser.close()
    site.stop()
    small.stop()
  })
  beforeEach(async () => {
    context = await browser.newContext()
    page = await context.newPage()
  })
  afterEach(() => context.close())

  async function open(tag: string, base = site.url): Promise<void> {
    await page.goto(`${base}/${tag}/river-flood/`)
    await page.click('language-chooser button')
  }

  async function found(typed: string): Promise<readonly (string | null)[]> {
    await page.fill('#languages input', typed)
    return page.$$eval('#languages a', (links) =>
      links.filter((link) => link.checkVisibility()).map((link) => link.textContent),
    )
  }

  it('L17 needs nothing that a strict policy and Trusted Types forbid', async () => {
    const said: string[] = []
    page.on('console', (message) => said.push(message.text()))
    page.on('pageerror', (error) => said.push(error.message))
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(event.violatedDirective)
      })
    })
    await open('ar')
    await found('espa')
    await page.click('#languages a[hreflang=es]')
    await page.waitForURL('**/es/**')
    expect(said).toEqual([])
  })

  it('L20 remembers an explicit choice for a year, and nothing before one', async () => {
    await open('en', small.url)
    expect(await context.cookies()).toEqual([])
    const now = Date.now() / 1000
    await page.click('#languages a[hreflang=zh-Hans]')
    await page.waitForURL('**/zh-Hans/**')
    const [cookie, ...others] = await context.cookies()
    expect(others).toEqual([])
    expect(cookie).toMatchObject({ name: 'language', value: 'zh-Hans', path: '/', sameSite: 'Lax' })
    expect((cookie?.expires ?? 0) - now).toBeGreaterThan(364 * 86_400)
  })

  it.each([
    [
      'en',
      {
        arab: ['العربية'],
        ESPANOL: ['Español'],
        čeština: ['Čeština'],
        'tieng viet': ['Tiếng Việt'],
        zh: ['中文（简体）'],
        chinese: ['中文（简体）'],
        bengali: ['বাংলা'],
        українська: ['Українська'],
        kir: [],
      },
    ],
    ['ar', { الروسية: ['Русский'], russ: ['Русский'] }],
    ['zh-Hans', { 拉伯: ['العربية'], arab: ['العربية'], srpski: [] }],
  ])('L26 finds a language by any of its names (%s)', async (tag, expected) => {
    await open(tag)
    const results: Record<string, unknown> = {}
    for (const typed of Object.keys(expected)) results[typed] = await found(typed)
    expect(results).toEqual(expected)
  })

  it('L26 says how many it found, in the language of the page, and forgets the search when closed', async () => {
    await open('en')
    await found('s')
    const count = (await found('es')).length
    expect(await page.textContent('[role=status]')).toBe(`${count} languages found`)
    await found('kir')
    expect(await page.textContent('[role=status]')).toBe('No language found')
    await page.keyboard.press('Escape')
    await page.click('language-chooser button')
    expect(await page.inputValue('#languages input')).toBe('')
    expect(await page.textContent('[role=status]')).toBe('')
    expect((await page.$$('#languages li:not([hidden])')).length).toBe(45)
    await open('ar')
    await found('arab')
    expect(await page.textContent('[role=status]')).toBe('عُثر على لغة واحدة')
  })

  it('L26 leaves a list of at most 12 without search', async () => {
    await open('en', small.url)
    expect(await page.$('#languages input')).toBeNull()
  })

  it('L11 is closed by Escape from the search too', async () => {
    await open('en')
    await page.focus('#languages input')
    await page.keyboard.type('fra')
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).pathname).toBe('/en/river-flood/')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    expect(await page.isVisible('#languages')).toBe(false)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON')
  })

  it('keeps the place in the article where the reader has left its top', async () => {
    await open('en')
    await page.click('#languages [data-group=all] a[hreflang=es]')
    await page.waitForURL('**/es/**')
    expect(new URL(page.url()).hash).toBe('')
    await page.evaluate(() => document.getElementById('b012')?.scrollIntoView())
    await page.evaluate(() => document.querySelector<HTMLElement>('#languages')?.showPopover())
    await page.click('#languages [data-group=all] a[hreflang=ar]')
    await page.waitForURL('**/ar/**')
    expect(new URL(page.url()).hash).toBe('#b012')
    const top = await page.$eval('#b012', (block) => block.getBoundingClientRect().top)
    expect(Math.abs(top)).toBeLessThan(2)
  })

  it('leads to a front page without a place in it', async () => {
    await open('en')
    await page.evaluate(() => document.getElementById('b012')?.scrollIntoView())
    await page.evaluate(() => document.querySelector<HTMLElement>('#languages')?.showPopover())
    await page.click('#languages [data-group=unavailable] a[hreflang=vi]')
    await page.waitForURL(`${site.url}/vi/`)
  })
})
