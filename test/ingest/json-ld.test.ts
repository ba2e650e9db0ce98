import { describe, expect, it } from 'vitest'
import { readLinkedData } from '../../src/ingest/json-ld.ts'

const article = '"@type":"NewsArticle","headline":"Порт відкрито","datePublished":"2026-02-03"'

describe('readLinkedData', () => {
  it.each([
    ['an object', `{${article}}`],
    ['an array', `[{"@type":"BreadcrumbList"},{${article}}]`],
    ['a graph', `{"@graph":[{"@type":"WebSite"},{${article}}]}`],
    ['the main entity of a page', `{"@type":"WebPage","mainEntity":{${article}}}`],
    ['several types', `{${article.replace('"NewsArticle"', '["Thing","ReportageNewsArticle"]')}}`],
    ['a comment for old browsers', `<!-- {${article}} -->`],
  ])('finds the article in %s', (_, script) => {
    expect(readLinkedData(['{"@type":', script])).toEqual({
      headline: 'Порт відкрито',
      published: '2026-02-03',
    })
  })

  it('names all authors, and never takes an address for a name', () => {
    const author =
      '["https://post.example/staff/1",{"name":"ليلى حداد"},{"name":["Ines Halloran"]}]'
    expect(readLinkedData([`{"@type":"Article","author":${author}}`])).toEqual({
      byline: 'ليلى حداد, Ines Halloran',
    })
  })

  it.each(['', 'null', '{"@type":"Product","name":"Boat"}', '{"headline":', '['.repeat(100_000)])(
    'finds nothing in %.40j',
    (script) => {
      expect(readLinkedData([script])).toEqual({})
    },
  )
})
