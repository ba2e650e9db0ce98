import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FetchError, fetchPage, userAgent, type FetchOptions } from '../../src/fetch/index.ts'
import { formatError } from '../../src/errors.ts'
import { legacyBytes } from '../support/legacy-bytes.ts'
import { startPageServer, type PageAnswer, type PageServer } from '../support/page-server.ts'

const article = '<!doctype html><article><h1>Порт Одеси відкрито</h1></article>'
const page: PageAnswer = { kind: 'page', body: article }
const modified = 'Fri, 20 Nov 2026 10:00:00 GMT'

const answers: Record<string, PageAnswer> = {
  '/port': page,
  '/etag': { kind: 'page', body: article, etag: '"v7"' },
  '/modified': { kind: 'page', body: article, modified },
  '/gzip': { kind: 'page', body: article, packed: 'gzip' },
  '/deflate': { kind: 'page', body: article, packed: 'deflate' },
  '/br': { kind: 'page', body: article, packed: 'br' },
  '/cyrillic': {
    kind: 'page',
    body: legacyBytes(article.replace('і', 'i'), 'windows-1251'),
    contentType: 'text/html; charset=utf-8',
  },
  '/pdf': { kind: 'page', body: '%PDF-1.7', contentType: 'application/pdf' },
  '/moved': { kind: 'redirect', to: 'port', status: 301 },
  '/inside': { kind: 'redirect', to: 'http://169.254.169.254/latest/meta-data/?token=hush' },
  '/file': { kind: 'redirect', to: 'file:///etc/passwd' },
  '/nowhere': { kind: 'status', status: 302 },
  '/circle': { kind: 'redirect', to: '/circle#again' },
  '/silent': { kind: 'silent' },
  '/stall': { kind: 'stall' },
  '/drip': { kind: 'drip' },
  '/endless': { kind: 'endless' },
  '/bomb-gzip': { kind: 'bomb', mebibytes: 16, packed: 'gzip' },
  '/bomb-br': { kind: 'bomb', mebibytes: 16, packed: 'br' },
  '/long': { kind: 'wrong-length', announced: 100_000_000, body: 'a' },
  '/short': { kind: 'wrong-length', announced: 1000, body: 'a' },
  '/broken-packing': { kind: 'broken-packing' },
  '/unknown-packing': { kind: 'unknown-packing' },
  '/garbage': { kind: 'garbage' },
  '/reset': { kind: 'reset' },
  '/busy': { kind: 'status', status: 429, headers: { 'Retry-After': '120' } },
  '/busy-blank': { kind: 'status', status: 429, headers: { 'Retry-After': '' } },
  '/busy-absurd': { kind: 'status', status: 429, headers: { 'Retry-After': '999999999' } },
  '/unchanged': { kind: 'status', status: 304 },
  ...Object.fromEntries(
    [401, 403, 404, 410, 500, 503].map((status) => [`/${status}`, { kind: 'status', status }]),
  ),
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((step) => [`/hop${step}`, { kind: 'redirect', to: `/hop${step + 1}` }]),
  ),
  '/hop7': page,
}

const options: FetchOptions = {
  userAgent: userAgent('0.1.0', 'https://news.example/contact'),
  allow: ['127.0.0.1'],
}

let server: PageServer
beforeAll(async () => {
  server = await startPageServer(answers)
})
afterAll(() => server.close())

const get = (path: string, more: Partial<FetchOptions> = {}) =>
  fetchPage(`${server.url}${path}`, { ...options, ...more })

async function errorOf(work: Promise<unknown>): Promise<FetchError> {
  const error: unknown = await work.then(
    () => new Error('it was fetched'),
    (thrown: unknown) => thrown,
  )
  if (error instanceof FetchError) return error
  throw error
}

