import { inspect } from 'node:util'
import { afterEach, describe, expect, test } from 'vitest'
import { BabelwireError, formatError } from '../../src/errors.ts'
import { deeplEngine, type DeeplEngine } from '../../src/engines/deepl.ts'
import { EngineError } from '../../src/engines/engine.ts'
import type { EngineAnswer } from '../../src/engines/engine.ts'
import * as changes from '../support/deepl-changes.ts'
import type { DeeplFault } from '../support/deepl-faults.ts'
import { startDeeplServer, type DeeplServer } from '../support/deepl-server.ts'

const key = 'canary-7d1f9e02-b6c4:fx'
const texts = ['Shelling hit a market.', 'Talks began in Geneva.']

let server: DeeplServer
let engine: DeeplEngine

/** An engine that knows the languages, before a server that does this to every translation. */
async function start(fault: DeeplFault, deadlineMs = 5000): Promise<void> {
  server = await startDeeplServer({
    key,
    respond: ({ route }) => (route === 'translate' ? fault : 'ok'),
  })
  engine = deeplEngine({ key, serverUrl: server.url, deadlineMs })
  await engine.supports('en', 'de')
}

function translate(signal?: AbortSignal): Promise<EngineAnswer> {
  return engine.translate({ source: 'en', target: 'de', texts }, signal)
}

/** The error, which must be ours and hold no secret whatever the fault. */
async function failureOf(answer: Promise<unknown>): Promise<EngineError> {
  const error = await answer.then(
    () => expect.unreachable('it was answered'),
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(BabelwireError)
  const everything = inspect(error, { depth: 10, showHidden: true })
  for (const shown of [everything, formatError(error), JSON.stringify(error)]) {
    expect(shown).not.toContain('canary')
    expect(shown).not.toContain('Authorization')
  }
  expect((error as Error).cause).toBeUndefined()
  return error as EngineError
}

afterEach(() => server.close())

describe('a status', () => {
  test.for([
    [400, 'engine', 'permanent'],
    [401, 'auth', 'permanent'],
    [403, 'auth', 'permanent'],
    [404, 'engine', 'permanent'],
    [408, 'engine', 'temporary'],
    [413, 'engine', 'permanent'],
    [429, 'engine', 'rate'],
    [456, 'quota', 'permanent'],
    [500, 'engine', 'temporary'],
    [503, 'engine', 'temporary'],
    [529, 'engine', 'rate'],
  ] as const)('%i is %s, %s', async ([status, code, failure]) => {
    await start({ kind: 'status', status, message: 'Line one\u001b[31m\nline two' })
    const error = await failureOf(translate())
    expect(error).toBeInstanceOf(EngineError)
    expect(error).toMatchObject({ code, failure })
    expect(error.message).toContain('Line one [31m line two')
    expect(server.counters.translateRequests).toBe(1)
  })

  test('of a wrong key says how to mend it', async () => {
    await start({ kind: 'status', status: 403 })
    expect((await failureOf(translate())).mend).toMatch(/DEEPL_AUTH_KEY.*:fx.*api-free/)
  })

  test.for([
    ['7', 7000],
    ['0', 0],
    ['', undefined],
    [' ', undefined],
    ['-5', undefined],
    ['soon', undefined],
    ['99999999', undefined],
    [undefined, undefined],
  ] as const)('429 with Retry-After %j waits %s ms', async ([header, expected]) => {
    const headers: Record<string, string> = header === undefined ? {} : { 'Retry-After': header }
    await start({ kind: 'status', status: 429, headers })
    expect((await failureOf(translate())).retryAfterMs).toBe(expected)
  })

  test('429 with a date waits until then', async () => {
    const date = new Date(Date.now() + 30_000).toUTCString()
    await start({ kind: 'status', status: 529, headers: { 'Retry-After': date } })
    const { retryAfterMs } = await failureOf(translate())
    expect(retryAfterMs).toBeGreaterThan(27_000)
    expect(retryAfterMs).toBeLessThanOrEqual(30_000)
  })

  test('of a redirect is not followed', async () => {
    const other = await startDeeplServer({ key })
    await start({ kind: 'status', status: 307, headers: { Location: `${other.url}/v2/translate` } })
    expect(await failureOf(translate())).toMatchObject({ code: 'engine', failure: 'permanent' })
    expect(other.counters.requests).toBe(0)
    await other.close()
  })

  test.for([400, 403, 429, 500])('%i that repeats the key is masked', async (status) => {
    await start({ kind: 'echo-key', status })
    expect((await failureOf(translate())).message).toContain('***')
  })
})

describe('an answer that is not one', () => {
  test.for<readonly [name: string, fault: DeeplFault]>([
    ['garbage', { kind: 'body', body: `{"translations": [${key}` }],
    ['a page', { kind: 'body', body: `<html>${key}</html>`, contentType: 'text/html' }],
    ['nothing', { kind: 'body', body: '' }],
    ['null', { kind: 'body', body: 'null' }],
    ['other JSON', { kind: 'body', body: '{"translations":{"length":2}}' }],
    ['nulls', { kind: 'body', body: '{"translations":[null,null]}' }],
    ['fewer texts', { kind: 'texts', change: changes.fewerTexts }],
    ['more texts', { kind: 'texts', change: changes.moreTexts }],
  ])('%s is asked for again', async ([, fault]) => {
    await start(fault)
    expect(await failureOf(translate())).toMatchObject({ code: 'answer', failure: 'temporary' })
  })

  test.for([changes.nullText, changes.numberText])(
    'spoils one text only where that one is none',
    async (change) => {
      await start({ kind: 'texts', change })
      const { texts } = await translate()
      expect(texts[0]).toBe('')
    },
  )

  test.for([
    changes.emptyTexts,
    changes.withoutTags,
    changes.withoutSentenceTags,
    changes.doubledSentence,
    changes.reorderedSentences,
    changes.addedTags,
    changes.addedAttributes,
    changes.unescapedMarkup,
    changes.reversedTexts,
  ])('is handed on when only its content is wrong', async (change) => {
    await start({ kind: 'texts', change })
    const sources = ['<s1>A &lt;b&gt; market.</s1> <s2>Talks.</s2>', '<s1>Rain.</s1> <s2>Fog.</s2>']
    const answer = await engine.translate({ source: 'en', target: 'de', texts: sources })
    server.options = {}
    const { texts: kind } = await engine.translate({ source: 'en', target: 'de', texts: sources })
    expect(answer.texts).toEqual(change(kind))
    expect(answer.texts).not.toEqual(kind)
  })
})

describe('a connection', () => {
  test('that is closed is temporary', async () => {
    await start({ kind: 'reset' })
    const error = await failureOf(translate())
    expect(error).toMatchObject({ code: 'network', failure: 'temporary' })
    expect(error.message).toContain('ECONNRESET')
  })

  test('that is refused is temporary, and says where', async () => {
    await start({ kind: 'reset' })
    const closed = await startDeeplServer()
    await closed.close()
    const lost = deeplEngine({ key, serverUrl: closed.url })
    const error = await failureOf(lost.supports('en', 'de'))
    expect(error).toMatchObject({ code: 'network', failure: 'temporary' })
    expect(error.message).toContain(`${new URL(closed.url).host} failed: ECONNREFUSED`)
  })

  test('to a host that does not exist is temporary', async () => {
    await start({ kind: 'reset' })
    const lost = deeplEngine({ key, serverUrl: 'http://deepl.invalid' })
    expect(await failureOf(lost.supports('en', 'de'))).toMatchObject({
      code: 'network',
      failure: 'temporary',
    })
  })

  test('that breaks off in the body is temporary', async () => {
    await start({ kind: 'half-body' })
    expect(await failureOf(translate())).toMatchObject({ code: 'network', failure: 'temporary' })
  })

  test.for<DeeplFault>([{ kind: 'drip' }, { kind: 'slow', ms: 5000 }])(
    'that takes too long ($kind) is cut at the deadline',
    async (fault) => {
      await start(fault, 300)
      const began = performance.now()
      const error = await failureOf(translate())
      expect(performance.now() - began).toBeLessThan(1000)
      expect(error).toMatchObject({ code: 'network', failure: 'temporary' })
      expect(error.message).toBe('DeepL did not answer in full within 300 ms')
    },
  )

  test('that brings 300 MiB is cut after 8', async () => {
    await start({ kind: 'huge', mebibytes: 300 })
    const before = process.memoryUsage().rss
    const error = await failureOf(translate())
    expect(error).toMatchObject({ code: 'answer', failure: 'temporary' })
    expect(error.message).toBe('the answer of DeepL is larger than 8 MiB')
    expect(server.counters.bytesSent()).toBeLessThan(40 * 1024 * 1024)
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024)
  })

  test('that unpacks to 100 MiB is cut after 8', async () => {
    await start({ kind: 'gzip-bomb', mebibytes: 100 })
    expect((await failureOf(translate())).message).toContain('larger than 8 MiB')
  })
})

