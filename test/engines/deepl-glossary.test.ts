import { inspect } from 'node:util'
import { afterEach, describe, expect, test } from 'vitest'
import { deeplEngine, type DeeplEngine } from '../../src/engines/deepl.ts'
import type { DeeplOptions } from '../../src/engines/deepl-options.ts'
import type { EngineGlossary, PrepareOptions } from '../../src/engines/engine.ts'
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

const make: PrepareOptions = { mode: 'make' }

const german: EngineGlossary = {
  source: 'en',
  target: 'de',
  pairs: [
    ['Zelenskyy', 'Selenskyj'],
    ['Kyiv', 'Kyjiw'],
  ],
}
const russian: EngineGlossary = { source: 'en', target: 'ru', pairs: [['Kyiv', 'Киев']] }

/** What DeepL holds: name, then each dictionary with its entries. */
function held(): unknown {
  return [...server.glossaries.all.values()].map(({ name, dictionaries }) => [
    name,
    dictionaries.map(
      (d) => `${d.source_lang}>${d.target_lang} ${d.entries.replaceAll('\n', ' | ')}`,
    ),
  ])
}

async function translated(engine: DeeplEngine, target: string, text: string): Promise<string> {
  return (await engine.translate({ source: 'en', target, texts: [text] })).texts[0] ?? ''
}

describe('preparing', () => {
  test('makes one glossary of all languages, and it is used', async () => {
    const engine = await start()
    await engine.prepare([german, russian], make)
    expect(held()).toEqual([
      [
        expect.stringMatching(/^babelwire-[0-9a-f]{16}$/),
        ['en>de Kyiv\tKyjiw | Zelenskyy\tSelenskyj', 'en>ru Kyiv\tКиев'],
      ],
    ])
    expect(await translated(engine, 'de', 'Zelenskyy left Kyiv.')).toMatch(
      /^Selenskyj \S+ Kyjiw\.$/,
    )
    expect(await translated(engine, 'ru', 'Kyiv waits.')).toMatch(/^Киев /)
    expect(await translated(engine, 'fr', 'Kyiv waits.')).not.toContain('Kyiv')
  })

  test('the same again, in any order and by another process, makes no second one', async () => {
    const engine = await start()
    await engine.prepare([german, russian], make)
    const other = deeplEngine({ key: server.key, serverUrl: server.url })
    await other.prepare([russian, { ...german, pairs: german.pairs.toReversed() }], make)
    expect(server.glossaries.all.size).toBe(1)
    expect(other.hasGlossary('en', 'de')).toBe(true)
  })

  test('another content makes another glossary and leaves the first', async () => {
    const engine = await start()
    await engine.prepare([russian], make)
    await engine.prepare([{ ...russian, pairs: [['Kyiv', 'Кыив']] }], make)
    expect(server.glossaries.all.size).toBe(2)
    expect(await translated(engine, 'ru', 'Kyiv waits.')).toMatch(/^Кыив /)
  })

  test('other pairs leaves those of other runs in force, no entries ends them', async () => {
    const engine = await start()
    await engine.prepare([german], make)
    await engine.prepare([russian], make)
    expect([engine.hasGlossary('en', 'de'), engine.hasGlossary('en', 'ru')]).toEqual([true, true])
    await engine.prepare([{ ...german, pairs: [] }], make)
    expect([engine.hasGlossary('en', 'de'), engine.hasGlossary('en', 'ru')]).toEqual([false, true])
  })

  test('variants share a dictionary while they agree', async () => {
    const engine = await start()
    const pairs: EngineGlossary['pairs'] = [['Київ', 'Kyiv']]
    await engine.prepare(
      [
        { source: 'uk', target: 'en-GB', pairs },
        { source: 'uk', target: 'en-US', pairs },
      ],
      make,
    )
    expect(held()).toEqual([[expect.any(String), ['uk>en Київ\tKyiv']]])
    expect(engine.hasGlossary('uk', 'en-US')).toBe(true)
  })

  test('variants that differ get a glossary each', async () => {
    const engine = await start()
    await engine.prepare(
      [
        { source: 'en', target: 'zh-Hans', pairs: [['Zelenskyy', '泽连斯基']] },
        { source: 'en', target: 'zh-Hant', pairs: [['Zelenskyy', '澤倫斯基']] },
        german,
      ],
      make,
    )
    expect(server.glossaries.all.size).toBe(2)
    expect(await translated(engine, 'zh-Hans', 'Zelenskyy spoke.')).toContain('泽连斯基')
    expect(await translated(engine, 'zh-Hant', 'Zelenskyy spoke.')).toContain('澤倫斯基')
  })

  test('leaves out what DeepL refuses', async () => {
    const engine = await start()
    await engine.prepare(
      [
        {
          source: 'en',
          target: 'de',
          pairs: [
            ['constructor', 'Konstrukteur'],
            ['toString', 'Zeichenkette'],
            ['__proto__', 'Prototyp'],
            ['Kherson\toblast', 'Oblast Cherson'],
            ['Odesa\u2028', 'Odessa'],
            ['Lviv\u0007', 'Lwiw'],
            ['a'.repeat(1025), 'zu lang'],
            ['Lu\ud800', 'halb'],
            ['', 'leer'],
            ['  Kharkiv ', 'Charkiw'],
            ['Kharkiv', 'Charkow'],
            ['007', '007'],
            ['7', 'sieben'],
          ],
        },
      ],
      make,
    )
    expect(held()).toEqual([
      [expect.any(String), ['en>de 7\tsieben | 007\t007 | Kharkiv\tCharkiw | Odesa\tOdessa']],
    ])
  })

  test('skips languages without glossaries, and tells', async () => {
    const engine = await start()
    await engine.prepare([german, { source: 'en', target: 'th', pairs: [['Kyiv', 'เคียฟ']] }], make)
    expect(engine.hasGlossary('en', 'de')).toBe(true)
    expect(engine.hasGlossary('en', 'th')).toBe(false)
    expect(await engine.supports('en', 'th')).toBe(true)
  })

  test('nothing asks nothing', async () => {
    const engine = await start()
    await engine.prepare([], make)
    await engine.prepare([{ ...german, pairs: [] }], make)
    expect(server.counters.requests).toBe(0)
  })
})

