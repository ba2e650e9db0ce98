import { expect, test } from 'vitest'
import { glossaryFindings, inspectGlossary, type Surroundings } from '../../src/glossary/index.ts'

/** `warning 4:30 message` of each finding about entries as an editor writes them, one a line from line 4. */
function findings(entries: readonly string[], surroundings: Surroundings = {}): string[] {
  const content = `version: 1\nsource: en\nterms:\n${entries.map((one) => `  ${one}\n`).join('')}`
  return glossaryFindings(inspectGlossary(content, 'glossary.yaml'), surroundings).map(
    ({ severity, place, message }) => `${severity} ${place.line}:${place.column} ${message}`,
  )
}

test('a glossary in order has no findings', () => {
  expect(
    findings([
      'Kyiv: {about: {also: [Kiev]}, to: {de: Kyjiw, ru: Киев}, never: {de: [Kiew]}}',
      'Odesa: {to: {de: Odessa, ru: Одесса}, forms: {ru: [Одессы]}}',
      'NATO: {keep: all}',
    ]),
  ).toEqual([])
})

test('a forbidden form that another entry prints, with the place of the form', () => {
  expect(
    findings([
      'Kyiv: {to: {de: Kyjiw}, never: {de: [Kijew, Kiew]}}',
      'Kiev Chicken: {to: {de: kiew}}',
    ]),
  ).toEqual(['warning 4:47 Kyiv: "Kiew" must never stand in de, but is what Kiev Chicken prints'])
})

test('a forbidden form that is a form of another entry, or its source form where it is kept', () => {
  expect(
    findings([
      'Umerov: {to: {uk: Умєров}, never: {uk: Умеров}}',
      'Umerova: {to: {uk: Умерова}, forms: {uk: [Умеров]}}',
      'Kharkiv: {to: {pl: Charków}, never: {pl: [Harkov]}}',
      'Harkov: {keep: [pl], to: {uk: Гарков}}',
    ]).filter((one) => one.startsWith('warning')),
  ).toEqual([
    'warning 4:42 Umerov: "Умеров" must never stand in uk, but is a form of Umerova',
    'warning 6:45 Kharkiv: "Harkov" must never stand in pl, but is what Harkov prints',
  ])
})

test('a form that is the name of another entry', () => {
  const [first, ...others] = findings([
    'Odesa region: {about: {kind: place}, to: {ru: Одесская область}, forms: {ru: [Одесса]}}',
    'Odesa: {about: {kind: place}, to: {ru: Одесса}}',
  ])
  expect(first).toBe('warning 4:81 Odesa region: the form "Одесса" in ru is what Odesa prints')
  expect(others.filter((one) => !one.startsWith('info'))).toEqual([])
})

test('the surname may stand for the full name; two entries for one thing may share their names', () => {
  const found = findings([
    'Volodymyr Zelenskyy: {about: {kind: person}, to: {zh-Hans: 弗拉基米尔·泽连斯基}, forms: {zh-Hans: [泽连斯基]}}',
    'Zelenskyy: {about: {kind: person}, to: {zh-Hans: 泽连斯基}}',
    'EU: {to: {es: UE}, forms: {es: [Unión Europea]}}',
    'European Union: {to: {es: Unión Europea}, forms: {es: [UE]}}',
  ])
  expect(found.filter((one) => one.startsWith('warning'))).toEqual([])
  expect(found.filter((one) => one.includes('the form'))).toHaveLength(2)
})

test('a form that two entries share is nobody’s name', () => {
  const entries = [
    'Umerov: {to: {ru: Умеров}, forms: {ru: [министр]}}',
    'Fedorov: {to: {ru: Фёдоров}, forms: {ru: [министр]}}',
  ]
  expect(findings(entries)).toEqual([])
})

test('one spelling in two entries: which of them wins', () => {
  expect(
    findings([
      'Georgia: {to: {de: Georgien}}',
      'Georgia US: {about: {source: Georgia, only-if: [Atlanta, Savannah]}, to: {de: Georgia}}',
    ]),
  ).toEqual([
    'info 4:3 Georgia: "Georgia" is a spelling of Georgia US as well; Georgia US wins with Atlanta or Savannah in the sentence, else Georgia',
  ])
  expect(findings(['Polish: {keep: all}', 'polish: {about: {case: exact}, keep: all}'])[0]).toMatch(
    /^info 4:3 .*polish wins written as "polish", else Polish$/,
  )
})

