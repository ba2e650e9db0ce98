import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSqlite, takeLock } from '../../src/storage/index.ts'
import { startDeeplServer, type DeeplServer } from '../support/deepl-server.ts'
import { openNewsroom, type Ended, type Newsroom } from '../support/newsroom.ts'

/** Letters that stand in nothing else, so that a leak is seen. */
const key = 'canary-7f3d9a1c-key:fx'

const glossary = `version: 1
source: en
terms:
  Kyiv: {about: {also: [Kiev]}, to: {de: Kyjiw, ru: Киев, th: เคียฟ, zh-Hans: 基辅}}
  Rice: {about: {case: exact}, to: {de: Rice, ru: Райс}}
  Odesa: {about: {unless: [Texas]}, to: {de: Odessa}}
  constructor: {to: {ru: конструктор}}
`
const files = {
  'babelwire.yaml':
    'languages: [de, ru, zh-Hans, th, es, en-XA]\nengine: {default: deepl, en-XA: pseudo}\nbudget: {run: 5}\n',
  'glossary.yaml': glossary,
  'articles/bridge.txt':
    'Bridge opens in Kyiv\n\nThe bridge in Kyiv is open to the public again.\n',
}

interface SyncJson {
  readonly dryRun: boolean
  readonly languages: readonly {
    readonly locale: string
    readonly state: string
    readonly glossary?: string
    readonly entries: number
    readonly ladder: readonly { readonly source: string; readonly reason: string }[]
    readonly error?: string
  }[]
  readonly deleted: readonly string[]
  readonly remarks: readonly string[]
}

let server: DeeplServer
let newsroom: Newsroom

beforeEach(async () => {
  server = await startDeeplServer({ key })
  newsroom = openNewsroom(files, server)
})

afterEach(async () => {
  newsroom.remove()
  await server.close()
})

/** Runs `glossary sync`; its output never shows the key. */
async function sync(...options: readonly string[]): Promise<Ended> {
  const ended = await newsroom.run('glossary', 'sync', ...options)
  expect(ended.out + ended.err).not.toContain('canary-7f3d9a1c')
  return ended
}

async function syncJson(...options: readonly string[]): Promise<SyncJson> {
  return JSON.parse((await sync('--json', ...options)).out) as SyncJson
}

const names = (): readonly string[] => [...server.glossaries.all.values()].map(({ name }) => name)

const changes = (): readonly string[] =>
  server.requests.flatMap(({ method, route }) => (method === 'GET' ? [] : [`${method} ${route}`]))

/** The glossaries at DeepL that the store takes for its own. */
async function remembered(): Promise<readonly unknown[]> {
  const database = openSqlite(newsroom.path('.babelwire/store.db'))
  const rows = await database.query("SELECT name FROM engine_glossary WHERE engine = 'deepl'")
  await database.close()
  return rows.map((row) => row['name'])
}

/** Somebody changes the Russian rendering at DeepL. */
function changeAtDeepl(): void {
  for (const { dictionaries } of server.glossaries.all.values()) {
    const russian = dictionaries.find((one) => one.target_lang === 'ru')
    if (russian !== undefined) russian.entries = russian.entries.replace('Киев', 'Кыев')
  }
}

