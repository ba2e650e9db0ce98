import { readFileSync } from 'node:fs'
import type { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { parse } from 'parse5'
import { describe, expect, test } from 'vitest'
import { renderers, type Rendition } from '../../src/render/index.ts'
import { interopFile, isInteropMissing } from '../support/parts.ts'

const arabic: Rendition = {
  id: 'flood',
  locale: 'ar',
  dir: 'rtl',
  source: 'en',
  url: 'https://example.org/flood',
  published: '2026-11-20T08:00:00Z',
  byline: 'Olena Hrytsenko & Jo "JJ" Marsh',
  state: 'machine',
  engine: 'deepl',
  blocks: [
    { key: 'title', role: 'headline', text: 'النهر يرتفع فوق علامة 1997', slots: {} },
    { key: 'summary', role: 'summary', text: 'أغلق المجلس جسرين.', slots: {} },
    {
      key: 'b001',
      role: 'paragraph',
      text: 'اقرأ <a1>التقرير <em1>الكامل</em1></a1> عن A &amp; B &lt;b&gt;.',
      slots: { a1: { tag: 'a', href: 'https://example.org/r?a=1&b=2' }, em1: { tag: 'em' } },
    },
    {
      key: 'b002',
      role: 'quote',
      text: '«لم نر مثل هذا من قبل»',
      slots: {},
      speaker: 'رئيس البلدية',
    },
    { key: 'b003', role: 'item', text: 'جسر أول', slots: {} },
    { key: 'b004', role: 'item', text: 'جسر ثان', slots: {} },
    { key: 'b005', role: 'caption', text: 'النهر يوم الاثنين', slots: {} },
    { key: 'b006', role: 'credit', text: 'Jo Marsh/Example', slots: {} },
    { key: 'b007', role: 'paragraph', text: 'The council meets again.', slots: {}, locale: 'en' },
  ],
}
const render = (format: string, rendition: Rendition = arabic): string =>
  renderers.get(format)?.(rendition) ?? ''

test('HTML says language, direction and origin, and keeps structure and links', () => {
  expect(render('html'))
    .toBe(`<article lang="ar" dir="rtl" data-translated-from="en" data-state="machine">
  <h1>النهر يرتفع فوق علامة 1997</h1>
  <p class="byline">Olena Hrytsenko &amp; Jo &quot;JJ&quot; Marsh</p>
  <p class="published"><time datetime="2026-11-20T08:00:00Z">2026-11-20T08:00:00Z</time></p>
  <p class="summary">أغلق المجلس جسرين.</p>
  <p>اقرأ <a href="https://example.org/r?a=1&amp;b=2">التقرير <em>الكامل</em></a> عن A &amp; B &lt;b&gt;.</p>
  <blockquote><p>«لم نر مثل هذا من قبل»</p><footer>رئيس البلدية</footer></blockquote>
  <ul><li>جسر أول</li><li>جسر ثان</li></ul>
  <figure><figcaption><span>النهر يوم الاثنين</span> <small>Jo Marsh/Example</small></figcaption></figure>
  <p lang="en" dir="ltr">The council meets again.</p>
</article>
`)
})

describe('nothing active comes out of a slot', () => {
  test.each([
    ['a', 'javascript:alert(1)'],
    ['a', ' java\nscript:alert(1)'],
    ['a', 'data:text/html,<script>'],
    ['script', undefined],
    ['iframe', 'https://example.org/'],
    ['a', 'https://example.org/" onclick="x'],
  ])('%s %s', (tag, href) => {
    const slot = href === undefined ? { tag } : { tag, href }
    const html = render('html', {
      ...arabic,
      blocks: [{ key: 'b001', role: 'paragraph', text: '<a1>hier</a1>', slots: { a1: slot } }],
    })
    const names: string[] = []
    const walk = (node: {
      readonly nodeName: string
      readonly childNodes?: readonly unknown[]
    }): void => {
      names.push(
        node.nodeName,
        ...((node as { attrs?: { name: string }[] }).attrs ?? []).map(({ name }) => `@${name}`),
      )
      for (const child of node.childNodes ?? []) walk(child as typeof node)
    }
    walk(parse(html))
    expect(names).not.toContain('script')
    expect(names).not.toContain('iframe')
    expect(names).not.toContain('@onclick')
    expect(html).not.toMatch(/href="\s*(?:java|data)/i)
  })
})

test('Markdown keeps links and emphasis, and escapes what would be markup', () => {
  const markdown = render('markdown', {
    ...arabic,
    locale: 'de',
    blocks: [
      { key: 'title', role: 'headline', text: 'Der Fluss steigt', slots: {} },
      {
        key: 'b001',
        role: 'paragraph',
        text: '1. <a1>Bericht</a1> über *A* &amp; <em1>B_C</em1>',
        slots: { a1: { tag: 'a', href: 'https://example.org/r' }, em1: { tag: 'em' } },
      },
      { key: 'b002', role: 'item', text: 'erste Brücke', slots: {} },
      { key: 'b003', role: 'item', text: 'zweite Brücke', slots: {} },
    ],
  })
  expect(markdown).toBe(`---
id: "flood"
lang: "de"
translated-from: "en"
state: "machine"
date: "2026-11-20T08:00:00Z"
author: "Olena Hrytsenko & Jo \\"JJ\\" Marsh"
url: "https://example.org/flood"
---

# Der Fluss steigt

1\\. [Bericht](<https://example.org/r>) über \\*A\\* \\& *B\\_C*

- erste Brücke
- zweite Brücke
`)
})

const structured: Rendition = {
  ...arabic,
  locale: 'uk',
  dir: 'ltr',
  blocks: [
    { key: 'title', role: 'headline', text: 'Річка піднялася', slots: {} },
    { key: 'b001', role: 'heading', level: 3, text: 'Що робити', slots: {} },
    ...(['ul', 'ul', 'ol', 'ol'] as const).map((kind, i) => ({
      key: `b00${i + 2}`,
      role: 'item' as const,
      text: `крок ${i}`,
      slots: {},
      within: { kind, number: kind === 'ul' ? 1 : 2 },
    })),
    ...['Міст', 'Стан', 'Старий', 'закрито'].map((text, i) => ({
      key: `b01${i}`,
      role: 'item' as const,
      text,
      slots: {},
      within: { kind: 'table' as const, number: 3, row: i < 2 ? 1 : 2 },
    })),
    {
      key: 'b020',
      role: 'paragraph',
      text: 'Див. <a1>звіт</a1>.',
      slots: {
        a1: {
          tag: 'a',
          href: 'https://example.org/r',
          attributes: { rel: 'nofollow', hreflang: 'en', onclick: 'x' },
        },
      },
    },
  ],
}

test('lists, tables, headings and links are what they were', () => {
  expect(render('html', structured)).toContain(`  <h3>Що робити</h3>
  <ul><li>крок 0</li><li>крок 1</li></ul>
  <ol><li>крок 2</li><li>крок 3</li></ol>
  <table><tbody><tr><td>Міст</td><td>Стан</td></tr><tr><td>Старий</td><td>закрито</td></tr></tbody></table>
  <p>Див. <a href="https://example.org/r" rel="nofollow" hreflang="en">звіт</a>.</p>
`)
  expect(render('markdown', structured)).toContain(`### Що робити

- крок 0
- крок 1

1. крок 2
2. крок 3

| Міст | Стан |
| --- | --- |
| Старий | закрито |
`)
  expect(render('text', structured)).toContain(
    '- крок 0\n- крок 1\n\n1. крок 2\n2. крок 3\n\nМіст\tСтан\n',
  )
})

test('plain text has the words alone', () => {
  expect(render('text')).toContain('اقرأ التقرير الكامل عن A & B <b>.\n\n«لم نر')
  expect(render('text')).toContain('- جسر أول\n- جسر ثان\n')
})

const schema = interopFile('specification_ninjs-schema_3.1.json')

describe.skipIf(isInteropMissing())('ninjs (skipped: no interop schemas)', () => {
  test('satisfies the schema and is associated with what it is a translation of', async () => {
    const { default: Ajv2020 } = await import('ajv/dist/2020.js')
    const ajv = new (Ajv2020 as unknown as typeof Ajv)({ strict: false })
    ;(addFormats as unknown as (one: Ajv) => void)(ajv)
    ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json' })
    const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')) as object)
    const item = JSON.parse(render('ninjs')) as Record<string, unknown>
    expect(validate(item), JSON.stringify(validate.errors)).toBe(true)
    expect(item).toMatchObject({
      uri: 'https://example.org/flood#ar',
      language: 'ar',
      associations: [{ rel: 'translationOf', uri: 'https://example.org/flood', language: 'en' }],
      edNote: 'Machine translation, not reviewed.',
    })
    expect(validate({ ...item, pubStatus: 'lost' })).toBe(false)
  })
})
