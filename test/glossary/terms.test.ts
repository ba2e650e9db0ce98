import { expect, test } from 'vitest'
import { termsHash } from '../../src/glossary/index.ts'
import { terms } from './helpers.ts'

/** The dictionary form a sentence must have in each language; nothing where none is demanded. */
function renderings(
  entry: string,
  word: string,
  targets: readonly string[],
): (string | undefined)[] {
  return targets.map((target) => terms(`In ${word} today.`, [entry], target)[0]?.accepted[0])
}

test.each([
  ['Kyiv: {to: {es: Kiev}}', ['es', 'es-MX', 'fr'], ['Kiev', 'Kiev', undefined]],
  ['Kyiv: {to: {es: Kiev, es-MX: Kyiv}}', ['es', 'es-MX', 'es-AR'], ['Kiev', 'Kyiv', 'Kiev']],
  ['Kyiv: {to: {pt: Kiev}}', ['pt-BR', 'pt-PT'], ['Kiev', 'Kiev']],
  [
    'Kyiv: {to: {zh-Hans: 基辅}}',
    ['zh', 'zh-CN', 'zh-TW', 'zh-Hant', 'zh-HK'],
    ['基辅', '基辅', undefined, undefined, undefined],
  ],
  ['Kyiv: {to: {zh: 基辅, zh-Hant: 基輔}}', ['zh-Hans', 'zh-TW'], ['基辅', '基輔']],
  [
    'Kyiv: {to: {sr: Кијев, sr-Latn: Kijev}}',
    ['sr', 'sr-RS', 'sr-Latn', 'sr-Latn-ME'],
    ['Кијев', 'Кијев', 'Kijev', 'Kijev'],
  ],
  ['Kyiv: {to: {sr: Кијев}}', ['sr-Latn'], [undefined]],
  [
    'Kyiv: {keep: [es, fr], to: {zh-Hans: 基辅}}',
    ['es-MX', 'fr', 'zh', 'de'],
    ['Kyiv', 'Kyiv', '基辅', undefined],
  ],
  ['Kyiv: {keep: all, to: {zh-Hans: 基辅}}', ['de', 'zh', 'zh-Hant'], ['Kyiv', '基辅', 'Kyiv']],
  ['Kyiv: {keep: [pt-PT], to: {pt: Kiev}}', ['pt-PT', 'pt'], ['Kyiv', 'Kiev']],
])('%s', (entry, targets, expected) => {
  expect(renderings(entry, 'Kyiv', targets)).toEqual(expected)
})

test('an own key for a second sense; what is printed is its source form', () => {
  const entry = 'Patriot, missile: {about: {source: Patriot}, keep: all}'
  expect(terms('A Patriot battery', [entry], 'es')).toMatchObject([
    { entry: 'Patriot, missile', source: 'Patriot', accepted: ['Patriot'], untranslated: [] },
  ])
})

test('a sentence demands the dictionary form first, then the forms, and forbids the rest', () => {
  const entry =
    'Kyiv: {about: {also: [Kiev]}, to: {de: Kyjiw}, forms: {de: Kyjiws}, never: {de: Kiew}}'
  expect(terms('Talks in Kiev', [entry], 'de')).toEqual([
    {
      entry: 'Kyiv',
      source: 'Kiev',
      range: { start: 9, end: 13 },
      accepted: ['Kyjiw', 'Kyjiws'],
      forbidden: ['Kiew'],
      untranslated: ['Kyiv', 'Kiev'],
      inflects: true,
    },
  ])
})

test.each([
  ['KYIV UNDER ATTACK', 'es', 'KIEV'],
  ['KYIV UNDER ATTACK', 'el', 'ΚΙΕΒΟ'],
  ['KYIV UNDER ATTACK', 'tr', 'KİEV'],
  ['KYIV UNDER ATTACK', 'ka', 'კიევი'],
  ['KYIV UNDER ATTACK', 'zh-Hans', '基辅'],
  ['Kyiv under attack', 'es', 'Kiev'],
])('%s in %s: %s', (headline, target, expected) => {
  const entry = 'Kyiv: {to: {es: Kiev, el: Κίεβο, tr: Kiev, ka: კიევი, zh-Hans: 基辅}}'
  expect(terms(headline, [entry], target)[0]?.accepted[0]).toBe(expected)
})

test('an acronym is not shouted: it is spelled so', () => {
  expect(terms('EU leaders', ['EU: {to: {fr: Otan}}'], 'fr')[0]?.accepted).toEqual(['Otan'])
})

const base = 'Kyiv: {to: {es: Kiev}, forms: {es: [Kíev]}, never: {es: [Kyjiv]}}'
const hash = (entry: string, sentence: string = 'Talks in Kyiv', target: string = 'es'): string =>
  termsHash(terms(sentence, [entry], target))

test.each([
  ['another rendering', base.replace('es: Kiev', 'es: Kyiv'), true],
  ['a rendering for another language', base.replace('es: Kiev', 'es: Kiev, fr: Kyiv'), false],
  ['other forms', base.replace('Kíev', 'Kiév'), false],
  ['other forbidden forms', base.replace('Kyjiv', 'Kyjiw'), false],
  ['an approval', base.replace('{to', '{about: {approved: 2026-11-20 mk}, to'), false],
  ['a note', base.replace('{to', '{about: {note: as the EFE prints it}, to'), false],
  [
    'another spelling that this sentence does not have',
    base.replace('{to', '{about: {also: Kiev}, to'),
    false,
  ],
  ['another key', base.replace('Kyiv: {to', 'Kyiv, city: {about: {source: Kyiv}, to'), false],
  ['retirement', base.replace('{to', '{about: {retired: 2026-11-20}, to'), true],
])('%s asks the engine again: %$', (_, entry, isChanged) => {
  expect(hash(entry) !== hash(base)).toBe(isChanged)
})

test('no names, no hash', () => {
  expect(hash(base, 'Talks in Odesa')).toBe('')
  expect(hash(base, 'Talks in Kyiv', 'de')).toBe('')
})
