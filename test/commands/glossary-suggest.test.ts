import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseGlossary } from '../../src/glossary/index.ts'
import { openNewsroom, type Newsroom } from '../support/newsroom.ts'

const glossary = `# Names of the newsroom
version: 1
source: en
terms:
  Kyiv: {about: {kind: place, approved: 2026-11-20 mk}, to: {es: Kiev}} # as the Academy writes it
`

const text = `Sybiha visits Warsaw

Foreign Minister Andrii Sybiha flew from Kyiv to Warsaw on Monday. Reporters met Sybiha in Warsaw.
`

/** A published article, as a run leaves it. */
function published(id: string, es: readonly string[], day: string): Record<string, string> {
  const source = ['Andrii Sybiha flew from Kyiv to Warsaw.', 'Reporters met Sybiha in Warsaw.']
  const messages = (texts: readonly string[]): string =>
    JSON.stringify(Object.fromEntries(texts.map((one, i) => [`b00${i + 1}`, one])))
  const manifest = {
    id,
    source: 'en',
    revision: '0123456789abcdef',
    published: day,
    order: ['b001', 'b002'],
    roles: { b001: 'paragraph', b002: 'caption' },
    slots: {},
    speakers: {},
    untranslated: [],
    languages: {
      en: { state: 'source', revision: '0123456789abcdef', stale: false, held: [] },
      es: { state: 'machine', revision: '0123456789abcdef', stale: false, held: [] },
    },
  }
  return {
    [`locales/articles/${id}.json`]: JSON.stringify(manifest),
    [`locales/en/articles/${id}.json`]: messages(source),
    [`locales/es/articles/${id}.json`]: messages(es),
  }
}

let newsroom: Newsroom

beforeEach(() => {
  newsroom = openNewsroom({
    'babelwire.yaml': 'languages: [es]\nengine: pseudo\n',
    'glossary.yaml': glossary,
    'articles/visit.txt': text,
    ...published(
      'flight',
      ['Andrí Sibiga voló de Kiev a Varsovia.', 'Los periodistas vieron a Sibiga en Varsovia.'],
      '2026-11-20',
    ),
  })
})

afterEach(() => newsroom.remove())

test('lists names with their renderings, and what the glossary covers is not among them', async () => {
  const { code, out, err } = await newsroom.run('glossary', 'suggest')
  expect(code).toBe(0)
  expect(out).toContain('Andrii Sybiha  2 mentions in 1 article  also Sybiha\n')
  expect(out).toContain('  es  Varsovia 2\n')
  expect(out).not.toMatch(/^Kyiv/m)
  expect(err).toBe('2 names are not in the glossary\n')
})

test('an article that is not published yet is named by its file', async () => {
  const { code, out } = await newsroom.run('glossary', 'suggest', 'articles/visit.txt', '--json')
  const { names } = JSON.parse(out) as { names: { name: string; articles: string[] }[] }
  expect(code).toBe(0)
  expect(names.map(({ name, articles }) => [name, articles])).toEqual([
    ['Andrii Sybiha', ['flight', 'visit']],
    ['Warsaw', ['flight', 'visit']],
  ])
})

test('--add writes drafts at the end, keeps what is there, and adds nothing twice', async () => {
  const { code, out } = await newsroom.run('glossary', 'suggest', '--add')
  expect(code).toBe(0)
  expect(out.match(/^added/gm)).toHaveLength(3)
  const written = newsroom.read('glossary.yaml')
  expect(written.startsWith(glossary)).toBe(true)
  const drafts = parseGlossary(written, 'glossary.yaml').entries.slice(1)
  expect(drafts.map(({ key, approved, to }) => [key, approved, to.get('es')])).toEqual([
    ['Andrii Sybiha', undefined, 'Andrí Sibiga'],
    ['Sybiha', undefined, 'Sibiga'],
    ['Warsaw', undefined, 'Varsovia'],
  ])
  expect((await newsroom.run('glossary', 'suggest', '--add')).out).toBe('')
  expect(newsroom.read('glossary.yaml')).toBe(written)
})

test('what is neither an article nor a file, and a limit that is no number, are refused', async () => {
  const unknown = await newsroom.run('glossary', 'suggest', 'nowhere')
  expect(unknown.code).toBe(2)
  expect(unknown.err).toContain('"nowhere" is neither a published article nor a file')
  const limit = await newsroom.run('glossary', 'suggest', '--limit', 'ten')
  expect(limit.code).toBe(2)
  expect(limit.err).toContain('"ten" is not a number of names')
})

test('a script without capitals says what cannot be found', async () => {
  newsroom.write('articles/zh.txt', '据《人民日报》报道，雇佣兵组织已离开。\n')
  newsroom.write('babelwire.yaml', 'source: zh-Hans\nlanguages: [es]\nengine: pseudo\n')
  const { err, out } = await newsroom.run('glossary', 'suggest', 'articles/zh.txt')
  expect(out).toContain('人民日报')
  expect(err).toContain('Chinese has no capitals: only quoted names')
})

test('check warns of a name in two ways and passes', async () => {
  const other = published(
    'second',
    ['Andrii Sybiha voló de Kiev a Varsovia.', 'Los periodistas vieron a Sybiha en Varsovia.'],
    '2026-11-19',
  )
  for (const [file, content] of Object.entries(other)) newsroom.write(file, content)
  const { code, err } = await newsroom.run('check')
  expect(code).toBe(0)
  expect(err).toMatch(/^consistency {2}es {2}Andrii Sybiha: 2 ways {2}/m)
  expect(err).toContain('Andrí Sibiga in flight b001 (paragraph)')
  expect(err).toContain('Sybiha in second b002 (caption)')
  const json = JSON.parse((await newsroom.run('check', '--json')).out) as { consistency: unknown[] }
  expect(json.consistency).toHaveLength(1)
  newsroom.write('babelwire.yaml', 'languages: [es]\nengine: pseudo\nconsistency: {days: 0}\n')
  expect((await newsroom.run('check')).err).toBe('')
})
