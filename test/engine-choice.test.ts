import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'
import { createEngines, type Engines } from '../src/engine-choice.ts'
import { openEngineRecord } from '../src/engine-record.ts'
import { createPaceKeeper, type PaceKeeper } from '../src/engines/index.ts'
import { readGlossary } from '../src/glossary-choice.ts'
import { openSqlite, type Database } from '../src/storage/index.ts'
import { createFakeClock, type FakeClock } from './engines/fake-clock.ts'
import { startDeeplServer, type DeeplServer } from './support/deepl-server.ts'
import { startLibreServer, type LibreServer } from './support/libre-server.ts'
import { openNewsroom, type Newsroom } from './support/newsroom.ts'

const key = 'canary-90ac51-key:fx'
const glossary = `version: 1
source: en
terms:
  Kyiv: {to: {de: Kyjiw, ru: Киев, ar: كييف, zh-Hans: 基辅}}
`

let deepl: DeeplServer
let libre: LibreServer
let newsroom: Newsroom
let clock: FakeClock
let opened: Engines[]

beforeEach(async () => {
  deepl = await startDeeplServer({ key })
  libre = await startLibreServer()
  newsroom = openNewsroom({ 'glossary.yaml': glossary })
  clock = createFakeClock()
  opened = []
})
afterEach(async () => {
  for (const engines of opened) await engines.close()
  newsroom.remove()
  await Promise.all([deepl.close(), libre.close()])
})

interface Given {
  readonly env?: Readonly<Record<string, string>>
  readonly database?: Database
  readonly pace?: PaceKeeper
}

/** The engines of a configuration that has a key and an address, unless it is given others. */
function open(yaml: string, { env, database, pace }: Given = {}): Engines {
  newsroom.write('babelwire.yaml', `languages: [de, ru, ar, zh-Hans]\n${yaml}\n`)
  const config = readConfig(newsroom.path('babelwire.yaml'))
  const engines = createEngines(config, readGlossary(config), {
    env: env ?? {
      DEEPL_AUTH_KEY: key,
      DEEPL_SERVER_URL: deepl.url,
      LIBRETRANSLATE_URL: libre.url,
    },
    database,
    clock,
    random: () => 0.5,
    ...(pace === undefined ? {} : { pace }),
  })
  opened.push(engines)
  return engines
}

async function namesFor(engines: Engines, target: string): Promise<readonly string[]> {
  const first = await clock.run(engines.callerFor('en', target))
  const all = await clock.run(engines.standIns('en', target))
  expect(all[0]).toBe(first)
  return all.map(({ engine }) => engine.name)
}

const list = 'engine: [deepl, libretranslate]'

describe('a list of engines', () => {
  test('is asked in its order, and the others stand in', async () => {
    const engines = open(list)
    for (const target of ['de', 'ru', 'ar', 'zh-Hans']) {
      expect(await namesFor(engines, target)).toEqual(['deepl', 'libretranslate'])
    }
    expect(await namesFor(open('engine: [libretranslate, deepl]'), 'ar')).toEqual([
      'libretranslate',
      'deepl',
    ])
  })

  test('leaves out what does not translate the pair', async () => {
    const english = { code: 'en', targets: ['eo', 'ru'] }
    libre.options = { languages: [english, { code: 'eo', targets: [] }, { code: 'ru' }] }
    const engines = open(list)
    expect(await namesFor(engines, 'eo')).toEqual(['libretranslate'])
    expect(await namesFor(engines, 'de')).toEqual(['deepl'])
  })

  test('goes on without a key, and says so to who asks', async () => {
    const engines = open(list, { env: { LIBRETRANSLATE_URL: libre.url } })
    expect(await namesFor(engines, 'ru')).toEqual(['libretranslate'])
    expect(await engines.chain('en', 'ru')).toMatchObject([
      {
        engine: 'deepl',
        error: { message: 'ru is to be translated by deepl, but there is no key' },
      },
      { engine: 'libretranslate' },
    ])
  })

  test('goes on without an address, which the configuration may hold too', async () => {
    const env = { DEEPL_AUTH_KEY: key, DEEPL_SERVER_URL: deepl.url }
    expect(await namesFor(open(list, { env }), 'ru')).toEqual(['deepl'])
    const written = `${list}\nengines: {libretranslate: {url: "${libre.url}"}}`
    expect(await namesFor(open(written, { env }), 'ru')).toEqual(['deepl', 'libretranslate'])
  })

  test('goes on without an engine that is down, and comes back to it after a minute', async () => {
    const down = { kind: 'status', status: 503 } as const
    deepl.options = { key, respond: () => down }
    const engines = open(list)
    expect(await namesFor(engines, 'de')).toEqual(['libretranslate'])
    // The attempts of one question, for both who asked.
    const asked = deepl.counters.requests
    expect(asked).toBe(4)
    expect(await namesFor(engines, 'de')).toEqual(['libretranslate'])
    expect(deepl.counters.requests).toBe(asked)
    deepl.options = { key }
    await clock.runUntil(clock.monotonicMs() + 61_000)
    expect(await namesFor(engines, 'de')).toEqual(['deepl', 'libretranslate'])
  })

  test('asks an engine that is known to serve, though it is down: its request finds out', async () => {
    const database = openSqlite(':memory:')
    await openEngineRecord(database, () => clock.now()).keepSupport('deepl', 'en', 'de', true)
    deepl.options = { key, respond: () => ({ kind: 'status', status: 503 }) }
    expect(await namesFor(open(list, { database }), 'de')).toEqual(['deepl', 'libretranslate'])
    expect(deepl.counters.requests).toBe(0)
    await database.close()
  })

  test('remembers no trouble as a language that is not translated', async () => {
    const database = openSqlite(':memory:')
    deepl.options = { key, respond: () => ({ kind: 'status', status: 503 }) }
    await namesFor(open(list, { database }), 'de')
    deepl.options = { key }
    expect(await namesFor(open(list, { database }), 'de')).toEqual(['deepl', 'libretranslate'])
    await database.close()
  })

  test('has no pseudo text stand in for a language', async () => {
    const engines = open('engine: [deepl, pseudo]')
    expect(await namesFor(engines, 'de')).toEqual(['deepl'])
    expect(await namesFor(engines, 'en-XA')).toEqual(['pseudo'])
  })

  test('may hold what is here of itself', async () => {
    const engines = open('engine: [auto, libretranslate]')
    expect(await namesFor(engines, 'de')).toEqual(['deepl', 'libretranslate'])
  })
})

