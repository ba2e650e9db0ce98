import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { formatGlossary, inspectGlossary } from '../../../src/glossary/index.ts'
import { exportAs, importInto, newsroomGlossary } from './exchange-setting.ts'

test.each(['csv', 'tbx'] as const)(
  '%s that comes back as it went changes nothing',
  async (format) => {
    const { content } = await exportAs(format, newsroomGlossary)
    for (const base of [newsroomGlossary, undefined]) {
      const back = await importInto(
        newsroomGlossary,
        format,
        content,
        base === undefined ? {} : { base },
      )
      expect(back).toMatchObject({ added: [], changed: [], kept: [], conflicts: [], missing: [] })
      expect(back.leftOut).toEqual([])
      expect(back.content).toBe(newsroomGlossary)
    }
  },
)

test.each(['csv', 'tbx'] as const)(
  '%s into an empty glossary makes the same entries',
  async (format) => {
    const { content } = await exportAs(format, newsroomGlossary)
    const made = await importInto('version: 1\nsource: en\nterms: {}\n', format, content)
    expect(made.added).toHaveLength(6)
    const again = await importInto(
      newsroomGlossary,
      format,
      (await exportAs(format, made.content)).content,
      {
        base: newsroomGlossary,
      },
    )
    expect(again).toMatchObject({ changed: [], kept: [], missing: [] })
  },
)

const hostile = [
  ...[
    'Київ',
    'كييف',
    '基辅',
    'Kyjiw',
    "'s-Hertogenbosch",
    '=SUM(A1)',
    "'=1",
    '+972 Magazine',
    '@BBC',
  ],
  ...['-30-', '(keep)', '\\(keep)', 'a|b', 'back\\slash', '\\', '|', 'Dwayne "The Rock"', 'a,b;c'],
  ...[
    '<b>&amp;',
    ']]>',
    'no',
    'sep=;',
    'babelwire:key=Kyiv',
    'two  spaces',
    'a line\u2028separator',
    'l\u00a0été',
    '＝1+1',
    '#NAME',
  ],
]
const text = fc.oneof(
  fc.constantFrom(...hostile),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .map((one) =>
      one
        .normalize('NFC')
        .replace(/\p{Cc}/gu, '')
        .trim(),
    )
    .filter((one) => one !== '' && one.isWellFormed() && !/[\ufffe\uffff]/.test(one)),
)
const list = fc.uniqueArray(text, { maxLength: 3 })
const languages = ['es', 'es-MX', 'ru', 'zh-Hans', 'ar'] as const
const perLanguage = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Partial<Record<string, T>>> =>
  fc.dictionary(fc.constantFrom(...languages), value, { maxKeys: 3, noNullPrototype: true })
const entry = fc.record(
  {
    about: fc.record(
      {
        kind: text,
        source: text,
        also: list,
        case: fc.constant('exact'),
        unless: list,
        'only-if': list,
        approved: fc.constant('2026-11-20 mk'),
        inflects: fc.constantFrom('no', { ru: 'no' }),
        note: text,
      },
      { requiredKeys: [], noNullPrototype: true },
    ),
    keep: fc.oneof(fc.constant('all'), fc.subarray([...languages])),
    to: perLanguage(text),
    forms: perLanguage(list),
    never: perLanguage(list),
  },
  { requiredKeys: [], noNullPrototype: true },
)
const anyGlossary = fc
  .dictionary(
    fc.oneof(fc.constantFrom('Kyiv', 'Odesa', 'Київ'), text).filter((one) => one !== '__proto__'),
    entry,
    {
      minKeys: 1,
      maxKeys: 4,
      noNullPrototype: true,
    },
  )
  .map((terms) =>
    formatGlossary(
      stringify({ version: '1', source: 'en', terms }, { aliasDuplicateObjects: false }),
      'glossary.yaml',
    ),
  )
  .filter((content) => inspectGlossary(content, 'glossary.yaml').problems.length === 0)

test.each(['csv', 'tbx'] as const)('any glossary comes back from %s as it went', async (format) => {
  await fc.assert(
    fc.asyncProperty(anyGlossary, async (content) => {
      const file = (await exportAs(format, content)).content
      const back = await importInto(content, format, file, { base: content })
      expect(back).toMatchObject({ added: [], changed: [], kept: [], conflicts: [], missing: [] })
      expect(back.content).toBe(content)
    }),
    { numRuns: 100 },
  )
})

test.each(['csv', 'tbx'] as const)(
  'what editors changed since a %s went out stays when it comes back',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(anyGlossary, anyGlossary, async (before, now) => {
        const file = (await exportAs(format, before)).content
        const back = await importInto(now, format, file, { base: before })
        expect(back).toMatchObject({ added: [], changed: [], conflicts: [] })
        expect(back.content).toBe(now)
      }),
      { numRuns: 60 },
    )
  },
)
