import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileMatcher } from '../../src/glossary/index.ts'
import { fold, isAllCaps, lower } from '../../src/glossary/fold.ts'
import { glossary } from './helpers.ts'

test.each([
  ['composed letters', 'Türkiye'.normalize('NFD'), 'Türkiye'],
  ['composed Korean', '키이우'.normalize('NFD'), '키이우'],
  ['no soft hyphens', 'Zelen\u00adskyy', 'Zelenskyy'],
  ['no direction marks', '\u2067كييف\u2069', 'كييف'],
  ['no Arabic vowels and no tatweel', 'كِييـف', 'كييف'],
  ['no Hebrew points', 'קִייב', 'קייב'],
  ['no Russian stress, but й', 'Зеле́нский', 'Зеленский'],
  ['no variation selectors', '葛\u{e0100}城', '葛城'],
  ['one kind of space', 'Donetsk\u00a0 \n region', 'Donetsk region'],
  ['one kind of apostrophe', 'Lloyd’s Об\u02bcєднані', "Lloyd's Об'єднані"],
  ['one kind of hyphen', 'Nagorno\u2011Karabakh', 'Nagorno-Karabakh'],
  ['one kind of middle dot', '弗拉基米尔・普京 • 特朗普', '弗拉基米尔·普京 · 特朗普'],
  ['no full-width letters', 'ＮＡＴＯ（Ｇ７）', 'NATO(G7)'],
])('%s', (_, text, expected) => {
  expect(fold(text).text).toBe(expected)
})

test('a way back to the original', () => {
  const text = '\u2068Ky\u00adiv\u2069 und Türkiye'.normalize('NFD')
  const { text: folded, originalRange } = fold(text)
  const original = (word: string): string => {
    const start = folded.indexOf(word)
    const range = originalRange({ start, end: start + word.length })
    return text.slice(range.start, range.end)
  }
  expect(original('Kyiv')).toBe('Ky\u00adiv')
  expect(original('Türkiye')).toBe('Türkiye'.normalize('NFD'))
})

test.each([
  ['İSTANBUL', 'en', 'istanbul'],
  ['İSTANBUL', 'tr', 'istanbul'],
  ['DİYARBAKIR', 'tr', 'diyarbakır'],
  ['ΑΘΗΝΑΣ ΠΕΙΡΑΙΑΣ', 'el', 'αθηνασ πειραιασ'],
  ['Weiß', 'de', 'weiß'],
  ['𐐀𐐀', 'en', '𐐨𐐨'],
  ['ÌÍĨ', 'lt', 'ìíĩ'],
])('%s in lower case (%s): %s', (text, locale, expected) => {
  expect(lower(text, locale)).toBe(expected)
})

test.each([
  ['EU', true],
  ['U.S.', true],
  ['КНДР', true],
  ['G7', false],
  ['EUs', false],
  ['北约', false],
  ['2026', false],
])('%s is in capitals: %s', (text, expected) => {
  expect(isAllCaps(text)).toBe(expected)
})

// What news text is made of, and what comes with copying it.
const piece = fc.oneof(
  fc.constantFrom('Kyiv', 'kyiv', 'КИЇВ', 'Київ', '基辅', 'U.S.', 'İ', 'ß', 'ς', '𠮷', '각', 'ﬁ'),
  fc.constantFrom(
    ' ',
    '\u00a0',
    '\n',
    '\u00ad',
    '\u200b',
    '\u2068',
    '\u0301',
    '\u{e0100}',
    '’',
    '-',
    '.',
    '@',
    '·',
  ),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
  fc.string({ unit: 'binary', maxLength: 3 }),
)
const texts = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''))

test('whatever the text, folding and lowering keep their promises', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom('en', 'tr', 'el', 'lt'), (text, locale) => {
      const folded = fold(text)
      expect(lower(folded.text, locale)).toHaveLength(folded.text.length)
      const whole = folded.originalRange({ start: 0, end: folded.text.length })
      expect(whole.start).toBeLessThanOrEqual(whole.end)
      expect(fold(text.slice(whole.start, whole.end)).text).toBe(folded.text)
    }),
    { numRuns: 500 },
  )
})

test('whatever the text, a hit is a piece of it, in order, and spells the name', () => {
  const find = compileMatcher(glossary(['Kyiv: {}', 'Київ: {}', '基辅: {}', 'U.S.: {}', '𠮷: {}']))
  fc.assert(
    fc.property(texts, (text) => {
      let done = 0
      for (const { entry, source, range } of find(text)) {
        expect(range.start).toBeGreaterThanOrEqual(done)
        expect(text.slice(range.start, range.end)).toBe(source)
        expect(lower(fold(source).text, 'en')).toBe(lower(entry.source, 'en'))
        done = range.end
      }
    }),
    { numRuns: 500 },
  )
})
