import { expect, test } from 'vitest'
import { exportAs, importInto, newsroomGlossary, refusalOf } from './exchange-setting.ts'

test('every spelling with its rendering; what DeepL would use everywhere is left out and said', async () => {
  const { content, remarks } = await exportAs('tsv', newsroomGlossary, ['de'])
  expect(content).toBe('Kyiv\tKyjiw\nKiev\tKyjiw\n')
  expect(remarks).toEqual([
    'left out, for they have conditions or share a spelling: Odesa, Odessa (Texas), Patriot',
    '1 without a rendering in de',
    '1 retired',
    'a TSV file has no forms, no forbidden forms and nothing of "about"',
  ])
})

test('a TSV that comes back as it went changes nothing', async () => {
  const { content } = await exportAs('tsv', newsroomGlossary, ['es'])
  const back = await importInto(newsroomGlossary, 'tsv', content, { language: 'es' })
  expect(back).toMatchObject({ added: [], changed: [], conflicts: [], missing: [], leftOut: [] })
  expect(back.content).toBe(newsroomGlossary)
})

test('a new pair is a new entry, a new language a new rendering, another rendering a conflict', async () => {
  const file = 'Kyiv\tKiew\nZelensky\tSelenskyj\nDnipro\tDnipro\n'
  const back = await importInto(newsroomGlossary, 'tsv', file, { language: 'de' })
  expect(back.added.map(({ key }) => key)).toEqual(['Dnipro'])
  expect(back.changed.map(({ key, merged }) => [key, merged])).toEqual([['Zelenskyy', 'Selenskyj']])
  expect(back.conflicts.map(({ key, file: theirs }) => [key, theirs])).toEqual([['Kyiv', 'Kiew']])
  expect(back.content).toContain(
    '    to: {es: Zelenski, ru: Зеленский, zh-Hans: 泽连斯基, ar: زيلينسكي, de: Selenskyj}\n',
  )
  expect(back.content).toContain('  Dnipro:\n    to: {de: Dnipro}\n')
})

test('a spelling of two senses, and two renderings of one name, are left out with their lines', async () => {
  const file = 'Odessa\tOdessa\nKyiv\tKyjiw\nKyiv\tKiew\nKiev\tKiew\n'
  const both = newsroomGlossary
    .replace('Odesa: {', 'Odesa: {')
    .replace('also: [Odessa], ', 'source: Odessa, ')
  const { leftOut, conflicts } = await importInto(both, 'tsv', file, { language: 'de' })
  expect(leftOut.map(({ place, message }) => `${place.line} ${message}`)).toEqual([
    '3 "Kyiv" is "Kyjiw" further up: "Kiew" is left out',
    '1 "Odessa" may be Odesa and Odessa (Texas)',
    '4 "Kiev" is another spelling of Kyiv, which has another rendering further up',
  ])
  expect(conflicts).toEqual([])
})

test.each([
  [
    'Kyiv\tKiev\nOdesa\tOdesa\tplace\n',
    'names.tsv:2:13  3 columns, not 2  Write the source form, one tab and the rendering.  [glossary]',
  ],
  [
    'Kyiv,Kiev\n',
    'names.tsv:1:1  no tab in the line  Write the source form, one tab and the rendering.  [glossary]',
  ],
  [
    'Kyiv\t \n',
    'names.tsv:1:6  "Kyiv" has no rendering  Write the source form, one tab and the rendering.  [glossary]',
  ],
  [
    '\tKiev\n',
    'names.tsv:1:1  the source form is empty  Write the source form, one tab and the rendering.  [glossary]',
  ],
  ['Kyiv\tKi\u0000ev\n', 'names.tsv  this is not a text file  Save it as CSV UTF-8.  [glossary]'],
  [
    'Kyiv\tKi\u0001ev\n',
    'names.tsv:1:1  a control character beside "Kyiv"  Write the source form, one tab and the rendering.  [glossary]',
  ],
])('%j is refused with line and column', async (file, expected) => {
  const action = (): unknown => importInto(newsroomGlossary, 'tsv', file, { language: 'es' })
  expect(await refusalOf(action)).toBe(expected)
})

test('a TSV has one language, which must be named', async () => {
  const message = 'a TSV file has one language  Name it with --to, such as --to es.  [usage]'
  expect(await refusalOf(() => exportAs('tsv', newsroomGlossary))).toBe(message)
  expect(await refusalOf(() => importInto(newsroomGlossary, 'tsv', 'Kyiv\tKiev\n'))).toBe(message)
})
