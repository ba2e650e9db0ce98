import { readFileSync } from 'node:fs'
import {
  ParseOption,
  XmlBufferInputProvider,
  xmlCleanupInputProvider,
  XmlDocument,
  xmlRegisterInputProvider,
  XsdValidator,
} from 'libxml2-wasm'
import { beforeAll, describe, expect, it } from 'vitest'
import { nitfReader } from '../../src/ingest/nitf.ts'
import type { Reading } from '../../src/ingest/reader.ts'
import { loadXml } from '../../src/ingest/xml.ts'
import { interopFile, isInteropMissing } from '../support/parts.ts'

beforeAll(loadXml)

const sample = readFileSync(
  new URL('../articles/ukrainian-nitf/input.xml', import.meta.url),
  'utf8',
)

function read(text: string): Reading {
  return nitfReader.read({ name: 'wire.xml', text })
}

/** An article of NITF with this in its text. */
function article(
  content: string,
  head = '<hedline><hl1>Ferry to Sark is back</hl1></hedline>',
): string {
  return `<nitf><body><body.head>${head}</body.head><body.content>${content}</body.content></body></nitf>`
}

function lines(text: string): readonly string[] {
  return read(text).blocks.map((block) => `${block.role}: ${block.text}`)
}

describe('the NITF reader', () => {
  it('recognises NITF by its root, behind a declaration, a comment and a document type', () => {
    const recognises = (text: string): boolean => nitfReader.recognises({ name: 'a.xml', text })
    expect(recognises(sample)).toBe(true)
    expect(
      recognises(
        '<?xml version="1.0"?>\n<!-- <html> -->\n<!DOCTYPE nitf SYSTEM "nitf-3-5.dtd" [ <!-- > --> ]>\n<nitf>',
      ),
    ).toBe(true)
    expect(
      recognises('<!DOCTYPE nitf [ <!-- don\'t ] --> <!ATTLIST p lede CDATA ">"> ]> <nitf/>'),
    ).toBe(true)
    expect(recognises('<!DOCTYPE nitf [ <nitf/>')).toBe(false)
    expect(recognises(`<!--${'-'.repeat(5_000_000)}--><nitf/>`)).toBe(true)
    expect(recognises('<nitf-like/>')).toBe(false)
    expect(recognises('<html><body><nitf/></body></html>')).toBe(false)
    expect(recognises('The <nitf> element is the root of a wire story.')).toBe(false)
  })

  it('reads the sample as its expectation says', () => {
    const expected = JSON.parse(
      readFileSync(new URL('../articles/ukrainian-nitf/expected.json', import.meta.url), 'utf8'),
    ) as { article: { blocks: { key: string }[] }; leftOut: unknown }
    const { blocks, leftOut } = read(sample)
    expect(blocks).toEqual(expected.article.blocks.map(({ key: _, ...block }) => block))
    expect(leftOut).toEqual(expected.leftOut)
  })

  it('reads what the head says about the article', () => {
    expect(read(sample)).toMatchObject({
      id: 'desna-2026-11-0417',
      locale: 'uk',
      published: '2026-11-20T09:30:00+02:00',
      updated: '2026-11-20T12:15:00+02:00',
      byline: 'Текст: Ганна Левко, кореспондентка',
      status: 'usable',
      significance: 'major',
      entities: [
        { text: 'Деснабуд', kind: 'organisation' },
        { text: 'Ганна Левко', kind: 'person' },
        { text: 'Чернігів', kind: 'place' },
        { text: 'Чернігова', kind: 'place' },
        { text: 'Оксана Руденко', kind: 'person' },
      ],
    })
  })

  it('takes the key of a story as its id only where the document has none', () => {
    const head = '<head><docdata><du-key key="tides"/></docdata></head>'
    expect(read(`<nitf>${head}<body/></nitf>`).id).toBe('tides')
  })

  it.each([
    ['usable', 'usable'],
    ['embargoed', 'withheld'],
    ['withheld', 'withheld'],
    ['canceled', 'canceled'],
    // A status nobody knows must not be published.
    ['cancld', 'withheld'],
  ])('reads the status %s as %s', (written, status) => {
    const head = `<head><docdata management-status="${written}"/></head>`
    expect(read(`<nitf>${head}<body/></nitf>`).status).toBe(status)
  })

  it.each([
    ['1', 1],
    ['8', 8],
    ['high', undefined],
    ['0', undefined],
  ])('reads the urgency %s as %s', (written, urgency) => {
    const head = `<head><docdata><urgency ed-urg="${written}"/></docdata></head>`
    expect(read(`<nitf>${head}<body/></nitf>`).urgency).toBe(urgency)
  })

  it('reads a prefix, no namespace and a namespace of another year alike', () => {
    const plain = lines(article('<p>The ferry sails at <em>nine</em>.</p>'))
    const other = article('<p>The ferry sails at <em>nine</em>.</p>').replace(
      '<nitf>',
      '<nitf xmlns="http://iptc.org/std/NITF/2099-01-01/">',
    )
    const prefixed = article('<p>The ferry sails at <em>nine</em>.</p>')
      .replace(/<(\/?)(?=[a-z])/g, '<$1x:')
      .replace('<x:nitf>', '<x:nitf xmlns:x="http://iptc.org/std/NITF/2006-10-18/">')
    expect(plain).toEqual([
      'headline: Ferry to Sark is back',
      'paragraph: The ferry sails at <em1>nine</em1>.',
    ])
    expect(lines(other)).toEqual(plain)
    expect(lines(prefixed)).toEqual(plain)
  })

  it('takes the second headline as the summary where there is no abstract', () => {
    const head = '<hedline><hl1>Ferry to Sark is back</hl1><hl2>Two sailings a day</hl2></hedline>'
    expect(lines(article('<p>The ferry sails at nine.</p>', head))[1]).toBe(
      'summary: Two sailings a day',
    )
  })

  it('does not say a dateline twice', () => {
    const head = '<dateline><location>ST PETER PORT</location>, Nov. 20</dateline>'
    expect(lines(article('<p>ST PETER PORT (Wire) - The ferry sails at nine.</p>', head))).toEqual([
      'paragraph: ST PETER PORT (Wire) - The ferry sails at nine.',
    ])
    expect(lines(article('<p>The ferry sails at nine.</p>', head))).toEqual([
      'paragraph: ST PETER PORT, Nov. 20',
      'paragraph: The ferry sails at nine.',
    ])
  })

  it('leaves out an abstract that is the first paragraph', () => {
    const head = '<abstract><p>The ferry sails at nine.</p></abstract>'
    const { blocks, leftOut } = read(article('<p>The ferry sails at nine.</p>', head))
    expect(blocks.map(({ role }) => role)).toEqual(['paragraph'])
    expect(leftOut).toEqual([
      { text: 'The ferry sails at nine.', reason: 'repeats the first paragraph' },
    ])
  })

  it('sets no quotation marks around words that have them', () => {
    expect(lines(article('<p>He said <q>“Nine sharp”</q> and <q>no later</q>.</p>'))[1]).toBe(
      'paragraph: He said “Nine sharp” and “no later”.',
    )
  })

  it('keeps no address that is not safe to follow', () => {
    expect(lines(article('<p>See <a href="javascript:alert(1)">the timetable</a>.</p>'))[1]).toBe(
      'paragraph: See the timetable.',
    )
  })

  it('keeps a ghost of a withdrawn article: its id and its status', () => {
    const text = `<nitf><head><docdata management-status="canceled"><doc-id id-string="sark-7"/></docdata></head><body><body.head/></body></nitf>`
    expect(read(text)).toEqual({ id: 'sark-7', status: 'canceled', blocks: [], leftOut: [] })
  })
})

