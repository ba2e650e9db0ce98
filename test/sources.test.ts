import { utimesSync, writeFileSync, mkdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Manifest } from '../src/bundle/index.ts'
import { startDeeplServer, type DeeplServer } from './support/deepl-server.ts'
import { legacyBytes } from './support/legacy-bytes.ts'
import { openNewsroom, type Ended, type Newsroom, type RunJson } from './support/newsroom.ts'
import { startPageServer, type PageAnswer, type PageServer } from './support/page-server.ts'

const flood =
  'The river rose above the old mark on Monday night. The council closed two bridges and asked people to stay at home.'
const grain =
  'Three ships left the port on Tuesday morning with wheat for the south. Nobody stopped them on the way out.'
const page = (title: string, text: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><nav><a href="/">Home</a></nav><article><h1>${title}</h1><p>${text}</p></article></body></html>`
const item = (guid: string, title: string, text: string): string =>
  `<item><guid isPermaLink="false">${guid}</guid><title>${title}</title><description>${text.slice(0, 30)}</description><content:encoded><![CDATA[<p>${text}</p>]]></content:encoded></item>`
const rss = (...items: readonly string[]): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour News</title><link>https://example.org/</link><description>d</description><language>en</language>${items.join('')}</channel></rss>`
const feed = (body: string, etag?: string): PageAnswer => ({
  kind: 'page',
  body,
  contentType: 'application/rss+xml',
  ...(etag === undefined ? {} : { etag }),
})

describe('articles of every source', () => {
  let server: DeeplServer
  let pages: PageServer
  let newsroom: Newsroom
  const answers: Record<string, PageAnswer> = {}

  beforeEach(async () => {
    for (const path of Object.keys(answers)) Reflect.deleteProperty(answers, path)
    server = await startDeeplServer()
    pages = await startPageServer(answers)
    newsroom = openNewsroom({ 'glossary.yaml': 'version: 1\nterms: {}\n' }, server)
  })
  afterEach(async () => {
    newsroom.remove()
    await pages.close()
    await server.close()
  })

  const configure = (articles: string, more = ''): void =>
    newsroom.write(
      'babelwire.yaml',
      `source: en\nlanguages: [es]\nengine: deepl\nbudget: {run: 5}\narticles: ${articles}\nfetch: {allow: [127.0.0.1]}\n${more}`,
    )
  const run = async (): Promise<Ended & { json: RunJson }> => {
    const ended = await newsroom.run('run', '--json')
    return { ...ended, json: JSON.parse(ended.out) as RunJson }
  }
  const ids = ({ json }: { json: RunJson }): readonly string[] => json.articles.map(({ id }) => id)
  const source = (id: string): string =>
    Object.values(newsroom.json(`locales/en/articles/${id}.json`)).join(' ')

  it('reads a page, and asks the site no more than whether it changed', async () => {
    answers['/flood'] = { kind: 'page', body: page('River rises', flood), etag: '"1"' }
    configure(`["${pages.url}/flood"]`)
    const first = await run()
    expect([first.code, first.err]).toEqual([0, ''])
    const [id = ''] = ids(first)
    expect(id).toMatch(/^flood-[0-9a-f]{6}$/)
    expect(source(id)).toBe(`River rises ${flood}`)
    const again = await run()
    expect(again.json.totals).toMatchObject({ translated: 0, requests: 0 })
    expect(pages.requests.map(({ headers }) => headers['if-none-match'])).toEqual([
      undefined,
      '"1"',
    ])
    expect(pages.requests[0]?.headers['user-agent']).toMatch(/^Babelwire\//)
  })

  it('reads a feed; a correction under the same guid is noticed, a vanished item stays', async () => {
    answers['/feed'] = feed(
      rss(item('a-1', 'River rises', flood), item('a-2', 'Grain leaves', grain)),
    )
    configure(`[{feed: "${pages.url}/feed"}]`)
    const first = await run()
    expect([first.code, ids(first)]).toEqual([0, ['a-1', 'a-2']])
    answers['/feed'] = feed(rss(item('a-1', 'River rises', flood.replace('two', 'three'))))
    const second = await run()
    expect([second.code, second.json.totals.translated]).toEqual([0, 1])
    expect(source('a-1')).toContain('three bridges')
    expect(newsroom.has('locales/es/articles/a-2.json')).toBe(true)
    expect(newsroom.json<Manifest>('locales/articles/a-2.json').withdrawn).toBeUndefined()
  })

  it('reads the full text of feed items from their pages where that is said', async () => {
    answers['/flood'] = { kind: 'page', body: page('River rises', flood) }
    answers['/feed'] = feed(
      rss(
        `<item><guid>${pages.url}/flood</guid><link>${pages.url}/flood</link><title>River rises</title><description>The river rose.</description></item>`,
        `<item><guid>x</guid><link>${pages.url}/gone</link><title>Gone</title><description>Gone.</description></item>`,
      ),
    )
    configure(`[{feed: "${pages.url}/feed", full-text: link}]`)
    const { code, err, json } = await run()
    expect(code).toBe(4)
    expect(err).toContain('404')
    expect(source(json.articles[0]?.id ?? '')).toContain('asked people to stay at home')
  })

  it('never fetches what is not public unless it is allowed', async () => {
    answers['/flood'] = { kind: 'page', body: page('River rises', flood) }
    configure(
      `["${pages.url}/flood", "http://169.254.169.254/latest/meta-data", "file:///etc/passwd"]`,
    )
    newsroom.write('babelwire.yaml', newsroom.read('babelwire.yaml').replace(/fetch: .*\n/, ''))
    const { code, err } = await newsroom.run('run')
    expect(code).toBe(4)
    expect(err.match(/failed {2}/g)).toHaveLength(3)
    expect(pages.requests).toEqual([])
  })

  it('keeps the pause that a site asks for', async () => {
    answers['/feed'] = { kind: 'status', status: 429, headers: { 'Retry-After': '600' } }
    configure(`[{feed: "${pages.url}/feed"}]`)
    expect((await run()).code).toBe(4)
    const { code, err } = await newsroom.run('run')
    expect(code).toBe(4)
    expect(err).toContain('the site asked to wait until')
    expect(pages.requests).toHaveLength(1)
  })

  it('takes away what an agency cancels, and gives it back when it is usable again', async () => {
    const ninjs = (pubstatus: string): string =>
      JSON.stringify({
        uri: 'urn:harbour:flood',
        standard: { name: 'ninjs', version: '3.1' },
        type: 'text',
        language: 'en',
        pubStatus: pubstatus,
        headlines: [{ value: 'River rises' }],
        bodies: [{ contentType: 'text/plain', value: flood }],
      })
    newsroom.write('articles/item.json', ninjs('usable'))
    configure('[articles]')
    const first = await run()
    const [id = ''] = ids(first)
    expect(first.code).toBe(0)
    expect(id).toMatch(/^urn-harbour-flood-[0-9a-f]{6}$/)
    newsroom.write('articles/item.json', ninjs('canceled'))
    const { code, err } = await newsroom.run('run')
    expect(code).toBe(0)
    expect(err).toContain(`withdrawn  ${id}  canceled by its source`)
    expect(newsroom.has(`locales/es/articles/${id}.json`)).toBe(false)
    expect(newsroom.json<Manifest>(`locales/articles/${id}.json`).withdrawn).toMatchObject({
      reason: 'canceled by its source',
    })
    newsroom.write('articles/item.json', ninjs('usable'))
    const requests = server.counters.translateRequests
    expect((await newsroom.run('run')).err).toContain(`restored  ${id}`)
    expect(newsroom.has(`locales/es/articles/${id}.json`)).toBe(true)
    expect(server.counters.translateRequests).toBe(requests)
  })

  it('gives an article back with the structure it came with', async () => {
    const body = `<h1>River rises</h1><p>${flood}</p><h3>What to do</h3><ul><li>Stay at home.</li><li>Keep the radio on.</li></ul><ol><li>Call the council.</li></ol><table><tr><th>Bridge</th><th>State</th></tr><tr><td>Old Bridge</td><td>closed</td></tr></table><p>Read <a href="https://example.org/r" hreflang="en" rel="nofollow">the report</a> of the council.</p>`
    newsroom.write(
      'articles/flood.html',
      `<html lang="en"><body><article>${body}</article></body></html>`,
    )
    configure('[articles]')
    expect((await run()).code).toBe(0)
    const { out } = await newsroom.run('export', 'flood', '--to', 'en')
    expect(out.replace(/>\s+</g, '><')).toContain(
      body
        .replaceAll('th>', 'td>')
        .replace('<table>', '<table><tbody>')
        .replace('</table>', '</tbody></table>'),
    )
    const es = (await newsroom.run('export', 'flood', '--to', 'es')).out
    const shape = (html: string): string =>
      html.replace(/>[^<]*</g, '><').replace(/ (?:lang|dir|data-[a-z-]+)="[^"]*"/g, '')
    expect(shape(es)).toBe(shape(out))
    expect((await newsroom.run('check')).code).toBe(0)
    expect((await run()).json.totals.requests).toBe(0)
  })

  it('suggests the names that a format marks, also in a script without capitals', async () => {
    newsroom.write(
      'articles/item.json',
      JSON.stringify({
        uri: 'urn:harbour:ferry',
        standard: { name: 'ninjs', version: '3.1' },
        type: 'text',
        language: 'zh-Hans',
        headlines: [{ value: '青屿轮渡恢复夜航' }],
        bodies: [
          {
            contentType: 'text/plain',
            value: '青屿轮渡周三晚恢复夜航。船长陈立群说，第一班船在八点离港。',
          },
        ],
        people: [{ name: '陈立群' }],
        places: [{ name: '青屿' }],
      }),
    )
    configure('[articles]')
    newsroom.write('glossary.yaml', 'version: 1\nsource: zh-Hans\nterms: {}\n')
    await run()
    const { out, err } = await newsroom.run('glossary', 'suggest')
    expect(out).toContain('陈立群')
    expect(out).toContain('青屿')
    expect(err).toContain('Chinese has no capitals')
  })

  it('takes the last version of an article that stands in several files, a kill too', async () => {
    const ninjs = (version: number, status: string, text: string): string =>
      JSON.stringify({
        uri: 'urn:harbour:flood',
        standard: { name: 'ninjs', version: '3.1' },
        type: 'text',
        language: 'en',
        pubStatus: status,
        versionCreated: `2026-11-20T0${version}:00:00Z`,
        headlines: [{ value: 'River rises' }],
        bodies: [{ contentType: 'text/plain', value: text }],
      })
    newsroom.write('articles/w1.json', ninjs(1, 'usable', flood))
    newsroom.write('articles/w2.json', ninjs(2, 'usable', flood.replace('two', 'three')))
    configure('[articles]')
    const first = await run()
    const [id = ''] = ids(first)
    expect([first.code, ids(first).length]).toEqual([0, 1])
    expect(source(id)).toContain('three bridges')
    newsroom.write('articles/w3.json', ninjs(3, 'canceled', ''))
    expect((await newsroom.run('run')).code).toBe(0)
    expect(newsroom.has(`locales/es/articles/${id}.json`)).toBe(false)
  })

  it('tells identifiers apart that look alike in an address', async () => {
    answers['/feed'] = feed(
      rss(
        item('story.1001', 'One', flood),
        item('story.1002', 'Two', grain),
        item('A1', 'Three', `${flood} Third.`),
        item('a1', 'Four', `${grain} Fourth.`),
      ),
    )
    configure(`[{feed: "${pages.url}/feed"}]`)
    const result = await run()
    expect([result.code, new Set(ids(result)).size]).toEqual([0, 4])
  })

  it('publishes no secret of an address', async () => {
    answers['/flood?token=hush'] = { kind: 'page', body: page('River rises', flood) }
    configure(`["${pages.url}/flood?token=hush", "${pages.url}/gone?token=hush"]`)
    const { out, err, json } = await run()
    expect(out + err).not.toContain('hush')
    expect(newsroom.read(`locales/articles/${json.articles[0]?.id}.json`)).not.toContain('hush')
  })

  it('a page that unpacks to hundreds of megabytes is one failed article', async () => {
    answers['/bomb'] = { kind: 'bomb', mebibytes: 200, packed: 'gzip' }
    answers['/flood'] = { kind: 'page', body: page('River rises', flood) }
    configure(`["${pages.url}/bomb", "${pages.url}/flood"]`)
    const { code, err, json } = await run()
    expect([code, json.articles.length]).toEqual([4, 1])
    expect(err).toContain('more than 5000000 bytes')
  })

  it('reads what a CMS keeps as JSON, by the mapping of the newsroom', async () => {
    const article = (slug: string, state: string): unknown => ({
      slug,
      state,
      content: { title: `On ${slug}`, html: `<p>${slug === 'flood' ? flood : grain}</p>` },
    })
    newsroom.write(
      'articles/cms.json',
      JSON.stringify({ data: [article('flood', 'live'), article('grain', 'draft')] }),
    )
    configure(
      '[articles]',
      'cms-json: {items: /data, id: /slug, headline: /content/title, body: /content/html, status: /state, status-values: {live: usable, draft: withheld}}\n',
    )
    const result = await run()
    expect([result.code, result.err]).toEqual([0, ''])
    expect(source('flood')).toContain('On flood')
    expect(newsroom.has('locales/articles/grain.json')).toBe(false)
  })

  it('reads old encodings of files', async () => {
    mkdirSync(newsroom.path('articles'))
    const text =
      'Порт Одесы открыт\n\nВ порт Одесы вошли три судна с грузом зерна. Власти города сообщили об этом утром во вторник.\n'
    writeFileSync(newsroom.path('articles/port.txt'), legacyBytes(text, 'windows-1251'))
    configure('[articles]')
    newsroom.write(
      'babelwire.yaml',
      newsroom.read('babelwire.yaml').replace('source: en', 'source: ru'),
    )
    const { code } = await run()
    expect(code).toBe(0)
    expect(newsroom.read('locales/ru/articles/port.json')).toContain('вошли три судна')
  })

  it('does not parse a file again that did not change, and sees every change', async () => {
    newsroom.write('articles/flood.txt', `River rises\n\n${flood}\n`)
    configure('[articles]')
    await run()
    const old = new Date(Date.now() - 60_000)
    utimesSync(newsroom.path('articles/flood.txt'), old, old)
    await run()
    // The same size and time: only the content tells.
    newsroom.write('articles/flood.txt', `River rises\n\n${flood.replace('two', 'ten')}\n`)
    const { json } = await run()
    expect(json.totals.translated).toBe(1)
    expect(source('flood')).toContain('ten bridges')
  })

  it('warns of an article that is in another language than it declares', async () => {
    newsroom.write(
      'articles/puerto.txt',
      'Tres barcos salen del puerto\n\nTres barcos salieron del puerto el martes por la mañana con trigo para el sur. Nadie los detuvo en la salida del puerto, dijo el consejo de la ciudad.\n',
    )
    configure('[articles]')
    const { code, err } = await newsroom.run('run')
    expect(code).toBe(0)
    expect(err).toContain('is declared to be en but reads like es')
  })

  it('leaves a block in another language as it is, and marks it', async () => {
    const appeal =
      'Шановні мешканці міста, просимо вас залишатися вдома до ранку. Не виходьте на вулицю без потреби і стежте за повідомленнями міської ради.'
    newsroom.write(
      'articles/flood.html',
      page('River rises', `${flood}</p><p>${appeal}</p><p>${grain}`),
    )
    configure('[articles]')
    const { code, err } = await newsroom.run('run')
    expect(code).toBe(0)
    expect(err).toContain('b002 reads like uk and is left as it is')
    expect(newsroom.json('locales/es/articles/flood.json')['b002']).toBe(appeal)
    const manifest = newsroom.json<Manifest>('locales/articles/flood.json')
    expect(manifest.locales).toEqual({ b002: 'uk' })
    expect((await newsroom.run('export', 'flood', '--to', 'es')).out).toContain(
      '<p lang="uk" dir="ltr">Шановні',
    )
    expect((await run()).json.totals.requests).toBe(0)
  })

  it.each([
    ['broken.xml', '<nitf><body><hedline></nitf>', /broken\.xml:1:\d+/],
    [
      'bomb.xml',
      '<!DOCTYPE nitf [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><nitf>&b;</nitf>',
      /declares an entity/,
    ],
    ['broken.json', '{"uri": "urn:x", "pubstatus": "usable",', /broken\.json:1:\d+/],
    ['other.json', '{"name": "a list of prices", "items": [1, 2]}', /other\.json/],
    ['other.xml', '<invoice><sum>12</sum></invoice>', /other\.xml/],
    ['front.md', '---\ntitle: [unclosed\n---\n\nText of the article.\n', /front\.md:\d+/],
  ])('%s is one failed article, with its place', async (file, content, place) => {
    newsroom.write(`articles/${file}`, content)
    newsroom.write('articles/flood.txt', `River rises\n\n${flood}\n`)
    configure('[articles]')
    const { code, err } = await newsroom.run('run')
    expect(code).toBe(4)
    expect(err).toMatch(place)
    expect(err).not.toContain('    at ')
    expect(newsroom.has('locales/es/articles/flood.json')).toBe(true)
  })
})
