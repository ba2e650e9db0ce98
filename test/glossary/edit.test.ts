import { expect, test } from 'vitest'
import { BabelwireError, formatError } from '../../src/errors.ts'
import { editGlossary, formatGlossary, type GlossaryEdit } from '../../src/glossary/index.ts'

const glossary = `# The names of the newsroom.
version: 1
source: en
terms:
  # People
  Zelenskyy:
    about: {kind: person, also: [Zelensky]} # surname alone
    to: {es: Zelenski, zh-Hans: 泽连斯基}

  # Places
  Odesa: {about: {kind: place, unless: [Texas]}, to: {es: Odesa}}
  Kyiv:
    to:
      # as the EFE prints it
      es: Kiev
      fr: Kyiv # since 2022
    forms:
      ru:
        - Киева
        # dative
        - Киеву
    never: {de: [Kiew]}
  Lviv: {}

# the end
`

const edit = (...edits: readonly GlossaryEdit[]): string =>
  editGlossary(glossary, 'glossary.yaml', edits)

const set = (
  key: string,
  path: string,
  value: Extract<GlossaryEdit, { kind: 'set' }>['value'],
): GlossaryEdit => ({ kind: 'set', key, path: path.split('.'), value })

test('no edit leaves canonical text byte for byte', () => {
  expect(formatGlossary(glossary, 'glossary.yaml')).toBe(glossary)
  expect(edit()).toBe(glossary)
})

test.each<readonly [what: string, edit: GlossaryEdit, from: string, to: string]>([
  ['a text', set('Odesa', 'to.es', 'Odessa'), 'to: {es: Odesa}', 'to: {es: Odessa}'],
  ['a text with a comment above', set('Kyiv', 'to.es', 'Kyiv'), 'es: Kiev\n', 'es: Kyiv\n'],
  ['a text with a comment behind', set('Kyiv', 'to.fr', 'Kiev'), 'fr: Kyiv #', 'fr: Kiev #'],
  ['a new language', set('Odesa', 'to.ar', 'أوديسا'), 'es: Odesa}', 'es: Odesa, ar: أوديسا}'],
  [
    'a value in a map that is not there yet',
    set('Odesa', 'never.de', ['Odessa']),
    'to: {es: Odesa}}',
    'to: {es: Odesa}, never: {de: [Odessa]}}',
  ],
  [
    'keys go to their canonical place',
    set('Zelenskyy', 'about.kind', undefined),
    '{kind: person, also: [Zelensky]}',
    '{also: [Zelensky]}',
  ],
  [
    'an item of a list beside one with a comment',
    set('Kyiv', 'forms.ru', ['Киеву', 'Киевом']),
    '        - Киева\n        # dative\n        - Киеву\n',
    '        # dative\n        - Киеву\n        - Киевом\n',
  ],
  [
    'what is empty without a value goes with it',
    set('Kyiv', 'never.de', undefined),
    '    never: {de: [Kiew]}\n',
    '',
  ],
  [
    'a first value of an entry without any',
    set('Lviv', 'to.es', 'Leópolis'),
    'Lviv: {}',
    'Lviv: {to: {es: Leópolis}}',
  ],
  ['what is not there is taken away without a trace', set('Odesa', 'forms.es', undefined), '', ''],
  [
    'an answer that YAML would take for a truth value',
    set('Odesa', 'about.inflects', 'no'),
    'unless: [Texas]}',
    'unless: [Texas], inflects: "no"}',
  ],
])('%s changes, nothing else', (_, change, from, to) => {
  expect(edit(change)).toBe(glossary.replace(from, to))
})

test('a comment stays although the map it stands behind is emptied', () => {
  const content = edit(
    set('Zelenskyy', 'about.kind', undefined),
    set('Zelenskyy', 'about.also', undefined),
  )
  expect(content).toBe(glossary.replace('{kind: person, also: [Zelensky]}', '{}'))
})

test('a text that becomes a list, and back, keeps its comment', () => {
  const one =
    'version: 1\nsource: en\nterms:\n  Kyiv:\n    about:\n      also: Kiev # AP until 2019\n'
  const list = editGlossary(one, 'glossary.yaml', [set('Kyiv', 'about.also', ['Kiev', 'Kyyiv'])])
  expect(list).toBe(one.replace('also: Kiev #', 'also: [Kiev, Kyyiv] #'))
  expect(editGlossary(list, 'glossary.yaml', [set('Kyiv', 'about.also', 'Kiev')])).toBe(one)
})

test('new entries stand at the end, in their order, before the last comment', () => {
  const content = edit(
    { kind: 'add', key: 'Dnipro', entry: { to: { es: 'Dnipró', ru: 'Днепр' } } },
    { kind: 'add', key: 'no', entry: {} },
    set('Dnipro', 'to.es', 'Dnipro'),
  )
  expect(content).toBe(
    glossary.replace(
      '  Lviv: {}\n',
      '  Lviv: {}\n  Dnipro:\n    to: {es: Dnipro, ru: Днепр}\n  "no": {}\n',
    ),
  )
})

test.each(['terms: {}', 'terms:', ''])('an entry into a glossary that has "%s"', (terms) => {
  const empty = `version: 1\nsource: en\n${terms}\n`
  const content = editGlossary(empty, 'glossary.yaml', [
    { kind: 'add', key: 'Київ', entry: { to: { en: 'Kyiv' } } },
  ])
  expect(content).toBe('version: 1\nsource: en\nterms:\n  Київ:\n    to: {en: Kyiv}\n')
})

test('an entry written as nothing takes a value', () => {
  const content = editGlossary('version: 1\nsource: en\nterms:\n  Kyiv:\n', 'glossary.yaml', [
    set('Kyiv', 'to.es', 'Kiev'),
  ])
  expect(content).toBe('version: 1\nsource: en\nterms:\n  Kyiv: {to: {es: Kiev}}\n')
})

test.each<readonly [content: string, edit: GlossaryEdit, message: string]>([
  [
    glossary,
    { kind: 'add', key: 'Kyiv', entry: {} },
    'glossary.yaml  the entry "Kyiv" is there already  [glossary]',
  ],
  [
    glossary,
    set('Kharkiv', 'to.es', 'Járkov'),
    'glossary.yaml  there is no entry "Kharkiv"  [glossary]',
  ],
  [
    'terms:\n\tKyiv: {}\n',
    set('Kyiv', 'to.es', 'Kiev'),
    'glossary.yaml:2:1  a tab is used to indent  Indent with spaces.  [glossary]',
  ],
])('an edit that cannot be made is refused', (content, change, message) => {
  let refusal = 'accepted'
  try {
    editGlossary(content, 'glossary.yaml', [change])
  } catch (error) {
    if (!(error instanceof BabelwireError)) throw error
    refusal = formatError(error)
  }
  expect(refusal).toBe(message)
})
