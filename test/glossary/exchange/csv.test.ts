import { expect, test } from 'vitest'
import { maxBytes } from '../../../src/glossary/exchange/decode.ts'
import { readCsv } from '../../../src/glossary/exchange/csv-read.ts'
import { exportAs, importInto, newsroomGlossary, refusalOf } from './exchange-setting.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Each row as `term: field=value …`, empty cells not shown. */
function rowsOf(text: string): string[] {
  return readCsv(utf8(text), 'names.csv').rows.map(({ key, values }) => {
    const said = [...values].filter(([, value]) => value !== undefined)
    return [`${key}:`, ...said.map(([field, value]) => `${field}=${JSON.stringify(value)}`)].join(
      ' ',
    )
  })
}

const refusal = (content: string | Uint8Array): Promise<string> =>
  refusalOf(() => readCsv(typeof content === 'string' ? utf8(content) : content, 'names.csv'))

test('a row an entry, lists between bars, the version in every row', async () => {
  const { content } = await exportAs('csv', newsroomGlossary, ['es', 'de'])
  expect(content).toBe(
    [
      '\ufeffterm,source,kind,also,case,unless,only-if,approved,retired,note,inflects,keep,es,es:forms,es:never,de,de:forms,de:never,version',
      'Zelenskyy,,person,Zelensky|Zelenskiy,,,,2026-11-20 mk,,surname alone,,,Zelenski,,,,,,0123456789abcdef',
      'Kyiv,,place,Kiev,,,,,,,,,Kiev,,,Kyjiw,,Kiew,0123456789abcdef',
      'Odesa,,place,Odessa,,Texas,,,,,,,Odesa,,,Odessa,,,0123456789abcdef',
      'Odessa (Texas),Odessa,,,,,Texas,,,,de: no,,,,,Odessa,,,0123456789abcdef',
      'Patriot,,product,,exact,,,,,,,,(keep),,,(keep),,,0123456789abcdef',
      'Kyiv Post,,,,,,,,2026-01-31,,no,all,,,,,,,0123456789abcdef',
      '',
    ].join('\r\n'),
  )
})

test.each([
  ['commas', 'term,es,ru:forms\nKyiv,Kiev,Киева|Киеву\n'],
  ['semicolons, as Excel writes in Europe', 'term;es;ru:forms\r\nKyiv;Kiev;Киева|Киеву\r\n'],
  ['tabs', 'term\tes\tru:forms\nKyiv\tKiev\tКиева|Киеву'],
  ['a byte order mark', '\ufeffterm,es,ru:forms\nKyiv,Kiev,Киева|Киеву\n'],
  ['a line that names the separator', 'sep=;\r\nterm;es;ru:forms\r\nKyiv;Kiev;Киева|Киеву\r\n'],
  [
    'other letter case, spaces and empty rows',
    'Term , ES,ru:Forms\n,,\n Kyiv ,Kiev, Киева | Киеву |\n\n',
  ],
  ['columns without name and content', 'term,es,ru:forms,,\nKyiv,Kiev,Киева|Киеву,,\n'],
])('a file with %s', (_, content) => {
  expect(rowsOf(content)).toEqual(['Kyiv: es="Kiev" ru:forms=["Киева","Киеву"]'])
})

test.each([
  ['=HYPERLINK("http://example.org")', `'=HYPERLINK("http://example.org")`],
  ['+972 Magazine', "'+972 Magazine"],
  ['-30-', "'-30-"],
  ['@BBCWorld', "'@BBCWorld"],
  ['＝1+1', "'＝1+1"],
  ["'=1", "''=1"],
  ["'s-Hertogenbosch", "'s-Hertogenbosch"],
  ['Киев', 'Киев'],
])('%s cannot be run by a spreadsheet, and comes back', async (name, cell) => {
  const glossary = `version: 1\nsource: en\nterms:\n  Den Bosch: {to: {nl: ${JSON.stringify(name)}}}\n`
  const { content } = await exportAs('csv', glossary)
  expect(content).toContain(cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : `,${cell},`)
  const back = await importInto('version: 1\nsource: en\n', 'csv', content)
  expect(back.added[0]?.values.get('nl')).toBe(name)
})

test('names that begin like a formula are taken as they are, but no formula is', async () => {
  expect(rowsOf('term,es\n+972 Magazine,@BBCMundo\n')).toEqual(['+972 Magazine: es="@BBCMundo"'])
  expect(await refusal('term,es\nKyiv,"=HYPERLINK(""http://x"")"\n')).toBe(
    `names.csv:2  column es: "=HYPERLINK("http://x")" is a formula  Write its value, or '= for the sign.  [glossary]`,
  )
})

