import { expect, test } from 'vitest'
import { verifyTerms } from '../../src/glossary/index.ts'
import type { Role } from '../../src/model.ts'
import { terms } from './helpers.ts'

const entry = 'Kyiv: {to: {es: Kiev, zh-Hans: 基辅}}'

function severities(source: string, text: string, role: Role, locale: string = 'es'): string[] {
  const segment = { source, role }
  const found = terms(source, [entry], locale)
  return verifyTerms({ segment, text, terms: found, locale }).map(({ severity }) => severity)
}

test.each([
  ['headline', ['error']],
  ['paragraph', ['warning']],
  ['caption', ['warning']],
] as const)('in a %s a name that stands once for two is: %s', (role, expected) => {
  const source = 'Kyiv says that Kyiv will answer'
  expect(severities(source, 'Kiev dice que responderá', role)).toEqual(expected)
})

test('a headline with every name is right, whatever its script', () => {
  expect(severities('Kyiv says no', 'Kiev dice que no', 'headline')).toEqual([])
  expect(severities('Kyiv says no', '基辅表示拒绝', 'headline', 'zh-Hans')).toEqual([])
})

test('a first mention without its name is an error anywhere', () => {
  expect(severities('Kyiv says no', 'La capital dice que no', 'paragraph')).toEqual(['error'])
})
