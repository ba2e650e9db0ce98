import { beforeAll, describe, expect, it } from 'vitest'
import { loadFeeds, readFeed } from '../../src/ingest/feed.ts'
import { withPage } from '../../src/ingest/feed-page.ts'
import { htmlReader } from '../../src/ingest/html.ts'

beforeAll(loadFeeds)

const feed = `<rss version="2.0"><channel><title>World</title><language>en</language><item>
<title>Odesa port opens</title><guid isPermaLink="false">tag:1</guid>
<link>https://news.example/odesa?from=feed</link><pubDate>20 Nov 2026 10:00 GMT</pubDate>
<description>Grain ships left at noon.</description></item></channel></rss>`

const page = `<html lang="uk"><link rel="canonical" href="https://news.example/odesa">
<meta property="article:published_time" content="2026-11-01T10:00:00Z"><article>
<h1>Порт Одеси відкрито</h1><p>Кораблі із зерном вийшли опівдні.</p></article></html>`

describe('withPage', () => {
  it('takes the text of the page, and the identity and date of the feed', () => {
    const item = readFeed({ name: 'world.xml', text: feed }, 'auto').items[0]
    expect(item?.link).toBe('https://news.example/odesa?from=feed')
    if (item === undefined) return
    const reading = withPage(item.reading, htmlReader.read({ name: 'odesa', text: page }))
    expect(reading).toMatchObject({
      id: 'tag:1',
      url: 'https://news.example/odesa?from=feed',
      published: '2026-11-20T10:00:00Z',
      locale: 'uk',
    })
    expect(reading.blocks.map(({ role, text }) => `${role}: ${text}`)).toEqual([
      'headline: Порт Одеси відкрито',
      'paragraph: Кораблі із зерном вийшли опівдні.',
    ])
  })

  it('keeps the title of the feed where the page has none', () => {
    const item = readFeed({ name: 'world.xml', text: feed }, 'auto').items[0]
    const text = '<p>Кораблі із зерном вийшли опівдні.</p>'
    if (item === undefined) expect.fail('no item')
    expect(withPage(item.reading, htmlReader.read({ name: 'odesa', text })).title).toBe(
      'Odesa port opens',
    )
  })
})
