import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatGlossary, parseGlossary, type Glossary } from '../../src/glossary/index.ts'

const format = (content: string): string => formatGlossary(content, 'glossary.yaml')

const canonical = `# The names of the newsroom.
version: 1
source: en
terms:
  # People
  Zelenskyy:
    about: {kind: person, also: [Zelensky], approved: 2026-11-20 mk} # surname alone
    to: {es: Zelenski, zh-Hans: 泽连斯基}
    forms: {ru: [Зеленского]}

  # Places
  Odesa: {about: {kind: place, unless: [Texas]}, to: {es: Odesa}}
  Kyiv:
    to:
      # as the EFE prints it
      es: Kiev
      fr: Kyiv

# the end
`

test('canonical text comes back byte for byte', () => {
  expect(format(canonical)).toBe(canonical)
})

test('known keys in their order, one line for each value, quotes only where they are needed', () => {
  const content = `terms:
    "Kyiv":
        never: { "de" : [ 'Kiew' ] }
        to:
            es: 'Kiev'
            nb: "no"
        about: { also: [Kiev], "kind": place }
source: 'en'
version: "1"
`
  expect(format(content)).toBe(`version: 1
source: en
terms:
  Kyiv:
    about: {kind: place, also: [Kiev]}
    to: {es: Kiev, nb: "no"}
    never: {de: [Kiew]}
`)
})

test('an entry of one line that is too long becomes one of several', () => {
  const long = 'Servicio Estatal de Emergencias de Ucrania'
  const content = `version: 1\nterms:\n  SES: {about: {kind: organisation}, to: {es: ${long}, pt: ${long}}}\n`
  expect(format(content)).toBe(`version: 1
terms:
  SES:
    about: {kind: organisation}
    to: {es: ${long}, pt: ${long}}
`)
})

test('unknown keys and what is no glossary at all stay, for the check to report', () => {
  expect(format('version: 1\nterms:\n  Kyiv: {colour: red, to: {es: Kiev}}\n')).toContain(
    'colour: red',
  )
  expect(format('- Kyiv\n')).toBe('- Kyiv\n')
})

test('letters are composed', () => {
  const name = 'Türkiye'
  expect(format(`version: 1\nterms:\n  ${name.normalize('NFD')}: {keep: all}\n`)).toContain(
    `${name}:`,
  )
})

// Characters YAML has a use for, letters of several scripts, words that look like other values.
const piece = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(...': - ? # & * ! | > % @ ` \' " , [ ] { } = ~ \\ $ /'.split(' ')),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('Kyiv', 'Київ', '基辅', 'كييف', 'é', '𠮷', 'İ', '1', ' '),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'no',
      'true',
      'null',
      '007',
      '1e3',
      '2026-11-20',
      '<<',
      '...',
      '---',
    ),
  },
)
const text = fc
  .array(piece, { minLength: 1, maxLength: 6 })
  .map((pieces) => pieces.join('').trim())
  .filter((all) => /[\p{L}\p{N}]/u.test(all))

const languages = fc.uniqueArray(fc.constantFrom('es', 'de', 'zh-Hans', 'nb', 'sr-Latn'), {
  minLength: 1,
})
const perLanguage = languages.chain((tags) =>
  fc
    .tuple(...tags.map(() => text))
    .map((texts) => new Map(tags.map((tag, i) => [tag, texts[i] ?? '']))),
)
const entry = fc.record({
  key: text,
  comment: fc.option(fc.constantFrom('People', 'as the EFE prints it: {no}')),
  isFlow: fc.boolean(),
  also: fc.array(text, { maxLength: 2 }),
  to: perLanguage,
})
const end = fc.constantFrom('', '# the end\n', '\n# the end\n\n')
const entryLists = fc.uniqueArray(entry, {
  selector: ({ key }) => key.normalize('NFC'),
  maxLength: 5,
})
const glossaries = fc.tuple(entryLists, end).map(([entries, ending]) => {
  const lines = entries.map(({ key, comment, isFlow, also, to }) => {
    const pairs = [...to].map(([tag, value]) => `${tag}: ${JSON.stringify(value)}`)
    const quoted = also.map((one) => JSON.stringify(one)).join(', ')
    const about = `about: {also: [${quoted}]}`
    const body = isFlow
      ? ` {to: {${pairs.join(', ')}}, ${about}}`
      : `\n    to:\n${pairs.map((pair) => `      ${pair}`).join('\n')}\n    ${about}`
    return `${comment === null ? '' : `  # ${comment}\n`}  ${JSON.stringify(key)}:${body}\n`
  })
  return `# All names\nversion: 1\nterms:${lines.length === 0 ? ' {}\n' : `\n${lines.join('')}`}${ending}`
})

/** Without the places: formatting moves things. Entries may repeat spellings here. */
function meaning(content: string): unknown {
  const { entries, source }: Glossary = parseGlossary(content, 'glossary.yaml')
  return { source, entries: entries.map((one) => ({ ...one, place: undefined })) }
}

test('any glossary: formatted twice as once, comments and meaning kept', () => {
  fc.assert(
    fc.property(glossaries, (content) => {
      const once = format(content)
      expect(format(once)).toBe(once)
      expect(once.match(/^ *#.*$/gm)).toEqual(content.match(/^ *#.*$/gm))
      let before: unknown
      try {
        before = meaning(content.normalize('NFC'))
      } catch {
        // Two entries of one spelling: refused before, so there is nothing to compare.
        return
      }
      expect(meaning(once)).toEqual(before)
    }),
    { numRuns: 300 },
  )
})
