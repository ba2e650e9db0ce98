import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileMatcher, type Entry } from '../../src/glossary/index.ts'
import { foundPlainly } from './matcher-reference.ts'

/** What names and the text around them are made of, so that names meet, overlap and hide. */
const scripts: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Kyiv',
    'KYIV',
    'kyiv',
    'New',
    'York',
    'EU',
    'us',
    'US',
    'U.S.',
    "'Ndrangheta",
    'Straße',
    '𐐀𐐨',
    '𐐨𐐨',
  ],
  tr: ['İstanbul', 'ISTANBUL', 'istanbul', 'Diyarbakır', 'DİYARBAKIR', 'Ilgaz', 'ılgaz'],
  uk: ['Київ', 'КИЇВ', 'Києві', 'область', 'Об’єднані', 'Донецька', 'ООН', 'Зеле́нський'],
  el: ['Αθήνας', 'ΑΘΉΝΑΣ', 'Ζελένσκις', 'ΐσος'],
  ar: ['كييف', 'وكييف', 'الكييف', 'زيلينسكي', 'كِييـف', 'بال', 'للكييف'],
  he: ['קייב', 'ולכשבקייב', 'בקייב', 'והקייב', 'זלנסקי'],
  'zh-Hans': ['基辅', '基', '辅', '北约', '泽连斯基', 'NATO', 'ＮＡＴＯ', 'A股', '𠮷野家', '·'],
  ja: ['インド', 'インドネシア', 'キーウ', 'の', '首脳', '・'],
  ko: ['키이우', '에서', '인도', '네시아', '는', '와', '시', 'EU'],
  th: ['เคียฟ', 'ปารีส', 'ปาร', 'กรุง'],
}
const joints = [
  ' ',
  ' ',
  ' ',
  '',
  '-',
  '.',
  ', ',
  '’s ',
  '\u00a0',
  '  ',
  '\u00ad',
  '\u0301',
  '@',
  '$',
  '!',
  '_',
  '://',
  '🇺🇦',
]

const wordsOf = (source: string): readonly string[] => scripts[source] ?? []
const textOf = (source: string, most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.constantFrom(...wordsOf(source)), fc.constantFrom(...joints)), {
      minLength: 1,
      maxLength: most,
    })
    .map((parts) => parts.flat().join(''))

const entryOf = (source: string): fc.Arbitrary<Entry> => {
  const name = textOf(source, 3)
    .map((text) => text.trim())
    .filter((text) => /[\p{L}\p{N}]/u.test(text))
  const condition = fc.array(fc.constantFrom(...wordsOf(source)), { maxLength: 1 })
  const seldom = fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: condition },
  )
  return fc.record({
    key: fc.uuid(),
    source: name,
    also: fc.array(name, { maxLength: 2 }),
    isCaseExact: fc.boolean(),
    unless: seldom,
    onlyIf: seldom,
    to: fc.constant(new Map<string, string>()),
    keep: fc.constant([]),
    forms: fc.constant(new Map<string, string[]>()),
    never: fc.constant(new Map<string, string[]>()),
    uninflected: fc.constant([]),
    place: fc.constant({ file: 'glossary.yaml' }),
  })
}

test.each(Object.keys(scripts))(
  'whatever glossary and text in %s: what a plain search finds',
  (source) => {
    fc.assert(
      fc.property(
        fc.array(entryOf(source), { minLength: 1, maxLength: 8 }),
        textOf(source, 12),
        (entries, text) => {
          const glossary = { source, entries }
          const found = compileMatcher(glossary)(text).map(
            ({ entry, range }) => `${range.start}-${range.end} ${entry.key}`,
          )
          expect(found).toEqual(foundPlainly(glossary, text))
        },
      ),
      { numRuns: 300 },
    )
  },
)