test.each<readonly [what: string, content: string | Uint8Array, refusal: string]>([
  [
    'windows-1252',
    new Uint8Array([...utf8('term,es\nKyiv,Kiev\nMoscow,Mosc'), 0xfa, ...utf8('\n')]),
    'names.csv:3:12  not UTF-8: byte FA, which would be "ú" in windows-1252  Save it as "CSV UTF-8" or with the encoding UTF-8.  [glossary]',
  ],
  [
    'a character cut off at the end',
    utf8('term,ru\nKyiv,Киев').slice(0, -1),
    'names.csv:2:9  not UTF-8: byte D0, which would be "Ð" in windows-1252  Save it as "CSV UTF-8" or with the encoding UTF-8.  [glossary]',
  ],
  [
    'a workbook',
    new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]),
    'names.csv  this is an Excel workbook or another packed file  Save it as CSV UTF-8.  [glossary]',
  ],
  [
    'UTF-16',
    new Uint8Array([0xff, 0xfe, 0x74, 0x00]),
    'names.csv  this is UTF-16, as "Unicode text" of Excel is  Save it as CSV UTF-8.  [glossary]',
  ],
  [
    'another binary file',
    new Uint8Array([0x89, 0x50, 0x00, 0x0d]),
    'names.csv  this is not a text file  Save it as CSV UTF-8.  [glossary]',
  ],
  [
    'a file larger than any glossary',
    new Uint8Array(maxBytes + 1),
    'names.csv  64 MB are too many for a glossary  Split it into files below 64 MB.  [glossary]',
  ],
  [
    'an empty file',
    '',
    'names.csv  the file is empty  Export one with "babelwire glossary export names.csv".  [glossary]',
  ],
  [
    'a term twice',
    'term,es\nKyiv,Kiev\nOdesa,Odesa\nKyiv,Kyiv\n',
    'names.csv:4  the term "Kyiv" stands in line 2 too  Join the two rows.  [glossary]',
  ],
  [
    'a row without a term',
    'term,es\n,Kiev\n',
    'names.csv:2  column term: the row has no term  Write what the source says, such as Kyiv.  [glossary]',
  ],
  [
    'a misspelled column',
    'term,aproved,es\nKyiv,,Kiev\n',
    'names.csv:1  unknown column "aproved"  Did you mean "approved"?  [glossary]',
  ],
  [
    'a misspelled part of a language',
    'term,es:form\nKyiv,Kieva\n',
    'names.csv:1  unknown column "es:form"  Did you mean "es:forms"?  [glossary]',
  ],
  [
    'an unknown language',
    'term,xx\nKyiv,Kiev\n',
    'names.csv:1  unknown column "xx": no field, and "xx" is not a language tag  Fields: source, kind, also, case, unless, only-if, approved, retired, note, inflects, keep. Languages are tags such as es or zh-Hans.  [glossary]',
  ],
  [
    'a language twice, under two tags',
    'term,zh-hans,zh_Hans\nKyiv,基辅,基辅\n',
    'names.csv:1  the column "zh-Hans" stands twice  Keep one of the two.  [glossary]',
  ],
  [
    'no column for the term',
    'name,es\nKyiv,Kiev\n',
    'names.csv:1  unknown column "name": no field, and "name" is not a language tag  Fields: source, kind, also, case, unless, only-if, approved, retired, note, inflects, keep. Languages are tags such as es or zh-Hans.  [glossary]',
  ],
  [
    'languages alone',
    'es,fr\nKiev,Kyiv\n',
    'names.csv:1  there is no column "term"  The first row names the columns, such as: term,kind,also,es,es:forms,es:never.  [glossary]',
  ],
  [
    'a quotation mark that is not closed',
    'term,es\nKyiv,Kiev\nOdesa,"Odesa\nDnipro,Dnipro\n',
    'names.csv:3  a quotation mark is not closed  Close it, or double it in the text.  [glossary]',
  ],
  [
    'a stray quotation mark',
    'term,es\nThe Rock,"Dwayne "The Rock" Johnson"\n',
    'names.csv:2  a stray quotation mark in cell 2  Put the whole cell in quotation marks and double those in it: "Dwayne ""The Rock"" Johnson".  [glossary]',
  ],
  [
    'a row with too many cells',
    'term,es\nKyiv,Kiev\nWashington, D.C.,Washington\n',
    'names.csv:3  3 cells where the heading has 2  Put a cell that holds the separator in quotation marks, or fill the row with empty cells.  [glossary]',
  ],
  [
    'a row with too few cells',
    'term,es,fr\nKyiv,Kiev\n',
    'names.csv:2  2 cells where the heading has 3  Put a cell that holds the separator in quotation marks, or fill the row with empty cells.  [glossary]',
  ],
  [
    'a line break in a cell',
    'term,es\n"Kyiv","Kiev\nUcrania"\n',
    'names.csv:2  column es: a line break in "Kiev…"  Remove it.  [glossary]',
  ],
  [
    'a control character, in a row behind one of two lines',
    'term,note\n"Kyiv"\n,\n'.replace('"Kyiv"\n,', 'Kyiv,"plain"') + 'Odesa,a\u0007b\n',
    'names.csv:3  column note: the control character U+0007 in "a…"  Remove it.  [glossary]',
  ],
  [
    'a formula that failed',
    'term,es\nKyiv,#NAME?\n',
    `names.csv:2  column es: "#NAME?" is a formula that failed  Type the text again with an apostrophe before it, such as '-land.  [glossary]`,
  ],
  [
    'text in a column without a name',
    'term,es,\nKyiv,Kiev,ask Olena\n',
    'names.csv:2  column 3 has no name, but "ask Olena" in it  Name it in the first row.  [glossary]',
  ],
  [
    'two versions',
    'term,version\nKyiv,0123456789abcdef\nOdesa,fedcba9876543210\n',
    'names.csv:3  rows of two versions, 0123456789abcdef and fedcba9876543210  Import the two exports one after the other.  [glossary]',
  ],
])('%s is refused with its place', async (_, content, expected) => {
  expect(await refusal(content)).toBe(expected)
})