describe('where nothing serves', () => {
  test('it is said what each lacks', async () => {
    await expect(open(list, { env: {} }).callerFor('en', 'de')).rejects.toMatchObject({
      code: 'engine',
      message:
        'no engine of the list translates English to German: deepl has no key; libretranslate has no address',
      mend: 'Set DEEPL_AUTH_KEY to a DeepL API key, or set LIBRETRANSLATE_URL to its address, or set "missing-engine: skip" to leave the language out.',
    })
  })

  test('a language that nobody translates is no trouble that passes', async () => {
    await expect(clock.run(open(list).callerFor('en', 'tlh'))).rejects.toMatchObject({
      code: 'engine',
      message: expect.stringMatching(/deepl does not .*; libretranslate does not/) as string,
    })
  })

  test('trouble that passes is no language that nobody translates', async () => {
    deepl.options = { key, respond: () => ({ kind: 'status', status: 503 }) }
    libre.options = { languages: [{ code: 'en' }, { code: 'ru' }] }
    const engines = open(list)
    const failing = clock.run(engines.callerFor('en', 'de'))
    await expect(failing).rejects.toMatchObject({ code: 'network', failure: 'temporary' })
    await expect(failing).rejects.toThrow(
      /: deepl cannot be asked \(DeepL is in trouble.*\); libretranslate does not translate it$/,
    )
    deepl.options = { key }
    expect(await namesFor(engines, 'de')).toEqual(['deepl'])
  })

  test('a key that is refused keeps its exit code, and is not shown', async () => {
    const refused = { kind: 'echo-key', status: 403 } as const
    deepl.options = { key, respond: () => refused }
    const failing = clock.run(
      open(list, { env: { DEEPL_AUTH_KEY: key, DEEPL_SERVER_URL: deepl.url } }).callerFor(
        'en',
        'de',
      ),
    )
    await expect(failing).rejects.toMatchObject({ code: 'auth' })
    await expect(failing).rejects.not.toThrow(/canary/)
  })
})

describe('one engine', () => {
  test('has nobody to stand in, also where auto took it', async () => {
    expect(await namesFor(open('engine: deepl'), 'de')).toEqual(['deepl'])
    expect(await namesFor(open('engine: auto'), 'de')).toEqual(['deepl'])
    expect(await namesFor(open('engine: libretranslate'), 'de')).toEqual(['libretranslate'])
  })

  test('that auto took and that is down is not followed by less', async () => {
    deepl.options = { key, respond: () => ({ kind: 'status', status: 503 }) }
    await expect(clock.run(open('engine: auto').callerFor('en', 'de'))).rejects.toThrow(
      /^DeepL is in trouble/,
    )
  })

  test('without its address says which', async () => {
    const engines = open('engine: libretranslate', { env: {} })
    await expect(engines.callerFor('en', 'de')).rejects.toMatchObject({
      code: 'engine',
      message: 'de is to be translated by libretranslate, but there is no address',
      mend: 'Set LIBRETRANSLATE_URL, or engines.libretranslate.url, to the address of the server.',
    })
  })

  test('has as many requests in flight as the configuration says, and costs what it says', async () => {
    const engines = open(
      'engine: [deepl, libretranslate]\nengines: {deepl: {concurrency: 3}, libretranslate: {concurrency: 7, price: 2}}',
    )
    const callers = await clock.run(engines.standIns('en', 'ru'))
    expect(callers.map(({ engine: { traits } }) => [traits.concurrency, traits.isPaid])).toEqual([
      [3, true],
      [7, true],
    ])
  })
})

test('a glossary at DeepL has the languages of every list that DeepL is in', async () => {
  const engines = open(
    'engine: {default: libretranslate, de: deepl, ru: [libretranslate, deepl], ar: auto}',
  )
  const [, caller] = await clock.run(engines.standIns('en', 'ru'))
  if (caller === undefined) expect.unreachable('DeepL stands in')
  const { states } = await clock.run(engines.glossaries(caller, 'make'))
  expect(states.map(({ target }) => target)).toEqual(['de', 'ru', 'ar'])
})

test('machines share the limits of an account or a server under a name without its secret', async () => {
  const keys = new Set<string>()
  const own = createPaceKeeper(clock)
  const pace: PaceKeeper = {
    ...own,
    change: (name, step) => {
      keys.add(name)
      return own.change(name, step)
    },
  }
  const engines = open('engine: [deepl, libretranslate, pseudo]', { pace })
  await clock.run(engines.standIns('en', 'ru'))
  await clock.run(engines.standIns('en', 'en-XA'))
  expect([...keys].map((name) => name.split(' ')[0]).toSorted()).toEqual([
    'deepl',
    'libretranslate',
  ])
  expect([...keys].join()).not.toMatch(/canary|127\.0\.0\.1/)
})
