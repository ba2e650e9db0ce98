import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlReader } from '../../src/ingest/html.ts'
import { readArticle, type Reading } from '../../src/ingest/index.ts'
import { markdownReader } from '../../src/ingest/markdown.ts'
import { textReader } from '../../src/ingest/text.ts'
import { slug } from '../../src/ingest/article-id.ts'
import { parseTagged, tagNames } from '../../src/tagged-text.ts'
import { BabelwireError } from '../../src/errors.ts'

/** Pieces that readers take apart, in any order, so that random text reaches the rules. */
const piece = fc.constantFrom(
  ...['<p>', '</p>', '<b>', '</b>', '<i ', '>', '<a href="', 'javascript:x', '"', '</a>', '<li>'],
  ...['<h1>', '<blockquote>', '<figcaption>', '<span translate=no>', '</span>', '<svg>', '<table>'],
  ...['<template>', '<!--', '-->', '&lt;', '&#0;', '&', '<', '\u0338', '\u0301', '\ud800', '\0'],
  ...['Peskov said', '“', '”', '"', '. /', '/Reuters', 'Photo: ', '\n', '\n\n', ' ', '- ', '# '],
  ...['cookies', 'ICP', '123456', '中文', '。', 'The port opens.', '<cite>', '<small>', '<br>'],
)
const page = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 60 })
    .map((pieces) => pieces.join('')),
)

function expectSound({ blocks }: Pick<Reading, 'blocks'>): void {
  for (const { text, tags } of blocks) {
    parseTagged(text)
    parseTagged(text.normalize('NFC'))
    expect(text).toBe(text.trim())
    expect(text.isWellFormed()).toBe(true)
    expect(Object.keys(tags).toSorted()).toEqual([...new Set(tagNames(text))].toSorted())
    for (const { href } of Object.values(tags)) expect(href ?? '').not.toMatch(/^\s*javascript:/i)
  }
}

describe('any text', () => {
  it.each([htmlReader, textReader, markdownReader])(
    'gives tagged text that parses ($name)',
    (reader) => {
      fc.assert(
        fc.property(page, (text) => {
          expectSound(reader.read({ name: '-', text }))
        }),
        { numRuns: 1000 },
      )
    },
  )

  it('gives an article with unique keys, one headline, and an id; or is refused', () => {
    fc.assert(
      fc.property(page, fc.constantFrom('html', 'text'), (text, format) => {
        let article
        try {
          ;({ article } = readArticle({ name: '-', text }, { locale: 'en', format }))
        } catch (error) {
          expect(error).toBeInstanceOf(BabelwireError)
          return
        }
        const keys = article.blocks.map(({ key }) => key)
        expect(keys[0]).toBe('title')
        expect(new Set(keys).size).toBe(keys.length)
        for (const key of keys) expect(key).toMatch(/^[a-z][a-z0-9]{0,15}$/)
        expect(article.id).toMatch(/^[a-z0-9][a-z0-9-]{0,99}$/)
        expectSound(article)
      }),
      { numRuns: 1000 },
    )
  })

  it('gives an id for any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
        expect(slug(name)).toMatch(/^[a-z0-9][a-z0-9-]{0,99}$/)
      }),
    )
  })
})

describe('speed', () => {
  const sentence = '"The port of Lowport opens again," the mayor said on Friday, after nine years. '
  it.each([
    ['short lines', `${sentence}\n`],
    ['one line', sentence],
    ['wrapped', `${sentence.slice(0, 60)}\n${sentence.slice(60)}\n\n`],
    ['slashes', 'The port. /A '],
    ['quotes', '"a '],
    ['blank lines', ' \n'],
  ])('takes time in proportion to the text: %s', (_, unit) => {
    // Work of this thread, not time on the clock: other programs share the machine.
    const work = (size: number): number => {
      const text = unit.repeat(Math.ceil(size / unit.length))
      const { user } = process.threadCpuUsage()
      textReader.read({ name: '-', text })
      return process.threadCpuUsage().user - user
    }
    work(500_000)
    // Four times the text is 4 times the work when linear, 16 times when quadratic.
    expect(work(4_000_000)).toBeLessThan(10 * work(1_000_000) + 200_000)
  })
})