describe('a glossary that is not what was sent', () => {
  const changes: readonly (readonly [string, (tsv: string) => string, string])[] = [
    ['another rendering', (tsv) => tsv.replace('Kyjiw', 'Kiew'), '"Kyiv" is "Kiew", not "Kyjiw"'],
    ['a missing entry', (tsv) => tsv.split('\n').slice(1).join('\n'), '"Kyiv" is missing'],
    ['an entry more', (tsv) => `${tsv}\nOdesa\tOdessa`, '"Odesa" is there and was never sent'],
  ]

  test.for(changes)('%s stops the run and takes it away', async ([, change, message]) => {
    const engine = await start({ respond: () => ({ kind: 'entries', change }) })
    await expect(engine.prepare([german], make)).rejects.toMatchObject({
      code: 'engine',
      message: expect.stringContaining(message),
      mend: expect.stringMatching(
        /"babelwire glossary sync".* or delete babelwire-[0-9a-f]{16} at DeepL/,
      ),
    })
    expect(engine.hasGlossary('en', 'de')).toBe(false)
    expect(server.glossaries.all.size).toBe(0)
    server.options = {}
    await engine.prepare([german], make)
    expect(engine.hasGlossary('en', 'de')).toBe(true)
  })

  test('changed later by somebody else stops the next run and is not deleted', async () => {
    const engine = await start()
    await engine.prepare([german], make)
    const [glossary] = server.glossaries.all.values()
    glossary?.dictionaries.splice(0)
    await expect(engine.prepare([german], make)).rejects.toThrow('the dictionary is missing')
    expect(server.glossaries.all.size).toBe(1)
  })

  test('deleted while in use is an error that says so', async () => {
    const engine = await start()
    await engine.prepare([german], make)
    server.glossaries.all.clear()
    await expect(translated(engine, 'de', 'Kyiv waits.')).rejects.toMatchObject({
      failure: 'permanent',
      message: 'DeepL does not find what was asked for (HTTP 404): Glossary not found',
    })
  })
})

