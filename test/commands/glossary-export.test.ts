import { afterEach, beforeEach, expect, test } from 'vitest'
import { newsroomGlossary } from '../glossary/exchange/exchange-setting.ts'
import { openNewsroom, type Newsroom } from '../support/newsroom.ts'

let newsroom: Newsroom
beforeEach(() => {
  newsroom = openNewsroom({
    'babelwire.yaml': 'languages: [es, de]\nglossary: glossary.yaml\n',
    'glossary.yaml': newsroomGlossary,
  })
})
afterEach(() => newsroom.remove())

test('the ending of the file is the format', async () => {
  for (const [file, start] of [
    ['names.csv', '\ufeffterm,source,'],
    ['names.tbx', '<?xml version="1.0" encoding="UTF-8"?>\n<tbx type="TBX-Basic"'],
  ] as const) {
    const { code, out } = await newsroom.run('glossary', 'export', file)
    expect({ code, out }).toEqual({ code: 0, out: `${file}  6 entries, 5 languages\n` })
    expect(newsroom.read(file).startsWith(start)).toBe(true)
  }
})

test('without a file, or with -, it goes to standard output, remarks beside it', async () => {
  const { code, out } = await newsroom.run('glossary', 'export', '--to', 'es')
  expect(code).toBe(0)
  expect(out).toMatch(/^\ufeffterm,source,.*,keep,es,es:forms,es:never,version\r\n/)
  const tsv = await newsroom.run('glossary', 'export', '-', '--format', 'tsv', '--to', 'de')
  expect(tsv.out).toBe('Kyiv\tKyjiw\nKiev\tKyjiw\n')
  expect(tsv.err).toContain('left out, for they have conditions or share a spelling: Odesa')
})

test('--json tells what was written and what could not be said', async () => {
  const { out } = await newsroom.run('glossary', 'export', 'names.tbx', '--to', 'de', '--json')
  expect(JSON.parse(out)).toEqual({
    file: 'names.tbx',
    format: 'tbx',
    entries: 6,
    languages: ['de'],
    version: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
    remarks: [expect.stringContaining('TBX-Basic cannot say kind (4)') as string],
  })
})

test.each([
  [
    ['names.xlsx'],
    'the ending ".xlsx" of names.xlsx is no format of a glossary  Write --format csv, tbx or tsv.  [usage]\n',
  ],
  [['-', '--format', 'tbz'], '"tbz" is no format of a glossary  Did you mean "tbx"?  [usage]\n'],
  [
    ['names.tsv', '--to', 'es,de'],
    'a TSV file has one language  Name it with --to, such as --to es.  [usage]\n',
  ],
  [
    ['names.csv', '--to', 'klingon'],
    '"klingon" is not a language that is known  Write a BCP 47 tag such as es, pt-BR or zh-Hans.  [locale]\n',
  ],
])('%j is refused, nothing is written', async (args, message) => {
  const { code, out, err } = await newsroom.run('glossary', 'export', ...args)
  expect({ code, out, err }).toEqual({ code: 2, out: '', err: message })
  expect(newsroom.has(args[0] ?? '')).toBe(false)
})

test('a glossary that is not valid is not given out', async () => {
  newsroom.write('glossary.yaml', 'version: 1\nterms:\n  Kyiv: {too: {es: Kiev}}\n')
  const { code, err } = await newsroom.run('glossary', 'export', 'names.csv')
  expect(code).toBe(2)
  expect(err).toContain('glossary.yaml:3:10  unknown key "too"')
  expect(newsroom.has('names.csv')).toBe(false)
})
