import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ninjsCollection } from '../../src/ingest/ninjs-collection.ts'
import { ninjsReader } from '../../src/ingest/ninjs.ts'
import type { Reading } from '../../src/ingest/reader.ts'
import { interopFile, isInteropMissing } from '../support/parts.ts'

function sample(slug: string, file: string): string {
  return readFileSync(new URL(`../articles/${slug}/${file}`, import.meta.url), 'utf8')
}

function read(item: object): Reading {
  return ninjsReader.read({ name: 'item.json', text: JSON.stringify(item) })
}

function lines(item: object): readonly string[] {
  return read(item).blocks.map((block) => `${block.role}: ${block.text}`)
}

const ferry = {
  uri: 'urn:wire:ferry',
  pubStatus: 'usable',
  headlines: [{ value: 'Ferry to Sark is back' }],
}

describe('the ninjs reader', () => {
  it.each(['arabic-ninjs', 'english-ninjs-2'])('reads %s as its expectation says', (slug) => {
    const expected = JSON.parse(sample(slug, 'expected.json')) as {
      article: { blocks: { key: string }[] }
      leftOut: unknown
    }
    const text = sample(slug, 'input.json')
    expect(ninjsReader.recognises({ name: 'a.json', text })).toBe(true)
    const { blocks, leftOut } = ninjsReader.read({ name: 'a.json', text })
    expect(blocks).toEqual(expected.article.blocks.map(({ key: _, ...block }) => block))
    expect(leftOut).toEqual(expected.leftOut)
  })

  it('reads what an item of ninjs 3 says about itself', () => {
    const text = sample('arabic-ninjs', 'input.json')
    expect(ninjsReader.read({ name: 'a.json', text })).toMatchObject({
      id: 'https://sahil.example/items/2026/11/palm-harvest',
      locale: 'ar',
      published: '2026-11-19T06:00:00Z',
      updated: '2026-11-19T08:45:00Z',
      byline: 'سلمى الحداد',
      status: 'usable',
      entities: [
        { text: 'يوسف بن عامر', kind: 'person' },
        { text: 'واحة الزيتونة', kind: 'place' },
        { text: 'تعاونية النخيل', kind: 'organisation' },
      ],
    })
  })

  it('reads the names of ninjs 1, each field in one language of the wire', () => {
    const item = {
      uri: 'urn:wire:ферма',
      type: 'text',
      language: 'uk',
      versioncreated: '2026-11-20T07:00:00Z',
      byline: 'Ганна Левко',
      headline: 'Ферма під Ніжином відкрила сироварню',
      description_text: 'Перші сири дозріють до Різдва.',
      body_text: 'Ферма під Ніжином.',
      body_xhtml: '<p>Ферма під <b>Ніжином</b> відкрила сироварню.</p>',
      person: [{ name: 'Петро Сич' }],
      place: [{ name: 'Ніжин' }],
    }
    expect(lines(item)).toEqual([
      'headline: Ферма під Ніжином відкрила сироварню',
      'summary: Перші сири дозріють до Різдва.',
      'paragraph: Ферма під <strong1>Ніжином</strong1> відкрила сироварню.',
    ])
    expect(read(item)).toMatchObject({
      byline: 'Ганна Левко',
      entities: [
        { text: 'Петро Сич', kind: 'person' },
        { text: 'Ніжин', kind: 'place' },
      ],
    })
  })

  it('keeps what is beside the text of a body, and reports what is not text', () => {
    const value =
      '<header><p>A second ship will follow in May.</p></header><aside><p>Tickets cost £9.</p></aside>' +
      '<p>The ferry <del>stops</del> sails at nine.</p><nav><a href="/a">Archive</a></nav><script>x()</script>'
    const { blocks, leftOut } = read({ ...ferry, bodies: [{ contentType: 'text/html', value }] })
    expect(blocks.map(({ text }) => text)).toEqual([
      'Ferry to Sark is back',
      'A second ship will follow in May.',
      'Tickets cost £9.',
      'The ferry sails at nine.',
    ])
    expect(leftOut).toEqual([
      { text: 'stops', reason: 'struck out' },
      { text: 'Archive', reason: 'not shown as text' },
    ])
  })

  it.each([
    ['sig:correction', 'major'],
    ['http://cv.iptc.org/newscodes/signal/update', 'minor'],
    ['sig:atomic', undefined],
  ])('reads the signal %s as %s', (code, significance) => {
    expect(read({ ...ferry, signals: [{ name: 'Signal', uri: code }] }).significance).toBe(
      significance,
    )
    expect(read({ ...ferry, signals: [code] }).significance).toBe(significance)
  })

  it('takes an id, a status and no text from an item that is withdrawn', () => {
    expect(read({ uri: 'urn:wire:ferry', pubStatus: 'canceled' })).toEqual({
      id: 'urn:wire:ferry',
      status: 'canceled',
      blocks: [],
      leftOut: [],
    })
  })

  it.each(['picture', 'video', 'composite'])('says that a %s is not a text', (type) => {
    expect(() => read({ ...ferry, type })).toThrow(`this ninjs is a ${type}, not a text`)
  })

  it('leaves pages, feeds and other JSON to other readers', () => {
    const recognises = (text: string): boolean => ninjsReader.recognises({ name: 'a', text })
    expect(recognises('{"title": "Ferry", "uri": "/ferry"}')).toBe(false)
    expect(recognises('<script>{"uri": 1, "headlines": []}</script>')).toBe(false)
    expect(recognises('{ "uri": "urn:x", "pubStatus": "usable",')).toBe(true)
  })
})

