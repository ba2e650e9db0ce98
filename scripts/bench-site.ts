/**
 * npm run bench:site: pages for 1,000 articles x 20 languages; what a reader loads for one article as
 * HTML, with i18next, with the reader; the time to switch the language in Chromium.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { readConfig } from '../src/config.ts'
import { systemClock } from '../src/clock.ts'
import { createMetrics, serve } from '../src/service/index.ts'
import { buildSite, siteApp } from '../src/site/index.ts'
import { startBrowser } from '../test/support/browser.ts'
import { chromium, isMissing } from '../test/support/parts.ts'
import { openSiteNewsroom, writeBacklog } from '../test/site/site-newsroom.ts'

const count = 1_000
const tags = 'ar bg cs da de el en es fi fr he hi hu it ja pl pt ru uk zh-Hans'.split(' ')
const settings = `source: en\nlanguages: [${tags.join(', ')}]\nsite: {url: https://courier.example, title: The Courier}\n`
const out = mkdtempSync(path.join(os.tmpdir(), 'babelwire-bench-site-'))
const newsroom = openSiteNewsroom(settings)
try {
  writeBacklog(newsroom.path('locales'), count, tags)
  const given = readConfig(newsroom.path('babelwire.yaml'))
  const config = { ...given, site: { ...given.site, out } }
  const options = { now: new Date(), version: 'bench', signal: new AbortController().signal }
  const timed = async (): Promise<readonly [pages: number, seconds: number]> => {
    const start = performance.now()
    const { pages } = await buildSite(config, options)
    return [pages, (performance.now() - start) / 1000]
  }
  const [pages, first] = await timed()
  const [, again] = await timed()
  const peakMiB = Math.round(process.resourceUsage().maxRSS / 1024)
  console.table([
    {
      articles: count,
      languages: tags.length,
      pages,
      seconds: first,
      pagesPerSecond: Math.round(pages / first),
      againSeconds: again,
      peakMiB,
    },
  ])

  const gz = (text: string | Uint8Array): number => gzipSync(text).length
  const bundled = async (code: string): Promise<number> => {
    const { outputFiles } = await build({
      stdin: { contents: code, resolveDir: process.cwd(), loader: 'ts' },
      ...{ bundle: true, minify: true, format: 'esm', write: false, target: 'es2022' },
    })
    return gz(outputFiles[0]?.contents ?? '')
  }
  const file = (name: string): string => readFileSync(newsroom.path('locales', name), 'utf8')
  const data = gz(file('articles/river-flood.json')) + gz(file('ar/articles/river-flood.json'))
  const html = gz(readFileSync(path.join(out, 'ar/river-flood/index.html')))
  const reader = await bundled(
    "export { loadArticle, renderInlineDom } from './src/reader/index.ts'",
  )
  const i18next = await bundled(
    "import i18next from 'i18next'; import Backend from 'i18next-http-backend'; export { i18next, Backend }",
  )
  console.table({
    'HTML only': { scriptBytes: 0, bytes: html },
    'data + reader': { scriptBytes: reader, bytes: data + reader },
    'data + i18next': { scriptBytes: i18next, bytes: data + i18next },
  })

  if (!isMissing(chromium)) console.table(await switching())

  async function switching(): Promise<Readonly<Record<string, number>>> {
    const metrics = createMetrics({
      collect: () => Promise.reject(new Error('none')),
      now: () => new Date(),
    })
    const health = {
      clock: systemClock,
      lastBeatMs: () => systemClock.monotonicMs(),
      askStore: () => Promise.resolve(),
      isDraining: () => false,
      metrics,
    }
    const served = await serve({ host: '127.0.0.1', port: 0, app: siteApp(config), health })
    const browser = await startBrowser()
    try {
      const page = await browser.newPage()
      await page.goto(`${served.url}/en/river-flood/`)
      const times: number[] = []
      for (const tag of ['ar', 'es', 'zh-Hans', 'en', 'ar', 'en']) {
        await page.click('language-chooser button')
        const start = performance.now()
        await page.click(`language-chooser a[hreflang="${tag}"]`)
        await page.waitForURL(`**/${tag}/river-flood/**`, { waitUntil: 'load' })
        times.push(performance.now() - start)
      }
      times.sort((a, b) => a - b)
      return { 'switch of language, median ms': Math.round(times[times.length >> 1] ?? 0) }
    } finally {
      await browser.close()
      await served.close()
    }
  }
} finally {
  newsroom.remove()
  rmSync(out, { recursive: true, force: true })
}
