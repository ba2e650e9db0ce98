import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LanguageEntry, Manifest } from '../src/bundle/index.ts'
import { startDeeplServer, type DeeplServer } from './support/deepl-server.ts'
import { openNewsroom, type Newsroom } from './support/newsroom.ts'

const config = `source: en
languages: [es, zh-Hans]
engine: deepl
budget: {run: 5}
`
const page = (...paragraphs: readonly string[]): string =>
  `<article><h1>Envoys meet in Paris</h1>\n${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}\n</article>\n`
const first = 'Envoys of two countries met on Monday. They said "we listened" to reporters.'
const second = 'A second round will follow in the spring, the council of ministers said.'
const third = 'No date was given by <a href="https://example.org/a">the host</a> of the talks.'

describe('a new revision', () => {
  let server: DeeplServer
  let newsroom: Newsroom

  beforeEach(async () => {
    server = await startDeeplServer()
    newsroom = openNewsroom(
      {
        'babelwire.yaml': config,
        'glossary.yaml': 'version: 1\nterms: {}\n',
        'articles/talks.html': page(first, second, third),
      },
      server,
    )
    expect((await newsroom.run('run')).code).toBe(0)
  })
  afterEach(async () => {
    newsroom.remove()
    await server.close()
  })

  /** What a run with these paragraphs sends, for one language. */
  const sent = async (...paragraphs: readonly string[]): Promise<readonly string[]> => {
    newsroom.write('articles/talks.html', page(...paragraphs))
    const before = server.requests.length
    const { code, err } = await newsroom.run('run', '--json')
    expect([code, err]).toEqual([0, ''])
    return server.requests
      .slice(before)
      .filter(({ route, form }) => route === 'translate' && form.get('target_lang') === 'es')
      .flatMap(({ form }) => form.getAll('text'))
  }
  const bundle = (locale: string): Record<string, string> =>
    newsroom.json(`locales/${locale}/articles/talks.json`)

  it.each([
    ['quotation marks', first.replace('"we listened"', '“we listened”'), second, third],
    ['white space', first.replace(' They', '  \n They'), second, third],
    ['a link to another page', first, second, third.replace('org/a', 'org/b')],
    ['emphasis taken away', first, second, third.replace(/<\/?a[^>]*>/g, '')],
    ['paragraphs moved', second, first, third],
    ['a paragraph split', ...first.split(/(?<=Monday\.) /), second, third],
    ['two paragraphs merged', `${first} ${second}`, third],
    ['a paragraph deleted', first, third],
  ])('sends nothing for %s', async (_, ...paragraphs) => {
    expect(await sent(...paragraphs)).toEqual([])
    expect((await newsroom.run('check')).code).toBe(0)
  })

  it('sends the one sentence that says something else', async () => {
    expect(await sent(first.replace('Monday', 'Tuesday'), second, third)).toEqual([
      'Envoys of two countries met on Tuesday.',
    ])
  })

  it('sends the markup of a number or a name along, without asking again', async () => {
    expect(await sent(first, second, third.replace('No date', '<em>No</em> date'))).toHaveLength(1)
    expect(bundle('es')['b003']).toMatch(/<em1>.+<\/em1>.*<a1>.+<\/a1>/)
  })
})

