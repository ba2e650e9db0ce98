import { expect, test } from 'vitest'
import type { Difference, Import } from '../../../src/glossary/index.ts'
import { exportAs, importInto, newsroomGlossary, refusalOf } from './exchange-setting.ts'

const glossary = (...entries: readonly string[]): string =>
  `version: 1\nsource: en\nterms:\n${entries.map((entry) => `  ${entry}\n`).join('')}`

const brief = ({ key, field = '', glossary: ours, file, merged }: Difference): string =>
  `${key} ${field}: ${String(ours)} / ${String(file)} = ${String(merged)}`

const briefly = (merge: Import): Record<string, readonly string[]> => ({
  added: merge.added.map(({ key }) => key),
  changed: merge.changed.map(brief),
  kept: merge.kept.map(brief),
  conflicts: merge.conflicts.map(brief),
})

const nothing = { added: [], changed: [], kept: [], conflicts: [] }

/** One text: before, in the glossary now, in the file; and what becomes of it. */
test.each([
  ['only the file changed', 'Kiev', 'Kiev', 'Kyiv', { changed: ['Kyiv es: Kiev / Kyiv = Kyiv'] }],
  ['only the glossary changed', 'Kiev', 'Kyiv', 'Kiev', { kept: ['Kyiv es: Kyiv / Kiev = Kyiv'] }],
  ['both the same', 'Kiev', 'Kyiv', 'Kyiv', {}],
  ['both differently', 'Kiev', 'Kyiv', 'Quieve', { conflicts: ['Kyiv es: Kyiv / Quieve = Kyiv'] }],
  [
    'the file took it away',
    'Kiev',
    'Kiev',
    '',
    { changed: ['Kyiv es: Kiev / undefined = undefined'] },
  ],
  [
    'the glossary took it away',
    'Kiev',
    '',
    'Kiev',
    { kept: ['Kyiv es: undefined / Kiev = undefined'] },
  ],
  [
    'one took away, one changed',
    'Kiev',
    'Kyiv',
    '',
    { conflicts: ['Kyiv es: Kyiv / undefined = Kyiv'] },
  ],
  ['both added, differently', '', 'Kyiv', 'Kiev', { conflicts: ['Kyiv es: Kyiv / Kiev = Kyiv'] }],
] as const)('a text when %s', async (_, before, now, file, expected) => {
  const entry = (es: string): string =>
    glossary(`Kyiv: {to: {ru: Киев${es === '' ? '' : `, es: ${es}`}}}`)
  const merge = await importInto(entry(now), 'csv', `term,es\nKyiv,${file}\n`, {
    base: entry(before),
  })
  expect(briefly(merge)).toEqual({ ...nothing, ...expected })
})

test('without a base additions are taken over, other values are conflicts, empty cells say nothing', async () => {
  const file = 'term,kind,also,es,de,de:never\nKyiv,,Kiew,Kyiv,,Kijew\n'
  const merge = await importInto(newsroomGlossary, 'csv', file)
  expect(briefly(merge)).toEqual({
    ...nothing,
    changed: ['Kyiv also: Kiev / Kiew = Kiev,Kiew', 'Kyiv de:never: Kiew / Kijew = Kiew,Kijew'],
    conflicts: ['Kyiv es: Kiev / Kyiv = Kiev'],
  })
})

test('lists are sets: what each side added and took away is done', async () => {
  const entry = (forms: string): string =>
    glossary(`Kyiv: {to: {ru: Киев}, forms: {ru: [${forms}]}}`)
  const base = entry('Киева, Киеву, Киевом')
  const now = entry('Киеве, Киеву, Киева')
  const merge = await importInto(now, 'csv', 'term,ru:forms\nKyiv,Киевом|Киева|Киеву-граду\n', {
    base,
  })
  expect(briefly(merge)).toEqual({
    ...nothing,
    changed: [
      'Kyiv ru:forms: Киеве,Киеву,Киева / Киевом,Киева,Киеву-граду = Киеве,Киева,Киеву-граду',
    ],
  })
  expect(merge.content).toContain('forms: {ru: [Киеве, Киева, Киеву-граду]}')
})

