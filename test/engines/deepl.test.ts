import { afterEach, describe, expect, test } from 'vitest'
import { deeplEngine, type DeeplEngine } from '../../src/engines/deepl.ts'
import type { DeeplOptions } from '../../src/engines/deepl-options.ts'
import { startDeeplServer, type DeeplServer } from '../support/deepl-server.ts'
import type { DeeplServerOptions } from '../support/deepl-server.ts'

let server: DeeplServer

async function start(
  serverOptions: DeeplServerOptions = {},
  engineOptions: Partial<DeeplOptions> = {},
): Promise<DeeplEngine> {
  server = await startDeeplServer(serverOptions)
  return deeplEngine({ key: server.key, serverUrl: server.url, ...engineOptions })
}

afterEach(() => server.close())

function lastForm(): Record<string, string> {
  return Object.fromEntries(server.requests.at(-1)?.form ?? [])
}

describe('a request to translate', () => {
  test('keeps tags, numbers and kept content, and is billed without its tags', async () => {
    const engine = await start()
    const answer = await engine.translate({
      source: 'en',
      target: 'es',
      texts: ['<s1>About 3.5 &amp; 4 <em1>million</em1></s1> <s2>near <keep1>F-16s</keep1>.</s2>'],
    })
    expect(answer.billed).toBe('About 3.5 & 4 million near F-16s.'.length)
    expect(answer.texts[0]).toMatch(
      /^<s1>\S+ 3\.5 &amp; 4 <em1>\S+<\/em1><\/s1> <s2>\S+ <keep1>F-16s<\/keep1>\.<\/s2>$/,
    )
  })

  test('pins everything that changes the answer', async () => {
    const engine = await start()
    await engine.translate({
      source: 'en',
      target: 'de',
      texts: ['<s1>In <t1>Kyjiw</t1></s1> <s2>today</s2>', '<a1>The <code1>git</code1></a1>'],
      context: 'Shelling damaged a power plant.',
    })
    expect(lastForm()).toMatchObject({
      source_lang: 'en',
      target_lang: 'de',
      tag_handling: 'xml',
      tag_handling_version: 'v2',
      outline_detection: '0',
      split_sentences: 'nonewlines',
      preserve_formatting: '0',
      model_type: 'prefer_quality_optimized',
      ignore_tags: 't1,code1',
      splitting_tags: 's1,s2',
      context: 'Shelling damaged a power plant.',
    })
    expect(lastForm()).not.toHaveProperty('formality')
    expect(lastForm()).not.toHaveProperty('glossary_id')
  })

  test('names no tags when the texts have none', async () => {
    const engine = await start()
    await engine.translate({ source: 'en', target: 'de', texts: ['Talks began in Geneva.'] })
    expect(lastForm()).not.toHaveProperty('ignore_tags')
    expect(lastForm()).not.toHaveProperty('splitting_tags')
  })

  test('asks for formality only where the target has it', async () => {
    const engine = await start({}, { formality: 'more', model: 'latency_optimized' })
    await engine.translate({ source: 'en', target: 'de', texts: ['Talks began.'] })
    expect(lastForm()).toMatchObject({ formality: 'more', model_type: 'latency_optimized' })
    await engine.translate({ source: 'en', target: 'uk', texts: ['Talks began.'] })
    expect(lastForm()).not.toHaveProperty('formality')
  })

  test('without texts is not sent', async () => {
    const engine = await start()
    expect(await engine.translate({ source: 'en', target: 'de', texts: [] })).toEqual({
      texts: [],
      billed: 0,
    })
    expect(server.counters.requests).toBe(0)
  })

  test('is billed by its source when the bill cannot be true', async () => {
    for (const billed of [-1, 1e12, 1.5, '7', null, undefined]) {
      const engine = await start({ respond: () => ({ kind: 'billed', billed }) })
      const request = { source: 'en', target: 'de', texts: ['Talks <em1>began</em1>.'] }
      expect((await engine.translate(request)).billed).toBe(12)
      await server.close()
    }
  })

  test('for a language DeepL does not know is refused before it is sent', async () => {
    const engine = await start()
    const request = { source: 'en', target: 'tlh', texts: ['Talks began.'] }
    await expect(engine.translate(request)).rejects.toMatchObject({
      code: 'engine',
      failure: 'permanent',
      message: 'DeepL does not translate en into tlh',
    })
    expect(server.counters.translateRequests).toBe(0)
  })
})

