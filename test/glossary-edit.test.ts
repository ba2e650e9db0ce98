import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startDeeplServer, type DeeplServer } from './support/deepl-server.ts'
import { openNewsroom, type Newsroom, type RunJson } from './support/newsroom.ts'

const config = `source: en
languages: [es, ru, zh-Hans, ar]
engine: deepl
budget: {run: 5}
`

const glossary = `version: 1
source: en
terms:
  Olena Hrytsenko: # our own correspondent met her
    about: {kind: person}
    to: {es: Olena Gritsenko, ru: Елена Гриценко, zh-Hans: 奥列娜·格里岑科, ar: أولينا هريتسينكو}
  Kyiv:
    about: {kind: place}
    to: {es: Quiev, ru: Киев, zh-Hans: 基辅, ar: كييف}
  Dnipro:
    about: {kind: place}
    to: {es: Dnipró, ru: Днепр, zh-Hans: 第聂伯, ar: دنيبرو}
`

const talks = `Kyiv counts the cost of a night of raids

Olena Hrytsenko spoke to reporters in the early morning. The power went out at four.

Firefighters in Dnipro worked until noon. Nobody was hurt in Kyiv, the council said.
`

const bridge = `Bridge over the river opens

The bridge near Dnipro opens on Monday after two years of work. Drivers had waited for it.
`

interface Impact {
  readonly from: string
  readonly entries: Record<'added' | 'changed' | 'removed', readonly { readonly key: string }[]>
  readonly languages: readonly {
    readonly locale: string
    readonly articles: readonly string[]
    readonly headlines: number
    readonly sent: number
    readonly characters: number
    readonly requests: number
    readonly cost: number
    readonly segments: readonly {
      readonly key: string
      readonly source: string
      readonly before?: string
      readonly after?: string
      readonly isSent: boolean
    }[]
  }[]
}

