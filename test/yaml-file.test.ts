import { expect, test } from 'vitest'
import { BabelwireError, formatError } from '../src/errors.ts'
import { parseYamlFile } from '../src/yaml-file.ts'

/** What is refused in one line, within the time a person waits for a prompt. */
function refusal(content: string, areStrings: boolean = true): string {
  const start = performance.now()
  try {
    parseYamlFile(content, 'glossary.yaml', { code: 'glossary', areStrings })
  } catch (error) {
    if (!(error instanceof BabelwireError)) throw error
    expect(performance.now() - start).toBeLessThan(5_000)
    return formatError(error)
  }
  return 'accepted'
}

const bomb = [
  'a: &a [kyiv, kyiv, kyiv, kyiv, kyiv, kyiv, kyiv, kyiv, kyiv]',
  ...'bcdefghi'.split('').map((name, i) => {
    const former = 'abcdefgh'.charAt(i)
    return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${former}`).join(', ')}]`
  }),
].join('\n')

test.each([
  [
    'an alias bomb',
    bomb,
    'glossary.yaml:2:8  the alias *a is not allowed here  Write the value out.',
  ],
  [
    '100,000 brackets',
    `terms: ${'['.repeat(100_000)}`,
    'glossary.yaml:1:8  nested more than 32 levels deep',
  ],
  [
    '40 brackets',
    `terms:\n  Kyiv: ${'['.repeat(40)}${']'.repeat(40)}`,
    'glossary.yaml:2:9  nested more than 32',
  ],
  [
    'maps in maps',
    `terms: ${'{a: '.repeat(500)}x${'}'.repeat(500)}`,
    'nested more than 32 levels deep',
  ],
  [
    'thousands of maps in maps',
    `terms: ${'{a: '.repeat(20_000)}x`,
    'nested more than 32 levels deep',
  ],
  ['lists in lists', `${'- '.repeat(500)}x`, 'glossary.yaml:1:1  nested more than 32 levels deep'],
  [
    'ever deeper lines',
    Array.from({ length: 200 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    'nested more than 32',
  ],
  [
    '20 MB',
    `terms: "${'x'.repeat(20_000_000)}"`,
    '20000009 characters are too many for a file kept by hand',
  ],
  ['a tab', 'terms:\n\tKyiv: x', 'glossary.yaml:2:1  a tab is used to indent  Indent with spaces.'],
  ['a tab further in', 'terms:\n  Kyiv:\n  \tto: x', 'glossary.yaml:3:'],
  ['a missing bracket', 'terms: {Kyiv: {to: {es: Kiev}}\nsource: en', 'glossary.yaml:2:'],
  ['a missing quote', 'terms: "Kyiv\nsource: en', 'glossary.yaml:'],
  ['a key twice', 'Kyiv: a\nOdesa: b\nKyiv: c', 'glossary.yaml:3:1  the key "Kyiv" stands twice'],
  [
    'a key twice inside',
    'terms: {Kyiv: a, Kyiv: b}',
    'glossary.yaml:1:18  the key "Kyiv" stands twice',
  ],
  [
    'the same key written in two ways',
    'Kyiv: a\n"Kyiv": b',
    'glossary.yaml:2:1  the key "Kyiv" stands twice',
  ],
  [
    '__proto__',
    'terms: {__proto__: {polluted: yes}}',
    'glossary.yaml:1:9  the key "__proto__" is not allowed',
  ],
  ['a map as a key', '? {a: b}\n: c', 'glossary.yaml:1:3  a key must be text'],
])('refused: %s', (_, content, expected) => {
  expect(refusal(content)).toContain(expected)
})

test('a key twice is one key too many for the configuration as well', () => {
  expect(refusal('languages: [es]\nlanguages: [fr]', false)).toContain(
    'glossary.yaml:2:1  the key "languages" stands twice',
  )
})

test('as strings: nothing is taken for a number, a date or a truth value', () => {
  const text = '{a: 007, b: no, c: 2026-11-20, d: 1e3, e: ~, f: true, 112: x}'
  const { document } = parseYamlFile(text, 'glossary.yaml', { code: 'glossary', areStrings: true })
  expect(document.toJS()).toEqual({
    a: '007',
    b: 'no',
    c: '2026-11-20',
    d: '1e3',
    e: '~',
    f: 'true',
    112: 'x',
  })
})

test('as YAML 1.2: numbers and truth values are such, the language "no" is not', () => {
  const text = '{a: 20, b: no, c: true, d: 2026-11-20}'
  const { document } = parseYamlFile(text, 'babelwire.yaml', { code: 'config' })
  expect(document.toJS()).toEqual({ a: 20, b: 'no', c: true, d: '2026-11-20' })
})

test('a file from Windows: a byte order mark and other line ends', () => {
  const text = '\ufeffversion: 1\r\nterms:\r\n  Kyiv: x\r\n'
  const yaml = parseYamlFile(text, 'glossary.yaml', { code: 'glossary', areStrings: true })
  expect(yaml.document.toJS()).toEqual({ version: '1', terms: { Kyiv: 'x' } })
  expect(yaml.placeOf(['terms', 'Kyiv'])).toMatchObject({ line: 3, column: 3 })
})

test('the place of a value, or of the nearest thing above it that exists', () => {
  const text = 'terms:\n  Kyiv:\n    to: {es: Kiev}\n    keep: [fr, de]\n'
  const yaml = parseYamlFile(text, 'glossary.yaml', { code: 'glossary', areStrings: true })
  const at = (...path: PropertyKey[]): string => {
    const { line, column } = yaml.placeOf(path)
    return `${line}:${column}`
  }
  expect(at('terms', 'Kyiv', 'to', 'es')).toBe('3:10')
  expect(at('terms', 'Kyiv', 'keep', 1)).toBe('4:16')
  expect(at('terms', 'Kyiv', 'never')).toBe('2:3')
  expect(at('source')).toBe('1:1')
  expect(yaml.keysAt(['terms'])).toEqual([
    { name: 'Kyiv', place: { file: 'glossary.yaml', line: 2, column: 3 } },
  ])
})

test('the place of a value behind its key; where a list could stand, of its one text', () => {
  const text = 'terms:\n  Kyiv:\n    to: {es: Kiev}\n    never: {de: Kiew, fr: [Kiev, Kief]}\n'
  const yaml = parseYamlFile(text, 'glossary.yaml', { code: 'glossary', areStrings: true })
  const at = (...path: PropertyKey[]): string => {
    const { line, column } = yaml.valuePlaceOf(['terms', 'Kyiv', ...path])
    return `${line}:${column}`
  }
  expect(at('to', 'es')).toBe('3:14')
  expect(at('never', 'de', '0')).toBe('4:17')
  expect(at('never', 'fr', '1')).toBe('4:34')
  expect(at('never', 'es', '0')).toBe('4:5')
})

test('the value is what the library gives', () => {
  const text = 'a: {b: [x, {c: y}, []], d: , e}\n1: |\n  two\n  lines\n? z\n'
  for (const areStrings of [true, false]) {
    const { value, document } = parseYamlFile(text, 'glossary.yaml', {
      code: 'glossary',
      areStrings,
    })
    expect(value).toEqual(document.toJS())
  }
  expect(parseYamlFile('', 'glossary.yaml', { code: 'glossary' }).value).toBeNull()
})

test('a large but honest file is read', () => {
  const entries = Array.from({ length: 2_000 }, (_, i) => `  Name ${i}: {to: {es: Nombre ${i}}}\n`)
  expect(refusal(`version: 1\nterms:\n${entries.join('')}`)).toBe('accepted')
})
