import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { newsmlCollection, newsmlReader } from '../../src/ingest/newsml-g2.ts'
import type { Reading } from '../../src/ingest/reader.ts'
import { loadXml } from '../../src/ingest/xml.ts'
import { interopFile, isInteropMissing } from '../support/parts.ts'

beforeAll(loadXml)

function sample(file: string): string {
  return readFileSync(new URL(`../articles/chinese-newsml/${file}`, import.meta.url), 'utf8')
}

const nar = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'

interface ItemParts {
  readonly guid?: string
  readonly version?: number
  readonly meta?: string
  readonly content?: string
}

/** A newsItem of a small wire. */
function newsItem({
  guid = 'urn:wire:1',
  version = 1,
  meta = '',
  content = '',
}: ItemParts): string {
  return `<newsItem ${nar} guid="${guid}" version="${version}" xml:lang="en"><itemMeta>${meta}</itemMeta>
    <contentMeta><headline>Ferry to Sark is back</headline></contentMeta>
    <contentSet>${content}</contentSet></newsItem>`
}

const plain =
  '<inlineData contenttype="text/plain">The ferry sails at nine.\n\nTickets cost £9.</inlineData>'

function read(text: string): Reading {
  return newsmlReader.read({ name: 'wire.xml', text })
}

describe('the NewsML-G2 reader', () => {
  it('reads the sample as its expectation says', () => {
    const text = sample('input.xml')
    const expected = JSON.parse(sample('expected.json')) as {
      article: { blocks: { key: string }[] }
      leftOut: unknown
    }
    expect(newsmlReader.recognises({ name: 'a.xml', text })).toBe(true)
    const { blocks, leftOut } = read(text)
    expect(blocks).toEqual(expected.article.blocks.map(({ key: _, ...block }) => block))
    expect(leftOut).toEqual(expected.leftOut)
  })

  it('reads what an item says about itself', () => {
    expect(read(sample('input.xml'))).toMatchObject({
      id: 'urn:newsml:gangwan.example:20261118:ferry',
      locale: 'zh-Hans',
      published: '2026-11-18T09:05:00+08:00',
      updated: '2026-11-18T16:40:00+08:00',
      byline: '记者 林晓雨',
      status: 'usable',
      significance: 'minor',
      entities: [
        { text: '陈立群', kind: 'person' },
        { text: '青屿', kind: 'place' },
        { text: '青屿轮渡公司', kind: 'organisation' },
      ],
    })
  })

  it('reads plain text and HTML in an item', () => {
    expect(read(newsItem({ content: plain })).blocks.map(({ text }) => text)).toEqual([
      'Ferry to Sark is back',
      'The ferry sails at nine.',
      'Tickets cost £9.',
    ])
    const html =
      '<inlineData contenttype="text/html"><![CDATA[<p>The ferry sails at <b>nine</b>.</p>]]></inlineData>'
    expect(read(newsItem({ content: html })).blocks[1]?.text).toBe(
      'The ferry sails at <strong1>nine</strong1>.',
    )
  })

  it('reads NITF in an item, with its names', () => {
    const nitf =
      '<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body>' +
      '<body.head><hedline><hl1>Паром знову ходить</hl1></hedline><byline>Ганна Левко</byline></body.head>' +
      '<body.content><p>Паром вирушає з <location>Очакова</location> о дев’ятій.</p></body.content></body></nitf></inlineXML>'
    expect(read(newsItem({ content: nitf + plain }))).toMatchObject({
      id: 'urn:wire:1',
      byline: 'Ганна Левко',
      entities: [{ text: 'Очакова', kind: 'place' }],
      blocks: [{ text: 'Паром знову ходить' }, { text: 'Паром вирушає з Очакова о дев’ятій.' }],
    })
  })

  it.each([
    ['stat:withheld', 'withheld'],
    ['stat:canceled', 'canceled'],
    ['pubstatus:usable', 'usable'],
  ])('reads the status %s', (code, status) => {
    const meta = `<pubStatus qcode="${code}"/><signal qcode="sig:correction"/>`
    expect(read(newsItem({ meta, content: plain }))).toMatchObject({
      status,
      significance: 'major',
    })
  })

  it('takes the id of an item that is withdrawn without its text', () => {
    const reading = read(newsItem({ meta: '<pubStatus qcode="stat:canceled"/>' }))
    expect(reading).toMatchObject({ id: 'urn:wire:1', status: 'canceled' })
  })

  it('refuses an item whose text is elsewhere, and one that is no text', () => {
    expect(() => read(newsItem({ content: '<remoteContent href="ferry.xml"/>' }))).toThrow(
      'the newsItem has no text in it: remoteContent only',
    )
    const meta = '<itemClass qcode="ninat:picture"/>'
    expect(() => read(newsItem({ meta, content: plain }))).toThrow(
      'this newsItem is ninat:picture, not a text',
    )
  })
})

describe('a newsMessage', () => {
  const photo = newsItem({ guid: 'urn:wire:photo', meta: '<itemClass qcode="ninat:picture"/>' })
  const message = (...items: readonly string[]): string =>
    `<newsMessage ${nar}><header/><itemSet>${items.join('\n')}</itemSet></newsMessage>`

  it('gives its texts, each in its newest version, and not its pictures', () => {
    const text = message(
      newsItem({ version: 9, content: plain }),
      photo,
      newsItem({ version: 10, content: plain.replace('nine', 'ten') }),
      newsItem({ guid: 'urn:wire:2', content: plain }),
      '<packageItem guid="urn:wire:3"/>',
    )
    const source = { name: 'wire.xml', text }
    expect(newsmlCollection.recognises(source)).toBe(true)
    expect(newsmlReader.recognises(source)).toBe(false)
    const { items, failed } = newsmlCollection.items(source)
    expect(failed).toEqual([])
    expect(items.map(({ reading }) => [reading.id, reading.blocks[1]?.text])).toEqual([
      ['urn:wire:1', 'The ferry sails at ten.'],
      ['urn:wire:2', 'The ferry sails at nine.'],
    ])
  })

  it('keeps an item without text from no other', () => {
    const text = message(newsItem({}), newsItem({ guid: 'urn:wire:2', content: plain }))
    const { items, failed } = newsmlCollection.items({ name: 'wire.xml', text })
    expect(items.map(({ reading }) => reading.id)).toEqual(['urn:wire:2'])
    expect(failed.map(({ name }) => name)).toEqual(['wire.xml item 1'])
    expect(failed[0]?.error.place).toEqual({ file: 'wire.xml', line: 3 })
  })

  it('of pictures only is refused', () => {
    expect(() => newsmlCollection.items({ name: 'wire.xml', text: message(photo) })).toThrow(
      'the newsMessage holds no text: picture only',
    )
  })
})

const interop = interopFile('')

describe.skipIf(isInteropMissing())('samples of IPTC (skipped: no interop schemas)', () => {
  it.each([
    ['LISTING_2_Text.xml', ['headline', 'paragraph', 'paragraph']],
    ['LISTING_25_NITF_in_NewsML-G2.xml', ['headline', 'summary', 'paragraph']],
  ])('%s is read', (file, roles) => {
    const text = readFileSync(interop + file, 'utf8')
    expect(newsmlReader.recognises({ name: file, text })).toBe(true)
    expect(read(text).blocks.map(({ role }) => role)).toEqual(roles)
  })
})
