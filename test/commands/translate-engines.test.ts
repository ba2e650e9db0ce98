import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { main } from '../../src/cli.ts'
import { startLibreServer, type LibreServer } from '../support/libre-server.ts'
import { openNewsroom, type Ended, type Newsroom, type RunJson } from '../support/newsroom.ts'

const key = 'canary-c0ffee-libre'

const story = `Envoys meet in Istanbul

Zelenskyy said on Monday that the talks had been useful. Read <script>alert("no")</script> as it is.

Officials in Kyiv expect a second round.
`

const glossary = `version: 1
terms:
  Zelenskyy: {to: {ru: Зеленский, ar: زيلينسكي, zh-Hans: 泽连斯基}}
  Kyiv: {to: {ru: Киев, ar: كييف, zh-Hans: 基辅}}
`

let server: LibreServer
let newsroom: Newsroom

beforeEach(async () => {
  server = await startLibreServer({ key })
  newsroom = openNewsroom({ 'talks.txt': story, 'glossary.yaml': glossary })
})
afterEach(async () => {
  newsroom.remove()
  await server.close()
})

/** Runs a command where the server and its key are set; nothing it prints or writes has the key. */
async function run(...args: readonly string[]): Promise<Ended> {
  let out = ''
  let err = ''
  const code = await main(args, {
    out: (text) => void (out += text),
    note: (text) => void (err += text),
    env: { NO_COLOR: '1', LIBRETRANSLATE_URL: server.url, LIBRETRANSLATE_API_KEY: key },
    folder: newsroom.folder,
    isInteractive: false,
    signal: new AbortController().signal,
  })
  expect(out + err).not.toContain('canary')
  return { code, out, err }
}

const translate = (engine: string, ...more: readonly string[]): Promise<Ended> =>
  run('translate', 'talks.txt', '--to', 'ru,ar,zh-Hans', '--engine', engine, ...more)

describe('translate --engine libretranslate', () => {
  test('publishes every language with its names, its markup inert, at no cost', async () => {
    const { code, out } = await translate('libretranslate', '--json')
    expect(code).toBe(0)
    const json = JSON.parse(out) as RunJson
    expect(json).toMatchObject({ engine: 'libretranslate', totals: { held: 0, cost: 0 } })
    for (const [locale, name, city] of [
      ['ru', 'Зеленский', 'Киев'],
      ['ar', 'زيلينسكي', 'كييف'],
      ['zh-Hans', '泽连斯基', '基辅'],
    ] as const) {
      const bundle = newsroom.json(`locales/${locale}/articles/talks.json`)
      expect(bundle['b001']).toContain(name)
      expect(bundle['b002']).toContain(city)
      expect(Object.values(bundle).join()).not.toMatch(/<|XQ7|Castro/)
    }
  })

  test('asks nothing the second time', async () => {
    await translate('libretranslate')
    const asked = server.requests.length
    expect((await translate('libretranslate')).code).toBe(0)
    expect(server.requests).toHaveLength(asked)
  })

  test('holds what it gets wrong, with the reason', async () => {
    server.options = { key, respond: (path) => (path === '/translate' ? wrong : 'ok') }
    const wrong = {
      kind: 'texts',
      change: (all: readonly string[]) => all.map(() => 'Ну и ну.'),
    } as const
    const { code, out } = await run(
      'translate',
      'talks.txt',
      '--to',
      'ru',
      '--engine',
      'libretranslate',
      '--json',
    )
    expect(code).toBe(3)
    const { totals } = JSON.parse(out) as RunJson
    expect(totals.held).toBeGreaterThan(0)
    expect(newsroom.has('locales/ru/articles/talks.json')).toBe(false)
  })

  test('with a key that is refused ends with 6, and shows none', async () => {
    server.options = { key, respond: () => ({ kind: 'echo-key', status: 403 }) }
    const { code, err } = await translate('libretranslate')
    expect(code).toBe(6)
    expect(err).toContain('LibreTranslate refused the key (HTTP 403): The key *** is not known.')
  })
})

describe('translate --engine with a list', () => {
  test('goes on with the engine that is here', async () => {
    const { code, out } = await translate('deepl,libretranslate', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ engine: 'libretranslate' })
  })

  test('says what each lacks', async () => {
    const ended = await newsroom.run(
      'translate',
      'talks.txt',
      '--to',
      'ru',
      '--engine',
      'deepl, libretranslate',
    )
    expect(ended.code).toBe(4)
    expect(ended.err).toContain('deepl has no key; libretranslate has no address')
  })

  test('refuses a name that is none, with what was meant', async () => {
    const { code, err } = await translate('deepl,libretranslat')
    expect(code).toBe(2)
    expect(err).toContain('"libretranslat" is not an engine  Did you mean "libretranslate"?')
  })
})

test('doctor shows each engine of a list, and what is left out', async () => {
  newsroom.write('babelwire.yaml', 'languages: [ru]\nengine: [deepl, libretranslate]\n')
  const { code, out } = await run('doctor')
  expect(code).toBe(3)
  expect(out).toMatch(/look {2}ru +ru is to be translated by deepl, but there is no key/)
  expect(out).toMatch(
    /ok {4}ru +libretranslate: has no glossaries of its own, .* its 2 entries alone/,
  )
})
