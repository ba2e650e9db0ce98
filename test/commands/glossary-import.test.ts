import { symlinkSync } from 'node:fs'
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

const edited = (file: string, from: string, to: string): void =>
  newsroom.write(file, newsroom.read(file).replace(from, to))

test('an export that is edited comes back weeks later: a merge by the version it was made from', async () => {
  await newsroom.run('glossary', 'export', 'names.csv', '--to', 'es,de')
  edited('names.csv', 'Zelenski,,', 'Zelenskyy,,')
  edited('names.csv', 'Odessa,,Texas', 'Odessa|Odesa Oblast,,Texas')
  edited('glossary.yaml', 'es: Kiev', 'es: Kyiv')
  edited('glossary.yaml', '  Patriot:', '  Dnipro: {to: {es: Dnipró}}\n  Patriot:')
  const before = newsroom.read('glossary.yaml')
  const expected = `changed   Zelenskyy  es  Zelenski -> Zelenskyy  (names.csv:2)
changed   Odesa  also  Odessa -> Odessa, Odesa Oblast  (names.csv:4)
kept      Kyiv  es  Kyiv stays, the file has Kiev  (names.csv:3)
1 entry is not in the file and stays: Dnipro
glossary.yaml  0 added, 2 changed, 0 conflicts`
  const preview = await newsroom.run('glossary', 'import', 'names.csv', '--dry-run')
  expect(preview).toEqual({ code: 0, out: `${expected} (nothing written)\n`, err: '' })
  expect(newsroom.read('glossary.yaml')).toBe(before)

  const done = await newsroom.run('glossary', 'import', 'names.csv')
  expect(done).toEqual({ code: 0, out: `${expected}\n`, err: '' })
  const after = before
    .replace('es: Zelenski', 'es: Zelenskyy')
    .replace('also: [Odessa]', 'also: [Odessa, Odesa Oblast]')
  expect(newsroom.read('glossary.yaml')).toBe(after)

  const again = await newsroom.run('glossary', 'import', 'names.csv')
  expect(again.code).toBe(0)
  expect(again.out).toContain('0 added, 0 changed, 0 conflicts (unchanged)')
  expect(newsroom.read('glossary.yaml')).toBe(after)
})

test('a conflict is listed with both values and places, ends with 3, and --prefer settles it', async () => {
  await newsroom.run('glossary', 'export', 'names.csv', '--to', 'es,de')
  edited('names.csv', ',Kiev,,,Kyjiw', ',Quieve,,,Kyjiw')
  edited('glossary.yaml', 'es: Kiev', 'es: Kyiv')
  const { code, out, err } = await newsroom.run('glossary', 'import', 'names.csv')
  expect(code).toBe(3)
  expect(out)
    .toBe(`conflict  Kyiv  es  file: Quieve (names.csv:3)  glossary: Kyiv (glossary.yaml:14:7)  before: Kiev
glossary.yaml  0 added, 0 changed, 1 conflicts (unchanged)
`)
  expect(err).toBe('Settle conflicts in the file or with --prefer file or --prefer glossary.\n')
  const settled = await newsroom.run('glossary', 'import', 'names.csv', '--prefer', 'file')
  expect(settled.code).toBe(0)
  expect(newsroom.read('glossary.yaml')).toContain('es: Quieve')
})

test('an export puts no glossary in force: the history of runs does not know it', async () => {
  await newsroom.run('glossary', 'export', 'names.csv')
  edited('glossary.yaml', 'es: Kiev', 'es: {')
  const { code, err } = await newsroom.run('run', '--dry-run')
  expect(code).toBe(2)
  expect(err).toContain('glossary.yaml:')
})

test('--base names what the file was made from: a file', async () => {
  newsroom.write('sent.yaml', newsroomGlossary)
  newsroom.write('names.csv', 'term;es;de\nKyiv;Kiev;Kiew\n')
  edited('glossary.yaml', 'es: Kiev', 'es: Kyiv')
  edited('glossary.yaml', '\n    never: {de: [Kiew]}', '')
  const { code, out } = await newsroom.run('glossary', 'import', 'names.csv', '--base', 'sent.yaml')
  expect(code).toBe(0)
  expect(out).toContain('kept      Kyiv  es  Kyiv stays, the file has Kiev  (names.csv:2)\n')
  expect(newsroom.read('glossary.yaml')).toContain('es: Kyiv\n      de: Kiew\n')
})