test('one spelling in two entries, of which the later can never be found', () => {
  expect(
    findings([
      'Odesa: {keep: all}',
      'Odessa Texas: {about: {source: Odesa, unless: [Ukraine]}, keep: all}',
    ]),
  ).toEqual(['warning 5:34 Odessa Texas: "Odesa" is always taken for Odesa, which has it too'])
  // In the other order each has its sentences.
  expect(
    findings([
      'Odessa Texas: {about: {source: Odesa, unless: [Ukraine]}, keep: all}',
      'Odesa: {keep: all}',
    ])[0],
  ).toMatch(/^info 5:3 .*Odessa Texas wins without Ukraine, else Odesa$/)
})

test('names inside longer names, in scripts with and without spaces', () => {
  expect(
    findings(['England: {keep: all}', 'Bank of England: {about: {also: [the Bank]}, keep: all}']),
  ).toEqual([
    'info 5:3 Bank of England: "Bank of England" holds England; the longest wins: Bank of England is found there',
  ])
  expect(
    findings([
      'New England: {keep: all}',
      'Newham: {keep: all}',
      'New: {about: {retired: 2026-11-20}}',
    ]),
  ).toEqual([])
  const chinese = inspectGlossary(
    'version: 1\nsource: zh-Hans\nterms:\n  北京: {keep: all}\n  北京大学: {keep: all}\n',
    'glossary.yaml',
  )
  expect(glossaryFindings(chinese)).toMatchObject([{ kind: 'overlap', entry: '北京大学' }])
})

test('missing languages: those that are published, without pseudo text and the source itself', () => {
  const entries = [
    'Kyiv: {to: {es: Kiev}}',
    'NATO: {keep: all}',
    'Kiev: {about: {retired: 2026-11-20}}',
    'Lviv: {keep: [es], to: {de: Lwiw}}',
  ]
  expect(findings(entries, { languages: ['es', 'de', 'en-GB', 'en-XA'] })).toEqual([
    'info 4:3 Kyiv: no rendering in de',
  ])
  expect(findings(entries, { languages: ['es-MX', 'ar'] })).toEqual([
    'info 4:3 Kyiv: no rendering in ar',
    'info 7:3 Lviv: no rendering in ar',
  ])
  // Without a configuration: the languages of the file.
  expect(findings(entries)).toEqual(['info 4:3 Kyiv: no rendering in de'])
})

test('a tag that is well formed and yet no language', () => {
  const found = findings(['Kyiv: {to: {zh-Hnas: 基辅}}'], { languages: ['zh-Hans'] })
  expect(found).toContain('warning 4:15 Kyiv: "zh-Hnas" is no language of this newsroom')
  expect(findings(['Malmö: {to: {se: Malmö, sv: Malmö}}'], { languages: ['sv'] })[0]).toMatch(
    /"se"/,
  )
  // Northern Sámi, where it is published.
  expect(findings(['Malmö: {to: {se: Malmö, sv: Malmö}}'], { languages: ['se', 'sv'] })).toEqual([])
})

test('drafts and retired entries in use, the most used first', () => {
  const sentences = [
    { article: 'talks', text: 'Umerov and Sybiha met in Kiev.' },
    { article: 'talks', text: 'Umerov left.' },
    { article: 'flood', text: 'Umerov spoke in Lvov.' },
  ]
  const entries = [
    'Sybiha: {keep: all}',
    'Umerov: {keep: all}',
    'Kyiv: {about: {also: [Kiev], approved: 2026-11-20 mk}, keep: all}',
    'Kiev: {about: {retired: 2026-11-20}, keep: all}',
    'Lvov: {about: {retired: 2026-11-20}, keep: all}',
  ]
  expect(findings(entries, { sentences })).toEqual([
    'warning 8:3 Lvov: retired, but in use, 1 time in 1 article',
    'warning 5:3 Umerov: a draft in use, 3 times in 2 articles',
    'warning 4:3 Sybiha: a draft in use, 1 time in 1 article',
  ])
})

test('errors first, and how texts are written is looked at even in a file that is refused', () => {
  const found = findings(['Kyiv: {to: {ru: К\u200bиев}, kep: all}'])
  expect(found).toEqual([
    'error 4:27 unknown key "kep" in terms.Kyiv',
    'warning 4:19 Kyiv: "К\\u200bиев" has characters that nobody sees',
  ])
})

test('spaces around a text are told once, around a key as well', () => {
  expect(findings(['"Kyiv ": {to: {es: " Kiev", de: Kyjiw  City}}'])).toEqual([
    'error 4:18 terms.Kyiv .to.es: must not begin or end with a space',
    'warning 4:3 Kyiv : "Kyiv " has needless spaces',
    'warning 4:35 Kyiv : "Kyjiw  City" has needless spaces',
  ])
})
