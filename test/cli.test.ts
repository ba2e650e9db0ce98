import { rmSync, symlinkSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { startDeeplServer, type DeeplServer } from './support/deepl-server.ts'
import { openNewsroom, type Newsroom, type RunJson } from './support/newsroom.ts'

const story = `Bridge reopens

The bridge over the Danube reopened on Friday.
`

let newsroom: Newsroom
let server: DeeplServer | undefined
afterEach(async () => {
  newsroom.remove()
  await server?.close()
  server = undefined
})

describe('babelwire init', () => {
  it('makes what a first run needs, and says what to do next', async () => {
    newsroom = openNewsroom({})
    const { code, out } = await newsroom.run('init')
    expect(code).toBe(0)
    expect(out).toContain('wrote  babelwire.yaml')
    expect(out).toContain('Next: babelwire run')
    for (const file of ['babelwire.yaml', 'glossary.yaml', 'articles/example.txt']) {
      expect(newsroom.has(file)).toBe(true)
    }
    expect((await newsroom.run('glossary', 'check')).code).toBe(0)
    expect((await newsroom.run('glossary', 'fmt', '--check')).code).toBe(0)
  })

  it('never overwrites', async () => {
    newsroom = openNewsroom({ 'glossary.yaml': '# ours\n' })
    const { code, out } = await newsroom.run('init')
    expect(code).toBe(0)
    expect(out).toContain('kept   glossary.yaml')
    expect(newsroom.read('glossary.yaml')).toBe('# ours\n')
  })
})

describe('babelwire translate', () => {
  it('translates a file it has never seen, without a configuration', async () => {
    server = await startDeeplServer()
    newsroom = openNewsroom({ 'bridge.txt': story }, server)
    const ended = await newsroom.run(
      ...'translate bridge.txt --to es_ES,zh-Hans --engine deepl --out site --json --max-cost 1'.split(
        ' ',
      ),
    )
    expect(ended.err).toContain('no glossary here: names are not checked')
    expect(ended.code).toBe(0)
    const json = JSON.parse(ended.out) as RunJson
    expect(json.engine).toBe('deepl')
    expect(json.articles[0]?.id).toBe('bridge')
    expect(json.articles[0]?.languages['es-ES']).toMatchObject({
      state: 'machine',
      published: true,
      bundle: 'site/es-ES/articles/bridge.json',
      blocks: 2,
      segments: 2,
      remembered: 0,
      translated: 2,
      held: 0,
    })
    expect(newsroom.has('site/zh-Hans/articles/bridge.json')).toBe(true)
    expect(json.totals.requests).toBe(2)
    expect(json.totals.cost).toBeCloseTo((json.totals.characters * 20) / 1e6, 9)
  })

  it('gives pseudo text to whoever asks for it by tag', async () => {
    newsroom = openNewsroom({ 'bridge.txt': story })
    const { code } = await newsroom.run('translate', 'bridge.txt', '--to', 'en-XA,ar-XB')
    expect(code).toBe(0)
    expect(newsroom.json('locales/en-XA/articles/bridge.json')['title']).toMatch(/^\[.*\]$/)
  })

  it.each([
    [['translate', 'gone.txt', '--to', 'en-XA'], 4, 'gone.txt  there is no such file'],
    [['translate', 'empty.txt', '--to', 'en-XA'], 4, 'empty.txt'],
    [['translate', 'photo.txt', '--to', 'en-XA'], 4, 'photo.txt'],
    [['translate', 'bridge.txt', '--to', 'xx-nope!'], 2, '"xx-nope!" is not a language tag'],
    [['translate', 'bridge.txt', '--to', 'qq'], 2, '"qq" is not a language that is known'],
    [['translate', 'bridge.txt'], 2, 'no language is named'],
    [['translate', 'bridge.txt', '--to', ' , '], 2, 'names no language'],
    [
      ['translate', 'bridge.txt', '--to', 'es', '--format', 'pdf'],
      2,
      'Write one of ninjs, nitf, newsml',
    ],
    [['translate', 'bridge.txt', '--to', 'es', '--engine', 'depl'], 2, 'Did you mean "deepl"?'],
    [['translate', 'bridge.txt', '--to', 'de', '--engine', 'deepl'], 4, 'Set DEEPL_AUTH_KEY'],
    [['translate', 'bridge.txt', '--to', 'es', '--max-cost', 'five'], 2, '--max-cost "five"'],
    [['translate', '--to', 'es'], 2, "missing required argument 'sources'"],
    [['translat'], 2, 'Did you mean translate?'],
    [['run'], 2, 'there is no babelwire.yaml'],
    [['run', '--config', 'other.yaml'], 2, 'cannot read the configuration'],
  ])('%j ends with %i and says %s', async (args, code, message) => {
    newsroom = openNewsroom({
      'bridge.txt': story,
      'empty.txt': ' \n\n',
      'photo.txt': '\u0089PNG\r\n\u0000\u0000\u0000\rIHDR',
    })
    const ended = await newsroom.run(...args)
    expect(ended.err).toContain(message)
    expect(ended.code).toBe(code)
    expect(newsroom.has('locales/articles')).toBe(false)
  })

  it('translates what it can read when one source cannot be read', async () => {
    newsroom = openNewsroom({ 'bridge.txt': story })
    const { code, err } = await newsroom.run('translate', 'gone.txt', 'bridge.txt', '--to', 'en-XA')
    expect(code).toBe(4)
    expect(err).toContain('gone.txt')
    expect(newsroom.has('locales/en-XA/articles/bridge.json')).toBe(true)
  })

  it('leaves boilerplate out and lists it with its reason', async () => {
    newsroom = openNewsroom({ 'page.txt': `CHOOSE YOUR LANGUAGE\n${story}` })
    const { out, err } = await newsroom.run(
      'translate',
      'page.txt',
      '--to',
      'en-XA',
      '--json',
      '-v',
    )
    expect(err).toContain('left out')
    expect(JSON.parse(out)).toMatchObject({
      articles: [{ leftOut: [{ text: 'CHOOSE YOUR LANGUAGE', reason: 'language chooser' }] }],
    })
  })
})

describe('babelwire run', () => {
  it('skips a language that no engine can serve only where that is configured, and says so', async () => {
    const files = { 'articles/bridge.txt': story, 'glossary.yaml': 'version: 1\nterms: {}\n' }
    newsroom = openNewsroom({
      ...files,
      'babelwire.yaml': 'languages: [de, en-XA]\nmissing-engine: skip\n',
    })
    const skipping = await newsroom.run('run')
    expect(skipping.code).toBe(0)
    expect(skipping.err).toContain('skipped  de  no engine here translates English to German')
    newsroom.write('babelwire.yaml', 'languages: [de, en-XA]\n')
    const failing = await newsroom.run('run')
    expect(failing.code).toBe(4)
    expect(failing.err).toContain('failed  de')
  })

  it('fails a language that is asked for by name, whatever is configured', async () => {
    newsroom = openNewsroom({
      'bridge.txt': story,
      'glossary.yaml': 'version: 1\nterms: {}\n',
      'babelwire.yaml': 'languages: [en-XA]\nmissing-engine: skip\n',
    })
    const { code, err } = await newsroom.run('translate', 'bridge.txt', '--to', 'de')
    expect(code).toBe(4)
    expect(err).toContain('failed  de')
  })

  it('says which article lost its source, and notices a corrected date', async () => {
    const page = (date: string): string =>
      `<html lang="en"><head><meta property="article:published_time" content="${date}"></head><body><article><h1>Bridge</h1><p>It reopened.</p></article></body></html>`
    newsroom = openNewsroom({
      'articles/bridge.html': page('2026-11-20T08:00:00Z'),
      'articles/ferry.txt': story,
      'glossary.yaml': 'version: 1\nterms: {}\n',
      'babelwire.yaml': 'languages: [en-XA]\n',
    })
    await newsroom.run('run')
    newsroom.write('articles/bridge.html', page('2026-11-21T08:00:00Z'))
    rmSync(newsroom.path('articles/ferry.txt'))
    const { code, err } = await newsroom.run('run')
    expect(code).toBe(0)
    expect(err).toContain('ferry has no source any more; its bundles are still served')
    expect(newsroom.json('locales/articles/bridge.json')['published']).toBe('2026-11-21T08:00:00Z')
    expect(newsroom.read('locales/index.json')).toContain('2026-11-21T08:00:00Z')
  })

  it('prints a table, and the second time that nothing changed', async () => {
    newsroom = openNewsroom({
      'articles/bridge.txt': story,
      'glossary.yaml': 'version: 1\nterms: {}\n',
      'babelwire.yaml': 'languages: [en-XA]\n',
    })
    const first = await newsroom.run('run')
    expect(first.out).toMatch(/article\s+language\s+state\s+segments\s+memory\s+translated\s+held/)
    expect(first.out).toMatch(/bridge\s+en-XA\s+machine\s+2\s+0\s+2\s+0/)
    const second = await newsroom.run('run')
    // An index that was put back is brought up to date, too.
    newsroom.write('locales/index.json', '{"languages":[],"articles":[]}')
    await newsroom.run('run')
    expect(newsroom.read('locales/index.json')).toContain('bridge')
    expect(second.out).toBe('Nothing changed: 1 article in 1 language, 0 requests.\n')
  })

  it('says which of two files with one id is the second', async () => {
    newsroom = openNewsroom({
      'articles/bridge.html': '<article><h1>Bridge</h1><p>It reopened.</p></article>',
      'articles/bridge.txt': story,
      'glossary.yaml': 'version: 1\nterms: {}\n',
      'babelwire.yaml': 'languages: [en-XA]\n',
    })
    const { code, err } = await newsroom.run('run')
    expect(code).toBe(4)
    expect(err).toContain(
      'articles/bridge.txt  its article id "bridge" is that of articles/bridge.html',
    )
  })
})

describe('babelwire glossary', () => {
  it('fmt writes the canonical form and keeps comments; --check only looks', async () => {
    newsroom = openNewsroom({
      'glossary.yaml':
        '# House style\nterms:\n  Kyiv: # the capital\n    to: {es: Kiev}\nversion: 1\n',
    })
    expect((await newsroom.run('glossary', 'fmt', 'glossary.yaml', '--check')).code).toBe(3)
    expect((await newsroom.run('glossary', 'fmt', 'glossary.yaml')).code).toBe(0)
    const text = newsroom.read('glossary.yaml')
    expect(text).toMatch(/^# House style\nversion: 1\nterms:/)
    expect(text).toContain('# the capital')
    expect((await newsroom.run('glossary', 'fmt', 'glossary.yaml', '--check')).code).toBe(0)
  })

  it('check lists every problem with file, line and column', async () => {
    newsroom = openNewsroom({
      'glossary.yaml':
        'version: 1\nterms:\n  Kyiv:\n    too: {es: Kiev}\n  Odesa:\n    to: {es: [Odesa]}\n',
    })
    const { code, err } = await newsroom.run('glossary', 'check', 'glossary.yaml')
    expect(code).toBe(2)
    expect(err).toContain('glossary.yaml:4:5  unknown key "too" in terms.Kyiv  Did you mean "to"?')
    expect(err).toContain('glossary.yaml:6:10  terms.Odesa.to.es: must be text')
  })
})

describe('babelwire status, check and doctor', () => {
  const site = {
    'articles/bridge.txt': story,
    'glossary.yaml': 'version: 1\nterms:\n  Danube: {to: {en-XA: Danube}}\n',
    'babelwire.yaml': 'languages: [en-XA, de]\nmissing-engine: skip\n',
  }

  it('status derives what is live and missing from what is written', async () => {
    newsroom = openNewsroom(site)
    expect((await newsroom.run('status')).out).toContain('Nothing has run yet')
    await newsroom.run('run')
    const { code, out } = await newsroom.run('status')
    expect(code).toBe(0)
    expect(out).toMatch(/bridge\s+en-XA\s+live/)
    expect(out).toMatch(/bridge\s+de\s+missing/)
    const unknown = await newsroom.run('status', 'brigde')
    expect(unknown.code).toBe(2)
    expect(unknown.err).toContain('Did you mean "bridge"?')
  })

  it('check passes what a run wrote, and finds a name that was changed by hand', async () => {
    newsroom = openNewsroom(site)
    await newsroom.run('run')
    expect((await newsroom.run('check')).out).toBe('1 articles, 2 bundles: all may be served\n')
    const file = 'locales/en-XA/articles/bridge.json'
    newsroom.write(file, newsroom.read(file).replace('Danube', 'Donau'))
    const { code, err } = await newsroom.run('check')
    expect(code).toBe(3)
    expect(err).toContain('Danube')
  })

  it('check finds markup, broken JSON, missing bundles and live i18next syntax', async () => {
    newsroom = openNewsroom(site)
    await newsroom.run('run')
    const file = 'locales/en-XA/articles/bridge.json'
    const good = newsroom.json(file)
    const broken: readonly (readonly [string, string])[] = [
      [
        JSON.stringify({ ...good, b001: 'Danube <em1>x</em1>' }),
        'the tag em1 is not in the manifest',
      ],
      [JSON.stringify({ ...good, b001: 'Danube <script>' }), 'malformed tagged text'],
      [JSON.stringify({ ...good, b001: 'Danube $t(title)' }), 'i18next does not give it back'],
      [JSON.stringify({ title: good['title'] }), 'is missing'],
      ['{', 'is not JSON'],
    ]
    for (const [content, message] of broken) {
      newsroom.write(file, content)
      const { code, err } = await newsroom.run('check')
      expect(err).toContain(message)
      expect(code).toBe(3)
    }
  })

  it('check sees a lost link, and judges a condition of a name by its sentence as the run does', async () => {
    newsroom = openNewsroom({
      'articles/tour.html':
        '<article><h1>Tour</h1><p>They sang in Georgia. See <a href="https://a.example/t">the tour</a> to Tbilisi.</p></article>',
      'glossary.yaml':
        'version: 1\nterms:\n  Georgia: {about: {only-if: [Tbilisi]}, to: {en-XA: Sakartvelo}}\n',
      'babelwire.yaml': 'languages: [en-XA]\n',
    })
    expect((await newsroom.run('run')).code).toBe(0)
    expect((await newsroom.run('check')).code).toBe(0)
    const file = 'locales/en-XA/articles/tour.json'
    newsroom.write(file, newsroom.read(file).replace('<a1>', '').replace('</a1>', ''))
    const { code, err } = await newsroom.run('check')
    expect(code).toBe(3)
    expect(err).toContain('b001')
  })

  it('a source bundle that cannot be written is a failure, also when no language needs work', async () => {
    newsroom = openNewsroom({ ...site, 'elsewhere/readme.txt': 'Not ours.' })
    await newsroom.run('run')
    rmSync(newsroom.path('locales/en/articles'), { recursive: true })
    symlinkSync(newsroom.path('elsewhere'), newsroom.path('locales/en/articles'))
    const { code, err } = await newsroom.run('run')
    expect(err).toContain('lies outside of')
    expect(code).toBe(4)
    expect(newsroom.has('elsewhere/bridge.json')).toBe(false)
  })

  it('a damaged manifest fails its article only, and is named', async () => {
    newsroom = openNewsroom({ ...site, 'articles/ferry.txt': story.replace('Bridge', 'Ferry') })
    await newsroom.run('run')
    newsroom.write('locales/articles/bridge.json', '{')
    newsroom.write('articles/ferry.txt', story.replace('Bridge', 'New ferry'))
    const { code, err } = await newsroom.run('run')
    expect(code).toBe(4)
    expect(err).toContain('bridge.json')
    expect(newsroom.json('locales/en/articles/ferry.json')['title']).toBe('New ferry reopens')
    expect((await newsroom.run('status')).code).toBe(0)
    expect((await newsroom.run('check')).code).toBe(3)
  })

  it('doctor names the engine of each language, or how to get one', async () => {
    newsroom = openNewsroom(site)
    const { code, out } = await newsroom.run('doctor')
    expect(code).toBe(0)
    expect(out).toMatch(/ok\s+en-XA\s+pseudo/)
    expect(out).toMatch(/de\s+skipped: .*Set DEEPL_AUTH_KEY/)
  })
})

describe('the command line', () => {
  it('explains itself', async () => {
    newsroom = openNewsroom({})
    const { code, out } = await newsroom.run('--help')
    expect(code).toBe(0)
    for (const command of ['init', 'translate', 'run', 'status', 'check', 'doctor', 'glossary']) {
      expect(out).toContain(command)
    }
    expect((await newsroom.run('translate', '--help')).out).toContain('--max-cost')
  })

  it('shows a stack only with --debug', async () => {
    newsroom = openNewsroom({})
    expect((await newsroom.run('run')).err).not.toContain('    at ')
    expect((await newsroom.run('run', '--debug')).err).toContain('    at ')
  })
})
