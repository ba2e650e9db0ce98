import { expect, test } from 'vitest'
import { checkRepeats } from '../../src/checks/repeats.ts'
import { translated } from './input.ts'

const source = 'The minister said on Monday that the plan would go ahead.'

test.each([
  ['es', 'El ministro ministro dijo el lunes que el plan seguirá.'],
  ['de', 'Der Minister sagte am am Montag, der Plan bleibe.'],
  ['ru', 'Министр сказал в в понедельник, что план остаётся.'],
  ['id', 'Menteri menteri menteri itu mengatakan rencana berlanjut.'],
  ['fr', 'Le ministre a dit que le plan que le plan que le plan serait maintenu.'],
  ['zh-Hans', '部长周一表示计划计划计划计划将继续。'],
])('%s: %s', (locale, text) => {
  const findings = checkRepeats(translated(source, text, locale))
  expect(findings[0]).toMatchObject({ check: 'repeats', severity: 'warning' })
})

test.each([
  ['fr', 'Nous nous réjouissons que vous vous soyez mis d’accord.'],
  ['de', 'Die Partei, die die Wahl gewann, sagte, dass das das Ziel sei.'],
  ['en', 'He said that that had had an effect.'],
  ['id', 'Anak anak itu berlari.'],
  ['hi', 'धीरे धीरे हालात सुधर रहे हैं।'],
  ['ar', 'تحسنت الأوضاع شيئا شيئا.'],
  ['es', 'No, no, dijo el ministro.'],
  ['tr', 'Yavaş yavaş toparlanıyor.'],
  ['vi', 'Tình hình dần dần cải thiện.'],
  ['zh-Hans', '谢谢谢谢，部长说。'],
  ['en-XA', '[the the]'],
])('%s: %s', (locale, text) => {
  expect(checkRepeats(translated(source, text, locale))).toEqual([])
})

test('what the source doubles may be doubled', () => {
  const text = 'Duran Duran played in Bora Bora.'
  expect(checkRepeats(translated(text, 'Дюран Дюран выступили на Бора Бора.', 'ru'))).toEqual([])
})
