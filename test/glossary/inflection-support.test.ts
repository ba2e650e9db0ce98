import { expect, test } from 'vitest'
import { prefixLanguages } from '../../src/glossary/clitics.ts'
import { compoundLanguages } from '../../src/glossary/compounds.ts'
import { inflectedLanguages } from '../../src/glossary/endings.ts'
import { inflectionSupport, supportOf } from '../../src/glossary/inflection-support.ts'
import { hasName } from './inflection-samples.ts'

const described = inflectionSupport.flatMap(({ languages }) => languages)
const having = (what: string): readonly string[] =>
  inflectionSupport
    .filter(({ recognised }) => recognised.some((one) => one === what))
    .flatMap(({ languages }) => languages)
    .sort()

test('the table tells of each language once', () => {
  expect(new Set(described).size).toBe(described.length)
})

test('what the table says of a language is what the rules have', () => {
  expect(having('endings')).toEqual([...inflectedLanguages].sort())
  expect(having('compounds')).toEqual([...compoundLanguages].sort())
  expect(having('prefixes')).toEqual([...prefixLanguages].sort())
  expect(having('particles')).toEqual(['ko'])
})

test.each(inflectionSupport.map(({ languages, example }) => [languages[0] ?? '', ...example]))(
  '%s: the example is true: %s is known in %s',
  (language, name, text) => {
    for (const one of text.split(', '))
      expect([one, hasName(one, [name], language)]).toEqual([one, true])
  },
)

test('a language without a line is searched for listed forms alone', () => {
  expect(supportOf('es')).toBeUndefined()
  expect(hasName('Kievs', ['Kiev'], 'es')).toBe(false)
})
