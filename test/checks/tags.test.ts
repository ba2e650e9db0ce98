import { expect, test } from 'vitest'
import { checkTags } from '../../src/checks/tags.ts'
import { translated } from './input.ts'

const source = 'Read <a1>the report</a1> by <em1>Le Monde</em1> on <t1>Kyjiw</t1>.'

test.each([
  ['Lesen Sie <a1>den Bericht</a1> von <em1>Le Monde</em1> über <t1>Kyjiw</t1>.', 'the same order'],
  ['Über <t1>Kyjiw</t1> lesen Sie bei <em1>Le Monde</em1> <a1>den Bericht</a1>.', 'another order'],
])('accepts %s', (text) => {
  expect(checkTags(translated(source, text, 'de'))).toEqual([])
})

test.each([
  ['Lesen Sie den Bericht von <em1>Le Monde</em1> über <t1>Kyjiw</t1>.', /<a1> is in the source/],
  [
    'Lesen Sie <a1>den</a1> <a1>Bericht</a1> von <em1>Le Monde</em1> über <t1>Kyjiw</t1>.',
    /<a1> is in the text/,
  ],
  ['Lesen Sie <a1>den Bericht von <em1>Le Monde</em1> über <t1>Kyjiw</t1>.', /markup is broken/],
  [
    'Lesen Sie <a1>den Bericht</a1> von <em1>Le Monde</em1> über <t1>Kiew</t1>.',
    /must keep “Kyjiw”/,
  ],
])('holds %s', (text, message) => {
  const findings = checkTags(translated(source, text, 'de'))
  expect(findings[0]?.severity).toBe('error')
  expect(findings[0]?.message).toMatch(message)
})

test('a tag invented for a plain sentence is an error', () => {
  const findings = checkTags(translated('Rain is expected.', 'Se espera <b1>lluvia</b1>.', 'es'))
  expect(findings).toMatchObject([{ check: 'tags', severity: 'error' }])
})

test('a raw angle bracket breaks the markup', () => {
  const findings = checkTags(translated('Rates below 2 percent.', 'Tasas < 2 %.', 'es'))
  expect(findings).toMatchObject([{ severity: 'error' }])
})

test('another nesting is only noted', () => {
  const nested = 'See <a1>the <em1>Tagesspiegel</em1></a1>.'
  const findings = checkTags(translated(nested, 'Siehe <em1><a1>Tagesspiegel</a1></em1>.', 'de'))
  expect(findings).toMatchObject([{ severity: 'info' }])
})

test('a link without words is a warning', () => {
  const findings = checkTags(translated('See <a1>here</a1>.', 'Voir ici<a1></a1>.', 'fr'))
  expect(findings).toMatchObject([{ severity: 'warning' }])
})
