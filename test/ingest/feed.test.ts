import { beforeAll, describe, expect, it } from 'vitest'
import { formatError } from '../../src/errors.ts'
import { feedReader, loadFeeds, readFeed, type FullText } from '../../src/ingest/feed.ts'
import type { CollectionItem } from '../../src/ingest/reader.ts'

beforeAll(loadFeeds)

const url = 'https://news.example/feeds/world.xml'
const read = (text: string, fullText: FullText = 'auto') =>
  readFeed({ name: 'world.xml', text, url }, fullText)

function only(text: string, fullText?: FullText): CollectionItem {
  const { items, failed } = read(text, fullText)
  expect(failed).toEqual([])
  expect(items.length).toBe(1)
  return items[0] ?? expect.fail('no item')
}

const textsOf = ({ reading }: CollectionItem): readonly string[] =>
  reading.blocks.map(({ role, text }) => `${role}: ${text}`)

function troubleOf(text: string): string {
  try {
    read(text)
    return 'none'
  } catch (error) {
    return formatError(error)
  }
}

const rss = (items: string, head = ''): string =>
  `<?xml version="1.0" encoding="windows-1251"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>World</title><link>https://news.example/</link>${head}
${items}
</channel></rss>`

const port = 'The port of Odesa opened again on Friday after three weeks. Grain ships left at noon.'

