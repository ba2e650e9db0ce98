import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { chromium, isMissing } from '../support/parts.ts'
import { serveSite, stylesheet, worldLanguages } from './chooser-site.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const pages = ['en', 'ar', 'zh-Hans']

describe.skipIf(isMissing(chromium))('the chooser of 44 languages', () => {
  let browser: Browser
  let site: Awaited<ReturnType<typeof serveSite>>

  beforeAll(async () => {
    const available = worldLanguages.slice(0, 38)
    const options = { suggested: ['es', 'fr'] }
    site = await serveSite({ languages: worldLanguages, available, options })
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser.close()
    site.stop()
  })

  async function openPanel(tag: string, width: number, height: number): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height } })
    await page.goto(`${site.url}/${tag}/river-flood/`)
    await page.click('language-chooser button')
    return page
  }

  async function box(page: Page, selector: string): Promise<DOMRect> {
    return page.$eval(selector, (element) => element.getBoundingClientRect().toJSON() as DOMRect)
  }

  it.each(pages)('L14 gives every target at least 44 px (%s)', async (tag) => {
    const page = await openPanel(tag, 375, 667)
    const small = await page.$$eval('language-chooser :is(a, button, input)', (targets) =>
      targets
        .map((target) => ({ text: target.textContent, size: target.getBoundingClientRect() }))
        .filter(({ size }) => size.width < 44 || size.height < 44)
        .map(({ text }) => text),
    )
    expect(small).toEqual([])
    await page.close()
  })

  // 320 by 256 is a window of 1280 by 1024 at 400 % zoom.
  it.each(
    pages.flatMap(
      (tag) =>
        [
          [tag, 640],
          [tag, 256],
        ] as const,
    ),
  )('L15 fits in 320 px without scrolling sideways (%s, height %i)', async (tag, height) => {
    const page = await openPanel(tag, 320, height)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    const panel = await box(page, '#languages')
    expect(panel.left).toBeGreaterThanOrEqual(0)
    expect(panel.right).toBeLessThanOrEqual(320)
    expect(panel.top).toBeGreaterThanOrEqual(0)
    expect(panel.bottom).toBeLessThanOrEqual(height)
    expect(panel.height).toBeGreaterThan(130)
    const inner = await page.$eval('#languages', (it) => [it.scrollWidth, it.clientWidth])
    expect(inner[0]).toBe(inner[1])
    await page.close()
  })

  it('L16 mirrors: the panel opens inwards from the end of the line', async () => {
    const ltr = await openPanel('en', 1280, 800)
    const rtl = await openPanel('ar', 1280, 800)
    const [button, panel] = [
      await box(ltr, 'language-chooser button'),
      await box(ltr, '#languages'),
    ]
    const [mirrored, inwards] = [
      await box(rtl, 'language-chooser button'),
      await box(rtl, '#languages'),
    ]
    expect(panel.right).toBeCloseTo(button.right, 0)
    expect(button.right).toBeGreaterThan(1200)
    expect(inwards.left).toBeCloseTo(mirrored.left, 0)
    expect(mirrored.left).toBeLessThan(80)
    expect(inwards.left).toBeCloseTo(1280 - panel.right, 0)
    await ltr.close()
    await rtl.close()
  })

  it('L16 is styled by logical properties alone', () => {
    expect(
      stylesheet.match(/\b(?:left|right|top|bottom|(?<!-)width(?=:)|(?<!-)height(?=:))\b/g),
    ).toBeNull()
  })

  it('L29 keeps out of print', async () => {
    const page = await openPanel('ar', 1280, 800)
    await page.emulateMedia({ media: 'print' })
    expect(await page.isVisible('language-chooser')).toBe(false)
    await page.close()
  })

  it('L29 still shows borders, the focus and the current language in forced colours', async () => {
    const page = await openPanel('en', 1280, 800)
    await page.emulateMedia({ forcedColors: 'active' })
    await page.focus('#languages a')
    await page.keyboard.press('Tab')
    const style = await page.evaluate(() => {
      const of = (selector: string, pseudo?: string): CSSStyleDeclaration =>
        getComputedStyle(document.querySelector(selector) as Element, pseudo)
      return [
        of('#languages').borderBlockStartStyle,
        of('language-chooser button').borderBlockStartStyle,
        of('#languages :focus', '::after').outlineStyle,
        of('#languages [aria-current]', '::before').content,
      ]
    })
    expect(style).toEqual(['solid', 'solid', 'solid', '"✓" / ""'])
    await page.close()
  })

  it('L29 moves nothing where the reader wants no motion', async () => {
    const page = await browser.newPage({ reducedMotion: 'reduce' })
    await page.goto(`${site.url}/en/river-flood/`)
    await page.click('language-chooser button')
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
    await page.close()
  })

  it.each(pages)(
    'L32 has no violation that axe can find, closed, open and searched (%s)',
    async (tag) => {
      // The page's own policy forbids a script from elsewhere, so axe alone goes round it.
      const context = await browser.newContext({ bypassCSP: true })
      const page = await context.newPage()
      await page.goto(`${site.url}/${tag}/river-flood/`)
      await page.evaluate(axe)
      const violations = (): Promise<readonly string[]> =>
        page.evaluate(async () => {
          const { axe } = window as unknown as {
            readonly axe: {
              run(): Promise<{ readonly violations: readonly { readonly id: string }[] }>
            }
          }
          return (await axe.run()).violations.map(({ id }) => id)
        })
      expect(await violations()).toEqual([])
      await page.click('language-chooser button')
      expect(await violations()).toEqual([])
      await page.fill('#languages input', 'arab')
      expect(await violations()).toEqual([])
      await context.close()
    },
  )
})
