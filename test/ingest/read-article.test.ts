import { describe, expect, it } from 'vitest'
import { readArticle, type Source } from '../../src/ingest/index.ts'

const text = (body: string, rest: Partial<Source> = {}): Source => ({
  name: '-',
  text: body,
  ...rest,
})

describe('readArticle', () => {
  it('derives a missing headline from the first sentence, which stays in the body', () => {
    const { article } = readArticle(
      text(
        'The U.S. President met Mr. Umerov in Ankara. They spoke for an hour.\nNo date was set.',
      ),
      { locale: 'en' },
    )
    expect(article.blocks).toMatchObject([
      {
        key: 'title',
        role: 'headline',
        derived: true,
        text: 'The U.S. President met Mr. Umerov in Ankara.',
      },
      { key: 'b001', role: 'paragraph' },
      { key: 'b002', text: 'No date was set.' },
    ])
    expect(article.blocks[1]?.text).toMatch(/^The U\.S\. President .* hour\.$/)
  })

  it.each([
    ['en', 'Gen. J. R. Smith left for Kyiv on Monday. He took a train.', 'on Monday.'],
    ['de', 'Der Zug fährt z. B. über Prag nach Kiew. Er ist voll.', 'nach Kiew.'],
    ['uk', 'У 2025 р. місто відкрило школу на вул. Сумській. Діти раді.', 'Сумській.'],
    ['zh-Hans', '渔民周六出海。他们捞起了渔网。', '出海。'],
    ['es', 'El Sr. Ruiz abrió la tienda. Llovía.', 'la tienda.'],
  ])('never cuts a derived headline after an abbreviation (%s)', (locale, body, end) => {
    const { article } = readArticle(text(body, { path: '/in/flood.txt' }), { locale })
    const title = article.blocks[0]?.text ?? ''
    expect(title.endsWith(end)).toBe(true)
    expect(body.startsWith(title)).toBe(true)
    expect(title.length).toBeLessThan(body.length)
  })

  it('lets a document declare its language, and ignores one that does not exist', () => {
    const page = (lang: string): Source => text(`<html lang="${lang}"><p>Le port rouvre.</p>`)
    expect(readArticle(page('fr_CA'), { locale: 'en' }).article.locale).toBe('fr-CA')
    expect(readArticle(page('qqx'), { locale: 'en' }).article.locale).toBe('en')
    expect(readArticle(page('{{ lang }}'), { locale: 'en' }).article.locale).toBe('en')
  })

  it('reads a source as what it is told to', () => {
    const source = text('<p>The port opens again.</p>')
    expect(readArticle(source, { locale: 'en', format: 'text' }).article.blocks[0]?.text).toBe(
      '&lt;p&gt;The port opens again.&lt;/p&gt;',
    )
    expect(() => readArticle(source, { locale: 'en', format: 'docx' })).toThrow(
      '"docx" is not a format',
    )
  })

  it('keeps the revision when only the spacing changes, and changes it with a word or a link', () => {
    const revision = (body: string): string =>
      readArticle(text(body), { locale: 'en' }).article.revision
    const page = '<h1>Port</h1><p>The <a href="https://port.example/a">port</a> opens.</p>'
    expect(revision(page)).toMatch(/^[0-9a-f]{16}$/)
    expect(revision(page.replace('opens', '\n  opens'))).toBe(revision(page))
    expect(revision(page.replace('opens', 'closes'))).not.toBe(revision(page))
    expect(revision(page.replace('example/a', 'example/b'))).not.toBe(revision(page))
    expect(revision(page.replace('<p>', '<p translate="no">'))).not.toBe(revision(page))
  })

  it.each(['', ' \n ', '<html><body></body></html>', 'Cookie settings\nAll rights reserved'])(
    'refuses a source without an article: %j',
    (body) => {
      expect(() => readArticle(text(body), { locale: 'en' })).toThrow('no text of an article')
    },
  )
})