describe('a bundle of ninjs', () => {
  const picture = { uri: 'urn:wire:photo', type: 'picture', pubStatus: 'usable' }
  const second = { ...ferry, uri: 'urn:wire:second', headlines: [{ value: '渡轮复航' }] }

  it.each([
    ['an array', [ferry, picture, second]],
    ['an object with items', { items: [ferry, picture, second] }],
    ['items in items', { data: { items: [{ item: ferry }, { item: picture }, { item: second }] } }],
  ])('is read from %s, without its pictures', (_, bundle) => {
    const source = { name: 'wire.json', text: JSON.stringify(bundle) }
    expect(ninjsCollection.recognises(source)).toBe(true)
    const { items, failed } = ninjsCollection.items(source)
    expect(failed).toEqual([])
    expect(items.map(({ name, reading }) => [name, reading.id])).toEqual([
      ['wire.json item 1', 'urn:wire:ferry'],
      ['wire.json item 3', 'urn:wire:second'],
    ])
  })

  it('is read as far as its items are whole', () => {
    const text = JSON.stringify([ferry, 'urn:wire:lost'])
    const { items, failed } = ninjsCollection.items({ name: 'wire.json', text })
    expect(items).toHaveLength(1)
    expect(failed.map(({ name, error }) => [name, error.message])).toEqual([
      ['wire.json item 2', 'the ninjs is not an object'],
    ])
  })

  it('of pictures only is refused', () => {
    const text = JSON.stringify([picture, picture])
    expect(() => ninjsCollection.items({ name: 'wire.json', text })).toThrow(
      'the ninjs bundle holds no text: picture only',
    )
  })

  it('is not seen in a single item, whatever travels with it', () => {
    const text = JSON.stringify({ ...ferry, associations: [picture], items: [1] })
    expect(ninjsCollection.recognises({ name: 'a.json', text })).toBe(false)
  })
})

type Schema = Readonly<Record<string, unknown>>

/** The faults of a value by the keywords that the schemas of ninjs use for an item. */
function faults(value: unknown, schema: Schema, root: Schema, at = ''): readonly string[] {
  const pointer = schema['$ref']
  const target =
    typeof pointer === 'string' && pointer.startsWith('#/$defs/')
      ? (root['$defs'] as Record<string, Schema>)[pointer.slice('#/$defs/'.length)]
      : undefined
  const {
    type,
    enum: allowed,
    required,
    properties,
    items,
  } = { ...target, ...schema } as {
    type?: string
    enum?: readonly unknown[]
    required?: readonly string[]
    properties?: Record<string, Schema>
    items?: Schema
  }
  const kind = Array.isArray(value) ? 'array' : typeof value
  if (type !== undefined && type !== kind) return [`${at} is ${kind}, not ${type}`]
  if (allowed !== undefined && !allowed.includes(value)) return [`${at} is ${String(value)}`]
  if (Array.isArray(value)) {
    return value.flatMap((one, i) => faults(one, items ?? {}, root, `${at}/${i}`))
  }
  if (typeof value !== 'object' || value === null || properties === undefined) return []
  return [
    ...(required ?? []).filter((name) => !(name in value)).map((name) => `${at}/${name} missing`),
    ...Object.entries(value).flatMap(([name, inner]) => {
      const next = properties[name]
      return next === undefined
        ? [`${at}/${name} is unknown`]
        : faults(inner, next, root, `${at}/${name}`)
    }),
  ]
}

const interop = interopFile('')

describe.skipIf(isInteropMissing())('the schemas of ninjs (skipped: no interop schemas)', () => {
  it.each([
    ['arabic-ninjs', 'specification_ninjs-schema_3.1.json'],
    ['english-ninjs-2', 'specification_ninjs-schema_2.2.json'],
  ])('accept %s', (slug, file) => {
    const schema = JSON.parse(readFileSync(interop + file, 'utf8')) as Schema
    const item = JSON.parse(sample(slug, 'input.json')) as Record<string, unknown>
    expect(faults(item, schema, schema)).toEqual([])
    expect(faults({ ...item, pubstat: 1 }, schema, schema)).toEqual(['/pubstat is unknown'])
    expect(faults({ ...item, people: [{ name: 7 }] }, schema, schema)).toEqual([
      '/people/0/name is number, not string',
    ])
  })

  it('have an example that is read: body with markup, four paragraphs', () => {
    const text = readFileSync(`${interop}examples_3.0_ninjsExSimpleText_3.json`, 'utf8')
    expect(ninjsReader.recognises({ name: 'example.json', text })).toBe(true)
    const { blocks, id, byline } = ninjsReader.read({ name: 'example.json', text })
    expect(id).toBe('http://ninjs.example.com/newsitems/20130709simp123')
    expect(byline).toMatch(/ and /)
    expect(blocks.map(({ role }) => role)).toEqual(['headline', ...Array(4).fill('paragraph')])
  })
})
