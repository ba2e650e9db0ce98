import { expect, test } from 'vitest'
import {
  glossaryHash,
  packGlossary,
  parseGlossary,
  unpackGlossary,
} from '../../src/glossary/index.ts'

const content = `version: 1
source: en
terms:
  Kyiv: # as the city writes itself
    about: {kind: place, also: [Kiev], case: exact, unless: [chicken], approved: 2026-11-20 mk, inflects: {fi: no}}
    keep: [fr]
    to: {ru: Киев, zh-Hans: 基辅, ar: كييف}
    forms: {ru: [Киева, Киеву]}
    never: {zh-Hans: [吉辅]}
  map: {about: {only-if: [paper], inflects: no, retired: 2026-01-01}, keep: all}
`
const glossary = parseGlossary(content, 'glossary.yaml')

test('what is packed comes back as it was, places too', () => {
  expect(unpackGlossary(packGlossary(glossary))).toEqual(glossary)
})

test.each(['', '{}', '{"version":0,"glossary":{"source":"en","entries":[]}}', 'half of it'])(
  'what was packed by other rules is read anew: %j',
  (packed) => expect(unpackGlossary(packed)).toBeUndefined(),
)

test.each([
  ['a comment', '# as the city writes itself', '# checked'],
  ['an approval', '2026-11-20 mk', '2026-11-21 ol'],
  ['the kind', 'kind: place', 'kind: city'],
])('%s changes nothing that a glossary does', (_, from, to) => {
  expect(content).toContain(from)
  expect(glossaryHash(parseGlossary(content.replace(from, to), 'g'))).toBe(glossaryHash(glossary))
})

test.each([
  ['a rendering', 'Киев,', 'Кыйив,'],
  ['a form', 'Киеву', 'Киеве'],
  ['a forbidden form', '吉辅', '吉府'],
  ['a condition', 'chicken', 'soup'],
  ['the letter case', 'case: exact, ', ''],
  ['the switch of inflections', 'inflects: {fi: no}', 'inflects: no'],
  ['a retirement', ', retired: 2026-01-01', ''],
  ['a kept language', 'keep: [fr]', 'keep: [de]'],
])('%s changes it', (_, from, to) => {
  expect(content).toContain(from)
  expect(glossaryHash(parseGlossary(content.replace(from, to), 'g'))).not.toBe(
    glossaryHash(glossary),
  )
})
