import { expect, test } from 'vitest'
import { checkPunctuation } from '../../src/checks/punctuation.ts'
import { translated } from './input.ts'

test.each([
  ['es', 'Officials denied it.', 'Los funcionarios lo negaron', /final period is missing/],
  ['ja', 'Officials denied it.', '当局はそれを否定した', /period is missing/],
  ['fr', 'Will the truce hold?', 'La trêve tiendra-t-elle', /question is missing/],
  [
    'de',
    'Will the truce hold?',
    'Die Waffenruhe hält.',
    /ends in a question, the text in a period/,
  ],
  ['ar', 'Will the truce hold?', 'ستصمد الهدنة.', /question/],
  ['hi', 'Officials denied it.', 'अधिकारियों ने इससे इनकार किया', /period/],
  ['es', 'Officials denied it.', 'Los  funcionarios lo negaron.', /Two spaces/],
])('%s: %s', (locale, source, text, message) => {
  const findings = checkPunctuation(translated(source, text, locale))
  expect(findings).toMatchObject([{ check: 'punctuation', severity: 'warning' }])
  expect(findings[0]?.message).toMatch(message)
})

test.each([
  ['es', 'Will the truce hold?', '¿Aguantará la tregua?'],
  ['ar', 'Will the truce hold?', 'هل تصمد الهدنة؟'],
  ['el', 'Will the truce hold?', 'Θα αντέξει η εκεχειρία;'],
  ['ja', 'Will the truce hold?', '停戦は続くのか。'],
  ['zh-Hans', '“We will not give up,” she said.', '她说：“我们不会放弃。”'],
  ['ja', '“We will not give up.”', '「我々は諦めない」'],
  ['th', 'Officials denied it.', 'เจ้าหน้าที่ปฏิเสธเรื่องดังกล่าว'],
  ['hi', 'Officials denied it.', 'अधिकारियों ने इससे इनकार किया।'],
  ['hy', 'Officials denied it.', 'Պաշտոնյաները հերքեցին դա:'],
  ['ur', 'Officials denied it.', 'حکام نے اس کی تردید کی۔'],
  ['my', 'Officials denied it.', 'တာဝန်ရှိသူများက ငြင်းဆိုခဲ့သည်။'],
  ['fr', 'Officials denied it.', 'Les autorités l’ont démenti (AFP).'],
  ['de', '“Officials denied it.”', '„Die Behörden bestritten das.“'],
  ['es', 'The talks are over!', 'Las conversaciones han terminado.'],
  ['de', 'The polls close at 8 p.m.', 'Die Wahllokale schließen um 20 Uhr'],
  ['en-XA', 'Officials denied it.', '[Ǿƒƒīƈīȧŀş ḓḗƞīḗḓ īŧ.]'],
  ['ar-XB', 'Officials denied it.', '\u200f\u202eOfficials\u202c\u200f'],
])('%s: %s', (locale, source, text) => {
  expect(checkPunctuation(translated(source, text, locale))).toEqual([])
})

test('a period added to a headline is a warning, to a paragraph it is not', () => {
  const source = 'Parliament votes on budget'
  const text = 'El Parlamento vota el presupuesto.'
  expect(checkPunctuation(translated(source, text, 'es', 'en', 'headline'))).toHaveLength(1)
  expect(checkPunctuation(translated(source, text, 'es'))).toEqual([])
})
