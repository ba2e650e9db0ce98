import { expect, test } from 'vitest'
import { verdict } from './helpers.ts'

const missing = (name: string): string => `error: Meduza: "${name}" is missing`

test.each([
  ['ru', 'Meduza: {about: {inflects: no}, to: {ru: Медуза}}', 'Издание Медуза', []],
  ['ru', 'Meduza: {about: {inflects: no}, to: {ru: Медуза}}', 'В Медузе', [missing('Медуза')]],
  ['ru', 'Meduza: {about: {inflects: {fi: no}}, to: {ru: Медуза}}', 'В Медузе', []],
  ['de', 'Meduza: {about: {inflects: no}, to: {de: Medusa}}', 'Medusas Team', [missing('Medusa')]],
  [
    'de',
    'Meduza: {about: {inflects: no}, to: {de: Medusa}}',
    'Der Medusabericht',
    [missing('Medusa')],
  ],
  ['ar', 'Meduza: {about: {inflects: no}, to: {ar: ميدوزا}}', 'قالت صحيفة لميدوزا وميدوزا', []],
  ['ko', 'Meduza: {about: {inflects: no}, to: {ko: 메두사}}', '메두사는 보도했다.', []],
])('%s: %s: %s', (target, entry, translation, expected) => {
  expect(verdict('Meduza was there.', translation, [entry], target)).toEqual(expected)
})

test('a forbidden form of such an entry is known as listed alone', () => {
  const entry = 'Meduza: {about: {inflects: no}, to: {de: Medusa}, never: {de: [Qualle]}}'
  const source = 'Meduza was there.'
  expect(verdict(source, 'Medusa, Quallenbericht, Qualles', [entry], 'de')).toEqual([])
  expect(verdict(source, 'Medusa, Qualle', [entry], 'de')).toHaveLength(1)
})

test('a form that two entries share inflects for the one that inflects', () => {
  const entries = [
    'Meduza: {about: {inflects: no}, to: {ru: Медуза}}',
    'Medusa: {to: {ru: Медуза}}',
  ]
  const source = 'Meduza wrote about Medusa.'
  expect(verdict(source, 'О Медузе писали. Медуза', entries, 'ru')).toEqual([])
  expect(verdict(source, 'О Медузе писали.', entries, 'ru')).toEqual([missing('Медуза')])
})
