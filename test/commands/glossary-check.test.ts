import { lstatSync, symlinkSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { openNewsroom, type Newsroom } from '../support/newsroom.ts'

let newsroom: Newsroom
afterEach(() => newsroom.remove())

const config = 'source: en\nlanguages: [es, de, en-XA]\nglossary: glossary.yaml\n'
const manifest = {
  id: 'talks',
  source: 'en',
  revision: 'r1',
  order: ['title', 'b001', 'b002'],
  roles: { title: 'headline', b001: 'paragraph', b002: 'credit' },
  slots: {},
  speakers: {},
  untranslated: ['b002'],
  languages: { en: { state: 'source', revision: 'r1', stale: false, held: [] } },
}
const bundle = {
  title: 'Umerov in Odesa',
  b001: 'Umerov met <em1>Sybiha</em1>. Odesa &amp; Dallas, Texas, are twins.',
  b002: 'Umerov/Reuters',
}

function published(glossary: string): Newsroom {
  return openNewsroom({
    'babelwire.yaml': config,
    'glossary.yaml': glossary,
    'locales/articles/talks.json': JSON.stringify(manifest),
    'locales/en/articles/talks.json': JSON.stringify(bundle),
  })
}

const glossary = `version: 1
source: en
terms:
  Umerov: {keep: all}
  Odesa: {about: {unless: [Texas]}, keep: all}
  Kyiv: {about: {approved: 2026-11-20 mk}, to: {es: Kiev}}
  Zelenskyy: {about: {approved: 2026-11-20 mk}, to: {es: Zelenski}}
  Sybiha: {about: {retired: 2026-11-20}, keep: all}
`

test('groups for an editor: usage in the published articles, a line for each missing language', async () => {
  newsroom = published(glossary)
  const { code, out, err } = await newsroom.run('glossary', 'check')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toBe(`glossary.yaml  5 entries, 2 of them drafts, 1 language

Missing languages (2)
  Add de to "to", or to "keep" where the source form is printed.
  de: 2 entries have no rendering: Kyiv, Zelenskyy

Retired entries whose words articles still say (1)
  Take "retired" out, or give its spellings to the entry that replaces it (also: […]).
  glossary.yaml:8:3  Sybiha: retired, but in use, 1 time in 1 article

Drafts in use (2)
  Check it, then write who approved it, as in approved: 2026-11-20 mk.
  glossary.yaml:4:3  Umerov: a draft in use, 2 times in 1 article
  glossary.yaml:5:3  Odesa: a draft in use, 1 time in 1 article

0 errors, 3 warnings, 2 remarks (-v lists them)
`)
})

test('-v lists each remark; --quiet only errors', async () => {
  newsroom = published(glossary)
  const { out } = await newsroom.run('glossary', 'check', '-v')
  expect(out).toContain('glossary.yaml:6:3  Kyiv: no rendering in de\n')
  expect(out).toMatch(/0 errors, 3 warnings, 2 remarks\n$/)
  expect(await newsroom.run('glossary', 'check', '--quiet')).toEqual({ code: 0, out: '', err: '' })
})

test('--json has every finding with severity, kind, entry, language and place', async () => {
  newsroom = published(glossary)
  const { code, out } = await newsroom.run('glossary', 'check', '--json')
  expect(code).toBe(0)
  const { entries, drafts, canonical, problems } = JSON.parse(out) as Record<string, unknown[]>
  expect({ entries, drafts, canonical }).toEqual({
    entries: 5,
    drafts: ['Umerov', 'Odesa'],
    canonical: true,
  })
  expect(problems).toHaveLength(5)
  expect(problems).toContainEqual({
    severity: 'info',
    kind: 'missing-language',
    entry: 'Kyiv',
    language: 'de',
    place: { file: 'glossary.yaml', line: 6, column: 3 },
    message: 'Kyiv: no rendering in de',
    mend: 'Add de to "to", or to "keep" where the source form is printed.',
  })
})

test('a broken article is no reason not to check the glossary', async () => {
  newsroom = published(glossary)
  newsroom.write('locales/articles/flood.json', '{')
  newsroom.write('locales/articles/storm.json', JSON.stringify({ ...manifest, id: 'storm' }))
  const { code, out } = await newsroom.run('glossary', 'check')
  expect(code).toBe(0)
  expect(out).toContain('Umerov: a draft in use, 2 times in 1 article')
})

test('without a configuration the languages of the file are those that count', async () => {
  newsroom = openNewsroom({
    'names.yaml': 'version: 1\nterms:\n  Kyiv: {to: {de: Kyjiw}}\n  Lviv: {to: {pl: Lwów}}\n',
  })
  const { code, out } = await newsroom.run('glossary', 'check', 'names.yaml')
  expect(code).toBe(0)
  expect(out).toContain('  pl: 1 entry has no rendering: Kyiv\n')
})

const mechanical = `version: 1
source: en
terms:
  # the capital
  Kyiv:
    to: {es: "Kiev ", ru: Ки\u0065в}
`

test('errors end with 2 on standard error; --fix mends what a rule can and ends with 0', async () => {
  newsroom = openNewsroom({ 'glossary.yaml': mechanical })
  const before = await newsroom.run('glossary', 'check', 'glossary.yaml')
  expect(before.code).toBe(2)
  expect(before.err).toBe(
    'glossary.yaml:6:10  terms.Kyiv.to.es: must not begin or end with a space  Take the space out; "babelwire glossary check --fix" does it.  [glossary]\n',
  )
  expect(newsroom.read('glossary.yaml')).toBe(mechanical)

  const fixed = await newsroom.run('glossary', 'check', 'glossary.yaml', '--fix')
  expect({ code: fixed.code, err: fixed.err }).toEqual({ code: 0, err: '' })
  expect(fixed.out).toContain('mended  glossary.yaml:6:14  Kyiv: "Kiev " -> "Kiev"\n')
  expect(fixed.out).toContain('mended  glossary.yaml:6:27  Kyiv: "Киeв" -> "Киев"\n')
  const text = newsroom.read('glossary.yaml')
  expect(text).toBe(
    'version: 1\nsource: en\nterms:\n  # the capital\n  Kyiv:\n    to: {es: Kiev, ru: Киев}\n',
  )

  const again = await newsroom.run('glossary', 'check', 'glossary.yaml', '--fix', '--json')
  expect(JSON.parse(again.out)).toMatchObject({ mends: [], written: false, problems: [] })
  expect(newsroom.read('glossary.yaml')).toBe(text)
})

test('--fix leaves what needs a person listed, and ends with 2 while an error is left', async () => {
  newsroom = openNewsroom({
    'glossary.yaml': `${mechanical}  Odesa: {to: {qq: Odesa}}\n`,
  })
  const { code, out, err } = await newsroom.run('glossary', 'check', 'glossary.yaml', '--fix')
  expect(code).toBe(2)
  expect(out).toContain('"Kiev " -> "Kiev"')
  expect(err).toContain('glossary.yaml:7:16  Odesa: "qq" is not a language that is known')
  expect(newsroom.read('glossary.yaml')).toContain('es: Kiev,')
})

test('--fix does not touch what is no YAML, and a link to the glossary stays a link', async () => {
  const torn = 'version: 1\nterms:\n  Kyiv: {to: {es: "Kiev "\n'
  newsroom = openNewsroom({ 'desk/names.yaml': torn })
  symlinkSync('desk/names.yaml', newsroom.path('glossary.yaml'))
  const { code, err } = await newsroom.run('glossary', 'check', 'glossary.yaml', '--fix')
  expect(code).toBe(2)
  expect(err).toContain('glossary.yaml:4:1  not valid YAML')
  expect(newsroom.read('glossary.yaml')).toBe(torn)

  newsroom.write('desk/names.yaml', mechanical)
  expect((await newsroom.run('glossary', 'check', 'glossary.yaml', '--fix')).code).toBe(0)
  expect(newsroom.read('desk/names.yaml')).toContain('es: Kiev,')
  expect(lstatSync(newsroom.path('glossary.yaml')).isSymbolicLink()).toBe(true)
})