describe('cancelling', () => {
  test.for<DeeplFault>([{ kind: 'drip' }, { kind: 'slow', ms: 5000 }])(
    'a request in progress ($kind) is prompt and closes the connection',
    async (fault) => {
      await start(fault)
      const abort = new AbortController()
      const answer = failureOf(translate(abort.signal))
      await expect.poll(() => server.counters.concurrent).toBe(1)
      const began = performance.now()
      abort.abort(new Error(`for a reason with ${key}`))
      const error = await answer
      expect(performance.now() - began).toBeLessThan(100)
      expect(error.code).toBe('cancelled')
      await expect.poll(() => server.counters.concurrent).toBe(0)
    },
  )

  test('beforehand sends nothing', async () => {
    await start({ kind: 'drip' })
    expect((await failureOf(translate(AbortSignal.abort()))).code).toBe('cancelled')
    expect(server.counters.translateRequests).toBe(0)
  })

  test('leaves no listener on a signal that lives on', async () => {
    await start({ kind: 'billed', billed: 1 })
    const { signal } = new AbortController()
    let listeners = 0
    const add = signal.addEventListener.bind(signal)
    const remove = signal.removeEventListener.bind(signal)
    signal.addEventListener = (...listener: Parameters<typeof add>) => {
      listeners++
      add(...listener)
    }
    signal.removeEventListener = (...listener: Parameters<typeof remove>) => {
      listeners--
      remove(...listener)
    }
    await translate(signal)
    expect(listeners).toBe(0)
  })
})

test('the engine itself shows no key', async () => {
  await start({ kind: 'drip' })
  expect(inspect(engine, { depth: 10, showHidden: true })).not.toContain('canary')
})
