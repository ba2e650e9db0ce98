import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ParseOption, RelaxNGValidator, XmlDocument } from 'libxml2-wasm'
import { describe, expect, test } from 'vitest'
import { readTbx } from '../../../src/glossary/exchange/tbx-read.ts'
import { interopFile, isInteropMissing } from '../../support/parts.ts'
import { exportAs, importInto, newsroomGlossary, refusalOf } from './exchange-setting.ts'

const schema = interopFile('TBXcoreStructV03_TBX-Basic_integrated.rng')
const sample = interopFile('Example_Astronomy_DCA_VALID.tbx')

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A file of another program around some concepts. */
const tbx = (concepts: string): string =>
  `<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>MultiTerm</p></sourceDesc></fileDesc></tbxHeader>
<text><body>${concepts}</body></text></tbx>`

/** A language section, its terms as `status text`. */
const section = (locale: string, ...terms: readonly string[]): string => {
  const all = terms.map((term) => {
    const [status = '', text = ''] = term.split(/ (.*)/s)
    const note = `<termNote type="administrativeStatus">${status}Term-admn-sts</termNote>`
    return `<termSec><term>${text}</term>${status === '-' ? '' : note}</termSec>`
  })
  return `<langSec xml:lang="${locale}">${all.join('')}</langSec>`
}

/** Each row as `spelling: field=value …`, empty fields not shown. */
async function rowsOf(content: string | Uint8Array): Promise<string[]> {
  const bytes = typeof content === 'string' ? utf8(content) : content
  const { rows } = await readTbx(bytes, 'names.tbx', 'en')
  return rows.map(({ spelling, values }) => {
    const said = [...values].filter(([, value]) => value !== undefined)
    return [`${spelling}:`, ...said.map(([name, value]) => `${name}=${String(value)}`)].join(' ')
  })
}

const refusal = (content: string | Uint8Array): Promise<string> => refusalOf(() => rowsOf(content))

describe.skipIf(isInteropMissing())(
  'TBX-Basic against its schema (skipped: no interop schemas)',
  () => {
    test('an export is valid', async () => {
      const { content } = await exportAs('tbx', newsroomGlossary)
      const grammar = XmlDocument.fromBuffer(readFileSync(schema), {
        option: ParseOption.XML_PARSE_NONET,
      })
      const validator = RelaxNGValidator.fromDoc(grammar)
      const validate = (text: string): void => {
        const document = XmlDocument.fromString(text)
        try {
          validator.validate(document)
        } finally {
          document.dispose()
        }
      }
      expect(() => validate(content)).not.toThrow()
      expect(() => validate(content.replaceAll('administrativeStatus', 'status'))).toThrow()
      validator.dispose()
      grammar.dispose()
    })

    test('the sample of the standard is read: preferred, admitted and superseded terms', async () => {
      const { rows, leftOut } = await readTbx(readFileSync(sample), 'astronomy.tbx', 'en')
      const find = (spelling: string): Record<string, unknown> | undefined => {
        const row = rows.find((one) => one.spelling === spelling)
        return row && Object.fromEntries([...row.values].filter(([, value]) => value !== undefined))
      }
      expect(find('open cluster')).toMatchObject({
        also: ['galactic cluster'],
        es: 'cúmulo abierto',
      })
      expect(find('circumstellar accretion disk')).toMatchObject({
        also: ['accretion disc', 'circumstellar disk'],
        es: 'disco de acreción',
        'es:forms': ['disco de acrecimiento'],
      })
      expect(leftOut.map(({ message }) => message)).toContain('a concept without a term in en')
      const back = await importInto(newsroomGlossary, 'tbx', readFileSync(sample))
      expect(back.added).toHaveLength(rows.length)
    })
  },
)

