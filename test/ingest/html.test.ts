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

  it('keeps embeds and code as slots that no engine sees, in their place', () => {
    const { blocks } = read(
      '<p>Watch.</p><iframe src="https://video.example/1"></iframe><iframe src="https://doubleclick.net/x"></iframe>' +
        '<iframe src="javascript:x"></iframe><p>Then read.</p>' +
        '<blockquote class="twitter-tweet"><p>Ja!</p><a href="https://social.example/9">May 1</a></blockquote>' +
        '<pre><code>a\n  b</code></pre>',
    )
    expect(blocks.map(({ text, translate }) => [text, translate])).toEqual([
      ['Watch.', true],
      ['<a1>https://video.example/1</a1>', false],
      ['Then read.', true],
      ['<a1>https://social.example/9</a1>', false],
      ['<code1>a\n  b</code1>', false],
    ])
    expect(blocks[1]?.tags).toEqual({ a1: { element: 'a', href: 'https://video.example/1' } })
  })

  it('reads pull quotes, cells and paragraphs between two line breaks as blocks', () => {
    const { blocks } = read(
      '<aside class="pull-quote"><p>The sea is patient.</p></aside><aside><p>Win a boat.</p></aside>' +
        '<table><tr><td>Yesa</td><td>22 %</td></tr></table><div>One port.<br><br>Two<br>ports.</div>',
    )
    expect(blocks.map(({ role, text }) => [role, text])).toEqual([
      ['quote', 'The sea is patient.'],
      ['item', 'Yesa'],
      ['item', '22 %'],
      ['paragraph', 'One port.'],
      ['paragraph', 'Two ports.'],
    ])
  })

  it('reads a word with its ruby, soft hyphens and break marks as the word', () => {
    expect(
      texts(
        '<p><ruby>缪<rp>(</rp><rt>miào</rt><rp>)</rp></ruby>师傅</p><p>Do\u00adnau<wbr>ufer <bdi>علي</bdi></p>',
      ),
    ).toEqual(['缪师傅', 'Donauufer علي'])
  })

  it('leaves out what its class says is furniture, but not what holds the headline', () => {
    const { blocks, leftOut } = read(
      '<div class="page with-sidebar"><h1>Port opens</h1><p>It took nine years of work.</p>' +
        '<div class="share-bar"><a href="/f">Send</a></div></div>',
    )
    expect(blocks.map(({ text }) => text)).toEqual(['Port opens', 'It took nine years of work.'])
    expect(leftOut).toEqual([{ text: 'Send', reason: 'sharing or subscription prompt' }])
  })

  it('reads author and changes from the markup, JSON-LD only for what is said about the text', () => {
    const { byline, updated, published, locale, blocks } = read(
      '<script type="application/ld+json">{"@type":"NewsArticle","inLanguage":"uk","articleBody":"No",' +
        '"dateModified":"2026-02-03T15:30:00Z","datePublished":"2026-02-03"}</script>' +
        '<p>By <a rel="author" href="/o">Оксана Коваль</a></p><p>Порт відкрито.</p>',
    )
    expect([byline, published, updated, locale]).toEqual([
      'Оксана Коваль',
      '2026-02-03',
      '2026-02-03T15:30:00Z',
      'uk',
    ])
    expect(JSON.stringify(blocks)).not.toContain('No"')
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
