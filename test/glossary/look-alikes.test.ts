import { expect, test } from 'vitest'
import { glossaryFindings, inspectGlossary } from '../../src/glossary/index.ts'
import { isInOtherScript, mixedWords } from '../../src/glossary/look-alikes.ts'

// Look-alike letters are written as escapes: on paper nobody could tell them apart.
test.each([
  ['a Latin e in Russian', 'Ки\u0065в', 'ru', 'Киев'],
  ['two Latin letters of four in Ukrainian', '\u004bи\u0069в', 'uk', undefined],
  ['a Latin i in Ukrainian', 'Ук\u0069нор', 'uk', 'Укінор'],
  ['a Latin i in Russian, which has no such letter', 'Ки\u0069в', 'ru', undefined],
  ['a Cyrillic o in Spanish', 'Zel\u0435nski', 'es', 'Zelenski'],
  ['a Greek omicron in German', 'Selensky\u03bf', 'de', 'Selenskyo'],
  ['a Latin o in Greek', 'Κίεβ\u006fς', 'el', 'Κίεβος'],
  ['as many of one as of the other', 'Ос\u006f\u0061', 'ru', undefined],
  ['a brand with Cyrillic letters in Russian text', 'G\u043e\u043egle', 'ru', undefined],
])('a mixed word: %s', (_, word, locale, mended) => {
  expect(mixedWords(`из ${word}.`, locale).map((one) => one.mended)).toEqual([mended])
})

test.each([
  ['NATO-Russland-Rat', 'de'],
  ['F-16', 'ru'],
  ['IT-компания', 'ru'],
  ['β-Zerfall', 'de'],
  ['5G网络', 'zh-Hans'],
  ['Зеленский (Zelensky)', 'ru'],
])('words of one script each: %s', (text, locale) => {
  expect(mixedWords(text, locale)).toEqual([])
})

test.each([
  ['Kiev', 'ru', ['Kyiv', 'Kiev City'], false],
  ['Kiew', 'ru', ['Kyiv', 'Kiev'], true],
  ['Киев', 'es', ['Kyiv'], true],
  ['NATO', 'ru', ['NATO'], false],
  ['F-16', 'uk', ['F-16 jet'], false],
  ['2026', 'ar', ['the year'], false],
  ['基辅', 'ja', ['Kyiv'], false],
  ['キーウ', 'ja', ['Kyiv'], false],
  ['키이우', 'ko', ['Kyiv'], false],
  ['키이우', 'zh-Hant', ['Kyiv'], true],
  ['Beograd', 'sr-Latn', ['Belgrade'], false],
  ['Beograd', 'sr', ['Belgrade'], true],
])('%s in %s, where articles say %j: in another script %s', (text, locale, sources, expected) => {
  expect(isInOtherScript(text, locale, sources)).toBe(expected)
})

test('findings name the letter, its code and what to write', () => {
  const content = `version: 1
terms:
  Kyiv: {to: {ru: Ки\u0065в, uk: Kyjiw}, never: {ru: [\u041aiev]}}
`
  expect(glossaryFindings(inspectGlossary(content, 'glossary.yaml'))).toMatchObject([
    {
      severity: 'warning',
      kind: 'look-alike',
      entry: 'Kyiv',
      language: 'ru',
      place: { line: 3, column: 19 },
      message: 'Kyiv: "Киeв" mixes letters of two scripts that look alike',
      mend: 'Write "Киев"; "babelwire glossary check --fix" does it.',
    },
    {
      kind: 'look-alike',
      place: { line: 3, column: 50 },
      message: 'Kyiv: "Кiev" mixes scripts: К (U+041A) is Cyrillic',
      mend: 'Type the word anew in one script.',
    },
    {
      kind: 'other-script',
      language: 'uk',
      message: 'Kyiv: "Kyjiw" in uk has no letter of its script (Cyrillic)',
      mend: 'Write it as uk does, or add uk to "keep".',
    },
  ])
})