describe('languages', () => {
  test.for([
    ['en', 'es', 'en', 'es'],
    ['en', 'es-MX', 'en', 'es-419'],
    ['en', 'es-ES', 'en', 'es'],
    ['uk', 'en', 'uk', 'en-US'],
    ['uk', 'en-US', 'uk', 'en-US'],
    ['uk', 'en-GB', 'uk', 'en-GB'],
    ['uk', 'en-AU', 'uk', 'en-GB'],
    ['en-GB', 'pt', 'en', 'pt-PT'],
    ['en', 'pt-BR', 'en', 'pt-BR'],
    ['pt-BR', 'nb', 'pt', 'nb'],
    ['en', 'zh', 'en', 'zh-HANS'],
    ['en', 'zh-Hans', 'en', 'zh-HANS'],
    ['en', 'zh-CN', 'en', 'zh-HANS'],
    ['en', 'zh-Hant', 'en', 'zh-HANT'],
    ['en', 'zh-TW', 'en', 'zh-HANT'],
    ['zh-Hant', 'ja', 'zh', 'ja'],
    ['en', 'fil', 'en', 'tl'],
    ['en', 'ku', 'en', 'kmr'],
    ['en', 'fr-CA', 'en', 'fr'],
  ] as const)('%s to %s are sent as %s and %s', async ([source, target, from, to]) => {
    const engine = await start()
    expect(await engine.supports(source, target)).toBe(true)
    await engine.translate({ source, target, texts: ['Talks began.'] })
    expect(lastForm()).toMatchObject({ source_lang: from, target_lang: to })
  })

  test.for([
    ['en', 'en-GB'],
    ['en', 'en'],
    ['en', 'sr'],
    ['en', 'de-XA'],
    ['en-XA', 'de'],
    ['nn', 'de'],
  ] as const)('%s to %s is not supported', async ([source, target]) => {
    const engine = await start()
    expect(await engine.supports(source, target)).toBe(false)
  })

  test('are asked for once', async () => {
    const engine = await start()
    await engine.supports('en', 'de')
    await engine.supports('en', 'fr')
    await engine.translate({ source: 'en', target: 'fr', texts: ['Talks began.'] })
    expect(server.counters.byPath.get('/v2/languages')).toBe(2)
  })

  test('are not guessed when DeepL cannot be asked', async () => {
    const engine = await start({
      respond: (_, n) => (n === 1 ? { kind: 'status', status: 503 } : 'ok'),
    })
    await expect(engine.supports('en', 'de')).rejects.toMatchObject({ failure: 'temporary' })
    expect(await engine.supports('en', 'de')).toBe(true)
  })
})

describe('the set-up', () => {
  test('is in the profile, which needs no network', async () => {
    const engine = await start({}, { formality: 'prefer_more', model: 'quality_optimized' })
    expect(engine.profile('en', 'de')).toBe(
      'deepl;model=quality_optimized;formality=prefer_more;tags=xml-v2;glossary=native',
    )
    expect(server.counters.requests).toBe(0)
  })

  test.for(['', '  ', 'key\nwith a line', 'schlüssel'])('refuses the key %j', async (key) => {
    await start()
    expect(() => deeplEngine({ key })).toThrow(
      expect.objectContaining({ code: 'auth', mend: expect.stringContaining('DEEPL_AUTH_KEY') }),
    )
  })

  test.for(['ftp://deepl.test', 'not an address', 'https://user:pass@deepl.test'])(
    'refuses the server %j',
    async (serverUrl) => {
      await start()
      expect(() => deeplEngine({ key: 'k', serverUrl })).toThrow(
        expect.objectContaining({ code: 'config' }),
      )
    },
  )

  test('allows white space around the key and a slash after the address', async () => {
    await start()
    const engine = deeplEngine({ key: ` ${server.key}\n`, serverUrl: `${server.url}/` })
    expect(await engine.supports('en', 'de')).toBe(true)
  })
})

describe('the test server', () => {
  test('writes each language in its script and copies no word', async () => {
    const engine = await start()
    const texts = ['Rescuers found survivors under the ruins on Sunday.']
    const scripts = { ru: 'Cyrl', uk: 'Cyrl', ar: 'Arab', 'zh-Hans': 'Han', ja: 'Hira', es: 'Latn' }
    for (const [target, script] of Object.entries(scripts)) {
      const { texts: translated } = await engine.translate({ source: 'en', target, texts })
      expect(translated[0]).toMatch(new RegExp(`^[\\p{Script=${script}}\\p{M} ]+\\.$`, 'u'))
      expect(translated[0]).not.toMatch(/Rescuers|survivors|under|ruins|Sunday/i)
    }
  })

  test('refuses malformed markup, too many texts and too long bodies as DeepL does', async () => {
    const engine = await start()
    const ask = (texts: string[]): Promise<unknown> =>
      engine.translate({ source: 'en', target: 'de', texts })
    await expect(ask(['one<br>two'])).rejects.toThrow('(HTTP 400)')
    await expect(ask(['one&nbsp;two'])).rejects.toThrow('(HTTP 400)')
    await expect(ask(Array.from({ length: 51 }, () => 'one'))).rejects.toThrow('(HTTP 400)')
    await expect(ask(['Київ '.repeat(6000)])).rejects.toThrow('(HTTP 413)')
  })

  test('limits the rate, and counts', async () => {
    const engine = await start({ rateLimit: { perSecond: 0.01, burst: 2, retryAfter: '3' } })
    const request = { source: 'en', target: 'de', texts: ['Talks began.'] }
    const results = await Promise.allSettled([1, 2, 3, 4].map(() => engine.translate(request)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    expect(server.counters).toMatchObject({ rateLimited: 2, characters: 24, texts: 2 })
  })

  test('has a quota', async () => {
    const engine = await start({ quota: 20 })
    const request = { source: 'en', target: 'de', texts: ['Talks began.'] }
    await engine.translate(request)
    await expect(engine.translate(request)).rejects.toMatchObject({ code: 'quota' })
  })

  test('counts requests in progress', async () => {
    const engine = await start({ latencyMs: 50 })
    const request = { source: 'en', target: 'de', texts: ['Talks began.'] }
    await engine.supports('en', 'de')
    await Promise.all([1, 2, 3].map(() => engine.translate(request)))
    expect(server.counters).toMatchObject({ maxConcurrent: 3, concurrent: 0 })
  })
})