test('what TBX-Basic cannot say is in notes, and that is said', async () => {
  const { content, remarks } = await exportAs('tbx', newsroomGlossary, ['de'])
  expect(content).toContain('<note>babelwire:unless=Texas</note>')
  expect(content).toContain('<note>surname alone</note>')
  expect(content).toContain(
    '<term>Kiew</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>',
  )
  expect(remarks).toEqual([
    'TBX-Basic cannot say kind (4), case (1), unless (1), only-if (1), approved (1), retired (1), inflects (2), keep (1): these are in notes, which other programs do not act on',
  ])
})

test.each([
  [
    'several terms a language, sorted by their status',
    section('en', 'admitted Kiev', 'preferred Kyiv', 'deprecated Kieff') +
      section('de', 'admitted Kyjiw', 'superseded Kiew', 'preferred Kyiv', '- Kijiw'),
    ['Kyiv: also=Kiev,Kieff de=Kyiv de:forms=Kyjiw,Kijiw de:never=Kiew'],
  ],
  [
    'no status, and the tag of a region for the source',
    section('en-US', '- Beijing', '- Peking') + section('zh_Hans', '- 北京'),
    ['Beijing: also=Peking zh-Hans=北京'],
  ],
  [
    'lines that another program broke, notes and entities of XML',
    `<note>seat of\n   the government</note><note>ask Olena</note>${section('en', '- Procter\n  &amp; Gamble')}${section('ar', '- بروكتر آند غامبل')}`,
    ['Procter & Gamble: note=seat of the government; ask Olena ar=بروكتر آند غامبل'],
  ],
])('a file of another program with %s', async (_, concept, rows) => {
  expect(await rowsOf(tbx(`<conceptEntry id="c1">${concept}</conceptEntry>`))).toEqual(rows)
})

test('a file in UTF-16, as MultiTerm writes it, and in windows-1251', async () => {
  const content = tbx(
    `<conceptEntry id="c1">${section('en', '- Kyiv')}${section('ru', '- Киев')}</conceptEntry>`,
  )
  const wide = Buffer.from(`\ufeff<?xml version="1.0" encoding="utf-16"?>${content}`, 'utf16le')
  const narrow = `<?xml version="1.0" encoding="windows-1251"?>${content}`
    .split('')
    .map((letter) => {
      const code = letter.charCodeAt(0)
      return code < 0x80 ? code : code - 0x0410 + 0xc0
    })
  expect(await rowsOf(wide)).toEqual(['Kyiv: ru=Киев'])
  expect(await rowsOf(new Uint8Array(narrow))).toEqual(['Kyiv: ru=Киев'])
})

test('what a glossary cannot hold is left out, with the line', async () => {
  const concepts = [
    section('en', '- Odessa') + section('de', 'deprecated Odessa am Meer'),
    section('en', '- Odessa') + section('es', '- Odesa'),
    section('zu', '- idolobha'),
    section('en', '- Lviv') + section('xx-klingon', '- Lvov'),
  ].map((concept, i) => `\n<conceptEntry id="c${i}">${concept}</conceptEntry>`)
  const { leftOut, rows } = await readTbx(utf8(tbx(concepts.join(''))), 'names.tbx', 'en')
  expect(rows.map(({ spelling }) => spelling)).toEqual(['Odessa', 'Lviv'])
  expect(leftOut.map(({ place, message }) => `${place.line} ${message}`)).toEqual([
    '4 Odessa: only forbidden terms in de, and no rendering',
    '5 a second concept "Odessa", the first is in line 4',
    '6 a concept without a term in en',
    '7 "xx-klingon" is not a language that is known',
  ])
})

test('a concept whose first term is another spelling of an entry is that entry', async () => {
  const concept = section('en', 'preferred Kiev', 'admitted Kyiv') + section('fr', '- Kiev')
  const back = await importInto(
    newsroomGlossary,
    'tbx',
    tbx(`<conceptEntry id="c1">${concept}</conceptEntry>`),
  )
  expect(back.added).toEqual([])
  expect(back.changed.map(({ key, field, merged }) => [key, field, merged])).toEqual([
    ['Kyiv', 'fr', 'Kiev'],
  ])
})