const schemaFile = interopFile('nitf-3-6.xsd')

describe.skipIf(isInteropMissing())('the schema of NITF 3.6 (skipped: no interop schemas)', () => {
  // The schema refers to two files that are not beside it: attributes of XML, and ruby.
  const beside = {
    'mem:/xml.xsd': `<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace"><attribute name="lang" type="language"/></schema>`,
    'mem:/nitf-3-6-ruby-include.xsd': `<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://iptc.org/std/NITF/2006-10-18/"/>`,
  }

  function validate(text: string): void {
    const files = Object.entries(beside).map(([name, xsd]) => [name, Buffer.from(xsd)] as const)
    xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(files)))
    const schema = XmlDocument.fromString(readFileSync(schemaFile, 'utf8'), {
      url: 'mem:/nitf-3-6.xsd',
    })
    const validator = XsdValidator.fromDoc(schema)
    const document = XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_NO_XXE })
    try {
      validator.validate(document)
    } finally {
      document.dispose()
      validator.dispose()
      schema.dispose()
      xmlCleanupInputProvider()
    }
  }

  it('accepts the sample', () => {
    expect(() => validate(sample)).not.toThrow()
  })

  it('refuses the sample with an element that NITF does not have', () => {
    expect(() =>
      validate(sample.replace('<hl2>Що', '<hl9>Що').replace('далі</hl2>', 'далі</hl9>')),
    ).toThrow(/hl9/)
  })
})
