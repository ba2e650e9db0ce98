import { expect, test } from 'vitest'
import { BabelwireError, formatError } from '../../src/errors.ts'
import { inspectGlossary, parseGlossary } from '../../src/glossary/index.ts'

/** What an editor reads about a file; nothing when it is in order. */
function refusal(content: string): string | undefined {
  try {
    parseGlossary(content, 'glossary.yaml')
    return undefined
  } catch (error) {
    if (!(error instanceof BabelwireError)) throw error
    return formatError(error)
  }
}

const head = 'version: 1\nsource: en\nterms:\n'

test('an entry with everything', () => {
  const content = `${head}  Türkiye:
    about: {kind: place, source: Türkiye, also: Turkey, case: exact, unless: [dinner], only-if: [Ankara], approved: 2026-11-20 mk, note: as the UN prints it}
    keep: [de_AT]
    to: {es: Turquía, pt_br: Turquia}
    forms: {es: turco}
    never: {es: [Turkía]}
`
  expect(parseGlossary(content, 'glossary.yaml')).toEqual({
    source: 'en',
    entries: [
      {
        key: 'Türkiye',
        kind: 'place',
        source: 'Türkiye',
        also: ['Turkey'],
        isCaseExact: true,
        unless: ['dinner'],
        onlyIf: ['Ankara'],
        approved: '2026-11-20 mk',
        to: new Map([
          ['es', 'Turquía'],
          ['pt-BR', 'Turquia'],
        ]),
        keep: ['de-AT'],
        forms: new Map([['es', ['turco']]]),
        never: new Map([['es', ['Turkía']]]),
        uninflected: [],
        place: { file: 'glossary.yaml', line: 4, column: 3 },
      },
    ],
  })
})

test('all values are text: numbers, dates, truth values and their like', () => {
  const content = `${head}  007: {to: {es: 007, nb: no, de: 2026-11-20, fr: ~, it: 1e3, pl: null}}\n  112: {keep: all}\n`
  const { entries } = parseGlossary(content, 'glossary.yaml')
  expect(entries.map((entry) => entry.key).sort()).toEqual(['007', '112'])
  const renderings = entries.find((entry) => entry.key === '007')?.to.values() ?? []
  expect([...renderings]).toEqual(['007', 'no', '2026-11-20', '~', '1e3', 'null'])
})

test('names that JavaScript has a use for', () => {
  const content = `${head}  constructor: {to: {es: constructor}}\n  toString: {keep: all}\n`
  const { entries } = parseGlossary(content, 'glossary.yaml')
  expect(entries.map((entry) => entry.key)).toEqual(['constructor', 'toString'])
})

