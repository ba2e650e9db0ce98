import { describe, expect, it } from 'vitest'
import { BabelwireError } from '../../src/errors.ts'
import type { CmsMapping } from '../../src/ingest/cms-json-mapping.ts'
import { isJsonPointer } from '../../src/ingest/cms-json-pointer.ts'
import { unknownJsonReader } from '../../src/ingest/cms-json-unknown.ts'
import { cmsJsonReader } from '../../src/ingest/cms-json.ts'
import type { Reading } from '../../src/ingest/reader.ts'
import { textReader } from '../../src/ingest/text.ts'

const mapping: CmsMapping = {
  id: '/data/id',
  headline: '/data/fields/title',
  summary: '/data/fields/stand~1first',
  body: '/data/fields/body',
  bodyFormat: 'html',
  language: '/data/lang',
  updated: '/data/changed',
  published: '/data/created',
  status: '/data/state',
  url: '/data/links/0/href',
  byline: '/data/authors',
  statusValues: { live: 'usable', draft: 'withheld', deleted: 'canceled' },
}

function article(): { data: Record<string, unknown> } {
  return {
    data: {
      id: 4417,
      fields: {
        title: 'Пекарня на Подолі працює цілу ніч',
        'stand/first': 'Черга стоїть від півночі.',
        body: '<p>Пекарня на <em>Подолі</em> пекла хліб усю ніч.</p><p>«Борошна вистачить до весни», сказав пекар Гнат Дуда.</p>',
      },
      lang: 'uk',
      changed: '2026-11-20 07:30:00',
      created: 1_795_000_000,
      state: 'live',
      links: [{ href: 'https://podil.example/pekarnia' }],
      authors: 'Ганна Левко',
    },
  }
}

function read(document: unknown, over: Partial<CmsMapping> = {}): Reading {
  const reader = cmsJsonReader({ ...mapping, ...over }, textReader)
  return reader.read({ name: 'cms.json', text: JSON.stringify(document) })
}

function changed(data: object): unknown {
  return { data: { ...article().data, ...data } }
}

function faultOf(document: unknown, over: Partial<CmsMapping> = {}): string {
  try {
    read(document, over)
  } catch (error) {
    if (error instanceof BabelwireError) return `${error.message}  ${error.mend ?? ''}`
    throw error
  }
  throw new Error('it was read')
}

describe('the reader of CMS JSON', () => {
  it('reads an article by the pointers of its mapping', () => {
    const { blocks, ...reading } = read(article())
    expect(reading).toEqual({
      id: '4417',
      locale: 'uk',
      published: '2026-11-18T11:06:40.000Z',
      updated: '2026-11-20T07:30:00',
      byline: 'Ганна Левко',
      status: 'usable',
      url: 'https://podil.example/pekarnia',
      leftOut: [],
    })
    expect(blocks.map(({ role, text, speaker }) => [role, text, speaker])).toEqual([
      ['headline', 'Пекарня на Подолі працює цілу ніч', undefined],
      ['summary', 'Черга стоїть від півночі.', undefined],
      ['paragraph', 'Пекарня на <em1>Подолі</em1> пекла хліб усю ніч.', undefined],
      ['quote', '«Борошна вистачить до весни», сказав пекар Гнат Дуда.', 'Гнат Дуда'],
    ])
  })

  it('reads a body that is a list of paragraphs', () => {
    const fields = { title: '面包店通宵营业', body: ['面包店整夜开门。', '队伍从午夜排起。'] }
    const { blocks } = read(changed({ fields }), { bodyFormat: 'text' })
    expect(blocks.map(({ text }) => text)).toEqual([
      '面包店通宵营业',
      '面包店整夜开门。',
      '队伍从午夜排起。',
    ])
  })

  it('has a body in Markdown read by the reader of Markdown', () => {
    const seen: string[] = []
    const markdown = {
      ...textReader,
      read: (source: Parameters<typeof textReader.read>[0]) => {
        seen.push(source.text)
        return textReader.read(source)
      },
    }
    const text = JSON.stringify({
      t: 'المخبز يعمل طوال الليل',
      b: '## الليل\n\nالخبز جاهز قبل الفجر.',
    })
    const reader = cmsJsonReader(
      { headline: '/t', body: '/b', bodyFormat: 'markdown', statusValues: {} },
      markdown,
    )
    expect(reader.read({ name: 'cms.json', text }).blocks.map(({ role }) => role)).toEqual([
      'headline',
      'heading',
      'paragraph',
    ])
    expect(seen).toEqual(['## الليل\n\nالخبز جاهز قبل الفجر.'])
  })

  it.each([
    ['draft', 'withheld'],
    ['deleted', 'canceled'],
    ['usable', 'usable'],
  ])('reads the status %s as %s', (state, status) => {
    expect(read(changed({ state })).status).toBe(status)
  })

  it('takes the id of an article that is deleted, whatever else is gone', () => {
    expect(read({ data: { id: 4417, state: 'deleted' } })).toEqual({
      id: '4417',
      status: 'canceled',
      blocks: [],
      leftOut: [],
    })
  })

  it('refuses a status that nobody explained: it may mean that nobody is to read it', () => {
    expect(faultOf(changed({ state: 'in review' }))).toBe(
      'status "in review" is not one that is explained; known: live, draft, deleted  Add "in review: usable", "withheld" or "canceled" to "status-values" under "cms-json".',
    )
  })

  it.each([
    [
      'a key that is not there',
      { headline: '/data/headline' },
      'headline at "/data/headline": no such key; there are: id, fields, lang, changed, created, state, links, authors',
    ],
    [
      'a key that is misspelt',
      { byline: '/data/author' },
      'byline at "/data/author": no such key; there are: id, fields, lang, changed, created, state, links, authors; did you mean "authors"?',
    ],
    [
      'a list that is shorter',
      { url: '/data/links/3/href' },
      'url at "/data/links/3/href": no item "3"; "/data/links" is a list of 1',
    ],
    [
      'a path through a text',
      { body: '/data/lang/body' },
      'body at "/data/lang/body": "/data/lang" is text',
    ],
    [
      'a wrong first key',
      { id: '/date/id' },
      'id at "/date/id": no such key; there are: data; did you mean "data"?',
    ],
    [
      'an object',
      { headline: '/data/fields' },
      'headline at "/data/fields" is an object, not text',
    ],
  ])('says what is there instead of %s', (_, over, message) => {
    const field = Object.keys(over)[0] ?? ''
    expect(faultOf(article(), over)).toContain(message)
    expect(faultOf(article(), over)).toContain(`"${field}" under "cms-json"`)
  })

  it('reads an article without a summary, an address or a byline', () => {
    const { id, lang, state, changed: time, created, fields } = article().data
    const { title, body } = fields as Record<string, string>
    const data = {
      id,
      lang,
      state,
      changed: time,
      created: null,
      links: [{}],
      fields: { title, body },
    }
    expect(created).toBeDefined()
    const reading = read({ data })
    expect(reading.blocks.map(({ role }) => role)).toEqual(['headline', 'paragraph', 'quote'])
    expect(reading).not.toHaveProperty('published')
  })

  it('refuses a language and a time that are none', () => {
    expect(faultOf(changed({ lang: 'Ukrainian!' }))).toContain('language "Ukrainian!" is not one')
    expect(faultOf(changed({ changed: 'yesterday' }))).toContain(
      'updated "yesterday" is not a time',
    )
  })

  it('keeps no address that is not safe to follow', () => {
    const reading = read(changed({ links: [{ href: 'javascript:alert(1)' }] }))
    expect(reading).not.toHaveProperty('url')
  })
})

