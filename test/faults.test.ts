import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { DeeplFault } from './support/deepl-faults.ts'
import {
  addedAttributes,
  addedTags,
  emptyTexts,
  fewerTexts,
  moreTexts,
  nullText,
  unescapedMarkup,
} from './support/deepl-changes.ts'
import {
  startDeeplServer,
  type DeeplServer,
  type DeeplServerOptions,
} from './support/deepl-server.ts'
import { openNewsroom, type Newsroom, type RunJson } from './support/newsroom.ts'

const key = 'canary-7f3a-do-not-print:fx'

const article = (number: number): string =>
  [
    `Ferry line ${number} returns`,
    ...Array.from(
      { length: 8 },
      (_, i) =>
        `Ferry ${number}-${i} crossed the strait at dawn. It carried ${100 + i} passengers home.`,
    ),
  ].join('\n\n')

const files = {
  'babelwire.yaml': 'languages: [es, fr]\nengine: deepl\nbudget: {run: 5}\n',
  'glossary.yaml': 'version: 1\nterms: {}\n',
  ...Object.fromEntries([1, 2, 3].map((n) => [`articles/ferry-${n}.txt`, article(n)])),
}

let server: DeeplServer
let newsroom: Newsroom
afterEach(async () => {
  expectNoSecret(newsroom.folder)
  newsroom.remove()
  await server.close()
})

async function open(
  options: DeeplServerOptions,
  extra: Record<string, string> = {},
): Promise<void> {
  server = await startDeeplServer({ key, ...options })
  newsroom = openNewsroom({ ...files, ...extra }, server)
}

/** No file of the newsroom holds the key: not the store, not a bundle, not a log. */
function expectNoSecret(folder: string): void {
  for (const item of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!item.isFile()) continue
    const content = readFileSync(path.join(item.parentPath, item.name))
    expect(content.includes(key), `${item.name} holds the key`).toBe(false)
  }
}

const bundles = (): Record<string, string> =>
  Object.fromEntries(
    ['es', 'fr'].flatMap((locale) =>
      [1, 2, 3].map((n) => {
        const file = `locales/${locale}/articles/ferry-${n}.json`
        return [file, newsroom.has(file) ? newsroom.read(file) : 'missing'] as const
      }),
    ),
  )

/** Enough articles for several requests in each language. */
const many = Object.fromEntries(
  Array.from({ length: 60 }, (_, n) => [`articles/line-${n}.txt`, article(100 + n)]),
)

describe('a run that is killed', () => {
  it('leaves the same bundles after a re-run, and pays again at most for what was in flight', async () => {
    await open({}, many)
    expect((await newsroom.run('run')).code).toBe(0)
    const whole = bundles()
    const { characters: needed, translateRequests: requests } = server.counters
    newsroom.remove()
    await server.close()

    await open({ latencyMs: 60 }, many)
    const kills = 5
    for (let kill = 0; kill < kills; kill++) {
      const { child, ended } = newsroom.start('run', '--quiet')
      const before = server.counters.translateRequests
      // Somewhere between the first request and the last.
      for (let i = 0; i < 400 && server.counters.translateRequests === before; i++) await sleep(5)
      await sleep(kill * 25)
      child.kill('SIGKILL')
      await ended
    }
    const last = newsroom.start('run', '--quiet')
    expect(await last.ended).toMatchObject({ code: 0, err: '' })
    expect(bundles()).toEqual(whole)
    // The stated bound: kills times requests in flight. Ten are, of about equal size.
    const largest = Math.ceil(needed / requests) * 1.5
    expect(server.counters.characters).toBeLessThanOrEqual(needed + kills * 10 * largest)
    const paid = server.counters.translateRequests
    expect((await newsroom.run('run')).code).toBe(0)
    expect(server.counters.translateRequests).toBe(paid)
  })

  it('stops at Ctrl-C with 130, keeps its answers, and says so', async () => {
    await open({ latencyMs: 150 }, many)
    const { child, ended } = newsroom.start('run')
    for (let i = 0; i < 800 && server.counters.translateRequests < 15; i++) await sleep(5)
    child.kill('SIGINT')
    const { code, err } = await ended
    expect(code).toBe(130)
    expect(err).toContain(
      'stopped before it was done  Run again: what was translated so far is kept.',
    )
    // What was in flight is still on its way through the server.
    await sleep(300)
    server.options = {}
    const paid = server.counters.characters
    expect((await newsroom.run('run')).code).toBe(0)
    const rest = server.counters.characters - paid
    newsroom.remove()
    await server.close()
    await open({}, many)
    await newsroom.run('run')
    expect(rest).toBeLessThan(server.counters.characters)
    // What was in flight was waited for and kept: nothing is paid for twice.
    expect(paid + rest).toBe(server.counters.characters)
  })
})