describe('fetchPage', () => {
  it('gives the page, who it is from and what it is', async () => {
    expect(await get('/port#top')).toMatchObject({
      kind: 'page',
      url: `${server.url}/port`,
      status: 200,
      text: article,
      charset: 'utf-8',
      contentType: 'text/html; charset=utf-8',
    })
    expect(server.requests.at(-1)?.headers).toMatchObject({
      'user-agent': 'Babelwire/0.1.0 (+https://news.example/contact)',
      'accept-encoding': 'gzip, deflate, br',
    })
  })

  it.each(['gzip', 'deflate', 'br'])('unpacks %s', async (packed) => {
    expect(await get(`/${packed}`)).toMatchObject({ text: article })
  })

  it('reads a page in windows-1251 that is declared as UTF-8', async () => {
    expect(await get('/cyrillic')).toMatchObject({
      charset: 'windows-1251',
      text: article.replace('і', 'i'),
    })
  })

  it('does not fetch again what has not changed', async () => {
    const first = await get('/etag')
    expect(first).toMatchObject({ kind: 'page', etag: '"v7"' })
    const url = `${server.url}/etag`
    expect(await get('/etag', { etag: '"v7"' })).toEqual({ kind: 'not-modified', url })
    expect(await get('/etag', { etag: '"v6"' })).toMatchObject({ kind: 'page' })
    expect(await get('/modified')).toMatchObject({ lastModified: modified })
    expect(await get('/modified', { lastModified: modified })).toMatchObject({
      kind: 'not-modified',
    })
  })

  it('takes a 304 that nobody asked for as a failure', async () => {
    expect((await errorOf(get('/unchanged'))).status).toBe(304)
  })

  it('follows redirects and says where it ended', async () => {
    expect(await get('/moved')).toMatchObject({ url: `${server.url}/port`, text: article })
    expect(await get('/hop2')).toMatchObject({ url: `${server.url}/hop7` })
  })

  it.each([
    ['/inside', /"169\.254\.169\.254" is not a host of the public internet.*\[input\]/],
    ['/file', /"file:" is not fetched.*\[input\]/],
    ['/nowhere', /does not say where.*\[network\]/],
    ['/circle', /in a circle.*\[network\]/],
    ['/hop1', /more than 5 times.*\[network\]/],
    ['/401', /asks for a login \(status 401\).*\[network\]/],
    ['/403', /status 403\).*Ask the site to let Babelwire in.*\[network\]/],
    ['/404', /no such page \(status 404\) {2}Check the address\. {2}\[network\]/],
    ['/410', /for good \(status 410\).*babelwire withdraw.*\[network\]/],
    ['/500', /in trouble \(status 500\) {2}Try again later/],
    ['/503', /in trouble \(status 503\)/],
    ['/busy', /too many requests \(status 429, asks to wait 120 s\) {2}Fetch it less often/],
    ['/busy-blank', /too many requests \(status 429\)/],
    ['/busy-absurd', /too many requests \(status 429\)/],
    ['/pdf', /it is application\/pdf, not a page.*\[input\]/],
    ['/long', /more than 5000000 bytes.*\[input\]/],
    ['/short', /broke off.*\[network\]/],
    ['/broken-packing', /compressed, and broken.*\[network\]/],
    ['/unknown-packing', /packed as "compress".*\[network\]/],
    ['/garbage', /not valid HTTP.*\[network\]/],
    ['/reset', /broke off.*\[network\]/],
  ])('says what is wrong with %s', async (path, message) => {
    const error = formatError(await errorOf(get(path)))
    expect(error).toMatch(message)
    expect(error).toMatch(/^http/)
    expect(error).not.toContain('hush')
  })

  it('tells how long the site asks to be left alone', async () => {
    expect((await errorOf(get('/busy'))).retryAfterMs).toBe(120_000)
    expect((await errorOf(get('/busy-blank'))).retryAfterMs).toBeUndefined()
    expect((await errorOf(get('/busy-absurd'))).retryAfterMs).toBeUndefined()
  })

  it.each(['/endless', '/bomb-gzip', '/bomb-br'])('gives %s up at the size limit', async (path) => {
    const error = await errorOf(get(path, { maxBytes: 1_000_000 }))
    expect(formatError(error)).toMatch(/more than 1000000 bytes.*\[input\]/)
  })

  it('counts the size of what it unpacked', async () => {
    const size = Buffer.byteLength(article)
    for (const path of ['/port', '/gzip', '/br']) {
      expect(await get(path, { maxBytes: size })).toMatchObject({ text: article })
      const error = await errorOf(get(path, { maxBytes: size - 1 }))
      expect(error.message).toBe(`more than ${size - 1} bytes`)
    }
  })

  it.each(['/silent', '/stall'])('gives %s up after a while', async (path) => {
    const error = await errorOf(get(path, { idleMs: 50 }))
    expect(formatError(error)).toMatch(/nothing came for 0\.05 s.*\[network\]/)
  })

  it('gives a server up that drips for ever', async () => {
    const error = await errorOf(get('/drip', { deadlineMs: 200 }))
    expect(formatError(error)).toMatch(/not there after 0\.2 s.*\[network\]/)
  })

  it('stops when it is told to, with the reason', async () => {
    const stop = new AbortController()
    const reason = new Error('the desk was closed')
    const stopped = fetchPage(`${server.url}/drip`, options, stop.signal)
    setTimeout(() => stop.abort(reason), 50)
    await expect(stopped).rejects.toBe(reason)
    await expect(fetchPage(`${server.url}/port`, options, stop.signal)).rejects.toBe(reason)
  })

  it('says that nobody listens there', async () => {
    const gone = await startPageServer({})
    await gone.close()
    const error = await errorOf(fetchPage(`${gone.url}/feed?key=hush&page=2`, options))
    expect(formatError(error)).toMatch(/feed\?key=…&page=… {2}the host refuses the connection/)
  })
})

