import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { chromium, isMissing } from '../support/parts.ts'
import { fewLanguages, serveSite } from './chooser-site.ts'

const noChromium = isMissing(chromium)

describe.skipIf(noChromium)('the chooser on a page', () => {
  let browser: Browser
  let site: Awaited<ReturnType<typeof serveSite>>

  beforeAll(async () => {
    site = await serveSite({ languages: fewLanguages })
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser.close()
    site.stop()
  })

  async function open(tag: string, javaScriptEnabled = true): Promise<Page> {
    const page = await browser.newPage({ javaScriptEnabled })
    await page.goto(`${site.url}/${tag}/river-flood/`)
    return page
  }

  const isOpen = (page: Page): Promise<boolean> => page.isVisible('#languages')
  const focused = (page: Page): Promise<string | undefined> =>
    page.evaluate(() => document.activeElement?.tagName)

  it.each(['en', 'ar', 'zh-Hans'])('L1 works with JavaScript off (%s)', async (tag) => {
    const page = await open(tag, false)
    await page.click('language-chooser button')
    await page.click('a[hreflang=es]')
    expect(new URL(page.url()).pathname).toBe('/es/river-flood/')
    await page.close()
  })

  it.each([
    ['en', 'Choose your language: English'],
    ['ar', 'اختر لغتك: العربية'],
    ['zh-Hans', '选择语言: 中文（简体）'],
  ])('L9 tells assistive technology its name and whether it is open (%s)', async (tag, name) => {
    const page = await open(tag)
    const session = await page.context().newCDPSession(page)
    const button = async (): Promise<readonly unknown[]> => {
      const { nodes } = await session.send('Accessibility.getFullAXTree')
      const node = nodes.find(({ role }) => role?.value === 'button')
      return [
        node?.name?.value,
        node?.properties?.find((one) => one.name === 'expanded')?.value.value,
      ]
    }
    expect(await button()).toEqual([name, false])
    await page.click('language-chooser button')
    expect(await button()).toEqual([name, true])
    expect(await page.getAttribute('language-chooser svg', 'aria-hidden')).toBe('true')
    await page.close()
  })

  it.each([
    ['Enter', true],
    ['Space', true],
    ['Enter', false],
  ])(
    'L11 opens with %s, is left with Escape, and gives the focus back (script: %s)',
    async (key, script) => {
      const page = await open('en', script)
      await page.keyboard.press('Tab')
      expect(
        await page
          .locator('language-chooser button')
          .evaluate((it) => it === document.activeElement),
      ).toBe(true)
      await page.keyboard.press(key)
      expect(await isOpen(page)).toBe(true)
      await page.keyboard.press('Tab')
      expect(
        await page
          .locator('#languages a')
          .first()
          .evaluate((it) => it === document.activeElement),
      ).toBe(true)
      await page.keyboard.press('Escape')
      expect(await isOpen(page)).toBe(false)
      expect(await focused(page)).toBe('BUTTON')
      await page.close()
    },
  )

  it('L12 closes on a click outside', async () => {
    const page = await open('ar')
    await page.click('language-chooser button')
    await page.mouse.click(1000, 400)
    expect(await isOpen(page)).toBe(false)
    await page.close()
  })

  it('L12 closes when the focus leaves it', async () => {
    const page = await open('en')
    await page.click('language-chooser button')
    for (let at = 0; at < fewLanguages.length; at++) await page.keyboard.press('Tab')
    expect(await isOpen(page)).toBe(true)
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('A')
    expect(await isOpen(page)).toBe(false)
    await page.close()
  })

  it('L13 goes nowhere by arrows or typing', async () => {
    const page = await open('zh-Hans')
    await page.click('language-chooser button')
    await page.keyboard.press('Tab')
    for (const key of ['ArrowDown', 'ArrowUp', 'e', 's', 'Home', 'End'])
      await page.keyboard.press(key)
    expect(new URL(page.url()).pathname).toBe('/zh-Hans/river-flood/')
    await page.close()
  })
})