describe('two runs on one store', () => {
  it('end the second with 75 and the name of the first', async () => {
    await open({ latencyMs: 1500 })
    const first = newsroom.start('run', '--quiet')
    for (let i = 0; i < 400 && server.counters.translateRequests < 1; i++) await sleep(5)
    const second = await newsroom.start('run').ended
    expect(second.code).toBe(75)
    expect(second.err).toContain(`process ${first.child.pid} on `)
    expect((await first.ended).code).toBe(0)
  })
})

describe('an engine in trouble', () => {
  const run = async (): Promise<{ code: number; err: string; json: RunJson }> => {
    const { code, err, out } = await newsroom.run('run', '--json')
    expect(err + out).not.toContain(key)
    return { code, err, json: JSON.parse(out) as RunJson }
  }

  const troubles: readonly (readonly [string, DeeplFault, number, string])[] = [
    ['a wrong key', { kind: 'echo-key', status: 403 }, 6, 'DEEPL_AUTH_KEY'],
    ['a used-up quota', { kind: 'status', status: 456 }, 5, ''],
  ]
  it.each(troubles)(
    '%s stops everything at once, with its own code',
    async (_, fault, code, message) => {
      await open({ respond: ({ route }) => (route === 'translate' ? fault : 'ok') })
      const ended = await run()
      expect(ended.code).toBe(code)
      expect(ended.err).toContain(message)
      expect(server.counters.translateRequests).toBeLessThanOrEqual(2)
      expect(newsroom.has('locales/es')).toBe(false)
    },
  )

  it('that has a bad moment is asked again', async () => {
    await open({
      respond: ({ route }, n) =>
        route === 'translate' && n <= 2 ? { kind: 'status', status: 503 } : 'ok',
    })
    expect((await run()).code).toBe(0)
  })

  it.each(['languages', 'glossary-pairs', 'translate'] as const)(
    'that is busy for a moment at %s is asked again',
    async (busy) => {
      await open(
        {
          respond: ({ route }, n) =>
            route === busy && n === 1 ? { kind: 'status', status: 429 } : 'ok',
        },
        { 'glossary.yaml': 'version: 1\nterms:\n  Ferry: {to: {es: Transbordador, fr: Ferry}}\n' },
      )
      expect((await run()).code).toBe(0)
    },
  )

  it('that is not there fails the languages, and the next run makes up for it', async () => {
    await open({
      respond: ({ route }) => (route === 'translate' ? { kind: 'status', status: 400 } : 'ok'),
    })
    const { code, json } = await run()
    expect(code).toBe(4)
    expect(json.articles[0]?.languages['es']).toMatchObject({ state: 'failed', published: false })
    server.options = {}
    expect((await run()).code).toBe(0)
  })

  const oneLanguage = { 'babelwire.yaml': 'languages: [es]\nengine: deepl\nbudget: {run: 5}\n' }

  it.each([
    ['fewer texts', fewerTexts, 4],
    ['more texts', moreTexts, 4],
    ['empty texts', emptyTexts, 3],
  ] as const)(
    'that answers %s publishes nothing of it, and is asked again by the next run',
    async (_, change, expected) => {
      await open(
        { respond: ({ route }) => (route === 'translate' ? { kind: 'texts', change } : 'ok') },
        oneLanguage,
      )
      expect((await run()).code).toBe(expected)
      expect(newsroom.has('locales/es')).toBe(false)
      server.options = {}
      expect((await run()).code).toBe(0)
    },
  )

  it('that answers null in place of one text spoils that one only', async () => {
    await open(
      {
        respond: ({ route }) =>
          route === 'translate' ? { kind: 'texts', change: nullText } : 'ok',
      },
      oneLanguage,
    )
    const { code, json } = await run()
    expect(code).toBe(3)
    expect(json.totals.held).toBe(1)
    const live = json.articles.filter(({ languages }) => languages['es']?.published === true)
    expect(live).toHaveLength(2)
    server.options = {}
    expect((await run()).code).toBe(0)
  })

  it('that adds attributes to tags is asked sentence by sentence, and none is published', async () => {
    await open(
      {
        respond: ({ route }) =>
          route === 'translate' ? { kind: 'texts', change: addedAttributes } : 'ok',
      },
      oneLanguage,
    )
    expect((await run()).code).toBe(0)
    expect(Object.values(bundles()).join()).not.toMatch(/<[^>]*=/)
  })

  it('that adds markup of its own is held, and is not paid for again', async () => {
    await open({
      respond: ({ route }) => (route === 'translate' ? { kind: 'texts', change: addedTags } : 'ok'),
    })
    expect((await run()).code).toBe(3)
    expect(newsroom.has('locales/es')).toBe(false)
    // For each language the paragraphs, then, as their sentence tags are not whole, the sentences.
    expect(server.counters.translateRequests).toBe(4)
    const paid = server.counters.translateRequests
    expect((await run()).code).toBe(3)
    expect(server.counters.translateRequests).toBe(paid)
  })

  it('that unescapes markup cannot put a script into a bundle', async () => {
    await open(
      {
        respond: ({ route }) =>
          route === 'translate' ? { kind: 'texts', change: unescapedMarkup } : 'ok',
      },
      {
        'articles/ferry-1.txt':
          'On the web\n\nThe page said <script>alert(1)</script> & {{name}} and $t(title) on Monday.\n',
      },
    )
    await run()
    for (const content of Object.values(bundles())) expect(content).not.toContain('<script')
  })
})