describe('glossary sync', () => {
  test('makes the glossary, reads it back, and says what is held where', async () => {
    const { code, out, err } = await sync('-v')
    expect(code).toBe(0)
    const [name = ''] = names()
    expect(names()).toEqual([expect.stringMatching(/^babelwire-[0-9a-f]{16}$/)])
    expect(out.replaceAll(name, 'NAME').replaceAll(/ {2,}/g, '  ')).toBe(
      [
        'language  engine  glossary  entries  left to the ladder  state',
        'de  deepl  NAME  2  2  made',
        'ru  deepl  NAME  2  2  made',
        'zh-Hans  deepl  NAME  2  0  made',
        'th  deepl  -  0  2  no glossaries for this pair',
        'es  deepl  -  0  0  nothing to hold',
        'en-XA  pseudo  -  0  0  no glossaries of its own',
        '',
        'language  left to the ladder  reason',
        'de  Rice  case: exact',
        'de  Odesa  unless: Texas',
        'ru  Rice  case: exact',
        "ru  constructor  a word that DeepL's client reserves",
        'th  Kyiv  deepl has no glossaries en to th',
        'th  Kiev  deepl has no glossaries en to th',
        '',
      ].join('\n'),
    )
    expect(err).toBe(
      'th  deepl: has no glossaries en to th, the ladder of terms holds its 2 entries alone\n',
    )
    expect(server.requests.some(({ path }) => path.endsWith('/entries'))).toBe(true)
  })

  test('leaves out the languages of other engines, whatever the engine could hold', async () => {
    newsroom.write(
      'babelwire.yaml',
      'languages: [de, ru]\nengine: {default: deepl, ru: pseudo}\nbudget: {run: 5}\n',
    )
    const { languages } = await syncJson()
    expect(languages.map(({ locale, state }) => [locale, state])).toEqual([
      ['de', 'made'],
      ['ru', 'none'],
    ])
    const [glossary] = server.glossaries.all.values()
    expect(glossary?.dictionaries.map((one) => one.target_lang)).toEqual(['de'])
  })

  test('the run after it makes nothing, and uses it', async () => {
    await sync()
    server.requests.length = 0
    expect((await newsroom.run('run')).code).toBe(0)
    expect(changes()).not.toContain('POST glossaries')
    const id = [...server.glossaries.all.keys()][0]
    const german = server.requests.find(({ form }) => form.get('target_lang') === 'de')
    expect(german?.form.get('glossary_id')).toBe(id)
  })

  test('after an edit deletes at once what this newsroom used before, and nothing else', async () => {
    server.glossaries.add('babelwire-0123456789abcdef', '2026-01-01T00:00:00Z', [])
    server.glossaries.add('Sports desk', '2026-01-01T00:00:00Z', [])
    await newsroom.run('run')
    const old = names()[2] ?? ''
    newsroom.write('glossary.yaml', glossary.replace('基辅', '基輔'))
    const { languages, deleted, remarks } = await syncJson()
    expect(deleted).toEqual([old])
    expect(remarks).toEqual([])
    expect(names()).toEqual(['babelwire-0123456789abcdef', 'Sports desk', languages[0]?.glossary])
    expect(await remembered()).toEqual([languages[0]?.glossary])
  })

  test('a deletion that fails is a remark, and is tried again the next time', async () => {
    await sync()
    newsroom.write('glossary.yaml', glossary.replace('Kyjiw', 'Kyjiv'))
    server.options = {
      key,
      respond: ({ method }) => (method === 'DELETE' ? { kind: 'echo-key', status: 500 } : 'ok'),
    }
    const { code, err } = await sync()
    expect(code).toBe(0)
    expect(err).toMatch(/the old glossary babelwire-\w+ could not be deleted: DeepL is in trouble/)
    expect(names()).toHaveLength(2)
    server.options = { key }
    expect((await syncJson()).deleted).toHaveLength(1)
    expect(names()).toHaveLength(1)
  })

  test('makes anew what somebody changed at DeepL', async () => {
    await sync()
    changeAtDeepl()
    const { code, err } = await sync()
    expect(code).toBe(0)
    expect(err).toContain('ru  made anew')
    expect(err).toContain('"Kiev" is "Кыев", not "Киев"')
    expect(err).not.toContain('no longer used')
    expect(await remembered()).toEqual(names())
    expect(names()).toHaveLength(1)
    expect((await sync('--dry-run')).code).toBe(0)
  })

  test('--quiet says nothing when all is well', async () => {
    expect(await sync('--quiet')).toEqual({ code: 0, out: '', err: '' })
  })

  test('a glossary that is not valid is not sent', async () => {
    newsroom.write('glossary.yaml', `${glossary}  Lviv: {to: {ру: Львов}}\n`)
    const { code, err } = await sync()
    expect(code).toBe(2)
    expect(err).toContain('glossary.yaml:8')
    expect(server.requests).toEqual([])
  })

  test('waits for no run: the store that one holds is said', async () => {
    const unlock = takeLock(newsroom.path('.babelwire/store.db'), new Date())
    try {
      const { code, err } = await sync()
      expect(code).toBe(75)
      expect(err).toContain('another run holds the store: process')
      expect(server.requests).toEqual([])
      expect((await sync('--dry-run')).code).toBe(3)
    } finally {
      unlock()
    }
  })
})

