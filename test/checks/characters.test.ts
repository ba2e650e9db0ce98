import { expect, test } from 'vitest'
import { checkCharacters } from '../../src/checks/characters.ts'
import { translated } from './input.ts'

test.each([
  ['es', 'El presidente\u0007 habló.', 'U+0007 (control character)'],
  ['es', 'El presi\u200bdente habló.', 'U+200B (zero-width space)'],
  ['fr', 'Le pr\ufffdsident a parl\ufffd.', 'U+FFFD'],
  ['de', 'Der\u2060 Präsident sprach.', 'U+2060'],
  ['de', 'Der Präsi\u200cdent sprach.', 'U+200C'],
  ['es', 'El presidente \u202ehabló.', 'U+202E'],
  ['ar', '\u202eتحدث الرئيس\u202c', 'U+202E'],
  ['es', '\u200fEl presidente habló.', 'U+200F'],
  ['fr', 'Le prÃ©sident a parlÃ©.', '“Ã©” is text in a broken encoding'],
  ['fr', 'Lâ€™État parle.', 'broken encoding'],
  ['fr', 'L&amp;#39;État parle.', 'escaped twice'],
])('%s: %j is an error', (locale, text, message) => {
  const findings = checkCharacters(translated('The president spoke.', text, locale))
  expect(findings[0]).toMatchObject({ check: 'characters', severity: 'error' })
  expect(findings[0]?.message).toContain(message)
})

test.each([
  ['fa', 'او می\u200cگوید که می\u200cآید.'],
  ['hi', 'क्\u200dष और क्\u200cष'],
  ['ar', 'قال \u2066NATO\u2069 إن \u200fالاجتماع\u200f انتهى.'],
  ['he', 'הנשיא אמר \u200eNATO\u200e.'],
  ['th', 'ประธานาธิบดี\u200bกล่าว'],
  ['en', 'The word \u200fسلام\u200f means peace.'],
  ['es', 'La familia 👨\u200d👩\u200d👧 y la bandera 🏳️\u200d🌈.'],
  ['de', 'Die Bundes\u00adregierung\u00a0tagt.'],
  ['ar-XB', '\u200f\u202eThe\u202c\u200f \u200f\u202epresident\u202c\u200f'],
  ['pt', 'NÃO HÁ SOLUÇÃO, AFIRMA O GOVERNO'],
  ['fr', 'R&amp;B et AT&amp;T'],
])('%s: %j is right', (locale, text) => {
  expect(checkCharacters(translated('The president spoke of R&amp;B.', text, locale))).toEqual([])
})

test('the range tells where', () => {
  const [found] = checkCharacters(translated('Rain.', '<em1>Re\u200bgen</em1>.', 'de'))
  expect(found?.range).toEqual({ start: 2, end: 3 })
})
