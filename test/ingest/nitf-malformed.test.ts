import { diag } from 'libxml2-wasm'
import { beforeAll, describe, expect, it } from 'vitest'
import { formatError } from '../../src/errors.ts'
import { nitfReader } from '../../src/ingest/nitf.ts'
import { unknownXmlReader } from '../../src/ingest/xml-unknown.ts'
import { loadXml, parseXml } from '../../src/ingest/xml.ts'
import { rawText } from '../../src/ingest/xml-tree.ts'

beforeAll(loadXml)

function faultOf(text: string): string {
  try {
    nitfReader.read({ name: 'wire.xml', text })
  } catch (error) {
    return formatError(error)
  }
  throw new Error('it was read')
}

describe('malformed XML', () => {
  it.each([
    [
      'an ampersand that is not escaped',
      '<nitf>\n<body>\n<p>Marks & Sparks</p></body></nitf>',
      'wire.xml:3:11  not well-formed XML: xmlParseEntityRef: no name  Write &amp; for the character &.  [input]',
    ],
    [
      'an element that is not closed',
      '<nitf>\n <body>\n  <p>Київ</body></nitf>',
      'wire.xml:3:17  not well-formed XML: Opening and ending tag mismatch: p line 3 and body  Close each element; the file may be cut off.  [input]',
    ],
    [
      'an entity of HTML',
      '<nitf><body>\n<p>9&nbsp;am</p></body></nitf>',
      "wire.xml:2:11  not well-formed XML: Entity 'nbsp' not defined  Write the character itself, or its number: &#160; for &nbsp;.  [input]",
    ],
    [
      'an entity of HTML behind a document type that is not loaded',
      '<!DOCTYPE nitf SYSTEM "nitf-3-5.dtd"><nitf><body>\n<p>9&nbsp;am</p></body></nitf>',
      'wire.xml:2  the XML does not say what &nbsp; is  Write the character itself, or its number: &#160; for &nbsp;.  [input]',
    ],
    [
      'a file that is cut off',
      '<nitf><body>\n<body.head>',
      'wire.xml:2:12  not well-formed XML: Premature end of data in tag body.head line 2  Close each element; the file may be cut off.  [input]',
    ],
    [
      'a control character',
      '<nitf>\n\u0001</nitf>',
      'wire.xml:2:1  not well-formed XML: PCDATA invalid Char value 1  Remove the control character.  [input]',
    ],
    [
      'two documents in one file',
      '<nitf/>\n<nitf/>',
      'wire.xml:2:1  not well-formed XML: Extra content at the end of the document  Give one XML document, with one root element, in one file.  [input]',
    ],
  ])('names the place of %s and how to mend it', (_, text, message) => {
    expect(faultOf(text)).toBe(message)
  })

  it('counts lines from the start of the file when blank lines stand before the declaration', () => {
    expect(faultOf('\n\n<?xml version="1.0"?>\n<nitf>&</nitf>')).toContain('wire.xml:4:')
    const root = parseXml({ name: 'wire.xml', text: '\n\n<?xml version="1.0"?>\n<nitf/>' })
    expect(root.line).toBe(4)
  })
})

describe('hostile XML', () => {
  it('does not expand entities', () => {
    const levels = Array.from({ length: 20 }, (_, level) => {
      const inner = level === 0 ? 'ha' : `&e${level - 1};`.repeat(10)
      return `<!ENTITY e${level} "${inner}">`
    })
    const bomb = `<!DOCTYPE nitf [\n${levels.join('\n')}]><nitf>&e19;</nitf>`
    expect(faultOf(bomb)).toBe(
      'wire.xml:2:1  the XML declares an entity, which is not read  Remove the <!ENTITY …> lines and write the characters themselves.  [input]',
    )
    expect(faultOf(bomb.replace('&e19;', '<p title="&e19;"/>'))).toContain('declares an entity')
  })

  it('loads no file and no address', () => {
    const file = '<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/hostname">]><nitf>&x;</nitf>'
    const parameter =
      '<!DOCTYPE nitf [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]><nitf>a</nitf>'
    expect(faultOf(file)).toContain('declares an entity')
    expect(faultOf(parameter)).toContain('declares an entity')
    const external = '<!DOCTYPE nitf SYSTEM "file:///etc/hostname"><nitf>ferry</nitf>'
    expect(rawText(parseXml({ name: 'wire.xml', text: external }))).toBe('ferry')
  })

  it('refuses elements nested deeper than any article', () => {
    expect(faultOf('<nitf>'.repeat(100_000))).toContain('Elements may be nested 256 deep')
  })

  it('reads 50 MB of paragraphs, and refuses a text of more than 10 MB in one piece', () => {
    const paragraph = `<p>${'The ferry sails at nine. '.repeat(2000)}</p>`
    const large = `<nitf>${paragraph.repeat(1000)}</nitf>`
    expect(large.length).toBeGreaterThan(50_000_000)
    expect(parseXml({ name: 'wire.xml', text: large }).children).toHaveLength(1000)
    expect(faultOf(`<nitf>${'nine '.repeat(2_100_000)}</nitf>`)).toContain(
      'Give the article alone, without pictures and archives.',
    )
  })

  it('leaves no document in the memory of the parser, read or refused', () => {
    diag.configure({ enabled: true })
    parseXml({ name: 'wire.xml', text: '<nitf><p>The ferry sails at nine.</p></nitf>' })
    faultOf('<nitf><p>The ferry sails at nine.</nitf>')
    faultOf('<!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf><p>9&nbsp;am</p></nitf>')
    expect(diag.report()).toEqual({})
    diag.configure({ enabled: false })
  })
})

describe('the text of an XML document', () => {
  it('is what was decoded, whatever encoding the declaration names', () => {
    for (const encoding of ['windows-1251', 'UTF-16', 'gb18030', 'no-such-code']) {
      const text = `<?xml version="1.0" encoding="${encoding}"?><nitf>Київ 北京 القدس</nitf>`
      expect(rawText(parseXml({ name: 'wire.xml', text }))).toBe('Київ 北京 القدس')
    }
  })

  it('has its character references and its CDATA, and neither comments nor instructions', () => {
    const text =
      '<nitf>caf&#233; &lt;b&gt;<![CDATA[ <i> & ]]><!-- no --><?no no?>.<p>Cut?</p></nitf>'
    expect(rawText(parseXml({ name: 'wire.xml', text }))).toBe('café <b> <i> & .Cut?')
  })
})

describe('XML of a format that is not known', () => {
  it('is refused and not read as plain text', () => {
    const source = {
      name: 'stock.xml',
      text: '<?xml version="1.0"?>\n<stock><item>9</item></stock>',
    }
    expect(unknownXmlReader.recognises(source)).toBe(true)
    expect(() => unknownXmlReader.read(source)).toThrow('its root is <stock>')
    expect(unknownXmlReader.recognises({ name: 'note.txt', text: '<aside>A note' })).toBe(false)
  })
})