describe('an RSS feed', () => {
  it('gives the whole article of an item, with what the feed says of it', () => {
    const item = only(
      rss(
        `<item>
          <title><![CDATA[Порт &laquo;Одеса&raquo; <i>відкрито</i> &amp; працює]]></title>
          <link>/world/odesa?from=feed&amp;v=2</link>
          <guid isPermaLink="false">tag:news.example,2026:odesa</guid>
          <pubDate>Fri, 20 Nov 2026 18:05:00 +0200</pubDate>
          <dc:creator>Олена Коваль</dc:creator><dc:creator>Іван Гнатюк</dc:creator>
          <description>Перші кораблі вийшли.</description>
          <content:encoded><![CDATA[<p>Порт відкрито в <a href="../kyiv">п’ятницу</a>.</p>
            <h2>Кораблі</h2><p>Вони вийшли опівдні.<br><br>Їх було сім.</p>
            <script>track()</script>]]></content:encoded>
          <media:group><media:content url="https://news.example/1.jpg" medium="image">
            <media:description>Корабель у порту</media:description>
            <media:credit>Фото: Reuters</media:credit></media:content></media:group>
        </item>`,
        '<language>uk-ua</language>',
      ),
    )
    expect(item.name).toBe('world.xml item 1')
    expect(item.link).toBeUndefined()
    expect(item.reading).toMatchObject({
      id: 'tag:news.example,2026:odesa',
      url: 'https://news.example/world/odesa?from=feed&v=2',
      title: 'Порт «Одеса» відкрито & працює',
      published: '2026-11-20T16:05:00Z',
      byline: 'Олена Коваль, Іван Гнатюк',
      locale: 'uk-UA',
    })
    expect(textsOf(item)).toEqual([
      'headline: Порт «Одеса» відкрито &amp; працює',
      'caption: Корабель у порту',
      'credit: Reuters',
      'paragraph: Порт відкрито в <a1>п’ятницу</a1>.',
      'heading: Кораблі',
      'paragraph: Вони вийшли опівдні.',
      'paragraph: Їх було сім.',
    ])
    expect(item.reading.blocks[3]?.tags).toEqual({
      a1: { element: 'a', href: 'https://news.example/kyiv' },
    })
  })

  it('points at the page of an item that has a teaser only', () => {
    const item = only(
      rss(`<item><title>Odesa port opens</title><guid>https://news.example/odesa</guid>
        <description>${port}</description></item>`),
    )
    expect(item.link).toBe('https://news.example/odesa')
    expect(textsOf(item)).toEqual(['headline: Odesa port opens', `paragraph: ${port}`])
  })

  it('takes a long description for the article', () => {
    const long = `&lt;p&gt;${`${port} `.repeat(8)}&lt;/p&gt;`
    const text = rss(
      `<item><title>Odesa port opens</title><link>https://news.example/odesa</link>
        <description>${long}</description></item>`,
    )
    expect(only(text).link).toBeUndefined()
    expect(only(text, 'link').link).toBe('https://news.example/odesa')
    const cut = text.replace('&lt;/p&gt;', ' […]&lt;/p&gt;')
    expect(only(cut).link).toBe('https://news.example/odesa')
    expect(only(cut, 'feed').link).toBeUndefined()
  })

  it('keeps what is written in a title although it looks like markup', () => {
    const item = only(
      rss(`<item><title>Inflation &lt; 5 % at AT&amp;amp;T &#8211; a first</title><guid>g1</guid>
        <description>${port}</description></item>`),
    )
    expect(item.reading.title).toBe('Inflation < 5 % at AT&T – a first')
  })

  it('reads named entities of HTML and control characters that XML does not know', () => {
    const item = only(
      rss(`<item><title>Caf&eacute;\u0003 in Odesa&nbsp;opens</title><guid>g1</guid>
        <description>${port}</description></item>`),
    )
    expect(item.reading.title).toBe('Café in Odesa\u00a0opens')
  })

  it('reads an item in another language than the feed', () => {
    const { items } = read(
      rss(
        `<item><title>部分港口重新开放</title><guid>1</guid><dc:language>zh-CN</dc:language>
           <description>敖德萨港口周五重新开放。</description></item>
         <item xml:lang="ar"><title>ميناء أوديسا يفتح</title><guid>2</guid>
           <description>فتح الميناء يوم الجمعة.</description></item>
         <item><title>Odesa port opens</title><guid>3</guid><dc:language>English!</dc:language>
           <description>${port}</description></item>`,
        '<language>en</language>',
      ),
    )
    expect(items.map(({ reading }) => reading.locale)).toEqual(['zh-CN', 'ar', 'en'])
  })

  it('leaves the footer of a blog and the headline in the text out, and lists them', () => {
    const item = only(
      rss(`<item><title>Odesa port opens</title><guid>g1</guid><content:encoded><![CDATA[
        <h1>Odesa port opens</h1><p>${port}</p>
        <p>The post <a href="/o">Odesa port opens</a> appeared first on <a href="/">World</a>.</p>
        ]]></content:encoded></item>`),
    )
    expect(textsOf(item)).toEqual(['headline: Odesa port opens', `paragraph: ${port}`])
    expect(item.reading.leftOut.map(({ reason }) => reason)).toEqual([
      'headline again',
      'footer of the feed',
    ])
  })

  it('knows an item by its guid, else its link, else its title', () => {
    const { items, failed } = read(
      rss(`<item><guid isPermaLink="false"> 4711 </guid><description>${port}</description></item>
        <item><link>https://news.example/kyiv</link><description>${port}</description></item>
        <item><title>Rain in Lviv</title><description>${port}</description></item>
        <item><description>${port}</description></item>`),
    )
    expect(items.map(({ reading }) => reading.id)).toEqual([
      '4711',
      'https://news.example/kyiv',
      'Rain in Lviv',
    ])
    expect(failed.map(({ error }) => formatError(error))).toEqual([
      expect.stringMatching(
        /^world\.xml item 4 {2}it has no guid, no link and no title.*\[input\]$/,
      ),
    ])
  })

  it('loses no other item over one that cannot be read', () => {
    const { items, failed } = read(
      rss(`<item><title>Odesa port opens</title><guid>1</guid></item>
        <item><title>Rain in Lviv</title><guid>2</guid><pubDate>soon</pubDate>
          <link>javascript:alert(1)</link><description>${port}</description></item>`),
    )
    expect(failed.map(({ name, error }) => `${name}: ${error.message}`)).toEqual([
      'world.xml item 1: it has no text',
    ])
    expect(items.map(({ reading }) => reading.title)).toEqual(['Rain in Lviv'])
    expect(items[0]?.reading.url).toBeUndefined()
    expect(items[0]?.reading.published).toBeUndefined()
  })

  it('takes the newer of two versions of an article, and refuses another under its guid', () => {
    const item = (link: string, title: string, day: number): string =>
      `<item><guid isPermaLink="false">1</guid><link>https://news.example/${link}</link>
        <title>${title}</title><pubDate>${day} Nov 2026 10:00 GMT</pubDate>
        <description>${port}</description></item>`
    const { items, failed } = read(
      rss(item('odesa', 'Odesa port', 19) + item('odesa', 'Odesa port opens', 20)),
    )
    expect(items.map(({ reading }) => reading.title)).toEqual(['Odesa port opens'])
    expect(failed).toEqual([])
    const mixed = read(rss(item('odesa', 'Odesa port', 19) + item('lviv', 'Rain in Lviv', 20)))
    expect(mixed.items.map(({ reading }) => reading.title)).toEqual(['Odesa port'])
    expect(mixed.failed.map(({ error }) => error.message)).toEqual([
      'its guid "1" is that of world.xml item 1',
    ])
  })
})

