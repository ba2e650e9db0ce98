import { expect, test } from 'vitest'
import { repairTerms } from '../../src/glossary/index.ts'
import { terms } from './helpers.ts'

const entries = [
  'Kyiv: {about: {also: [Kiev]}, to: {es: Kiev, de: Kyjiw, ru: Киев}, never: {de: [Kiew]}}',
  'Zelenskyy: {about: {also: [Zelensky]}, to: {es: Zelenski}}',
  'Black Sea: {to: {es: mar Negro}}',
  'U.S.: {about: {also: [US]}, to: {es: Estados Unidos, ca: EUA}}',
  'UN: {to: {es: ONU}}',
  'European Union: {to: {es: Unión Europea}}',
]

test.each([
  ['es', 'Zelenskyy in Kyiv', 'Zelenskyy está en Kyiv.', 'Zelenski está en Kiev.'],
  ['es', 'Zelenskyy in Kyiv', 'Zelensky está en Kiev.', 'Zelenski está en Kiev.'],
  ['de', 'In Kyiv', 'In Kiew und Kyjiw', 'In Kyjiw und Kyjiw'],
  ['de', 'In Kyiv', 'Kiews Straßen', 'Kiews Straßen'],
  [
    'es',
    'In Kyiv',
    'En <em1>Kyiv</em1> &amp; <a1>más</a1>',
    'En <em1>Kiev</em1> &amp; <a1>más</a1>',
  ],
  ['es', 'In Kyiv', 'En Ky<em1>iv</em1>', 'En Ky<em1>iv</em1>'],
  ['es', 'Black Sea ports', 'Black Sea: puertos', 'Mar Negro: puertos'],
  ['es', 'Black Sea ports', '«Black Sea»', '«Mar Negro»'],
  ['es', 'Black Sea ports', 'El Black Sea', 'El mar Negro'],
  ['es', 'In the U.S.', 'Está en U.S.', 'Está en Estados Unidos.'],
  ['es', 'In the U.S. and Kyiv', 'En U.S. y Kiev', 'En Estados Unidos y Kiev'],
  ['es', 'In Kyiv', '\u2068Kyiv\u2069 y Ky\u00adiv', '\u2068Kiev\u2069 y Kiev'],
  ['es', 'UN CHIEF', 'EL JEFE DE LA ONU VE UN ATAQUE', 'EL JEFE DE LA ONU VE UN ATAQUE'],
  ['es', 'In Kyiv', 'Nada que reparar', 'Nada que reparar'],
  ['es', 'KYIV - He was in Kyiv', 'KYIV - Estaba en Kyiv', 'KIEV - Estaba en Kiev'],
  ['es', 'The European Union', 'La Unión europea', 'La Unión Europea'],
  ['es', 'THE EUROPEAN UNION', 'LA UNIÓN EUROPEA', 'LA UNIÓN EUROPEA'],
])('%s: %s: %s', (target, source, translation, repaired) => {
  expect(repairTerms(translation, terms(source, entries, target), target)).toBe(repaired)
})

test('a spelling that two names of the sentence share is not repaired', () => {
  const senses = [
    'Georgia: {about: {only-if: [Tbilisi]}, to: {de: Georgien}}',
    'Georgia (U.S.): {about: {also: [Georgia], only-if: [Atlanta]}, to: {de: US-Georgia}}',
    'Georgia State: {about: {also: [Georgia], only-if: [State]}, to: {de: Staat Georgia}}',
  ]
  const found = terms('Tbilisi: Georgia State and Georgia', senses, 'de')
  expect(found.map((term) => term.entry)).toEqual(['Georgia State', 'Georgia'])
  expect(repairTerms('Georgia', found, 'de')).toBe('Georgia')
})