describe('an edit of the glossary', () => {
  let server: DeeplServer
  let newsroom: Newsroom

  beforeEach(async () => {
    server = await startDeeplServer()
    newsroom = openNewsroom(
      {
        'babelwire.yaml': config,
        'glossary.yaml': glossary,
        'articles/talks.txt': talks,
        'articles/bridge.txt': bridge,
      },
      server,
    )
    expect((await newsroom.run('run')).code).toBe(0)
  })
  afterEach(async () => {
    newsroom.remove()
    await server.close()
  })

  const bundle = (locale: string, id = 'talks'): Record<string, string> =>
    newsroom.json(`locales/${locale}/articles/${id}.json`)
  const edit = (from: string, to: string): void => {
    const content = newsroom.read('glossary.yaml')
    expect(content).toContain(from)
    newsroom.write('glossary.yaml', content.replace(from, to))
  }
  const impact = async (...args: string[]): Promise<Impact> => {
    const { code, out, err } = await newsroom.run('glossary', 'impact', '--json', ...args)
    expect([code, err]).toEqual([0, ''])
    return JSON.parse(out) as Impact
  }
  /** Runs; @returns the texts that were sent, by language. */
  const sent = async (): Promise<readonly string[]> => {
    const before = server.requests.length
    const { code, err } = await newsroom.run('run', '--json')
    expect([code, err.replace(/^bridge has no source.*\n/, '')]).toEqual([0, ''])
    return server.requests
      .slice(before)
      .filter(({ route }) => route === 'translate')
      .flatMap(({ form }) =>
        form.getAll('text').map((text) => `${form.get('target_lang')}: ${text}`),
      )
      .sort()
  }

  it('re-translates just the segments of a changed rendering, as the impact foretold', async () => {
    edit('es: Dnipró', 'es: Dniéper')
    const { entries, languages } = await impact()
    expect(entries).toMatchObject({ added: [], changed: [{ key: 'Dnipro' }], removed: [] })
    const texts = [
      'Firefighters in Dnipro worked until noon.',
      'The bridge near Dnipro opens on Monday after two years of work.',
    ]
    expect(languages).toMatchObject([
      {
        locale: 'es',
        articles: ['bridge', 'talks'],
        headlines: 0,
        sent: 2,
        characters: texts.join('').length,
        requests: 1,
        cost: (20 * texts.join('').length) / 1e6,
      },
    ])
    expect(
      languages[0]?.segments.map(({ source, before }) => [source, before?.includes('Dnipró')]),
    ).toEqual([
      [texts[1], true],
      [texts[0], true],
    ])
    const characters = server.counters.characters
    expect(await sent()).toEqual(texts.map((text) => `es: ${text}`))
    expect(server.counters.characters - characters).toBe(languages[0]?.characters)
    expect(Object.values({ ...bundle('es'), ...bundle('es', 'bridge') }).join()).not.toContain(
      'Dnipró',
    )
    expect(bundle('es')['b002']).toContain('Dniéper')
  })

  it('names the headlines it changes', async () => {
    edit('zh-Hans: 基辅', 'zh-Hans: 基辅市')
    const { languages } = await impact()
    expect(languages).toMatchObject([{ locale: 'zh-Hans', headlines: 1, articles: ['talks'] }])
    const { out } = await newsroom.run('glossary', 'impact')
    expect(out).toContain('~ Kyiv\n    to.zh-Hans: 基辅 → 基辅市\n')
    expect(out).toMatch(
      /talks zh-Hans title\.1 {2}Kyiv counts the cost of a night of raids\n {4}- .*基辅/,
    )
    expect(out).toContain('    + (to be translated)')
  })

  it('takes a removed name out of every live bundle', async () => {
    edit(
      '  Dnipro:\n    about: {kind: place}\n    to: {es: Dnipró, ru: Днепр, zh-Hans: 第聂伯, ar: دنيبرو}\n',
      '',
    )
    const { entries, languages } = await impact()
    expect(entries.removed.map(({ key }) => key)).toEqual(['Dnipro'])
    expect(languages.map(({ locale, sent: n }) => [locale, n])).toEqual([
      ['es', 2],
      ['ru', 2],
      ['zh-Hans', 2],
      ['ar', 2],
    ])
    expect(await sent()).toHaveLength(8)
    for (const [locale, name] of [
      ['es', 'Dnipró'],
      ['ru', 'Днепр'],
      ['zh-Hans', '第聂伯'],
      ['ar', 'دنيبرو'],
    ] as const) {
      expect(
        Object.values({ ...bundle(locale), ...bundle(locale, 'bridge') }).join(),
      ).not.toContain(name)
    }
  })

  it('reaches an article whose source is gone', async () => {
    rmSync(newsroom.path('articles/bridge.txt'))
    edit('es: Dnipró', 'es: Dniéper')
    expect((await impact()).languages[0]?.articles).toEqual(['bridge', 'talks'])
    expect(await sent()).toHaveLength(2)
    expect(bundle('es', 'bridge')['b001']).toContain('Dniéper')
    expect(await sent()).toEqual([])
  })

  it('asks no engine where the old rendering is forbidden: it maps one to one', async () => {
    edit('    to: {es: Quiev,', '    never: {es: [Quiev]}\n    to: {es: Kiev,')
    const { languages } = await impact()
    expect(languages).toMatchObject([{ locale: 'es', sent: 0, characters: 0, headlines: 1 }])
    expect(
      languages[0]?.segments.map(({ before, after }) => [
        before?.includes('Quiev'),
        after?.includes('Kiev'),
      ]),
    ).toEqual([
      [true, true],
      [true, true],
    ])
    expect(await sent()).toEqual([])
    expect(Object.values(bundle('es')).join()).not.toContain('Quiev')
    expect(bundle('es')['title']).toContain('Kiev')
    expect(await sent()).toEqual([])
  })

  it('asks no engine for a new entry that the engine had right already', async () => {
    newsroom.write(
      'articles/port.txt',
      'Port reopens\n\nShips left Odesa again on Monday morning.\n',
    )
    await sent()
    newsroom.write(
      'glossary.yaml',
      `${newsroom.read('glossary.yaml')}  Odesa: {keep: [es], to: {ru: Одесса}}\n`,
    )
    const now = bundle('es', 'port')['b001'] ?? ''
    const { languages } = await impact()
    const isRight = now.includes('Odesa')
    expect(languages.map(({ locale, sent: n }) => [locale, n])).toEqual([
      ['es', isRight ? 0 : 1],
      ['ru', 1],
    ])
    await sent()
    expect(bundle('ru', 'port')['b001']).toContain('Одесса')
  })

  it('asks again, the name locked, where a form that stands there is no longer accepted', async () => {
    edit('    to: {es: Dnipró,', '    forms: {es: [Dniepre]}\n    to: {es: Dnipró,')
    server.options = { renders: { Dnipro: 'Dniepre' } }
    newsroom.write(
      'articles/port.txt',
      'Port reopens\n\nShips left Dnipro again on Monday morning.\n',
    )
    await sent()
    expect(bundle('es', 'port')['b001']).toContain('Dniepre')
    edit('    forms: {es: [Dniepre]}\n', '')
    const { languages } = await impact()
    expect(languages).toMatchObject([{ locale: 'es', articles: ['port'], sent: 1, requests: 1 }])
    expect(await sent()).toEqual(['es: Ships left <t1>Dnipró</t1> again on Monday morning.'])
    expect(bundle('es', 'port')['b001']).toContain('Dnipró')
  })

  it('foretells the same when one article was translated on its own in between', async () => {
    edit('es: Dnipró', 'es: Dniéper')
    await newsroom.run('translate', 'articles/talks.txt', '--to', 'ru')
    const { languages } = await impact()
    expect(languages).toMatchObject([{ locale: 'es', sent: 2 }])
    expect(await sent()).toHaveLength(2)
    expect((await impact()).languages).toEqual([])
  })

  it('that is taken back asks for nothing that was answered before', async () => {
    edit('es: Dnipró', 'es: Dniéper')
    await sent()
    edit('es: Dniéper', 'es: Dnipró')
    expect((await impact()).languages).toMatchObject([{ locale: 'es', sent: 0 }])
    expect(await sent()).toEqual([])
    expect(bundle('es', 'bridge')['b001']).toContain('Dnipró')
  })

  it('keeps a mended answer right when the rule that mended it goes', async () => {
    edit('    to: {es: Quiev,', '    never: {es: [Quiev]}\n    to: {es: Kiev,')
    expect(await sent()).toEqual([])
    edit('    never: {es: [Quiev]}\n', '')
    expect((await impact()).languages).toEqual([])
    expect(await sent()).toEqual([])
    expect(bundle('es')['title']).toContain('Kiev')
  })

  it('counts a sentence once, in however many articles it stands', async () => {
    for (let n = 10; n < 90; n++) {
      const own = `The council of district ${n} met.`
      newsroom.write(`articles/a${n}.txt`, `Meeting ${n}\n\n${own} Trains to Dnipro were late.\n`)
    }
    await sent()
    edit('es: Dnipró', 'es: Dniéper')
    const { languages } = await impact()
    expect(languages).toMatchObject([{ locale: 'es', sent: 82 }])
    const before = server.counters.characters
    await sent()
    expect(server.counters.characters - before).toBe(languages[0]?.characters)
  })

  it('whose run is killed half-way and that is then taken back leaves nothing of it', async () => {
    for (let n = 10; n < 80; n++) {
      newsroom.write(
        `articles/a${n}.txt`,
        `Meeting ${n}\n\nMayor number ${n} of Dnipro spoke there.\n`,
      )
    }
    await sent()
    for (let n = 10; n < 80; n++) rmSync(newsroom.path(`articles/a${n}.txt`))
    edit('es: Dnipró', 'es: Dniéper')
    const changed = (): number =>
      Array.from({ length: 70 }, (_, n) => bundle('es', `a${n + 10}`)['b001'] ?? '').filter(
        (text) => text.includes('Dniéper'),
      ).length
    let calls = 0
    server.options = {
      respond: ({ route }) =>
        route === 'translate' && ++calls > 3 ? { kind: 'slow', ms: 8000 } : 'ok',
    }
    const run = newsroom.start('run')
    while (changed() === 0) await new Promise((done) => setTimeout(done, 30))
    run.child.kill('SIGKILL')
    await run.ended
    server.options = {}
    edit('es: Dniéper', 'es: Dnipró')
    expect((await newsroom.run('run')).code).toBe(0)
    expect(changed()).toBe(0)
  })

  it('says what is hit although no engine can be asked what it costs', async () => {
    edit('es: Dnipró', 'es: Dniéper')
    newsroom.write('babelwire.yaml', config.replace('engine: deepl', 'engine: apertium'))
    edit('ru: Днепр', 'ru: Дніпро')
    const { code, out, err } = await newsroom.run('glossary', 'impact', '--json')
    expect([code, err]).toEqual([4, ''])
    const { languages } = JSON.parse(out) as Impact
    expect(languages.map(({ locale, segments }) => [locale, segments.length])).toContainEqual([
      'ru',
      2,
    ])
  })

  it('touches nothing when a comment or an approval changes, or a form is added', async () => {
    edit('about: {kind: person}', 'about: {kind: person, approved: 2026-11-20 mk}')
    edit('    to: {es: Quiev,', '    forms: {ru: [Киева]} # genitive\n    to: {es: Quiev,')
    const { entries, languages } = await impact()
    expect(entries.changed.map(({ key }) => key)).toEqual(['Olena Hrytsenko', 'Kyiv'])
    expect(languages).toEqual([])
    expect(await sent()).toEqual([])
  })

  it('that is refused leaves the old names in force, and the run goes on with what is new', async () => {
    edit('ru: Киев', 'ru: Киев, klingonish: Kiev')
    newsroom.write('articles/bridge.txt', bridge.replace('two years', 'three years'))
    const { code, out, err } = await newsroom.run('run', '--json')
    expect(code).toBe(3)
    expect(err).toMatch(/refused {2}.*glossary\.yaml:9:\d+/)
    expect(err).toContain('stays in force until this is mended')
    expect((JSON.parse(out) as RunJson).totals.translated).toBe(4)
    expect(bundle('ru', 'bridge')['b001']).toContain('Днепр')
    expect((await newsroom.run('glossary', 'impact')).code).toBe(2)
  })
})