const atom = (entries: string): string =>
  `<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"
  xml:lang="en" xml:base="https://news.example/world/">
<title>World</title><id>tag:news.example,2026:world</id><updated>2026-11-20T10:00:00Z</updated>
<author><name>World desk</name></author>
${entries}
</feed>`

describe('an Atom feed', () => {
  it('reads XHTML, with the links of its own base', () => {
    const item = only(
      atom(`<entry xml:base="2026/"><id>tag:news.example,2026:odesa</id>
        <title type="html">Rain &amp;amp; snow in &lt;b&gt;Odesa&lt;/b&gt;</title>
        <link rel="self" type="application/atom+xml" href="odesa.atom"/><link href="odesa"/>
        <published>2026-11-20T09:00:00+02:00</published><updated>2026-11-20T10:00:00Z</updated>
        <author><name>Олена Коваль</name></author>
        <content type="xhtml" xml:base="pictures/" xml:lang="uk"><div
          xmlns="http://www.w3.org/1999/xhtml"><p>Порт <a href="map">відкрито</a>.</p></div></content>
        </entry>`),
    )
    expect(item.reading).toMatchObject({
      id: 'tag:news.example,2026:odesa',
      url: 'https://news.example/world/2026/odesa',
      title: 'Rain & snow in Odesa',
      published: '2026-11-20T07:00:00Z',
      updated: '2026-11-20T10:00:00Z',
      byline: 'Олена Коваль',
      locale: 'uk',
    })
    expect(item.reading.blocks[1]).toMatchObject({
      text: 'Порт <a1>відкрито</a1>.',
      tags: { a1: { href: 'https://news.example/world/2026/pictures/map' } },
    })
  })

  it('reads text as text and markup as markup', () => {
    const { items } = read(
      atom(`<entry><id>1</id><title type="text">Why &lt;b&gt; is bold</title>
          <content type="text">The tag &lt;b&gt; makes text bold.</content></entry>
        <entry><id>2</id><title>Rain in Lviv</title>
          <content type="html">&lt;p&gt;It rained &amp;lt;b&amp;gt;.&lt;/p&gt;</content></entry>`),
    )
    expect(items.map(textsOf)).toEqual([
      ['headline: Why &lt;b&gt; is bold', 'paragraph: The tag &lt;b&gt; makes text bold.'],
      ['headline: Rain in Lviv', 'paragraph: It rained &lt;b&gt;.'],
    ])
    expect(items[0]?.reading.byline).toBe('World desk')
  })

  it('takes back what has a tombstone, unless it was published again', () => {
    const { items } = read(
      atom(`<at:deleted-entry ref="tag:1" when="2026-11-20T11:00:00+01:00"/>
        <at:deleted-entry ref="tag:2" when="2026-11-20T10:00:00Z"/>
        <at:deleted-entry ref="tag:3" when="2026-11-20T10:00:00Z"/>
        <entry><id>tag:2</id><title>Rain in Lviv</title><updated>2026-11-20T09:00:00Z</updated>
          <content>${port}</content></entry>
        <entry><id>tag:3</id><title>Odesa port opens</title><updated>2026-11-20T11:00:00Z</updated>
          <content>${port}</content></entry>`),
    )
    const shown = items.map(({ reading: { id, status, updated } }) => ({ id, status, updated }))
    expect(shown).toEqual([
      { id: 'tag:3', status: undefined, updated: '2026-11-20T11:00:00Z' },
      { id: 'tag:1', status: 'canceled', updated: '2026-11-20T10:00:00Z' },
      { id: 'tag:2', status: 'canceled', updated: '2026-11-20T10:00:00Z' },
    ])
  })
})

const jsonFeed = (items: readonly unknown[]): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'World',
    home_page_url: 'https://news.example/',
    language: 'de',
    authors: [{ name: 'Auslandsredaktion' }],
    items,
  })