describe('a language that a person reviewed', () => {
  const texts = {
    title: 'Enviados se reúnen en París',
    b001: 'Los enviados de dos países se reunieron el lunes. Dijeron «escuchamos» a la prensa.',
    b002: 'Una segunda ronda seguirá en primavera, dijo el consejo de ministros.',
    b003: 'El <a1>anfitrión</a1> de las conversaciones no dio fecha.',
  }
  let server: DeeplServer
  let newsroom: Newsroom

  /** As the review of an editor leaves it. */
  beforeEach(async () => {
    server = await startDeeplServer()
    newsroom = openNewsroom(
      {
        'babelwire.yaml': config,
        'glossary.yaml': 'version: 1\nterms: {}\n',
        'articles/talks.html': page(first, second, third),
      },
      server,
    )
    await newsroom.run('run')
    const manifest = newsroom.json<Manifest>('locales/articles/talks.json')
    const { es } = manifest.languages
    const reviewed = { ...es, state: 'reviewed', reviewer: 'mk' }
    const languages = { ...manifest.languages, es: reviewed }
    newsroom.write('locales/articles/talks.json', JSON.stringify({ ...manifest, languages }))
    newsroom.write('locales/es/articles/talks.json', `${JSON.stringify(texts, null, 2)}\n`)
  })
  afterEach(async () => {
    newsroom.remove()
    await server.close()
  })

  const after = async (...paragraphs: readonly string[]): Promise<LanguageEntry | undefined> => {
    newsroom.write('articles/talks.html', page(...paragraphs))
    expect((await newsroom.run('run')).code).toBe(0)
    expect(newsroom.json('locales/es/articles/talks.json')).toEqual(texts)
    return newsroom.json<Manifest>('locales/articles/talks.json').languages['es']
  }

  it('stays as it is, whatever a run does', async () => {
    expect(await after(first, second, third)).toMatchObject({ state: 'reviewed', stale: false })
  })

  it.each([
    ['quotation marks', first.replace('"we listened"', '“we listened”')],
    ['a comma', first.replace('two countries met', 'two countries, met')],
  ])('stays reviewed when only %s changed', async (_, changed) => {
    expect(await after(changed, second, third)).toMatchObject({
      state: 'reviewed',
      stale: false,
      reviewer: 'mk',
    })
  })

  it.each([
    ['a number', first.replace('two countries', 'three countries')],
    ['a negation', first.replace('met on Monday', 'never met on Monday')],
    ['a word', first.replace('to reporters', 'to the cameras')],
  ])('is stale, still live and never overwritten when %s changed', async (_, changed) => {
    expect(await after(changed, second, third)).toMatchObject({ state: 'reviewed', stale: true })
    expect((await newsroom.run('status')).out).toMatch(/talks\s+es\s+stale/)
    expect((await newsroom.run('check')).code).toBe(0)
  })

  it('stays stale when a comma follows a change that nobody looked at', async () => {
    const changed = first.replace('two countries', 'three countries')
    await after(changed, second, third)
    const comma = changed.replace('met on Monday', 'met, on Monday')
    expect(await after(comma, second, third)).toMatchObject({ state: 'reviewed', stale: true })
  })

  it('follows what the person at the desk says of the change', async () => {
    newsroom.write('articles/talks.html', page(first.replace('two', '2'), second, third))
    await newsroom.run('run', '--significance', 'typographic')
    expect(newsroom.json<Manifest>('locales/articles/talks.json').languages['es']).toMatchObject({
      state: 'reviewed',
      stale: false,
    })
  })
})

describe('what a revision did', () => {
  it('stands in the status of the article, block by block and language by language', async () => {
    const server = await startDeeplServer()
    const newsroom = openNewsroom(
      {
        'babelwire.yaml': config,
        'glossary.yaml': 'version: 1\nterms: {}\n',
        'articles/talks.html': page(first, second, third),
      },
      server,
    )
    await newsroom.run('run')
    newsroom.write('articles/talks.html', page(second, first.replace('Monday', 'Tuesday')))
    await newsroom.run('run')
    const { code, out } = await newsroom.run('status', 'talks')
    expect(code).toBe(0)
    expect(out).toContain('last change: major')
    expect(out).toMatch(
      /b001 {2}edited\n {2}- Envoys of two countries met on Monday\..*\n {2}\+ Envoys of two countries met on Tuesday\..*\n {4}translated: es zh-Hans/,
    )
    expect(out).toMatch(/b003 {2}deleted\n {2}- No date was given/)
    const { lastChange } = JSON.parse((await newsroom.run('status', 'talks', '--json')).out) as {
      lastChange: { significance: string; blocks: { key: string; kind: string }[] }
    }
    expect(lastChange.significance).toBe('major')
    expect(lastChange.blocks.map(({ key, kind }) => `${key} ${kind}`)).toContain('b003 deleted')
    newsroom.remove()
    await server.close()
  })
})