test('without a base other values are conflicts, and that is said', async () => {
  newsroom.write('names.csv', 'term,es,fr\nKyiv,Kyiv,Kyiv\n')
  const { code, err } = await newsroom.run('glossary', 'import', 'names.csv')
  expect(code).toBe(3)
  expect(err).toContain(
    'The file does not say which version of the glossary it was made from: values that differ are conflicts, empty cells say nothing. --base names a version.\n',
  )
  newsroom.write('names.csv', 'term,es,version\nKyiv,Kyiv,0123456789abcdef\n')
  expect((await newsroom.run('glossary', 'import', 'names.csv')).err).toContain(
    'The version 0123456789abcdef that the file was made from is not in the store:',
  )
})

test('--json is one document, with every value and place', async () => {
  newsroom.write('names.csv', 'term,es,fr\nKyiv,Kyiv,Kyiv\nLviv,,Lviv\nPatriot,(keep),\n')
  const { code, out } = await newsroom.run('glossary', 'import', 'names.csv', '--json', '--dry-run')
  expect(code).toBe(3)
  expect(JSON.parse(out)).toEqual({
    file: 'names.csv',
    glossary: 'glossary.yaml',
    base: null,
    written: false,
    added: [{ entry: 'Lviv', values: { fr: 'Lviv' }, place: 'names.csv:3' }],
    changed: [
      {
        entry: 'Kyiv',
        field: 'fr',
        glossary: null,
        file: 'Kyiv',
        merged: 'Kyiv',
        filePlace: 'names.csv:2',
        glossaryPlace: 'glossary.yaml:12:5',
      },
    ],
    kept: [],
    conflicts: [
      {
        entry: 'Kyiv',
        field: 'es',
        glossary: 'Kiev',
        file: 'Kyiv',
        merged: 'Kiev',
        filePlace: 'names.csv:2',
        glossaryPlace: 'glossary.yaml:14:7',
      },
    ],
    missing: ['Zelenskyy', 'Odesa', 'Odessa (Texas)', 'Kyiv Post'],
    leftOut: [],
  })
})

test('a TBX file of another program, what cannot be taken over is said', async () => {
  const term = (locale: string, text: string): string =>
    `<langSec xml:lang="${locale}"><termSec><term>${text}</term></termSec></langSec>`
  newsroom.write(
    'names.tbx',
    `<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry id="c1">${term('en-GB', 'Lviv')}${term('es', 'Leópolis')}</conceptEntry>
<conceptEntry id="c2">${term('fr', 'Lviv')}</conceptEntry>
</body></text></tbx>`,
  )
  const { code, out, err } = await newsroom.run('glossary', 'import', 'names.tbx')
  expect(code).toBe(3)
  expect(out).toContain('added     Lviv  (names.tbx:2)\n')
  expect(err).toContain('names.tbx:3  left out: a concept without a term in en\n')
  expect(newsroom.read('glossary.yaml')).toContain('  Lviv:\n    to: {es: Leópolis}\n')
})

test('a link to the glossary stays a link', async () => {
  newsroom.write('desk/names.yaml', newsroomGlossary)
  symlinkSync(newsroom.path('desk/names.yaml'), newsroom.path('linked.yaml'))
  newsroom.write('babelwire.yaml', 'languages: [es]\nglossary: linked.yaml\n')
  newsroom.write('names.csv', 'term,fr\nKyiv,Kyiv\n')
  expect((await newsroom.run('glossary', 'import', 'names.csv')).code).toBe(0)
  expect(newsroom.read('desk/names.yaml')).toContain('fr: Kyiv')
})

test.each([
  [['none.csv'], /^none\.csv {2}cannot read: ENOENT/],
  [['desk'], /^the ending "\." of desk is no format/],
  [['desk', '--format', 'csv'], /^desk {2}cannot read: EISDIR/],
  [['names.xlsx.csv'], /^names\.xlsx\.csv {2}this is an Excel workbook/],
  [['bad.csv'], /^bad\.csv:2 {2}the merged glossary would not be valid: .* Nothing was written\./],
  [['ok.csv', '--prefer', 'editor'], /^--prefer takes file or glossary, not "editor"/],
  [
    ['ok.csv', '--base', '--upload-pack=x'],
    /^no version "--upload-pack=x" of the glossary: a revision does not begin/,
  ],
  [['ok.csv', '--base', 'HEAD'], /^no version "HEAD" of the glossary: /],
])('%j ends with 2 and changes nothing', async (args, message) => {
  newsroom.write('desk/readme.txt', 'Kyiv')
  newsroom.write('names.xlsx.csv', 'PK\u0003\u0004')
  newsroom.write('bad.csv', 'term,es,es:never\nDnipro,Dnipró,Dnipró\n')
  newsroom.write('ok.csv', 'term,fr\nKyiv,Kyiv\n')
  const { code, out, err } = await newsroom.run('glossary', 'import', ...args)
  expect(err.replace(/^The file does not say.*\n/, '')).toMatch(message)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(newsroom.read('glossary.yaml')).toBe(newsroomGlossary)
})