describe('a list of articles in CMS JSON', () => {
  const list: Partial<CmsMapping> = { items: '/list' }
  const reader = cmsJsonReader({ ...mapping, ...list }, textReader)

  it('is read item by item, and a broken item keeps no other from being read', () => {
    const text = JSON.stringify({
      list: [article(), { data: { id: 7, state: 'live' } }, article()],
    })
    const { items, failed } = reader.items({ name: 'cms.json', text })
    expect(items.map(({ name }) => name)).toEqual(['cms.json item 1', 'cms.json item 3'])
    expect(failed.map(({ name, error }) => [name, error.place?.file])).toEqual([
      ['cms.json item 2', 'cms.json item 2'],
    ])
  })

  it('is refused when there is no list', () => {
    expect(() => reader.items({ name: 'cms.json', text: '{"lists": []}' })).toThrow(
      'items at "/list": no such key; there are: lists; did you mean "lists"?',
    )
    expect(() => reader.items({ name: 'cms.json', text: '{"list": {}}' })).toThrow(
      'items at "/list" is an object, not a list',
    )
  })

  it('is no single article', () => {
    const text = JSON.stringify({ list: [article(), article()] })
    expect(() => reader.read({ name: 'cms.json', text })).toThrow('holds 2 articles, not one')
  })
})

describe('a JSON Pointer', () => {
  it.each(['', '/', '/a/0', '/a~1b', '/m~0n', '/заголовок'])('can be "%s"', (pointer) => {
    expect(isJsonPointer(pointer)).toBe(true)
  })

  it.each(['a', '#/a', '/a~2', '/a~', '$.a'])('cannot be "%s"', (pointer) => {
    expect(isJsonPointer(pointer)).toBe(false)
  })

  it('finds no names that every object has', () => {
    expect(faultOf(article(), { headline: '/data/constructor' })).toContain('no such key')
    expect(faultOf(article(), { headline: '/__proto__' })).toContain('no such key')
  })
})

describe('JSON of a format that is not known', () => {
  it('is refused and not read as plain text', () => {
    const source = { name: 'export', text: '{"title": "Ferry", "paragraphs": []}' }
    expect(unknownJsonReader.recognises(source)).toBe(true)
    expect(() => unknownJsonReader.read(source)).toThrow(
      'JSON of a format that is not known: an object of title, paragraphs',
    )
    const note = { name: 'note.txt', text: '[Update] The ferry sails at nine.' }
    expect(unknownJsonReader.recognises(note)).toBe(false)
  })
})
