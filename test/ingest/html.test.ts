import { describe, expect, it } from 'vitest'
import { htmlReader } from '../../src/ingest/html.ts'
import type { Reading } from '../../src/ingest/index.ts'

const read = (text: string, url?: string): Reading =>
  htmlReader.read({ name: 'page', text, ...(url !== undefined && { url }) })

const texts = (html: string): readonly string[] => read(html).blocks.map(({ text }) => text)

describe('htmlReader', () => {
  it.each([
    ['<!-- made by hand -->\n<!doctype html><p>Hello', 'a', true],
    ['<p>The port opens.</p>', '-', true],
    ['The port <b>opens</b>.', '-', false],
    ['The port opens.', 'page.htm', true],
    ['<p>About the paragraph tag</p>', 'notes.txt', false],
    ['<3 from Kyiv', '-', false],
  ])('recognises %j named %s: %s', (text, name, expected) => {
    expect(htmlReader.recognises({ name, text })).toBe(expected)
  })

  it('numbers tags by name, drops empty ones and folds white space across them', () => {
    const [block] = read(
      '<p> The <b> old</b> <a href="/p"> port </a>\n<i></i> of <a href="/l"><strong>Lowport</strong></a> </p>',
    ).blocks
    expect(block?.text).toBe(
      'The <strong1>old</strong1> <a1>port </a1>of <a2><strong2>Lowport</strong2></a2>',
    )
    expect(block?.tags['a2']).toEqual({ element: 'a', href: '/l' })
  })

  it('closes inline elements at the end of a block and opens them in the next', () => {
    expect(texts('<em><p>One port.</p><p>Two ports.</p></em>')).toEqual([
      '<em1>One port.</em1>',
      '<em1>Two ports.</em1>',
    ])
  })

  it.each([
    ['https://port.example/a', undefined, 'https://port.example/a'],
    ['mailto:desk@port.example', undefined, 'mailto:desk@port.example'],
    ['../b', 'https://port.example/news/a', 'https://port.example/b'],
    ['../b', undefined, '../b'],
    ['JaVa\tScript:alert(1)', undefined, undefined],
    ['data:text/html,x', 'https://port.example/', undefined],
    ['file:///etc/passwd', undefined, undefined],
    ['http://[', undefined, undefined],
    ['', undefined, undefined],
  ])('link %j of %s becomes %s', (href, url, expected) => {
    const [block] = read(`<p>See <a href="${href}">the map</a>.</p>`, url).blocks
    expect(block?.tags['a1']?.href).toBe(expected)
    expect(block?.text).toBe(expected === undefined ? 'See the map.' : 'See <a1>the map</a1>.')
  })

  it('keeps what must not be translated, inline and as a block, but not a whole page', () => {
    const { blocks } = read(
      '<html translate="no"><body class="notranslate"><p>The <em translate="no">Aurora</em> sails.</p>' +
        '<div translate="no"><p>RN-12</p><p translate="yes">Ask the desk.</p></div>' +
        '<p><a href="https://aurora.example/" translate="no">Aurora <code>v2</code></a></p>',
    )
    expect(blocks.map(({ text, translate }) => [text, translate])).toEqual([
      ['The <keep1>Aurora</keep1> sails.', true],
      ['RN-12', false],
      ['Ask the desk.', true],
      ['<a1><keep1>Aurora v2</keep1></a1>', true],
    ])
    expect(blocks[0]?.tags['keep1']).toEqual({ element: 'em' })
  })

  it('takes the article, not a teaser beside the story', () => {
    const story = '<p>The port opens again after nine years of work on its quays.</p>'
    expect(texts(`<main>${story}<article><p>Win a boat.</p></article></main>`)).toHaveLength(2)
    expect(texts(`<body><p>Menu of the day</p><article>${story}</article>`)).toHaveLength(1)
  })

  it('reads a page that is one form, and leaves a form in a page out', () => {
    expect(texts('<form><main><p>The port opens.</p></main></form>')).toEqual(['The port opens.'])
    expect(texts('<p>The port opens.</p><form><p>Your vote</p></form>')).toEqual([
      'The port opens.',
    ])
  })

  it('prefers a heading to the stated titles, and cuts the name of the site', () => {
    const head = (title: string): string =>
      `<head><title>${title}</title><meta property="og:site_name" content="Post"></head>`
    expect(read(`${head('Port - Post')}<p>It opens.</p>`).title).toBe('Port')
    expect(read(`${head('Port | News')}<p>It opens.</p>`).title).toBe('Port')
    expect(
      read(`${head('Port')}<div><h1>Quay</h1></div><article><p>It opens.</p></article>`).title,
    ).toBe('Quay')
  })

  it('gives a caption and its credit apart, with the tags of each', () => {
    const { blocks } = read(
      '<figure><figcaption>The <em>old</em> quay. /<a href="/al">Anna Lind</a>/AFP</figcaption></figure>',
    )
    expect(blocks.map(({ role, text, translate }) => [role, text, translate])).toEqual([
      ['caption', 'The <em1>old</em1> quay.', true],
      ['credit', '<a1>Anna Lind</a1>/AFP', false],
    ])
    expect(Object.keys(blocks[0]?.tags ?? {})).toEqual(['em1'])
  })

  it('reads only the headline of an unclosed heading as the headline', () => {
    const { blocks } = read('<article><h1>Port opens<p>It took nine years.<p>Ships came.')
    expect(blocks.map(({ role }) => role)).toEqual(['headline', 'paragraph', 'paragraph'])
  })

  it.each([
    ['deep blocks', `${'<div>'.repeat(100_000)}<p>The port opens.</p>`],
    ['deep inline', `<p>${'<b><i><span>'.repeat(30_000)}The port opens.`],
    ['many quotes', `${'<blockquote>Yes<cite>A</cite></blockquote>'.repeat(20_000)}`],
    ['many open tags', `<b><i><u>${'<p>The port opens.'.repeat(20_000)}`],
    ['many headers', `<p>The port opens.${'<div><header>'.repeat(20_000)}`],
    ['many h1', '<h1>Port</h1>'.repeat(20_000)],
    ['unclosed comment', `<p>The port opens.</p>${'<!--'.repeat(100_000)}`],
  ])('survives %s in a few seconds', (_, html) => {
    // Work of this thread, not time on the clock: other programs share the machine.
    const { user } = process.threadCpuUsage()
    expect(read(html).blocks).not.toHaveLength(0)
    htmlReader.recognises({ name: '-', text: html })
    expect(process.threadCpuUsage().user - user).toBeLessThan(8_000_000)
  })
})
