import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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