describe('money', () => {
  it('is not spent beyond --max-cost: the request that would pass it is not sent', async () => {
    await open({})
    const { code, err } = await newsroom.run('run', '--max-cost', '0.000001')
    expect(code).toBe(5)
    expect(err).toContain('a run may cost')
    expect(server.counters.translateRequests).toBe(0)
  })

  it('is not spent at all where nobody watches and no budget is set', async () => {
    await open({}, { 'babelwire.yaml': 'languages: [es]\nengine: deepl\n' })
    const { code, err } = await newsroom.run('run')
    expect(code).toBe(5)
    expect(err).toContain('no budget is set')
    expect(server.counters.translateRequests).toBe(0)
  })
})

describe('a broken glossary', () => {
  it.each([
    ['version: 1\nterms:\n\tKyiv: {}\n', 'glossary.yaml:3:1'],
    [
      'version: 1\nterms:\n  Kyiv: {to: {es: Kiev}}\n  Kyiv: {to: {es: Kyiv}}\n',
      'glossary.yaml:4:3',
    ],
    ['version: 1\nterms:\n  Kyiv: {to: {klingonish: Kiev}}\n', 'glossary.yaml:3:15'],
    ['version: 1\nterms:\n  Kyiv: {to: {es: Kiev', 'glossary.yaml:3'],
  ])(
    '%j is refused with its place, and the names in force stay in force',
    async (broken, place) => {
      await open({})
      await newsroom.run('run')
      const live = bundles()
      newsroom.write('glossary.yaml', broken)
      const { code, err } = await newsroom.run('run')
      expect(code).toBe(3)
      expect(err).toContain(place)
      expect(err).toMatch(/the glossary of \d{4}-\d\d-\d\d \d\d:\d\d UTC stays in force/)
      expect(bundles()).toEqual(live)
    },
  )

  it('stops a newsroom that never had a good one', async () => {
    await open({})
    newsroom.write('glossary.yaml', 'version: 1\nterms:\n  Kyiv: {to: {klingonish: Kiev}}\n')
    const { code, err } = await newsroom.run('run')
    expect(code).toBe(2)
    expect(err).toContain('glossary.yaml:3:15')
  })
})
