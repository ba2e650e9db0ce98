import { expect, test } from 'vitest'
import { compileMatcher } from '../../src/glossary/index.ts'
import { found, glossary } from './helpers.ts'

const names = [
  'Kyiv: {about: {also: [Kiev]}}',
  'Donetsk: {}',
  'Donetsk region: {}',
  'Zelenskyy: {about: {also: [Zelensky]}}',
  'Volodymyr Zelenskyy: {}',
  'EU: {}',
  'U.S.: {about: {also: [US]}}',
  'WHO: {}',
]

test.each([
  ['Shelling of the Donetsk region went on.', ['Donetsk region']],
  ['Donetsk and the Donetsk region', ['Donetsk', 'Donetsk region']],
  ['Volodymyr Zelenskyy left; Zelensky returned.', ['Volodymyr Zelenskyy', 'Zelensky = Zelenskyy']],
  ["Zelenskyy's office and Kyiv’s mayor", ['Zelenskyy', 'Kyiv']],
  ['pro-Kyiv and Kyiv-based groups', ['Kyiv', 'Kyiv']],
  ['“Kyiv” (formerly Kiev), /Kyiv/', ['Kyiv', 'Kiev = Kyiv', 'Kyiv']],
  ['Kyivan Rus, Kyivska street, Donetskyi', []],
  ['KYIV: TALKS ON ZELENSKYY’S PLAN', ['KYIV = Kyiv', 'ZELENSKYY = Zelenskyy']],
  ['The EU told eu.europa.eu', ['EU']],
  ['They told us who pays: the US and the WHO.', ['US = U.S.', 'WHO']],
  ['He left the U.S.', ['U.S.']],
  ['A U.S.-led mission. The U.S. He said.', ['U.S.', 'U.S.']],
  ['It cost US$50 million.', []],
  ['', []],
])('%s', (text, expected) => {
  expect(found(text, names)).toEqual(expected)
})

test.each([
  ['soft hyphens', 'In Zelen\u00adskyy’s words', 'Zelen\u00adskyy'],
  ['a zero-width space', 'In Zelen\u200bskyy’s words', 'Zelen\u200bskyy'],
  ['direction marks', 'In \u2068Zelenskyy\u2069’s words', 'Zelenskyy'],
  ['a no-break space', 'The Donetsk\u00a0region is', 'Donetsk\u00a0region'],
  ['a line break', 'The Donetsk\n  region is', 'Donetsk\n  region'],
  ['a surrogate pair before', '🇺🇦 Kyiv', 'Kyiv'],
])('with %s, the range is that of the original', (_, text, source) => {
  const [hit] = compileMatcher(glossary(names))(text)
  expect(hit?.source).toBe(source)
  expect(text.slice(hit?.range.start, hit?.range.end)).toBe(source)
})

test('names in decomposed letters', () => {
  const text = 'Erdoğan met Türkiye’s council'.normalize('NFD')
  const hits = compileMatcher(glossary(['Erdoğan: {}', 'Türkiye: {}']))(text)
  expect(hits.map((hit) => text.slice(hit.range.start, hit.range.end))).toEqual(
    ['Erdoğan', 'Türkiye'].map((name) => name.normalize('NFD')),
  )
})

test.each([
  ['Lloyd’s and Lloyd\u02bcs', ["Lloyd's: {}"], ["Lloyd’s = Lloyd's", "Lloyd\u02bcs = Lloyd's"]],
  ['The ’Ndrangheta clan', ['"\'Ndrangheta": {}'], ["’Ndrangheta = 'Ndrangheta"]],
  ['Nagorno\u2011Karabakh', ['Nagorno-Karabakh: {}'], ['Nagorno\u2011Karabakh = Nagorno-Karabakh']],
])('%s: one apostrophe and hyphen is as good as another', (text, entries, expected) => {
  expect(found(text, entries)).toEqual(expected)
})

test('case: exact takes the name and leaves the word', () => {
  const entries = ['Trump: {about: {case: exact}}', 'Rice: {about: {case: exact}}']
  expect(found('Trump and Rice trump all; rice is cheap', entries)).toEqual(['Trump', 'Rice'])
  expect(found('TRUMP', entries)).toEqual([])
})

test('unless and only-if look at the whole sentence, by words', () => {
  const odesa = ['Odesa: {about: {also: [Odessa], unless: [Texas]}}']
  expect(found('Odessa, Texas, is an oil town.', odesa)).toEqual([])
  expect(found('Odessa is a port.', odesa)).toEqual(['Odessa = Odesa'])
  expect(found('Odessa has Texases', odesa)).toEqual(['Odessa = Odesa'])
  const columbus = ['Columbus: {about: {only-if: [module, laboratory]}}']
  expect(found('The Columbus laboratory is in orbit.', columbus)).toEqual(['Columbus'])
  expect(found('Columbus sailed west.', columbus)).toEqual([])
})

test.each([['the country first'], ['the state first']])('two senses of one word, %s', (order) => {
  const country = 'Georgia: {to: {de: Georgien}}'
  const state = 'Georgia, state: {about: {source: Georgia, only-if: [Atlanta]}, to: {de: Georgia}}'
  const entries = order === 'the country first' ? [country, state] : [state, country]
  expect(found('Atlanta is the capital of Georgia.', entries)).toEqual(['Georgia = Georgia, state'])
  expect(found('Tbilisi is the capital of Georgia.', entries)).toEqual(['Georgia'])
})

test('a cancelled long name leaves room for a short one', () => {
  const entries = ['Odesa region: {about: {unless: [Texas]}}', 'Odesa: {}']
  expect(found('The Odesa region of Texas', entries)).toEqual(['Odesa'])
})

test('a retired entry is history', () => {
  expect(found('Kiev', ['Kiev: {about: {retired: 2026-11-20}}'])).toEqual([])
})

test.each([
  'https://kyivpost.com/kyiv/zelenskyy',
  'www.example.org/Kyiv',
  'kyiv@example.org',
  'Kyiv.ua',
  '@Zelenskyy',
  '#Kyiv',
])('an address keeps its words: %s', (text) => {
  expect(found(`More at ${text} today`, names)).toEqual([])
})

test('a sentence that lacks a space behind its full stop has its names all the same', () => {
  expect(found('It ended in Kyiv.Zelenskyy left.', names)).toEqual(['Kyiv', 'Zelenskyy'])
})
