import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  formatGlossary,
  parseGlossary,
  termsFor,
  verifyTerms,
  type Entry,
} from '../../src/glossary/index.ts'
import { findRenderings } from '../../src/glossary/renderings.ts'

const file = 'glossary.yaml'
const content = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
const { entries } = parseGlossary(content, file)
const languages = [...new Set(entries.flatMap((entry) => [...entry.to.keys()]))]

const demands = (entry: Entry, target: string): ReturnType<typeof termsFor> =>
  termsFor([{ entry, source: entry.source, range: { start: 0, end: entry.source.length } }], target)

test('glossary.yaml is canonical', () => {
  expect(formatGlossary(content, file)).toBe(content)
})

test.each([
  ['es: Zelenski,', 'es: Zelenskyj,'],
  ['de: Kyjiw,', 'de: "no",'],
  ['zh-Hans: 基辅', 'zh-Hans: 基輔'],
])('an edit of one value changes one line: %s', (before, after) => {
  const edited = formatGlossary(content.replace(before, after), file).split('\n')
  const lines = content.split('\n')
  expect(edited).toHaveLength(lines.length)
  expect(edited.filter((line, i) => line !== lines[i])).toHaveLength(1)
})

test('every entry says what it is called in every language of the file', () => {
  const silent = entries.flatMap((entry) =>
    languages
      .filter((target) => demands(entry, target).length === 0)
      .map((target) => [entry.key, target]),
  )
  expect(silent).toEqual([])
})

test('every rendering and every form of every entry is accepted, alone and in a sentence', () => {
  const refused = entries.flatMap((entry) =>
    languages.flatMap((target) => {
      const terms = demands(entry, target)
      return (terms[0]?.accepted ?? [])
        .flatMap((form) => [form, `«${form}».`, form.toLocaleUpperCase(target)])
        .filter(
          (text) =>
            verifyTerms({ segment: { source: entry.source }, text, terms, locale: target }).length >
            0,
        )
        .map((text) => [entry.key, target, text])
    }),
  )
  // Bulgarian aside, capitals of ß are two letters: only a shouted source makes them right.
  expect(refused.filter(([, , text]) => !text?.includes('SS'))).toEqual([])
})

test('every forbidden form is refused', () => {
  const accepted = entries.flatMap((entry) =>
    [...entry.never].flatMap(([target, never]) =>
      never
        .filter((text) => {
          const findings = verifyTerms({
            segment: { source: entry.source },
            text,
            terms: demands(entry, target),
            locale: target,
          })
          return !findings.some((one) => one.message.includes('must never stand here'))
        })
        .map((text) => [entry.key, target, text]),
    ),
  )
  expect(accepted).toEqual([])
})

/** Another name whatever its first letters: these must be listed. */
const otherNames =
  /ск(?:ий|ий)$|ськ(?:ий)$|(?:лівськ|дунайськ)ий|^(?:Госдеп|Держдеп)|Беларус|міністерка|Колумбус|Білоруссю/u

test.each(['ru', 'uk'])(
  '%s: the rule alone knows the inflections that editors listed',
  (target) => {
    const missed = entries.flatMap((entry) => {
      const [term] = demands(entry, target)
      const [name, ...forms] = term?.accepted ?? []
      if (term === undefined || name === undefined) return []
      const words = name.split(' ').length
      return forms
        .filter((form) => form.slice(0, 3) === name.slice(0, 3) && form.split(' ').length === words)
        .filter((form) => !otherNames.test(form))
        .filter(
          (form) => findRenderings(form, [{ ...term, accepted: [name] }], target).length === 0,
        )
    })
    expect(missed).toEqual([])
  },
)

test.each(languages)(
  '%s: no entry takes another’s rendering for an inflection of its own',
  (target) => {
    const confused = entries.flatMap((entry) => {
      const [term] = demands(entry, target)
      const own = new Set(term?.accepted)
      const others = entries.flatMap((other) => demands(other, target)[0]?.accepted[0] ?? [])
      return [...new Set(others)]
        .filter((other) => !own.has(other) && term !== undefined)
        .filter((other) =>
          findRenderings(other, term === undefined ? [] : [term], target).some(
            // Whole names only: the surname is in the full name, Donetsk in its region.
            ({ range, isExact }) => !isExact && range.end - range.start === other.length,
          ),
        )
        .map((other) => `${entry.key} = ${other}`)
    })
    expect(confused).toEqual([])
  },
)