test.each([
  ['nothing', '', 'glossary.yaml:1:1  version: must be 1'],
  ['a comment alone', '# later\n', 'glossary.yaml:1:1  version: must be 1'],
  ['a list', '- Kyiv\n', 'glossary.yaml:1:1  the file: must be keys with values, not ["Kyiv"]'],
  [
    'a picture',
    '\u0089PNG\u0000\ufffd',
    'glossary.yaml:1:1  the file: must be keys with values, not',
  ],
  ['a later version', 'version: 2\n', 'glossary.yaml:1:1  version: must be 1'],
  [
    'a tab',
    'version: 1\nterms:\n\tKyiv: {}\n',
    'glossary.yaml:3:1  a tab is used to indent  Indent with spaces.',
  ],
  ['a torn end', `${head}  Kyiv: {to: {es: Ki`, 'glossary.yaml:4:21  not valid YAML'],
  [
    'terms as a list',
    'version: 1\nterms: [Kyiv]\n',
    'glossary.yaml:2:1  terms: must be entries, such as',
  ],
  [
    'an empty entry',
    `${head}  Kyiv:\n`,
    'glossary.yaml:4:3  terms.Kyiv: must be {about: …, to: …}',
  ],
  [
    'a key twice',
    `${head}  Kyiv: {}\n  Odesa: {}\n  Kyiv: {}\n`,
    'glossary.yaml:6:3  the key "Kyiv" stands twice  Keep one of the two.',
  ],
  [
    'an unknown key',
    `${head}  Kyiv: {too: {es: Kiev}}\n`,
    'glossary.yaml:4:10  unknown key "too" in terms.Kyiv  Did you mean "to"?',
  ],
  [
    'an unknown key far from all',
    `${head}  Kyiv: {colour: red}\n`,
    'Known keys: about, keep, to, forms, never.',
  ],
  [
    'an unknown key of about',
    `${head}  Kyiv: {about: {knd: place}}\n`,
    'glossary.yaml:4:18  unknown key "knd" in terms.Kyiv.about  Did you mean "kind"?',
  ],
  [
    'an unknown language',
    `${head}  Kyiv:\n    to: {es: Kiev, qq: Kiev}\n`,
    'glossary.yaml:5:20  Kyiv: "qq" is not a language that is known  Write a BCP 47 tag',
  ],
  [
    'no language',
    `${head}  Kyiv: {keep: [es, und]}\n`,
    'glossary.yaml:4:21  Kyiv: "und" is not a language that is known',
  ],
  [
    'an unknown source',
    'version: 1\nsource: English please\n',
    'glossary.yaml:2:1  "English please" is not a language tag',
  ],
  [
    'a language twice',
    `${head}  Kyiv: {to: {pt-BR: Kiev, pt_br: Kyiv}}\n`,
    'glossary.yaml:4:28  Kyiv: the language pt-BR stands twice in "to"  Keep one of the two.',
  ],
  [
    'two problems',
    `${head}  Kyiv: {to: {qq: Kiev}}\n  Odesa: {to: {qx: Odesa}}\n`,
    'known (and 1 more)',
  ],
  [
    'an alias',
    `${head}  Kyiv: &a {keep: all}\n  Odesa: *a\n`,
    'glossary.yaml:5:10  the alias *a is not allowed here  Write the value out.',
  ],
  [
    '__proto__',
    `${head}  __proto__: {to: {es: Kiev}}\n`,
    'glossary.yaml:4:3  the key "__proto__" is not allowed',
  ],
  [
    'a list as a key',
    `${head}  ? [Kyiv, Odesa]\n  : {}\n`,
    'glossary.yaml:4:5  a key must be text',
  ],
  [
    'an empty rendering',
    `${head}  Kyiv: {to: {es: ""}}\n`,
    'glossary.yaml:4:15  terms.Kyiv.to.es: must not be empty',
  ],
  [
    'a rendering with spaces around',
    `${head}  Kyiv: {to: {es: " Kiev"}}\n`,
    'must not begin or end with a space',
  ],
  ['a rendering of two lines', `${head}  Kyiv: {to: {es: "Ki\\nev"}}\n`, 'must be one line'],
  [
    'a list where text is due',
    `${head}  Kyiv: {to: {es: [Kiev]}}\n`,
    'terms.Kyiv.to.es: must be text',
  ],
  [
    'a map where a list is due',
    `${head}  Kyiv: {keep: all, never: {es: {a: b}}}\n`,
    'terms.Kyiv.never.es: must be text or a list of texts',
  ],
  [
    'keep in another word',
    `${head}  Kyiv: {keep: every}\n`,
    'terms.Kyiv.keep: must be all, or a list of languages',
  ],
  [
    'case in another word',
    `${head}  Kyiv: {about: {case: ignore}}\n`,
    'only "exact" can be written here',
  ],
  [
    'an approval without a name',
    `${head}  Kyiv: {about: {approved: 2026-11-20}}\n`,
    'must be a date and a name, such as 2026-11-20 mk',
  ],
  [
    'a retirement without a date',
    `${head}  Kyiv: {about: {retired: soon}}\n`,
    'must be a date, such as 2026-11-20',
  ],
  ['a spelling of signs', `${head}  Kyiv: {about: {also: "…"}}\n`, 'needs a letter or a digit'],
  ['two documents', `${head}  Kyiv: {}\n---\nversion: 1\n`, 'not valid YAML'],
])('refused, with its place: %s', (_, content, expected) => {
  const message = refusal(content)
  expect(message).toContain(expected)
  expect(message).toMatch(/^glossary\.yaml:\d+:\d+ {2}.*\[glossary\]$/)
})

