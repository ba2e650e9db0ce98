import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentenceCuts } from '../../src/segment/index.ts'
import { english } from './cases-english.ts'
import { latin } from './cases-latin.ts'
import { other } from './cases-other.ts'

const cases = Object.entries({ en: english, ...latin, ...other })

/** The text with a `|` at each cut. */
function marked(text: string, locale: string): string {
  const cuts = [0, ...sentenceCuts(text, locale)]
  return cuts.map((start, i) => text.slice(start, cuts[i + 1])).join('|')
}

describe.each(cases)('%s', (locale, sentences) => {
  test.each(sentences)('%s', (expected) => {
    expect(marked(expected.replaceAll('|', ''), locale)).toBe(expected)
  })
})

describe('sentenceCuts', () => {
  const words = fc.constantFrom(
    ...['Kyiv', 'fell.', 'Mr.', 'U.S.', 'a.m.', '1.', 'I.', '“', '”', '"', '«', '»', '(', ')', '!'],
    ...[
      '。',
      '「',
      '」',
      '？',
      '؟',
      '।',
      '说',
      'と',
      '—',
      '…',
      '😀',
      '\u00a0',
      '\n',
      '\u2028',
      ' ',
    ],
  )
  const text = fc
    .array(fc.oneof(words, fc.constant(' '), fc.string({ unit: 'binary', maxLength: 3 })))
    .map((parts) => parts.join(''))
  const locales = fc.constantFrom(...cases.map(([locale]) => locale))

  test('are ascending, inside the text, and each at a visible character', () => {
    fc.assert(
      fc.property(text, locales, (plain, locale) => {
        let last = 0
        for (const cut of sentenceCuts(plain, locale)) {
          expect(cut).toBeGreaterThan(last)
          expect(plain.slice(cut)).toMatch(/^\S/u)
          expect(plain.slice(last, cut)).toMatch(/\S/)
          last = cut
        }
      }),
      { numRuns: 5000 },
    )
  })

  test.each([
    ['one word', 'x'.repeat(200_000)],
    ['full stops', '.'.repeat(200_000)],
    ['initials', 'A. '.repeat(70_000)],
    ['empty lines', '\n'.repeat(200_000)],
    ['white space', `He left.${' '.repeat(200_000)}She stayed.`],
    ['opening marks', '. (“'.repeat(50_000)],
    ['an open quotation', `“${'Stop it! '.repeat(22_000)}`],
    ['Chinese quotations', '“好。”'.repeat(50_000)],
  ])('take no more than linear time over %s', (_, plain) => {
    for (const locale of ['en', 'zh-Hans', 'ar']) {
      const begin = performance.now()
      sentenceCuts(plain, locale)
      // Quadratic work over 200,000 characters takes minutes; a busy machine takes a second or two.
      expect(performance.now() - begin).toBeLessThan(10_000)
    }
  })
})