describe('a glossary that is not what it seems', () => {
  let newsroom: Newsroom
  let server: DeeplServer
  beforeEach(async () => {
    server = await startDeeplServer()
    newsroom = openNewsroom(
      { 'babelwire.yaml': config, 'glossary.yaml': glossary, 'articles/talks.txt': talks },
      server,
    )
  })
  afterEach(async () => {
    newsroom.remove()
    await server.close()
  })

  it.each(['fmt', 'check', 'check --fix', 'suggest --add'])(
    'in another encoding is refused by %s, and no byte of it is lost',
    async (command) => {
      const bytes = Buffer.from(glossary.replace('Dnipró', 'Dniepr\u00f3'), 'latin1')
      writeFileSync(newsroom.path('glossary.yaml'), bytes)
      const { code, err } = await newsroom.run('glossary', ...command.split(' '))
      expect(code).toBe(2)
      expect(err).toMatch(/glossary\.yaml:\d+:\d+ {2}not UTF-8: byte/)
      expect(readFileSync(newsroom.path('glossary.yaml'))).toEqual(bytes)
    },
  )

  it('for another language than the articles is said by every command', async () => {
    newsroom.write('glossary.yaml', glossary.replace('source: en', 'source: fr'))
    const message = 'the glossary is for articles in fr, babelwire.yaml says en: no name is held.'
    expect((await newsroom.run('run')).err).toContain(message)
    expect((await newsroom.run('glossary', 'check')).out).toContain(message)
    expect(await newsroom.run('doctor')).toMatchObject({
      code: 3,
      out: expect.stringContaining(message),
    })
  })

  it('is shown by doctor beside the one in force', async () => {
    expect((await newsroom.run('run')).code).toBe(0)
    newsroom.write('glossary.yaml', `${glossary}  Bad: [`)
    const { code, out } = await newsroom.run('doctor')
    expect(code).toBe(3)
    expect(out).toMatch(
      /look {2}glossary .*glossary\.yaml:\d+:\d+ .*Runs go on with that of .* UTC: 3 entries/,
    )
    expect(out).toMatch(/ok {4}es .*holds 3 entries/)
  })

  it('that is a folder, or gone, is said as such', async () => {
    rmSync(newsroom.path('glossary.yaml'))
    expect((await newsroom.run('glossary', 'check')).err).toContain('the glossary is not there')
    mkdirSync(newsroom.path('glossary.yaml'))
    expect((await newsroom.run('glossary', 'check')).err).toContain('the glossary is a folder')
  })

  it('with a mark that turns lines round cannot turn a message round', async () => {
    newsroom.write('glossary.yaml', 'version: 1\nterms:\n  "a\\u202Eb": {to: {klingonish: x}}\n')
    const { err } = await newsroom.run('run')
    expect(err).not.toContain('\u202e')
    expect(err).toContain('\\u202e')
  })
})

it('compares with nothing before the first run', async () => {
  const newsroom = openNewsroom({ 'babelwire.yaml': config, 'glossary.yaml': glossary })
  const { code, out } = await newsroom.run('glossary', 'impact')
  expect(code).toBe(0)
  expect(out).toContain('3 entries differ from nothing')
  expect(out).toContain('No published segment is touched.')
  newsroom.remove()
})
