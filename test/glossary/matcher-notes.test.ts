import { expect, test } from 'vitest'
import { found } from './helpers.ts'

const names = ['Kyiv: {}', 'Donetsk region: {}', 'Covid: {}', 'Covid-19: {}', 'F: {}', 'Yahoo!: {}']

test.each([
  ['Shelling of Kyiv2 went on.', ['Kyiv']],
  ['Shelling of Kyiv² went on.', ['Kyiv']],
  ['“KYIV12”, it said', ['KYIV = Kyiv']],
  ['The Donetsk region3, they said.', ['Donetsk region']],
])('a footnote number does not hide a name: %s', (text, expected) => {
  expect(found(text, names)).toEqual(expected)
})

test.each(['An F16 flew.', 'Covid19', 'Kyiv2022', 'Kyiv2.5', 'Kyiv2nd', 'Kyiv2_', '2Kyiv'])(
  'a number that makes another name: %s',
  (text) => {
    expect(found(text, names)).toEqual([])
  },
)

test('a name with its own number is itself', () => {
  expect(found('Covid-19 and Covid3', names)).toEqual(['Covid-19', 'Covid'])
  expect(found('Leopard2', ['Leopard: {}', 'Leopard2: {}'])).toEqual(['Leopard2'])
  expect(found('Apollo11', ['Apollo: {}', 'Apollo 11: {}'])).toEqual([])
})

test.each([
  ['كييف2', 'ar', 'كييف: {}', ['كييف']],
  ['في كييف٢ اليوم', 'ar', 'كييف: {}', ['كييف']],
  ['В Києві¹ тихо', 'uk', 'Києві: {}', ['Києві']],
  ['在基辅2', 'zh-Hans', '基辅: {}', ['基辅']],
])('in other scripts: %s', (text, source, entry, expected) => {
  expect(found(text, [entry], source)).toEqual(expected)
})

test.each(['He left Yahoo!', 'Yahoo! said so.', 'At Yahoo!’s office'])(
  'a mark inside: %s',
  (text) => {
    expect(found(text, names)).toEqual(['Yahoo!'])
  },
)
