import { serve } from '@hono/node-server'
import { openSiteNewsroom, writeBacklog } from './site-newsroom.ts'
import { startBrowser } from '../support/browser.ts'
import { readConfig } from '../../src/config.ts'
import { siteApp } from '../../src/site/index.ts'
const n = openSiteNewsroom()
writeBacklog(n.path('locales'), 6, ['en'])
const app = siteApp(readConfig(n.path('babelwire.yaml')))
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as any
await new Promise((r) => setTimeout(r, 300))
const url = `http://127.0.0.1:${server.address().port}`
const b = await startBrowser()
for (const width of [1280, 375]) {
  const p = await b.newPage({
    viewport: { width, height: width === 375 ? 800 : 900 },
    reducedMotion: 'reduce',
  })
  for (const tag of ['en', 'ar', 'zh-Hans']) {
    for (const [name, path] of [
      ['front', `/${tag}/`],
      ['article', `/${tag}/river-flood/`],
    ] as const) {
      await p.goto(url + path)
      await p.screenshot({
        path: `/tmp/shot-${name}-${tag}-${width}.png`,
        fullPage: name === 'article',
      })
    }
    await p.click('language-chooser button')
    await p.screenshot({ path: `/tmp/shot-open-${tag}-${width}.png` })
  }
  for (const [name, path] of [
    ['unavailable', '/de/river-flood/'],
    ['withdrawn', '/ar/bridge-collapse/'],
    ['partial', '/es/river-flood/'],
  ] as const) {
    await p.goto(url + path)
    await p.screenshot({ path: `/tmp/shot-${name}-${width}.png`, fullPage: true })
  }
  await p.close()
}
await b.close()
server.close()
n.remove()
