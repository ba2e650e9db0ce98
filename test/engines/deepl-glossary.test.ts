import { afterEach, describe, expect, test } from 'vitest'
import { deeplEngine, type DeeplEngine } from '../../src/engines/deepl.ts'
import type { DeeplOptions } from '../../src/engines/deepl-options.ts'
import type { EngineGlossary } from '../../src/engines/engine.ts'
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
    await engine.prepare([german, russian])
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
    await engine.prepare([german, russian])
    const other = deeplEngine({ key: server.key, serverUrl: server.url })
    await other.prepare([russian, { ...german, pairs: german.pairs.toReversed() }])
    expect(server.glossaries.all.size).toBe(1)
    expect(other.hasGlossary('en', 'de')).toBe(true)
  })

  test('another content makes another glossary and leaves the first', async () => {
    const engine = await start()
    await engine.prepare([russian])
    await engine.prepare([{ ...russian, pairs: [['Kyiv', 'Кыив']] }])
    expect(server.glossaries.all.size).toBe(2)
    expect(await translated(engine, 'ru', 'Kyiv waits.')).toMatch(/^Кыив /)
  })

  test('other pairs leaves those of other runs in force, no entries ends them', async () => {
    const engine = await start()
    await engine.prepare([german])
    await engine.prepare([russian])
    expect([engine.hasGlossary('en', 'de'), engine.hasGlossary('en', 'ru')]).toEqual([true, true])
    await engine.prepare([{ ...german, pairs: [] }])
    expect([engine.hasGlossary('en', 'de'), engine.hasGlossary('en', 'ru')]).toEqual([false, true])
  })

  test('variants share a dictionary while they agree', async () => {
    const engine = await start()
    const pairs: EngineGlossary['pairs'] = [['Київ', 'Kyiv']]
    await engine.prepare([
      { source: 'uk', target: 'en-GB', pairs },
      { source: 'uk', target: 'en-US', pairs },
    ])
    expect(held()).toEqual([[expect.any(String), ['uk>en Київ\tKyiv']]])
    expect(engine.hasGlossary('uk', 'en-US')).toBe(true)
  })

  test('variants that differ get a glossary each', async () => {
    const engine = await start()
    await engine.prepare([
      { source: 'en', target: 'zh-Hans', pairs: [['Zelenskyy', '泽连斯基']] },
      { source: 'en', target: 'zh-Hant', pairs: [['Zelenskyy', '澤倫斯基']] },
      german,
    ])
    expect(server.glossaries.all.size).toBe(2)
    expect(await translated(engine, 'zh-Hans', 'Zelenskyy spoke.')).toContain('泽连斯基')
    expect(await translated(engine, 'zh-Hant', 'Zelenskyy spoke.')).toContain('澤倫斯基')
  })

  test('leaves out what DeepL refuses', async () => {
    const engine = await start()
    await engine.prepare([
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
    ])
    expect(held()).toEqual([
      [expect.any(String), ['en>de 7\tsieben | 007\t007 | Kharkiv\tCharkiw | Odesa\tOdessa']],
    ])
  })

  test('skips languages without glossaries, and tells', async () => {
    const engine = await start()
    await engine.prepare([german, { source: 'en', target: 'th', pairs: [['Kyiv', 'เคียฟ']] }])
    expect(engine.hasGlossary('en', 'de')).toBe(true)
    expect(engine.hasGlossary('en', 'th')).toBe(false)
    expect(await engine.supports('en', 'th')).toBe(true)
  })

  test('nothing asks nothing', async () => {
    const engine = await start()
    await engine.prepare([])
    await engine.prepare([{ ...german, pairs: [] }])
    expect(server.counters.requests).toBe(0)
  })
})

describe('a glossary that is not what was sent', () => {
  const changes: readonly (readonly [string, (tsv: string) => string, string])[] = [
    ['another rendering', (tsv) => tsv.replace('Kyjiw', 'Kiew'), '"Kyiv" is "Kiew", not "Kyjiw"'],
    ['a missing entry', (tsv) => tsv.split('\n').slice(1).join('\n'), '"Kyiv" is missing'],
    ['an entry more', (tsv) => `${tsv}\nOdesa\tOdessa`, 'it has 1 more entries'],
  ]

  test.for(changes)('%s stops the run and takes it away', async ([, change, message]) => {
    const engine = await start({ respond: () => ({ kind: 'entries', change }) })
    await expect(engine.prepare([german])).rejects.toMatchObject({
      code: 'engine',
      message: expect.stringContaining(message),
      mend: expect.stringContaining('Delete the glossary babelwire-'),
    })
    expect(engine.hasGlossary('en', 'de')).toBe(false)
    expect(server.glossaries.all.size).toBe(0)
    server.options = {}
    await engine.prepare([german])
    expect(engine.hasGlossary('en', 'de')).toBe(true)
  })

  test('changed later by somebody else stops the next run and is not deleted', async () => {
    const engine = await start()
    await engine.prepare([german])
    const [glossary] = server.glossaries.all.values()
    glossary?.dictionaries.splice(0)
    await expect(engine.prepare([german])).rejects.toThrow('the dictionary is missing')
    expect(server.glossaries.all.size).toBe(1)
  })

  test('deleted while in use is an error that says so', async () => {
    const engine = await start()
    await engine.prepare([german])
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

  test('are left alone', async () => {
    const engine = await start()
    fill()
    await engine.prepare([german])
    expect(names()).toHaveLength(5)
  })

  test('are deleted when asked: only our own, over a day old, not in use', async () => {
    const engine = await start({}, { deletesOldGlossaries: true, now: () => now })
    fill()
    await engine.prepare([german])
    expect(names()).toEqual([
      'babelwire-fedcba9876543210',
      'babelwire-desk-glossary',
      'Sports desk',
      expect.stringMatching(/^babelwire-/),
    ])
  })

  test('that somebody else deleted first do no harm', async () => {
    const engine = await start(
      { respond: ({ method }) => (method === 'DELETE' ? { kind: 'status', status: 404 } : 'ok') },
      { deletesOldGlossaries: true, now: () => now },
    )
    fill()
    await engine.prepare([german])
    expect(engine.hasGlossary('en', 'de')).toBe(true)
  })
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
    await engine.prepare([{ source: 'en', target: 'ru', pairs }])
    const text = await translated(engine, 'ru', 'Zelenskyy left Kyiv for Odesa.')
    expect(text).not.toContain('Зеленский')
    expect(text).toMatch(/ Киева \S+ Одесса\.$/)
  })
})