describe('a JSON Feed', () => {
  it('gives HTML and plain text', () => {
    const { items } = read(
      jsonFeed([
        {
          id: 17,
          url: '/odessa',
          title: 'Hafen von Odessa öffnet &#8211; nach drei Wochen',
          content_html: '<p>Der <a href="karte">Hafen</a> ist wieder offen.</p>',
          date_published: '2026-11-20T10:00:00Z',
          date_modified: 'gestern',
        },
        {
          id: '18',
          language: 'uk',
          content_text: 'Порт відкрито.\n\nКораблі вийшли опівдні.',
          authors: [{ name: 'Олена Коваль' }],
        },
      ]),
    )
    expect(items[0]?.reading).toMatchObject({
      id: '17',
      url: 'https://news.example/odessa',
      title: 'Hafen von Odessa öffnet – nach drei Wochen',
      published: '2026-11-20T10:00:00Z',
      byline: 'Auslandsredaktion',
      locale: 'de',
    })
    expect(items[0]?.reading.updated).toBeUndefined()
    expect(items[0]?.reading.blocks[1]?.tags).toEqual({
      a1: { element: 'a', href: 'https://news.example/karte' },
    })
    expect(items[1]?.reading).toMatchObject({ id: '18', locale: 'uk', byline: 'Олена Коваль' })
    expect(items[1]?.reading.title).toBeUndefined()
    expect(items[1]?.reading.blocks.map(({ text }) => text)).toEqual([
      'Порт відкрито.',
      'Кораблі вийшли опівдні.',
    ])
  })
})

describe('feedReader', () => {
  it.each([
    [rss(''), true],
    [atom(''), true],
    [jsonFeed([]), true],
    [`\ufeff\n<!-- feed --><?xml-stylesheet href="a.xsl"?><rss version="2.0">`, true],
    ['<!doctype html><html><body><p>About RSS feeds: <rss></p></body></html>', false],
    ['<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>', false],
    ['{"uri":"urn:newsml:news.example","headline":"Odesa port opens"}', false],
    [port, false],
  ])('recognises a feed by its content: %s', (text, isFeed) => {
    expect(feedReader.recognises({ name: 'world', text })).toBe(isFeed)
  })

  it.each([
    [rss('<item><title>Rain & snow</title></item>'), /^world\.xml:5:\d+ .*&amp;.*\[input\]$/],
    [rss('<item><title>Одеса</b></item>'), /^world\.xml:5:\d+ .*Close each element/],
    [rss('').slice(0, -6), /^world\.xml:6:\d+ .*cut off/],
    [atom('<entry>'), /^world\.xml:7:\d+ /],
    [jsonFeed([]).replace('[]', '[,]'), /^world\.xml:1:\d+ .*\[input\]$/],
    [jsonFeed([]).replace('"title":', '"title"'), /^world\.xml:1:\d+ {2}not JSON/],
  ])('says where a feed is broken: %s', (text, message) => {
    expect(troubleOf(text)).toMatch(message)
  })

  it.each([
    '<rss version="2.0"></rss>',
    '<feed xmlns="http://www.w3.org/2005/Atom"></feed>',
    '{"version":"https://jsonfeed.org/version/1.1"}',
    '{"version":"https://jsonfeed.org/version/1.1","items":"none"}',
    '<rss><rss version="2.0"><item/></rss></rss>',
  ])('reads no article from %s, and does not break', (text) => {
    expect(troubleOf(text)).toMatch(/^none$|^world\.xml {2}it begins as a feed.*\[input\]$/)
  })

  it('reads a feed whose names have a prefix', () => {
    const text = atom(
      `<entry><id>1</id><title>Rain in Lviv</title><content>${port}</content></entry>`,
    )
      .replace('xmlns=', 'xmlns:atom=')
      .replace(/<(\/?)(?=feed|title|id|updated|author|name|entry|content)/g, '<$1atom:')
    expect(only(text).reading).toMatchObject({
      id: '1',
      title: 'Rain in Lviv',
      byline: 'World desk',
    })
  })

  it('refuses entities that a feed declares, before they can grow', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
      <rss version="2.0"><channel><title>&b;</title></channel></rss>`
    expect(troubleOf(bomb)).toMatch(/^world\.xml:1:\d+ {2}the XML declares an entity.*\[input\]$/)
  })
})
