import { readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { chromium, isMissing } from '../support/parts.ts'
import { sampleFile, serveBundles } from './bundle-server.ts'
import { exampleProject, siteExamples, type ExampleProject } from './site-examples.ts'

/** Examples that a test below runs; a new one has to be added here, with its test. */
const run = [
  'chooser-theme.css',
  'from-disk.js',
  'article-page.js',
  'express-app.js',
  'hono-app.js',
  'show-article.js',
  'article.jsx',
  'trans-article.jsx',
  '[id].astro',
]

const danube = '<a href="https://courier.example/topics/danube">Danubio</a>'

describe('the examples of docs/site.md', () => {
  let project: ExampleProject
  beforeAll(async () => {
    project = await exampleProject()
  })
  afterAll(() => project.remove())

  it('are all run here', () => {
    expect([...siteExamples().keys()]).toEqual(run)
  })

  it('name the properties that the stylesheet knows', () => {
    const stylesheet = readFileSync(
      new URL('../../src/chooser/chooser.css', import.meta.url),
      'utf8',
    )
    const theme = siteExamples().get('chooser-theme.css') ?? ''
    const named = Array.from(theme.matchAll(/--[\w-]+/g), ([name]) => name)
    const known = new Set(Array.from(stylesheet.matchAll(/var\((--[\w-]+)/g), ([, name]) => name))
    expect(named.toSorted()).toEqual([...known].sort())
  })

  it('serve an article with Express, and send a reader of / to their language', async () => {
    const answers = await project.run(`
      import { app } from './express-app.js'
      const server = app.listen(0, '127.0.0.1', async () => {
        const get = async (path, headers = {}) => {
          const address = 'http://127.0.0.1:' + server.address().port + path
          const response = await fetch(address, { redirect: 'manual', headers })
          return { status: response.status, location: response.headers.get('location'), vary: response.headers.get('vary'), text: await response.text() }
        }
        console.log(JSON.stringify([
          await get('/', { 'accept-language': 'fr, gl;q=0.5' }),
          await get('/', { 'accept-language': 'fr', cookie: 'a=b; language=eo' }),
          await get('/es/river-flood/', { 'accept-language': 'ca' }),
          await get('/fr/river-flood/'),
          await get('/es/no-such-article/'),
        ]))
        server.close()
      })`)
    expect(answers).toMatchObject([
      { status: 302, location: '/gl/', vary: expect.stringContaining('Accept-Language, Cookie') },
      { status: 302, location: '/eo/' },
      { status: 200 },
      { status: 404 },
      { status: 404 },
    ])
    const [, , article] = answers as readonly { readonly text: string }[]
    const { document } = parseHTML(article?.text ?? '')
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['es', 'ltr'])
    expect(document.querySelector('#b003')?.innerHTML).toContain(danube)
    expect(document.querySelector('[data-group=suggested] a')?.getAttribute('href')).toBe(
      '/ca/river-flood/',
    )
  })

  it('do the same with Hono', async () => {
    const answers = await project.run(`
      import { app } from './hono-app.js'
      const get = async (path, headers = {}) => {
        const response = await app.request(path, { headers })
        return { status: response.status, location: response.headers.get('location'), text: await response.text() }
      }
      console.log(JSON.stringify([
        await get('/', { 'accept-language': 'de;q=0.9, es-AR' }),
        await get('/', { cookie: 'language=%22rubbish' }),
        await get('/ar-XB/river-flood/'),
        await get('/fr/river-flood/'),
      ]))`)
    expect(answers).toMatchObject([
      { status: 302, location: '/es/' },
      { status: 302, location: '/en/' },
      { status: 200 },
      { status: 404 },
    ])
    expect((answers as readonly { readonly text: string }[])[2]?.text).toContain(
      '<html lang="ar-XB" dir="rtl">',
    )
  })

  it('render with React on a server', async () => {
    const html = await project.run(`
      import { createElement } from 'react'
      import { renderToString } from 'react-dom/server'
      import { loadArticle } from 'babelwire/reader'
      import { Article } from './article.jsx.js'
      import { fromDisk, readJson } from './from-disk.js'
      const article = await loadArticle({ base: 'locales', id: 'river-flood', locale: 'es' }, fromDisk)
      const index = await readJson('locales/index.json')
      console.log(JSON.stringify(renderToString(createElement(Article, { article, index, messages: {} }))))`)
    const { document } = parseHTML(`<body>${String(html)}</body>`)
    expect(document.querySelector('main #b003')?.innerHTML).toContain(danube)
    expect(document.querySelector('language-chooser a[hreflang=gl]')).not.toBeNull()
  })

  it('render with i18next and <Trans>, a missing block marked', async () => {
    const bundle = await sampleFile('es/articles/river-flood.json')
    const server = await serveBundles({
      '/es/articles/river-flood.json': JSON.stringify({ ...bundle, b004: undefined }),
    })
    const html = await project.run(`
      import { createElement } from 'react'
      import { renderToString } from 'react-dom/server'
      import { Article, loadI18next } from './trans-article.jsx.js'
      import { readJson } from './from-disk.js'
      const manifest = await readJson('locales/articles/river-flood.json')
      const i18n = await loadI18next(manifest, 'es', ${JSON.stringify(server.base)})
      console.log(JSON.stringify(renderToString(createElement(Article, { i18n, manifest }))))`)
    server.stop()
    const { document } = parseHTML(`<body>${String(html)}</body>`)
    expect(document.querySelectorAll('p')).toHaveLength(18)
    expect(document.querySelector('#b003')?.innerHTML).toContain(danube)
    expect(document.querySelector('#b004')?.getAttribute('lang')).toBe('en')
    expect(document.querySelector('#b015')?.textContent).toContain('satélite & bombea')
  })

  it('have a script for Astro that runs, and a template that uses only what it names', async () => {
    const [, script = '', template = ''] = (siteExamples().get('[id].astro') ?? '').split(/^---$/m)
    const result = await project.run(`
      globalThis.Astro = { params: { locale: 'es', id: 'river-flood' } }
      ${script}
      console.log(JSON.stringify({ article, chooser, blocks, id, paths: await getStaticPaths() }))`)
    expect(result).toMatchObject({ article: { locale: 'es' }, id: 'river-flood' })
    const { blocks, chooser, paths } = result as Readonly<Record<string, unknown>>
    expect(JSON.stringify(blocks)).toContain(JSON.stringify(danube).slice(1, -1))
    expect(chooser).toContain('/ca/river-flood/')
    expect(paths).toContainEqual({ params: { locale: 'gl', id: 'chess-final' } })
    const names = Array.from(template.matchAll(/\{(\w+)/g), ([, name]) => name)
    expect([...new Set(names)].sort()).toEqual([
      'article',
      'blocks',
      'chooser',
      'dir',
      'html',
      'id',
      'key',
      'lang',
    ])
  })

  it.skipIf(isMissing(chromium))('show an article in a browser without a framework', async () => {
    const { outputFiles } = await build({
      entryPoints: [path.join(project.folder, 'show-article.js')],
      bundle: true,
      write: false,
      format: 'esm',
    })
    const browser = await startBrowser()
    const page = await browser.newPage()
    const pages: Readonly<Record<string, readonly [string, string]>> = {
      '/es/river-flood/': [
        'text/html',
        '<!doctype html><html lang="es"><meta charset="utf-8"><main data-article="river-flood"></main><script type="module" src="/show.js"></script>',
      ],
      '/show.js': ['text/javascript', outputFiles[0]?.text ?? ''],
    }
    await page.route('http://courier.test/**', async (route) => {
      const { pathname } = new URL(route.request().url())
      const [contentType, body] = pages[pathname] ?? [
        'application/json',
        readFileSync(new URL(`../..${pathname}`, import.meta.url), 'utf8'),
      ]
      const headers = {
        'content-security-policy': "default-src 'self'; require-trusted-types-for 'script'",
      }
      await route.fulfill({ contentType, body, headers })
    })
    await page.goto('http://courier.test/es/river-flood/')
    await page.waitForSelector('#b016')
    expect(await page.innerHTML('#b003')).toContain(danube)
    expect(await page.getAttribute('#b003', 'lang')).toBe('es')
    await browser.close()
  })
})
