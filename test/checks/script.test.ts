import { expect, test } from 'vitest'
import { checkScript } from '../../src/checks/script.ts'
import { translated } from './input.ts'

const source = 'The president met NATO leaders in Brussels on Tuesday.'

test.each([
  ['ru', 'Prezident vstretilsya s liderami NATO v Bryussele.'],
  ['ar', 'The president met NATO leaders in Brussels on Tuesday.'],
  ['zh-Hans', 'Президент встретился с лидерами НАТО в Брюсселе.'],
  ['es', 'Президент встретился с лидерами НАТО в Брюсселе.'],
  ['ja', '대통령은 화요일 브뤼셀에서 나토 정상들을 만났다.'],
  ['sr-Latn', 'Председник се састао са лидерима НАТО у Бриселу.'],
  ['sr', 'Predsednik se sastao sa liderima NATO u Briselu.'],
  ['hi', 'صدر نے برسلز میں نیٹو رہنماؤں سے ملاقات کی۔'],
])('%s: %s is in the wrong script', (locale, text) => {
  const findings = checkScript(translated(source, text, locale))
  expect(findings).toMatchObject([{ check: 'script', severity: 'error' }])
})

test.each([
  ['ru', 'Президент встретился с лидерами NATO в Брюсселе.'],
  ['ja', '大統領は火曜日、ブリュッセルでNATO首脳と会談した。'],
  ['ko', '대통령은 화요일 브뤼셀에서 NATO 정상들을 만났다.'],
  ['zh-Hans', '总统周二在布鲁塞尔会见了北约领导人。'],
  ['zh-Hant', '總統週二在布魯塞爾會見了北約領導人。'],
  ['sr', 'Председник се састао са лидерима НАТО-а у Бриселу.'],
  ['sr-Latn', 'Predsednik se sastao sa liderima NATO-a u Briselu.'],
  ['ar', 'التقى الرئيس قادة حلف NATO في بروكسل.'],
  ['th', 'ประธานาธิบดีพบผู้นำนาโตที่กรุงบรัสเซลส์'],
  ['am', 'ፕሬዝዳንቱ ማክሰኞ በብራስልስ የኔቶ መሪዎችን አገኙ።'],
  ['en-XA', '[Ŧħḗ ƥřḗşīḓḗƞŧ ḿḗŧ ȠȦŦǾ]'],
  ['ar-XB', '\u200f\u202eThe president\u202c\u200f'],
])('%s: %s', (locale, text) => {
  expect(checkScript(translated(source, text, locale))).toEqual([])
})

test.each([
  ['ru', 'Microsoft, Apple and OpenAI', 'Microsoft, Apple, OpenAI'],
  ['zh-Hans', 'Elon Musk bought Twitter', 'Elon Musk收购Twitter'],
  ['ja', 'SpaceX launches Starship', 'SpaceX、Starship打ち上げ'],
  ['ar', '$1.5bn (BBC)', '1.5 مليار دولار (BBC)'],
  ['ru', '12:30', '12:30'],
])('%s: names may stay in Latin: %s', (locale, english, text) => {
  expect(checkScript(translated(english, text, locale))).toEqual([])
})

test('a word of Latin and Cyrillic look-alikes is a warning', () => {
  const text = 'Прeзидент выступил в YouTube-эфире IT-компании.'
  expect(checkScript(translated(source, text, 'ru'))).toMatchObject([
    { severity: 'warning', range: { start: 0, end: 9 } },
  ])
})
