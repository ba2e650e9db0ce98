import { inspect } from 'node:util'
import { afterEach, describe, expect, test } from 'vitest'
import { createCaller } from '../../src/engines/call.ts'
import { EngineError } from '../../src/engines/engine.ts'
import { libreTranslateEngine } from '../../src/engines/libretranslate.ts'
import { validateAnswer } from '../../src/engines/validate.ts'
import { BabelwireError, formatError } from '../../src/errors.ts'
import { systemClock } from '../../src/clock.ts'
import { startLibreServer, type LibreFault, type LibreServer } from '../support/libre-server.ts'

const key = 'canary-4be1c7-libre'
const texts = ['Shelling hit a market.', 'Talks began in Geneva.']

let server: LibreServer
afterEach(() => server.close())

/** What comes of a request to a server that does this to it. */
async function translated(fault: LibreFault, path = '/translate'): Promise<readonly unknown[]> {
  server = await startLibreServer({ key, respond: (at) => (at === path ? fault : 'ok') })
  const engine = libreTranslateEngine({ url: server.url, key })
  const request = { source: 'en', target: 'ru', texts }
  return validateAnswer('libretranslate', request, await engine.translate(request)).texts
}

/** The error, which must be ours and hold no secret whatever the fault. */
async function failureOf(answer: Promise<unknown>): Promise<EngineError> {
  const error = await answer.then(
    () => expect.unreachable('it was answered'),
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(EngineError)
  const everything = inspect(error, { depth: 10, showHidden: true })
  for (const shown of [everything, formatError(error), JSON.stringify(error)]) {
    expect(shown).not.toContain('canary')
  }
  expect((error as Error).cause).toBeUndefined()
  return error as EngineError
}

describe('a status', () => {
  test.for([
    [302, 'Found', 'engine', 'permanent'],
    [400, 'xx is not supported', 'engine', 'permanent'],
    [401, 'Who are you', 'auth', 'permanent'],
    [403, 'Please contact the server operator to get an API key', 'auth', 'permanent'],
    [403, 'Too many request limits violations', 'engine', 'rate'],
    [404, 'Not found', 'engine', 'permanent'],
    [408, 'Too slow', 'engine', 'temporary'],
    [429, 'Slowdown: 20 per 1 minute', 'engine', 'rate'],
    [429, 'Slowdown: 5000 per 1 day', 'quota', 'permanent'],
    [500, 'Cannot translate text: out of memory', 'engine', 'temporary'],
    [503, 'Overloaded', 'engine', 'temporary'],
  ] as const)('%i “%s” is %s, %s', async ([status, message, code, failure]) => {
    const error = await failureOf(translated({ kind: 'status', status, message }))
    expect(error).toMatchObject({ code, failure })
    expect(error.message).toContain(message)
  })

  test('says when to come again, in its header or by the hour it counts', async () => {
    const headers = { 'Retry-After': '7' }
    const said = await failureOf(translated({ kind: 'status', status: 429, headers }))
    expect(said.retryAfterMs).toBe(7000)
    await server.close()
    const message = 'Slowdown: 100 per 1 hour'
    const counted = await failureOf(translated({ kind: 'status', status: 429, message }))
    expect(counted.retryAfterMs).toBe(3_600_000)
  })

  test('that leads elsewhere is not followed: the key would go with it', async () => {
    const other = await startLibreServer()
    const headers = { Location: `${other.url}/translate` }
    const error = await failureOf(translated({ kind: 'status', status: 307, headers }))
    expect(error).toMatchObject({ code: 'engine', failure: 'permanent' })
    expect(error.mend).toContain('the final address')
    expect(other.requests).toEqual([])
    await other.close()
  })

  test('that repeats the key shows stars', async () => {
    const error = await failureOf(translated({ kind: 'echo-key', status: 403 }))
    expect(error.message).toContain('The key *** is not known.')
    expect(error.mend).toContain('LIBRETRANSLATE_API_KEY')
  })

  test('with a page of a proxy for a body quotes nothing of it', async () => {
    const error = await failureOf(translated({ kind: 'body', body: `<html>${key}</html>` }))
    expect(error).toMatchObject({ code: 'answer', failure: 'temporary' })
  })
})

describe('an answer', () => {
  test.for<readonly [string, LibreFault]>([
    ['of fewer texts', { kind: 'texts', change: (all) => all.slice(1) }],
    ['of more texts', { kind: 'texts', change: (all) => [...all, 'ещё'] }],
    ['of no texts', { kind: 'body', body: '{"translatedText":null}' }],
    ['of one text for all', { kind: 'body', body: '{"translatedText":"Обстрел рынка."}' }],
    ['that is null', { kind: 'body', body: 'null' }],
    ['that is empty', { kind: 'body', body: '' }],
    ['that is no JSON', { kind: 'body', body: '{"translatedText":["Обстр' }],
  ])('%s fails as a whole and may be asked for again', async ([, fault]) => {
    const error = await failureOf(translated(fault))
    expect(error).toMatchObject({ code: 'answer', failure: 'temporary' })
  })

  test.for<readonly [string, LibreFault]>([
    ['of 300 MiB', { kind: 'huge', mebibytes: 300 }],
    ['that unpacks to 300 MiB', { kind: 'gzip-bomb', mebibytes: 300 }],
  ])('%s is not read to its end', async ([, fault]) => {
    const error = await failureOf(translated(fault))
    expect(error).toMatchObject({ code: 'answer', failure: 'temporary' })
    expect(error.message).toBe('LibreTranslate answered with more than 4 MiB')
  })

  test.for<readonly [string, unknown]>([
    ['null', null],
    ['a number', 7],
    ['an empty text', ''],
    ['white space', ' \n'],
    ['a text far too long', 'слово '.repeat(1000)],
  ])('with %s leaves that text without one, and keeps the others', async ([, bad]) => {
    const [first, second] = await translated({ kind: 'texts', change: (all) => [bad, all[1]] })
    expect(first).toBeUndefined()
    expect(second).toMatch(/^\p{Script=Cyrillic}/u)
  })

  test('with markup that the source lacks has none of it', async () => {
    const evil = '<script>alert(1)</script><img src=x onerror=alert(1)> {{x}}'
    const [first] = await translated({ kind: 'texts', change: (all) => [evil, all[1]] })
    expect(first).not.toContain('<')
    expect(first).toContain('&lt;script&gt;')
  })
})

describe('a connection', () => {
  test.for<readonly [string, LibreFault]>([
    ['that is reset', { kind: 'reset' }],
    ['that breaks off in the body', { kind: 'half-body' }],
  ])('%s may be tried again', async ([, fault]) => {
    const error = await failureOf(translated(fault))
    expect(error).toMatchObject({ code: 'network', failure: 'temporary' })
  })

  test('that is refused names the host and what to look at', async () => {
    server = await startLibreServer()
    await server.close()
    const engine = libreTranslateEngine({ url: server.url, key })
    const error = await failureOf(engine.supports('en', 'ru'))
    expect(error).toMatchObject({ code: 'network', failure: 'temporary' })
    expect(error.message).toMatch(/at 127\.0\.0\.1:\d+ failed: ECONNREFUSED$/)
    expect(error.mend).toContain('LIBRETRANSLATE_URL')
  })

  test.for<readonly [string, LibreFault]>([
    ['drips', { kind: 'drip' }],
    ['says nothing', { kind: 'slow', ms: 60_000 }],
  ])('that %s ends with the time of its call', async ([, fault]) => {
    server = await startLibreServer({ respond: (at) => (at === '/translate' ? fault : 'ok') })
    const engine = libreTranslateEngine({ url: server.url })
    const policy = { clock: systemClock, random: () => 0.5, deadlineMs: 300, attempts: 1 }
    const meter = {
      reserve: () => Promise.resolve('r'),
      settle: () => Promise.resolve(),
      release: () => Promise.resolve(),
    }
    const call = createCaller(engine, policy).call({ source: 'en', target: 'ru', texts }, meter)
    const error = await failureOf(call)
    expect(error.message).toBe('libretranslate did not answer in time')
  })

  test('that is no longer wanted is given up', async () => {
    server = await startLibreServer({ respond: () => ({ kind: 'drip' }) })
    const stop = new AbortController()
    const asked = libreTranslateEngine({ url: server.url }).supports('en', 'ru', stop.signal)
    stop.abort()
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' })
  })
})

describe('a list of languages', () => {
  test.for(['null', '{}', '[]', '[null, 7, {"code": 3}]', '[{"code":"!!"}]', 'oops'])(
    'such as %s is no answer',
    async (body) => {
      const error = await failureOf(translated({ kind: 'body', body }, '/languages'))
      expect(error).toMatchObject({ code: 'answer', failure: 'temporary' })
    },
  )
})

describe('an address', () => {
  test.for(['', 'libre.example', 'ftp://libre.example', 'https://canary:x@libre.example'])(
    'such as "%s" is refused before anything is sent, and not shown',
    async (url) => {
      server = await startLibreServer()
      const make = (): unknown => libreTranslateEngine({ url, key })
      expect(make).toThrow(BabelwireError)
      expect(make).toThrow(/not one of http or https$/)
    },
  )
})