describe('names that lead inside', () => {
  const named = (): string => `http://news.example:${server.port}/port`

  it('are refused before a connection is made', async () => {
    const before = server.requests.length
    const resolve: FetchOptions['resolve'] = (_, answer) =>
      answer(null, [{ address: '127.0.0.1', family: 4 }])
    const error = await errorOf(fetchPage(named(), { ...options, allow: [], resolve }))
    expect(formatError(error)).toMatch(
      /"news\.example" is at 127\.0\.0\.1, which is not.*\[input\]/,
    )
    expect(server.requests.length).toBe(before)
  })

  it('are refused when only one of their addresses is inside', async () => {
    const resolve: FetchOptions['resolve'] = (_, answer) =>
      answer(null, [
        { address: '93.184.215.14', family: 4 },
        { address: '::ffff:10.0.0.7', family: 6 },
      ])
    const error = await errorOf(fetchPage(named(), { ...options, allow: [], resolve }))
    expect(formatError(error)).toMatch(/is at ::ffff:10\.0\.0\.7/)
  })

  it('are looked up once for each connection, so that a second answer cannot win', async () => {
    let lookups = 0
    const resolve: FetchOptions['resolve'] = (_, answer) => {
      lookups++
      answer(null, [{ address: lookups === 1 ? '127.0.0.1' : '169.254.169.254', family: 4 }])
    }
    const fetched = await fetchPage(named(), { ...options, resolve })
    expect(fetched).toMatchObject({ text: article })
    expect(lookups).toBe(1)
  })

  it('are fetched when the name itself is allowed', async () => {
    const resolve: FetchOptions['resolve'] = (_, answer) =>
      answer(null, [{ address: '127.0.0.1', family: 4 }])
    const fetched = await fetchPage(named(), { ...options, allow: ['news.example'], resolve })
    expect(fetched).toMatchObject({ url: named() })
  })

  it('that do not exist are said so', async () => {
    const resolve: FetchOptions['resolve'] = (_, answer) =>
      answer(Object.assign(new Error('hush'), { code: 'ENOTFOUND' }), [])
    const error = formatError(await errorOf(fetchPage(named(), { ...options, resolve })))
    expect(error).toMatch(/there is no such host.*\[network\]/)
  })
})
