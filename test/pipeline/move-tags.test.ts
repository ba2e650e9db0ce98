import { describe, expect, test } from 'vitest'
import { moveTags } from '../../src/pipeline/move-tags.ts'

const move = (
  translation: string,
  before: string,
  after: string,
  renderings: Readonly<Record<string, string>> = {},
): string | undefined =>
  moveTags(translation, before, after, ({ start, end }) => {
    const words = after.replace(/<[^>]*>/g, '').slice(start, end)
    const rendering = renderings[words]
    return rendering === undefined ? [] : [rendering]
  })

describe('a translation for a source with other markup', () => {
  test('a link that was taken away is taken off', () => {
    expect(
      move(
        'Lo dijo <a1>el ministro</a1> en <em1>París</em1>.',
        'So said <a1>the minister</a1> in <em1>Paris</em1>.',
        'So said the minister in <em1>Paris</em1>.',
      ),
    ).toBe('Lo dijo el ministro en <em1>París</em1>.')
  })

  test('the one that is left takes the number it now has', () => {
    expect(
      move(
        '<a1>Міністр</a1> поїхав до <a2>Парижа</a2>.',
        '<a1>The minister</a1> left for <a2>Paris</a2>.',
        'The minister left for <a1>Paris</a1>.',
      ),
    ).toBe('Міністр поїхав до <a1>Парижа</a1>.')
  })

  test('a number or a name that stands in both finds its place', () => {
    expect(
      move(
        'Hubo 14 heridos.',
        'There were 14 injured.',
        'There were <strong1>14</strong1> injured.',
      ),
    ).toBe('Hubo <strong1>14</strong1> heridos.')
    expect(move('与 NATO 的会谈。', 'Talks with NATO.', 'Talks with <em1>NATO</em1>.')).toBe(
      '与 <em1>NATO</em1> 的会谈。',
    )
  })

  test('a name of the glossary finds its rendering', () => {
    expect(
      move(
        'وصل زيلينسكي أمس.',
        'Zelenskyy arrived yesterday.',
        '<a1>Zelenskyy</a1> arrived yesterday.',
        { Zelenskyy: 'زيلينسكي' },
      ),
    ).toBe('وصل <a1>زيلينسكي</a1> أمس.')
  })

  test('what encloses the whole encloses the whole', () => {
    expect(
      move(
        'Всё <em1>тихо</em1>.',
        'All <em1>quiet</em1>.',
        '<strong1>All <em1>quiet</em1>.</strong1>',
      ),
    ).toBe('<strong1>Всё <em1>тихо</em1>.</strong1>')
  })

  test.each([
    [
      'words that are translated',
      'Hubo heridos.',
      'There were injured.',
      'There were <em1>injured</em1>.',
    ],
    ['a word that stands there twice', '14 de 14.', '14 of all.', '<em1>14</em1> of all.'],
    [
      'a word that is another one there',
      'Su hijo y su hija son médicos.',
      'His son and daughter are doctors.',
      'His <em1>son</em1> and daughter are doctors.',
    ],
    [
      'part of a decimal number',
      'Subió de dos a 2,5.',
      'It rose from 2 to 2.5.',
      'It rose from <em1>2</em1> to 2.5.',
    ],
    [
      'words newly kept as they are',
      'Lea El Local hoy.',
      'Read The Local today.',
      '<keep1>Read The Local today.</keep1>',
    ],
    [
      'words no longer kept',
      'Lea <keep1>The Local</keep1> hoy.',
      'Read <keep1>The Local</keep1> today.',
      'Read The Local today.',
    ],
    ['part of a word', 'Hubo 140.', 'There were 14.', 'There were <em1>14</em1>.'],
  ])('%s have no certain place', (_, translation, before, after) => {
    expect(move(translation, before, after)).toBeUndefined()
  })
})