test.each([
  [
    'forms without a rendering',
    '{to: {es: Kiev}, forms: {ru: [Киева]}}',
    'Kyiv: forms for ru, but no rendering to hold it to  Add ru to "to" or to "keep".',
  ],
  [
    'forbidden without a rendering',
    '{never: {de: [Kiew]}}',
    'Kyiv: never for de, but no rendering to hold it to',
  ],
  [
    'accepted and forbidden',
    '{to: {de: Kyjiw}, never: {de: [Kyjiw]}}',
    'Kyiv: "Kyjiw" is both accepted and forbidden in de',
  ],
  [
    'a form accepted and forbidden',
    '{keep: all, forms: {de: Kiew}, never: {de: Kiew}}',
    '"Kiew" is both accepted and forbidden in de',
  ],
])('refused, since it could never work: %s', (_, entry, expected) => {
  expect(refusal(`${head}  Kyiv: ${entry}\n`)).toContain(expected)
})

test('refused: two entries with one spelling, unless their conditions tell them apart', () => {
  const kyiv = '  Kyiv: {about: {also: [Kiev]}}\n'
  expect(refusal(`${head}${kyiv}  Kiev: {}\n`)).toContain(
    'glossary.yaml:5:3  "Kiev" is a spelling of both Kyiv and Kiev  Tell them apart with only-if or unless.',
  )
  expect(refusal(`${head}${kyiv}  Kiev: {about: {only-if: [Missouri]}}\n`)).toBeUndefined()
  expect(refusal(`${head}${kyiv}  Kiev: {about: {retired: 2026-11-20}}\n`)).toBeUndefined()
})

test('all problems of a file at once', () => {
  const { problems } = inspectGlossary(
    `${head}  Kyiv: {to: {qq: Kiev}}\n  Odesa: {never: {de: Odessa}}\n`,
    'glossary.yaml',
  )
  expect(problems.map(({ place, message }) => [place.line, message])).toEqual([
    [4, 'Kyiv: "qq" is not a language that is known'],
    [5, 'Odesa: never for de, but no rendering to hold it to'],
  ])
})

test('each problem says its severity, kind, entry, language and what to write instead', () => {
  const { problems } = inspectGlossary(
    `${head}  Київ:\n    to: {es: Kiev, ru: " Киев"}\n    never: {de: {a: b}}\n  Odesa: {kep: all}\n`,
    'glossary.yaml',
  )
  const place = (line: number, column: number): object => ({ file: 'glossary.yaml', line, column })
  expect(problems).toEqual([
    {
      severity: 'error',
      kind: 'shape',
      entry: 'Київ',
      language: 'ru',
      place: place(5, 20),
      message: 'terms.Київ.to.ru: must not begin or end with a space',
      mend: 'Take the space out; "babelwire glossary check --fix" does it.',
    },
    {
      severity: 'error',
      kind: 'shape',
      entry: 'Київ',
      language: 'de',
      place: place(6, 13),
      message: 'terms.Київ.never.de: must be text or a list of texts',
      mend: 'Write names, as in [Kiew, Kijew].',
    },
    {
      severity: 'error',
      kind: 'shape',
      entry: 'Odesa',
      place: place(7, 11),
      message: 'unknown key "kep" in terms.Odesa',
      mend: 'Did you mean "keep"?',
    },
  ])
})

test.each([
  ['a country for its language', 'ua', 'Did you mean "uk"?'],
  ['no tag at all, near one that is used', 'pt-BRA', 'Did you mean "pt-BR"?'],
  ['two letters, near everything', 'qx', 'Write a BCP 47 tag such as es, pt-BR or zh-Hans.'],
])('what was meant by an unknown language: %s', (_, tag, mend) => {
  const kyiv = '  Kyiv: {to: {es: Kiev, pt-BR: Kiev}}\n'
  const { problems } = inspectGlossary(`${head}${kyiv}  Odesa: {to: {${tag}: Odesa}}\n`, 'g.yaml')
  expect(problems).toMatchObject([{ kind: 'language', entry: 'Odesa', language: tag, mend }])
})

test('an old file without terms is an empty glossary', () => {
  expect(parseGlossary('version: 1\n', 'glossary.yaml')).toEqual({ source: 'en', entries: [] })
})
