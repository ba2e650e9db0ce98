import { expect, test } from 'vitest'
import { compileMatcher, parseGlossary } from '../../src/glossary/index.ts'
import { findInconsistencies, type NameUse, type StoryArticle } from '../../src/story/index.ts'
import { storyOf } from './articles.ts'

const glossary = parseGlossary(
  `version: 1
terms:
  Dmitry Peskov: {to: {pt: Dmitri Peskov, ru: Дмитрий Песков}, forms: {pt: [Dmitry Peskov, Peskov], ru: [Дмитрия Пескова]}}
  Peskov: {to: {pt: Peskov, ru: Песков}}
  U.S.: {to: {pt: EUA}, forms: {pt: [Estados Unidos, americano]}}
`,
  'glossary.yaml',
)
const find = compileMatcher(glossary)

function check(articles: readonly StoryArticle[], days = 7): readonly NameUse[] {
  return findInconsistencies(articles, () => find, { days })
}

const source = ['Dmitry Peskov spoke to reporters.', 'The envoys of the U.S. met Dmitry Peskov.']
const flood = storyOf('flood', 'en', source, {
  pt: ['Dmitri Peskov falou aos jornalistas.', 'Os enviados dos EUA encontraram Peskov.'],
  ru: ['Дмитрий Песков говорил с журналистами.', 'Посланники встретили Дмитрия Пескова.'],
})
const grain = storyOf(
  'grain',
  'en',
  source,
  {
    pt: ['Dmitry Peskov falou.', 'Os enviados dos Estados Unidos encontraram DMITRY PESKOV.'],
  },
  { roles: ['headline', 'caption'], day: '2026-11-18' },
)

test('two accepted names of one entry are reported with their places', () => {
  expect(check([flood, grain])).toEqual([
    {
      locale: 'pt',
      name: 'Dmitry Peskov',
      entry: 'Dmitry Peskov',
      renderings: [
        {
          text: 'Dmitri Peskov',
          places: [
            { article: 'flood', key: 'b0', role: 'paragraph', words: 'Dmitri Peskov' },
            { article: 'flood', key: 'b1', role: 'paragraph', words: 'Peskov' },
          ],
        },
        {
          text: 'Dmitry Peskov',
          places: [
            { article: 'grain', key: 'b0', role: 'headline', words: 'Dmitry Peskov' },
            { article: 'grain', key: 'b1', role: 'caption', words: 'DMITRY PESKOV' },
          ],
        },
      ],
    },
  ])
})

test('surnames, inflections, capitals and abbreviations are no second name', () => {
  expect(check([flood])).toEqual([])
  expect(check([grain])).toEqual([])
})

test('a bare surname does not join two names', () => {
  const first = storyOf('first', 'en', ['The envoys met Dmitry Peskov.'], {
    pt: ['Os enviados encontraram Peskov.'],
  })
  expect(check([first, flood, grain])[0]?.renderings).toHaveLength(2)
})

test('articles outside the days, and each alone, are not compared', () => {
  expect(check([flood, grain], 1)).toEqual([])
  expect(check([flood, grain], 0)).toEqual([])
})

test('names the glossary does not have are compared too', () => {
  const texts = ['Andrii Sybiha arrived in Rome.', 'Reporters waited for Andrii Sybiha.']
  const story = storyOf('visit', 'en', texts, {
    it: ['Andrii Sybiha è arrivato a Roma.', 'I giornalisti aspettavano Andriy Sybiga.'],
  })
  expect(check([story], 0).map(({ locale, name, entry }) => [locale, name, entry])).toEqual([
    ['it', 'Andrii Sybiha', undefined],
  ])
})