describe('old glossaries', () => {
  const now = Date.parse('2026-11-20T12:00:00Z')
  const fill = (): void => {
    const { glossaries } = server
    glossaries.add('babelwire-0123456789abcdef', '2026-11-01T00:00:00Z', [])
    glossaries.add('babelwire-fedcba9876543210', '2026-11-20T00:00:00Z', [])
    glossaries.add('babelwire-desk-glossary', '2020-01-01T00:00:00Z', [])
    glossaries.add('Sports desk', '2020-01-01T00:00:00Z', [])
  }
  const names = (): readonly string[] => [...server.glossaries.all.values()].map(({ name }) => name)

  const own = ['babelwire-0123456789abcdef', 'babelwire-fedcba9876543210', 'Sports desk']

  test('of others are left alone, whatever they are called', async () => {
    const engine = await start({}, { now: () => now })
    fill()
    const { deleted } = await engine.prepare([german], { mode: 'mend' })
    expect(names()).toHaveLength(5)
    expect(deleted).toEqual([])
  })

  test('of this newsroom are deleted by a run when they are over a day old', async () => {
    const engine = await start({}, { now: () => now })
    fill()
    const { deleted } = await engine.prepare([german], { mode: 'make', own })
    expect(deleted).toEqual(['babelwire-0123456789abcdef'])
    expect(names()).toEqual([
      'babelwire-fedcba9876543210',
      'babelwire-desk-glossary',
      'Sports desk',
      expect.stringMatching(/^babelwire-/),
    ])
  })

  test('of this newsroom are deleted at once where they are mended, the one in use stays', async () => {
    const engine = await start({}, { now: () => now })
    fill()
    const first = await engine.prepare([german], make)
    const name = first.states[0]?.name ?? ''
    const { deleted } = await engine.prepare([german], { mode: 'mend', own: [...own, name] })
    expect(deleted).toEqual(['babelwire-0123456789abcdef', 'babelwire-fedcba9876543210'])
    expect(names()).toEqual(['babelwire-desk-glossary', 'Sports desk', name])
  })

  test('are left by a look', async () => {
    const engine = await start({}, { now: () => now })
    fill()
    await engine.prepare([german], { mode: 'look', own })
    expect(names()).toHaveLength(4)
  })

  test('that somebody else deleted first do no harm', async () => {
    const engine = await start(
      { respond: ({ method }) => (method === 'DELETE' ? { kind: 'status', status: 404 } : 'ok') },
      { now: () => now },
    )
    fill()
    const { remarks } = await engine.prepare([german], { mode: 'make', own })
    expect(engine.hasGlossary('en', 'de')).toBe(true)
    expect(remarks).toEqual([])
  })

  test.each([403, 429, 500])(
    'that cannot be deleted (HTTP %i) are remarked, no more',
    async (status) => {
      const engine = await start(
        { respond: ({ method }) => (method === 'DELETE' ? { kind: 'echo-key', status } : 'ok') },
        { now: () => now },
      )
      fill()
      const { remarks, states } = await engine.prepare([german], { mode: 'mend', own })
      expect(states).toMatchObject([{ state: 'made' }])
      expect(remarks).toEqual([
        expect.stringContaining('babelwire-0123456789abcdef could not be deleted: DeepL'),
        expect.stringContaining('babelwire-fedcba9876543210 could not be deleted: DeepL'),
      ])
      expect(remarks.join()).not.toContain(server.key)
    },
  )
})

describe('a look', () => {
  const look: PrepareOptions = { mode: 'look' }
  const thai: EngineGlossary = { source: 'en', target: 'th', pairs: [['Kyiv', 'เคียฟ']] }
  const arabic: EngineGlossary = { source: 'en', target: 'ar', pairs: [] }

  test('tells what is missing, unsupported and empty, makes nothing, uses nothing', async () => {
    const engine = await start()
    const { states } = await engine.prepare([german, thai, arabic], look)
    expect(states).toEqual([
      {
        source: 'en',
        target: 'de',
        state: 'missing',
        name: expect.stringMatching(/^babelwire-/),
        entries: 2,
        refused: [],
      },
      { source: 'en', target: 'th', state: 'unsupported', entries: 1, refused: [] },
      { source: 'en', target: 'ar', state: 'empty', entries: 0, refused: [] },
    ])
    expect(server.requests.filter(({ method }) => method !== 'GET')).toEqual([])
    expect(engine.hasGlossary('en', 'de')).toBe(false)
  })

  test('tells what is held, and of the language that differs what it is', async () => {
    const engine = await start()
    const made = await engine.prepare([german, russian], make)
    expect(made.states.map(({ state }) => state)).toEqual(['made', 'made'])
    const [glossary] = server.glossaries.all.values()
    const dictionary = glossary?.dictionaries.find((one) => one.target_lang === 'ru')
    if (dictionary !== undefined) dictionary.entries = 'Kyiv\tКыев'
    const { states } = await engine.prepare([german, russian], look)
    expect(states).toMatchObject([
      { target: 'de', state: 'held', name: glossary?.name, entries: 2 },
      { target: 'ru', state: 'different', difference: '"Kyiv" is "Кыев", not "Киев"' },
    ])
  })

  test('names what DeepL takes in no glossary', async () => {
    const engine = await start()
    const pairs: EngineGlossary['pairs'] = [
      ['constructor', 'المُنشئ'],
      ['Ж'.repeat(513), 'طويل'],
      ['Kherson\toblast', 'منطقة خيرسون'],
      ['Kyiv', 'كييف'],
    ]
    const { states } = await engine.prepare([{ ...arabic, pairs }], look)
    expect(states[0]).toMatchObject({
      entries: 1,
      refused: [
        { source: 'constructor', reason: "a word that DeepL's client reserves" },
        { reason: 'longer than 1,024 bytes' },
        { source: 'Kherson\toblast', reason: 'a control character in it' },
      ],
    })
  })
})

