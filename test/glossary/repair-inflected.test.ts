import { expect, test } from 'vitest'
import { repairTerms } from '../../src/glossary/index.ts'
import { terms } from './helpers.ts'

const entries = [
  'Kyiv: {about: {also: [Kiev]}, to: {uk: Київ, ru: Киев, pl: Kijów, bg: Киев, fi: Kiova, tr: Kiev, de: Kyjiw, ar: كييف}, never: {uk: [Киев], de: [Kiew], ar: [كيف]}}',
  'Umerov: {to: {uk: Умєров, ru: Умеров, de: Umjerow}, never: {uk: [Умеров], de: [Umerow]}}',
  'Dmitry Peskov: {to: {uk: Дмитро Пєсков}, never: {uk: [Дмитро Песков]}}',
  'Meduza: {about: {inflects: no}, to: {ru: Медуза}}',
  'U.S.: {to: {ar: الولايات المتحدة}}',
]

const repaired = (source: string, translation: string, target: string): string =>
  repairTerms(translation, terms(source, entries, target), target)

test.each([
  ['uk', 'In Kyiv', 'Вибухи у Kyiv уночі'],
  ['ru', 'In Kyiv', 'Взрывы в Kyiv ночью'],
  ['pl', 'In Kyiv', 'Wybuchy w Kyiv'],
  ['fi', 'In Kyiv', 'Räjähdyksiä oli Kyiv eilen'],
  ['tr', 'In Kyiv', "Kyiv'de patlama"],
  ['uk', 'In Kyiv', 'Вибухи в Киев уночі'],
  ['uk', 'In Kyiv', 'Вибухи в Киеве вночі'],
  ['de', 'In Kyiv', 'Kiews Straßen'],
])('%s: a wrong case would come of it, so it stays: %s: %s', (target, source, translation) => {
  expect(repaired(source, translation, target)).toBe(translation)
})

test.each([
  ['uk', 'Kyiv answers', 'Kyiv відповідає', 'Київ відповідає'],
  ['ru', 'Kyiv answers', '«Kyiv отвечает»', '«Киев отвечает»'],
  ['bg', 'In Kyiv', 'Експлозии в Kyiv през нощта', 'Експлозии в Киев през нощта'],
  ['uk', 'Umerov spoke', 'Учора говорив Умеров', 'Учора говорив Умєров'],
  ['uk', 'Umerov spoke', 'Розмова з Умеровим', 'Розмова з Умєровим'],
  ['uk', 'Umerov spoke', 'Лист до <em1>Умерова</em1>', 'Лист до <em1>Умєрова</em1>'],
  ['uk', 'Dmitry Peskov', 'Слова Дмитра Пескова', 'Слова Дмитра Пєскова'],
  ['de', 'Umerov spoke', 'Umerows Rede', 'Umjerows Rede'],
  ['ru', 'Meduza wrote', 'Издание писало о Meduza', 'Издание писало о Медуза'],
])('%s: %s: %s: %s', (target, source, translation, expected) => {
  expect(repaired(source, translation, target)).toBe(expected)
})

test.each([
  ['In Kyiv', 'انفجارات بKyiv', 'انفجارات بكييف'],
  ['The U.S.', 'قال مسؤول لU.S. اليوم', 'قال مسؤول للولايات المتحدة اليوم'],
])('ar: a prefix stays with the name: %s: %s', (source, translation, expected) => {
  expect(repaired(source, translation, 'ar')).toBe(expected)
})
