import { readFileSync } from 'node:fs'
import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { findContent } from '../../src/ingest/extract.ts'
import { htmlReader } from '../../src/ingest/html.ts'
import { plainText } from '../../src/tagged-text.ts'

const folder = new URL('../articles/', import.meta.url)
const page = (slug: string): string => readFileSync(new URL(`${slug}/input.html`, folder), 'utf8')

describe('findContent', () => {
  it('finds the story and not the comments of a page without <article>', () => {
    const isContent = findContent(parse(page('bridge-div-soup-en')))
    expect(
      isContent?.('A decision on tolls after the reopening was put off until the autumn.'),
    ).toBe(true)
    expect(isContent?.('Twenty-five minutes? Try an hour. I drive it every day')).toBe(false)
  })

  it('finds nothing in a page without text, and leaves one that is too large alone', () => {
    expect(findContent(parse('<html><body></body></html>'))).toBeUndefined()
    expect(findContent(parse('<p>The port opens.</p>'.repeat(20_001)))).toBeUndefined()
  })
})

/** The texts of a page that an engine would see. */
function sent(html: string): readonly string[] {
  const { blocks } = htmlReader.read({ name: 'page', text: html })
  return blocks.filter(({ translate }) => translate).map(({ text }) => plainText(text))
}

describe('the pages of test/articles with a story', () => {
  it.each([
    'arabic-div-soup',
    'chinese-page',
    'german-gallery',
    'live-blog-en',
    'old-table-layout-en',
    'russian-widgets',
    'spanish-comments',
    'table-embeds-en',
    'ukrainian-page',
    'bridge-div-soup-en',
  ])('are read without their furniture: %s', (slug) => {
    const story = readFileSync(new URL(`${slug}/story.txt`, folder), 'utf8')
      .trim()
      .split('\n')
    expect(sent(page(slug)).toSorted()).toEqual(story.toSorted())
  })

  it('are read by their structure where the class names say nothing', () => {
    const bare = page('russian-widgets').replace(/ class="[^"]*"/g, '')
    const texts = sent(bare)
    expect(texts).toContain('В Алматы запустили ночные автобусы')
    expect(texts.join(' ')).not.toMatch(/Как варят яблочный уксус|Свидетельство/)
  })
})
