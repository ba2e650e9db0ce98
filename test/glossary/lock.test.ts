import { expect, test } from 'vitest'
import { lockTerms, unlockTerms } from '../../src/glossary/index.ts'
import { terms } from './helpers.ts'

const entries = [
  'Kyiv: {to: {es: Kiev, ka: კიევი}}',
  'Zelenskyy: {to: {es: Zelenski}}',
  'Black Sea: {to: {es: mar Negro}}',
  'U.S.: {to: {es: Estados Unidos, de: U.S.}}',
]

function locked(tagged: string, target: string = 'es'): string {
  const source = tagged.replace(/<[^>]*>/g, '').replace('&amp;', '&')
  return lockTerms(tagged, terms(source, entries, target), target).text
}

test.each([
  ['Zelenskyy left Kyiv.', '<t1>Zelenski</t1> left <t2>Kiev</t2>.'],
  ['<em1>Zelenskyy</em1> &amp; Kyiv', '<em1><t1>Zelenski</t1></em1> &amp; <t2>Kiev</t2>'],
  ['Zelen<em1>skyy</em1> in Kyiv', 'Zelen<em1>skyy</em1> in <t2>Kiev</t2>'],
  ['Black Sea ports', '<t1>Mar Negro</t1> ports'],
  ['“Black Sea ports”', '“<t1>Mar Negro</t1> ports”'],
  ['The Black Sea', 'The <t1>mar Negro</t1>'],
  ['He left the U.S.', 'He left the <t1>Estados Unidos</t1>.'],
  ['He said: “the U.S.”', 'He said: “the <t1>Estados Unidos</t1>.”'],
  ['A U.S. plan.', 'A <t1>Estados Unidos</t1> plan.'],
])('%s is sent as %s', (source, expected) => {
  expect(locked(source)).toBe(expected)
})

test('a rendering that ends in a full stop brings its own', () => {
  expect(locked('He left the U.S.', 'de')).toBe('He left the <t1>U.S.</t1>')
})

test('Georgian has no capital at the start of a sentence', () => {
  expect(locked('Kyiv is quiet', 'ka')).toBe('<t1>კიევი</t1> is quiet')
})

const locks = new Map([
  ['t1', 'Zelenski'],
  ['t2', 'Kiev'],
])

test.each([
  ['<t1>Zelenski</t1> dejó <t2>Kiev</t2>.', 'Zelenski dejó Kiev.'],
  ['En <em1><t2>Kiev</t2></em1>, <t1>Zelenski</t1>', 'En <em1>Kiev</em1>, Zelenski'],
])('%s comes back as %s', (answer, expected) => {
  expect(unlockTerms(answer, locks)).toBe(expected)
})

test.each([
  ['one is missing', '<t1>Zelenski</t1> se fue.'],
  ['one came twice', '<t1>Zelenski</t1>, <t1>Zelenski</t1>, <t2>Kiev</t2>'],
  ['one is empty', '<t1>Zelenski</t1> Kiev <t2></t2>'],
  ['one was changed', '<t1>Zelensky</t1> en <t2>Kiev</t2>'],
  ['two were exchanged', '<t1>Kiev</t1> y <t2>Zelenski</t2>'],
  ['one stands inside another', '<t1>Zelenski<t2>Kiev</t2> y más</t1>'],
  ['one is new', '<t1>Zelenski</t1> <t2>Kiev</t2> <t3>Odesa</t3>'],
])('refused: %s', (_, answer) => {
  expect(unlockTerms(answer, locks)).toBeUndefined()
})

test('what is no tagged text is refused loudly', () => {
  expect(() => unlockTerms('<t1>Zelenski', locks)).toThrow('not closed')
})
