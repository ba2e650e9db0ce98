import { expect, test } from 'vitest'
import { leftToLadder } from '../../src/glossary/engine-pairs.ts'
import { enginePairs } from '../../src/glossary/index.ts'
import { glossary } from './helpers.ts'

test('every spelling with its dictionary form, for the language asked', () => {
  const entries = [
    'Kyiv: {about: {also: [Kiev]}, to: {es: Kiev, de: Kyjiw}}',
    'SpaceX: {keep: [es]}',
  ]
  expect(enginePairs(glossary(entries), 'es-MX')).toEqual([
    ['Kyiv', 'Kiev'],
    ['Kiev', 'Kiev'],
    ['SpaceX', 'SpaceX'],
  ])
  expect(enginePairs(glossary(entries), 'de')).toEqual([
    ['Kyiv', 'Kyjiw'],
    ['Kiev', 'Kyjiw'],
  ])
  expect(enginePairs(glossary(entries), 'fr')).toEqual([])
})

test.each([
  ['unless', 'Odesa: {about: {unless: [Texas]}, keep: all}'],
  ['only-if', 'Columbus: {about: {only-if: [module]}, keep: all}'],
  ['case: exact', 'Rice: {about: {case: exact}, keep: all}'],
  ['retired', 'Kiev: {about: {retired: 2026-11-20}, keep: all}'],
])('an engine knows no conditions: %s stays with the ladder', (_, entry) => {
  expect(enginePairs(glossary([entry]), 'es')).toEqual([])
})

test('of two senses the engine is told neither', () => {
  const entries = [
    'Georgia: {to: {de: Georgien}}',
    'Georgia, state: {about: {source: Georgia, only-if: [Atlanta]}, to: {de: Georgia}}',
  ]
  expect(enginePairs(glossary(entries), 'de')).toEqual([])
})

test('what is left to the ladder is told, with what the file says about it', () => {
  const entries = [
    'Kyiv: {about: {also: [Kiev]}, to: {ru: Киев}}',
    'Rice: {about: {case: exact}, to: {ru: Райс}}',
    'Odesa: {about: {also: [Odessa], unless: [Texas, Техас]}, to: {ru: Одесса}}',
    'Columbus: {about: {only-if: [module]}, to: {ru: Коламбус}}',
    'Georgia: {to: {ru: Грузия}}',
    'Georgia, state: {about: {source: Georgia, only-if: [Atlanta]}, to: {ru: Джорджия}}',
    'Donetsk: {about: {retired: 2026-11-20, case: exact}, to: {ru: Донецк}}',
    'Patriot: {about: {case: exact}, to: {zh-Hans: 爱国者}}',
  ]
  expect(
    leftToLadder(glossary(entries), 'ru').map(
      ({ source, entry, reason }) => `${source} (${entry}): ${reason}`,
    ),
  ).toEqual([
    'Rice (Rice): case: exact',
    'Odesa (Odesa): unless: Texas, Техас',
    'Odessa (Odesa): unless: Texas, Техас',
    'Columbus (Columbus): only-if: module',
    'Georgia (Georgia): "Georgia, state" is another sense of it',
    'Georgia (Georgia, state): only-if: Atlanta',
  ])
  expect(leftToLadder(glossary(entries), 'zh-Hans').map(({ source }) => source)).toEqual([
    'Patriot',
  ])
})
