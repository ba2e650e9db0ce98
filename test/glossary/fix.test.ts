import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  fixGlossary,
  glossaryFindings,
  inspectGlossary,
  visibly,
} from '../../src/glossary/index.ts'

const fix = (content: string): ReturnType<typeof fixGlossary> =>
  fixGlossary(content, 'glossary.yaml')

const wrong = `# The names of the newsroom.
version: 1
source: en
terms:
  # the capital
  Kyiv:
    to: {es: "Kiev ", ru: Ки\u0065в, uk: "Ки\u200bїв"} # as the agencies print it
    about: {also: [Kiev, Kiev], note: two  spaces}
    forms: {ru: [Киева, Киев\u0061]}
  Tu\u0308rkiye: {keep: all}
`

test('what needs no person is mended; comments and all else stay', () => {
  expect(fix(wrong).content).toBe(`# The names of the newsroom.
version: 1
source: en
terms:
  # the capital
  Kyiv:
    about: {also: [Kiev], note: two spaces}
    to: {es: Kiev, ru: Киев, uk: Київ} # as the agencies print it
    forms: {ru: [Киева]}
  T\u00fcrkiye: {keep: all}
`)
})

test('each mend says where, what was there and what is there now', () => {
  const told = fix(wrong).mends.map(({ place, kinds, before, after }) =>
    [`${place.line}:${place.column}`, kinds.join(), visibly(before), after ?? 'taken out'].join(
      ' ',
    ),
  )
  expect(told).toEqual([
    '7:14 spaces "Kiev " Kiev',
    '7:27 look-alike "Киeв" Киев',
    '7:37 invisible "Ки\\u200bїв" Київ',
    '8:26 repeated "Kiev" taken out',
    '8:39 spaces "two  spaces" two spaces',
    '9:25 repeated "Киевa" taken out',
    '10:3 not-composed "Tu\\u0308rkiye" T\u00fcrkiye',
  ])
})

test('afterwards nothing mechanical is found, and nothing is mended twice', () => {
  const { content } = fix(wrong)
  expect(fix(content)).toEqual({ content, mends: [] })
  expect(
    glossaryFindings(inspectGlossary(content, 'glossary.yaml')).map((one) => one.kind),
  ).toEqual([])
})

test.each([
  ['the joiners of Persian and Hindi', 'fa: می\u200cخواهم, hi: क्\u200dष'],
  ['a misspelling that is forbidden', 'es: Kiev}, never: {es: [Ki\u0435v]'],
  ['a mixed word that could be either', 'ru: Ос\u006f\u0061'],
  ['one no-break space', 'es: "EE.\u00a0UU."'],
  ['what the schema refuses', 'es: Kiev}, kep: {es: [Kiev, Kiev]'],
])('stays as it is: %s', (_, to) => {
  const content = `version: 1\nterms:\n  Kyiv: {to: {${to.replaceAll('"', '')}}}\n`
  expect(fix(content)).toEqual({ content, mends: [] })
})

test('an entry whose mended key is taken is left for a person, and so is a repetition with a comment', () => {
  const content = `version: 1
terms:
  Kyiv: {keep: all}
  "Kyiv ": {keep: all}
  Odesa:
    about:
      also:
        - Odessa
        # as before 2022
        - Odessa
`
  const { mends, content: fixed } = fix(content)
  expect(mends).toEqual([])
  expect(fixed).toContain('Kyiv :'.replace('Kyiv :', '"Kyiv "'))
  expect(fixed.match(/- Odessa/g)).toHaveLength(2)
})

test('a canonical file is not touched, an untidy one gets its order and form', () => {
  const canonical = 'version: 1\nterms:\n  Kyiv: {keep: all} # the capital\n'
  expect(fix(canonical)).toEqual({ content: canonical, mends: [] })
  expect(fix('terms:\n    Kyiv: { keep: "all" } # the capital\nversion: 1\n').content).toBe(
    canonical,
  )
})

const piece = fc.constantFrom(
  'К',
  'и',
  '\u0065',
  'в',
  ' ',
  '  ',
  '\u200b',
  'e\u0301',
  '\u00a0',
  'a',
  '\u0430',
)
const name = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => `x${pieces.join('')}`)

test('letters that an invisible character kept apart are composed', () => {
  const { content } = fix('version: 1\nterms:\n  Beyonce\u200b\u0301: {keep: all}\n')
  expect(content).toBe('version: 1\nterms:\n  Beyonc\u00e9: {keep: all}\n')
})

test('a key that would become another one is left to a person, in whatever form it is written', () => {
  const content = 'version: 1\nterms:\n  "xe\u0301 ": {keep: all}\n  "x\u00e9": {keep: all}\n'
  expect(fix(content).content).toContain('"xé "')
  expect(fix(content.replace('x\u00e9', 'xe\u0301')).content).toContain('"xé "')
})

test('any texts: fixed twice as once', () => {
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 4 }), (names) => {
      const list = names.map((one) => JSON.stringify(one)).join(', ')
      const entries = names.map(
        (one) =>
          `  ${JSON.stringify(one)}: {about: {also: [${list}]}, to: {ru: ${JSON.stringify(one)}}}\n`,
      )
      const once = fix(
        `version: 1\nterms:${entries.length === 0 ? ' {}' : `\n${entries.join('')}`}\n`,
      ).content
      expect(fix(once).mends).toEqual([])
      expect(fix(once).content).toBe(once)
    }),
    { numRuns: 300 },
  )
})