describe('mending', () => {
  const mend: PrepareOptions = { mode: 'mend' }

  test('makes anew what somebody changed, under the same name, and says what it was', async () => {
    const engine = await start()
    const { states: made } = await engine.prepare([german, russian], make)
    const [glossary] = server.glossaries.all.values()
    glossary?.dictionaries.splice(0, 1)
    const { states } = await engine.prepare([german, russian], mend)
    expect(states).toMatchObject([
      { state: 'made', name: made[0]?.name, difference: 'the dictionary is missing' },
      { state: 'made', name: made[0]?.name },
    ])
    expect(server.glossaries.all.has(glossary?.glossary_id ?? '')).toBe(false)
    expect(await translated(engine, 'ru', 'Kyiv waits.')).toMatch(/^Киев /)
    await engine.prepare([german, russian], make)
    expect(server.glossaries.all.size).toBe(1)
  })

  test('fails when the wrong one cannot be deleted: the next run would find it', async () => {
    const engine = await start()
    await engine.prepare([german], make)
    server.glossaries.all.values().next().value?.dictionaries.splice(0)
    server.options = {
      respond: ({ method }) => (method === 'DELETE' ? { kind: 'status', status: 400 } : 'ok'),
    }
    await expect(engine.prepare([german], mend)).rejects.toMatchObject({ code: 'engine' })
    expect(server.glossaries.all.size).toBe(1)
  })

  test('claims each name before it is made, so that a crash leaves no stray', async () => {
    const engine = await start()
    const claimed: string[] = []
    const claim = async (name: string): Promise<void> => {
      expect(server.glossaries.all.size).toBe(0)
      claimed.push(name)
    }
    const { states } = await engine.prepare([german], { mode: 'mend', claim })
    expect(claimed).toEqual([states[0]?.name])
  })
})

describe('an account in trouble', () => {
  test('that takes no more glossaries says how many it has and what to do', async () => {
    const engine = await start()
    server.glossaries.most = 3
    server.glossaries.add('Sports desk', '2020-01-01T00:00:00Z', [])
    server.glossaries.add('babelwire-0123456789abcdef', '2026-11-01T00:00:00Z', [])
    server.glossaries.add('babelwire-fedcba9876543210', '2026-11-01T00:00:00Z', [])
    await expect(engine.prepare([german], make)).rejects.toMatchObject({
      code: 'quota',
      failure: 'permanent',
      message: 'DeepL takes no more glossaries: the account holds 3, 2 of them named babelwire-…',
      mend: expect.stringContaining('Delete glossaries in the DeepL account that nobody uses'),
    })
  })

  test('whose list is slow gets a second glossary of the same content, and takes the first later', async () => {
    const engine = await start()
    server.glossaries.listsBehind = 1
    await engine.prepare([german], make)
    const { states } = await engine.prepare([german], make)
    expect(states[0]?.state).toBe('made')
    expect(server.glossaries.all.size).toBe(2)
    const own = [states[0]?.name ?? '']
    await engine.prepare([german], make)
    const again = await engine.prepare([german], { mode: 'mend', own })
    expect(again).toMatchObject({ states: [{ state: 'held' }], deleted: own })
    expect(server.glossaries.all.size).toBe(1)
    expect(await translated(engine, 'de', 'Kyiv waits.')).toMatch(/^Kyjiw /)
  })

  test.each([
    [403, 'auth', 'permanent'],
    [429, 'engine', 'rate'],
  ])(
    'that answers the list with %i is told apart, without the key',
    async (status, code, failure) => {
      const engine = await start({
        respond: ({ route }) => (route === 'glossaries' ? { kind: 'echo-key', status } : 'ok'),
      })
      const error: unknown = await engine.prepare([german], make).catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ code, failure })
      expect(inspect(error, { depth: 9 })).not.toContain(server.key)
    },
  )
})

describe('the soft glossary of the test server', () => {
  test('misses and inflects terms, and can force a wrong name', async () => {
    const engine = await start({
      forgets: ['Zelenskyy'],
      inflects: { Kyiv: 'а' },
      renders: { Odesa: 'Одесса' },
    })
    const pairs: EngineGlossary['pairs'] = [
      ['Zelenskyy', 'Зеленский'],
      ['Kyiv', 'Киев'],
      ['Odesa', 'Одеса'],
    ]
    await engine.prepare([{ source: 'en', target: 'ru', pairs }], make)
    const text = await translated(engine, 'ru', 'Zelenskyy left Kyiv for Odesa.')
    expect(text).not.toContain('Зеленский')
    expect(text).toMatch(/ Киева \S+ Одесса\.$/)
  })
})