const bomb = `<!DOCTYPE tbx [<!ENTITY a "kyiv">${'bcdefghi'
  .split('')
  .map((name, i) => `<!ENTITY ${name} "${`&${'abcdefgh'.charAt(i)};`.repeat(10)}">`)
  .join('')}]>\n${tbx(`<conceptEntry id="c1">${section('en', '- &i;')}</conceptEntry>`)}`

test.each([
  [
    'broken XML',
    '<tbx>\n  <text>\n</tbx>',
    'names.tbx:3:7  not well-formed XML: Opening and ending tag mismatch: text line 2 and tbx  Export the file again from the program that made it.  [glossary]',
  ],
  [
    'nothing',
    '',
    'names.tbx  not well-formed XML: Failed to parse XML  Export the file again from the program that made it.  [glossary]',
  ],
  [
    'another root',
    '<xliff version="2.0"/>',
    'names.tbx:1  the root is <xliff>, not <tbx xmlns="urn:iso:std:iso:30042:ed-2">  Export it as TBX-Basic.  [glossary]',
  ],
  [
    'the TBX of 2008',
    '<martif type="TBX"/>',
    'names.tbx:1  this is TBX of 2008  Export it as TBX-Basic of 2019, or convert it.  [glossary]',
  ],
  [
    'DCT style',
    tbx('').replace('dca', 'dct'),
    'names.tbx:1  this is TBX in DCT style  Export it in DCA style.  [glossary]',
  ],
  [
    'no term in the source language',
    tbx(`<conceptEntry id="c1">${section('es', '- Kiev')}</conceptEntry>`),
    'names.tbx:1  the file has no term in en, the source language  Export it with that language, or look at "source:" of the glossary.  [glossary]',
  ],
  [
    'an entity bomb',
    bomb,
    'names.tbx:1:16  entities of its own are not allowed in the file  Write the text where the entity stands.  [glossary]',
  ],
  [
    'an entity that is a file',
    '<!DOCTYPE tbx [\n  <!ENTITY x SYSTEM "file:///etc/hostname">]>\n<tbx>&x;</tbx>',
    'names.tbx:2:3  entities of its own are not allowed in the file  Write the text where the entity stands.  [glossary]',
  ],
  [
    'a wrong encoding',
    new Uint8Array([
      ...utf8('<?xml version="1.0" encoding="utf-8"?>\n<tbx>Mosc'),
      0xfa,
      ...utf8('</tbx>'),
    ]),
    'names.tbx  the file is not UTF-8 XML  Export the file again from the program that made it, as UTF-8.  [glossary]',
  ],
] as const)('%s is refused with its place', async (_, content, expected) => {
  expect(await refusal(content)).toBe(expected)
})

test('a DTD outside is never loaded, and what it would say is not lost in silence', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'babelwire-test-'))
  try {
    const dtd = path.join(folder, 'tbx.dtd')
    writeFileSync(dtd, '<!ENTITY city "Kiev"><!ATTLIST termNote type CDATA "administrativeStatus">')
    const start = `<!DOCTYPE tbx SYSTEM "${dtd}">\n`
    const concept = (spanish: string): string =>
      tbx(
        `<conceptEntry id="c1">${section('en', '- Kyiv')}\n${section('es', '- Kiev')}<langSec xml:lang="fr"><termSec><term>${spanish}</term><termNote>deprecatedTerm</termNote></termSec></langSec></conceptEntry>`,
      )
    expect(await rowsOf(start + concept('Kyiv'))).toEqual(['Kyiv: es=Kiev fr=Kyiv'])
    expect(await refusal(start + concept('&city; et environs'))).toBe(
      'names.tbx:5  the entity "city" is not known here  Write the text where the entity stands.  [glossary]',
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})