test('a conflict tells both values and both places', async () => {
  const base = newsroomGlossary
  const now = newsroomGlossary.replace('es: Kiev', 'es: Kyiv')
  const { conflicts, content } = await importInto(now, 'csv', 'term,es\n\nKyiv,Quieve\n', { base })
  expect(conflicts).toEqual([
    {
      key: 'Kyiv',
      field: 'es',
      base: 'Kiev',
      glossary: 'Kyiv',
      file: 'Quieve',
      merged: 'Kyiv',
      filePlace: { file: 'names.csv', line: 3 },
      glossaryPlace: { file: 'glossary.yaml', line: 14, column: 7 },
    },
  ])
  expect(content).toBe(now)
})

test.each([
  ['file', 'Quieve', { changed: ['Kyiv es: Kyiv / Quieve = Quieve'] }],
  ['glossary', 'Kyiv', { kept: ['Kyiv es: Kyiv / Quieve = Kyiv'] }],
] as const)('--prefer %s settles a conflict', async (prefer, value, expected) => {
  const now = newsroomGlossary.replace('es: Kiev', 'es: Kyiv')
  const setting = { base: newsroomGlossary, prefer }
  const merge = await importInto(now, 'csv', 'term,es\nKyiv,Quieve\n', setting)
  expect(briefly(merge)).toEqual({ ...nothing, ...expected })
  expect(merge.content).toBe(now.replace('es: Kyiv', `es: ${value}`))
})

test('an entry that is missing in the file stays', async () => {
  const merge = await importInto(newsroomGlossary, 'csv', 'term,es\nKyiv,Kiev\n', {
    base: newsroomGlossary,
  })
  expect(merge.missing).toEqual(['Zelenskyy', 'Odesa', 'Odessa (Texas)', 'Patriot', 'Kyiv Post'])
  expect(merge.content).toBe(newsroomGlossary)
})

test('an entry that the glossary removed stays away, unless the file changed it: a conflict', async () => {
  const base = glossary('Kyiv: {to: {es: Kiev, ru: Киев}}', 'Lviv: {to: {es: Leópolis}}')
  const now = glossary('Lviv: {to: {es: Leópolis}}')
  const same = await importInto(now, 'csv', 'term,es\nKyiv,Kiev\n', { base })
  expect(briefly(same)).toEqual({ ...nothing, kept: ['Kyiv : undefined / Kyiv = undefined'] })
  const changed = 'term,es\nKyiv,Kyiv\n'
  const other = await importInto(now, 'csv', changed, { base })
  expect(briefly(other)).toEqual({ ...nothing, conflicts: ['Kyiv : undefined / Kyiv = undefined'] })
  const back = await importInto(now, 'csv', changed, { base, prefer: 'file' })
  expect(back.content).toBe(`${now}  Kyiv:\n    to: {es: Kyiv, ru: Киев}\n`)
})

test('comments and order survive, one value is one line', async () => {
  const file = 'term,es,ru:forms\nKyiv,Kyiv,\nZelenskyy,Zelenskyy,Зеленского|Зеленскому|Зеленским\n'
  const { content } = await importInto(newsroomGlossary, 'csv', file, { base: newsroomGlossary })
  expect(content).toBe(
    newsroomGlossary
      .replace('es: Kiev', 'es: Kyiv')
      .replace('es: Zelenski', 'es: Zelenskyy')
      .replace('Зеленскому]', 'Зеленскому, Зеленским]'),
  )
})