describe('glossary sync --dry-run', () => {
  test('only compares: what is missing ends with 3, and no store is made', async () => {
    const { code, out } = await sync('--dry-run')
    expect(code).toBe(3)
    expect(out).toMatch(/de +deepl +babelwire-\w+ +2 +2 +missing/)
    expect(changes()).toEqual([])
    expect(newsroom.has('.babelwire')).toBe(false)
  })

  test('names the difference, ends with 3 and leaves it', async () => {
    await sync()
    changeAtDeepl()
    server.requests.length = 0
    const { code, err } = await sync('--dry-run')
    expect(code).toBe(3)
    expect(err).toContain('"Kiev" is "Кыев", not "Киев"')
    expect(changes()).toEqual([])
    const { languages, dryRun } = await syncJson('--dry-run')
    expect(dryRun).toBe(true)
    expect(Object.fromEntries(languages.map(({ locale, state }) => [locale, state]))).toEqual({
      de: 'held',
      ru: 'different',
      'zh-Hans': 'held',
      th: 'unsupported',
      es: 'empty',
      'en-XA': 'none',
    })
  })
})

describe('an account in trouble', () => {
  test('a refused key ends with 6, and the other engines are still said', async () => {
    server.options = { key, respond: () => ({ kind: 'echo-key', status: 403 }) }
    const { code, out, err } = await sync()
    expect(code).toBe(6)
    expect(out).toMatch(/en-XA +pseudo +- +0 +0 +no glossaries of its own/)
    expect(err).toContain('Check DEEPL_AUTH_KEY')
  })

  test('a full account ends with 5 and says how to mend it', async () => {
    server.glossaries.most = 0
    const { code, err } = await sync()
    expect(code).toBe(5)
    expect(err.match(/DeepL takes no more glossaries/g)).toHaveLength(1)
    expect(err).toContain('Delete glossaries in the DeepL account that nobody uses')
  })

  test('a language that no engine serves is said, and is less grave than a full account', async () => {
    newsroom.write('babelwire.yaml', 'languages: [sq, de]\nengine: deepl\n')
    const { code, out, err } = await sync()
    expect(code).toBe(4)
    expect(out).toMatch(/sq +- +- +0 +0 +failed/)
    expect(err).toContain('deepl does not translate English to Albanian')
    server.glossaries.most = 0
    newsroom.write('glossary.yaml', glossary.replace('Kyjiw', 'Kyjiv'))
    expect((await sync()).code).toBe(5)
  })

  test('a list that is refused with 429 is asked for again', async () => {
    server.options = {
      key,
      respond: ({ route }, n) =>
        route === 'glossaries' && n === 1 ? { kind: 'status', status: 429 } : 'ok',
    }
    expect((await sync()).code).toBe(0)
    expect(names()).toHaveLength(1)
  })
})

describe('a run', () => {
  const translations = (): readonly string[] =>
    server.requests.flatMap(({ route, form }) =>
      route === 'translate' ? [form.get('target_lang') ?? ''] : [],
    )

  test('refuses a glossary that is not what was sent, before anything is paid for', async () => {
    await sync()
    changeAtDeepl()
    server.requests.length = 0
    const { code, out, err } = await newsroom.run('run')
    expect(code).toBe(4)
    expect(translations()).toEqual([])
    expect(server.counters.characters).toBe(0)
    expect(out + err).toMatch(
      /the glossary babelwire-\w+ at DeepL is not what was sent \(en to ru\)/,
    )
    expect(out + err).toContain('Run "babelwire glossary sync"')
    expect(out + err).not.toContain('canary-7f3d9a1c')
    expect(newsroom.has('locales/en-XA/articles/bridge.json')).toBe(true)
    expect(newsroom.has('locales/de/articles/bridge.json')).toBe(false)
    await sync()
    expect((await newsroom.run('run')).code).toBe(0)
    expect(translations()).toContain('ru')
  })

  test('makes a glossary anew that DeepL lost, under the same name', async () => {
    await newsroom.run('run')
    const [name] = names()
    server.glossaries.all.clear()
    newsroom.write(
      'articles/bridge.txt',
      'Bridge shut in Kyiv\n\nThe bridge in Kyiv is shut again.\n',
    )
    expect((await newsroom.run('run')).code).toBe(0)
    expect(names()).toEqual([name])
  })

  test('remembers the glossary it used, for sync to delete', async () => {
    await newsroom.run('run')
    expect(await remembered()).toEqual(names())
  })
})