test.each([
  ['(keep)', 'es', 'Patriot: {keep: [de, es], to: {fr: Patriot}}'],
  ['Patriota', 'es', 'Patriot: {keep: [de], to: {fr: Patriot, es: Patriota}}'],
  ['Patriota', 'de', 'Patriot: {to: {fr: Patriot, de: Patriota}}'],
  ['', 'de', 'Patriot: {to: {fr: Patriot}}'],
  ['(keep)', 'fr', 'Patriot: {keep: [de, fr]}'],
  ['all', 'keep', 'Patriot: {keep: all, to: {fr: Patriot}}'],
])('%j in the column %s makes %s', async (cell, column, entry) => {
  const now = glossary('Patriot: {keep: [de], to: {fr: Patriot}}')
  const setting = { base: now, prefer: 'file' } as const
  const { content } = await importInto(now, 'csv', `term,${column}\nPatriot,${cell}\n`, setting)
  expect(content).toBe(glossary(entry))
})

test('languages stay under the tags that the glossary writes', async () => {
  const now = glossary(
    'Beijing: {keep: [PT-br], to: {zh-hans: 北平, iw: בייג׳ינג}, forms: {iw: [בייג׳ין]}}',
  )
  const file = 'term,zh-Hans,he:forms,pt-BR\nBeijing,北京,בייג׳ין|בייגין,Pequim\n'
  const { content } = await importInto(now, 'csv', file, { base: now })
  expect(content).toBe(
    glossary(
      'Beijing: {to: {zh-hans: 北京, iw: בייג׳ינג, pt-BR: Pequim}, forms: {iw: [בייג׳ין, בייגין]}}',
    ),
  )
})

test.each([
  [
    'term,es,es:never\nKyiv,Kiev,\nDnipro,Dnipró,Dnipró\n',
    'names.csv:3  the merged glossary would not be valid: Dnipro: "Dnipró" is both accepted and forbidden in es',
  ],
  [
    'term,fr:forms\nKyiv,Kiev\n',
    'names.csv:2  the merged glossary would not be valid: Kyiv: forms for fr, but no rendering to hold it to',
  ],
  [
    'term,approved\nKyiv,yesterday\n',
    'names.csv:2  the merged glossary would not be valid: terms.Kyiv.about.approved: must be a date and a name, such as 2026-11-20 mk',
  ],
  [
    'term,inflects\nKyiv,"fi: yes, tr: no"\n',
    'names.csv:2  the merged glossary would not be valid: terms.Kyiv.about.inflects.fi: must be no, not "yes"',
  ],
  [
    'term,keep\nKyiv,everywhere\n',
    'names.csv:2  the merged glossary would not be valid: terms.Kyiv.keep: must be all, or a list of languages',
  ],
])('a merge that would make an invalid glossary says the row: %j', async (file, expected) => {
  const refusal = await refusalOf(() => importInto(newsroomGlossary, 'csv', file))
  expect(refusal).toMatch(/^names\.csv:.* Nothing was written\. {2}\[glossary\]$/)
  expect(refusal).toContain(expected)
})

test('a term taken out of a TBX file is taken out of the glossary, a note keeps its entry', async () => {
  const { content } = await exportAs('tbx', newsroomGlossary)
  const changed = content
    .replace(/ *<langSec xml:lang="de">\s*<termSec>\s*<term>Odessa.*?<\/langSec>\n/su, '')
    .replace('<term>Zelenskyy</term>', '<term>Zelenskyi</term>')
  const merge = await importInto(newsroomGlossary, 'tbx', changed, { base: newsroomGlossary })
  expect(briefly(merge)).toEqual({
    ...nothing,
    changed: [
      'Zelenskyy source: undefined / Zelenskyi = Zelenskyi',
      'Odesa de: Odessa / undefined = undefined',
    ],
  })
})

test('a term that JavaScript cannot hold is left out', async () => {
  const { leftOut, added } = await importInto(newsroomGlossary, 'csv', 'term,es\n__proto__,Kiev\n')
  expect(leftOut.map(({ place, message }) => `${place.line} ${message}`)).toEqual([
    '2 "__proto__" cannot be a term',
  ])
  expect(added).toEqual([])
})
