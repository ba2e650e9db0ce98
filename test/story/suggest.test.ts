import { expect, test } from 'vitest'
import { compileMatcher, parseGlossary } from '../../src/glossary/index.ts'
import { suggestNames, type Suggestion } from '../../src/story/index.ts'
import { storyOf } from './articles.ts'

const nothing = (): (() => []) => () => []

/** How a language rendered a name, with counts. */
function ways(suggestion: Suggestion | undefined, locale: string): readonly string[] {
  return (suggestion?.renderings.get(locale) ?? []).map(
    ({ text, rendered }) => `${text} ${rendered.length}`,
  )
}

const sybiha = storyOf(
  'sybiha',
  'en',
  [
    'Foreign Minister Andrii Sybiha flew to Warsaw on Monday.',
    'He was met at the airport by Sybiha, an old friend, reporters said.',
    'Poland will host the next round, and Warsaw is glad of it.',
  ],
  {
    pl: [
      'Minister Andrij Sybiha poleciał w poniedziałek do Warszawy.',
      'Na lotnisku rozmawiano z Sybihą, starym przyjacielem.',
      'Polska będzie gospodarzem, a Warszawa się z tego cieszy.',
    ],
    ru: [
      'Министр Андрей Сибига прилетел в понедельник в Варшаву.',
      'В аэропорту его встретил друг Сибиги.',
      'Польша примет гостей, и Варшава этому рада.',
    ],
    ar: [
      'وصل الوزير أندري سيبيها إلى وارسو يوم الاثنين.',
      'وكان سيبيها في استقباله في المطار.',
      'وتستضيف بولندا الجولة المقبلة في وارسو.',
    ],
    es: [
      'El ministro Andrí Sibiga voló el lunes a Varsovia.',
      'Lo recibió en el aeropuerto Sybiha, un viejo amigo.',
      'Polonia acogerá la próxima ronda, y Varsovia se alegra.',
    ],
  },
)

test('a full name, its surname and its inflections are one suggestion', () => {
  const [first] = suggestNames([sybiha], nothing).filter(({ name }) => /Sybiha/.test(name))
  expect(first).toMatchObject({ name: 'Andrii Sybiha', kind: 'person', mentions: 2 })
  expect(ways(first, 'pl')).toEqual(['Andrij Sybiha 2'])
  expect(ways(first, 'ru')).toEqual(['Андрей Сибига 2'])
})

test('a name in two spellings is inconsistent and comes first', () => {
  const [first, second] = suggestNames([sybiha], nothing)
  expect(first?.name).toBe('Andrii Sybiha')
  expect(first?.inconsistent).toEqual(['es'])
  expect([...ways(first, 'es')].sort()).toEqual(['Andrí Sibiga 1', 'Sybiha 1'])
  expect(second).toMatchObject({ name: 'Warsaw', inconsistent: [] })
  expect(ways(second, 'es')).toEqual(['Varsovia 2'])
})

test('what the glossary covers is not suggested, nor its rendering for another name', () => {
  const glossary = parseGlossary(
    'version: 1\nterms:\n  Sybiha: {to: {es: Sibiga}}\n  Andrii Sybiha: {to: {es: Andrí Sibiga}}\n',
    'glossary.yaml',
  )
  const find = compileMatcher(glossary)
  const names = suggestNames([sybiha], () => find).map(({ name }) => name)
  expect(names).toEqual(['Warsaw', 'Poland'])
})

test('a name with another word for it is found by the sentences it stands in', () => {
  const texts = [
    'The White House said nothing about the strike.',
    'Reporters at the White House asked again.',
    'Nobody left the White House before noon.',
    'Trade with the south has grown.',
  ]
  const zh = [
    '白宫对袭击只字未提。',
    '记者在白宫再次提问。',
    '中午之前没有人离开白宫。',
    '与南方的贸易增长了。',
  ]
  const es = [
    'La Casa Blanca no dijo nada del ataque.',
    'Los periodistas de la Casa Blanca insistieron.',
    'Nadie salió de la Casa Blanca antes del mediodía.',
    'El comercio con el sur ha crecido.',
  ]
  const [house] = suggestNames([storyOf('house', 'en', texts, { es, 'zh-Hans': zh })], nothing)
  expect(house?.name).toBe('White House')
  expect(ways(house, 'zh-Hans')).toEqual(['白宫 3'])
  expect(ways(house, 'es')).toEqual(['Casa Blanca 3'])
})

test('thin evidence gives no rendering', () => {
  const story = storyOf('once', 'en', ['Envoys met at the White House on Monday.'], {
    'zh-Hans': ['特使们星期一在白宫会面。'],
    es: ['Los enviados se reunieron el lunes en la Casa Blanca.'],
  })
  const [house] = suggestNames([story], nothing)
  expect(house?.name).toBe('White House')
  expect([...(house?.renderings.keys() ?? [])]).toEqual([])
})

test('headlines in title case and in capitals tell no names', () => {
  const roles = ['headline', 'paragraph'] as const
  const names = (headline: string): readonly string[] =>
    suggestNames([storyOf('h', 'en', [headline, 'It rained.'], {}, { roles })], nothing).map(
      ({ name }) => name,
    )
  expect(names('Farmers Fear Another Dry Summer in Kenya')).toEqual([])
  expect(names('FARMERS FEAR DRY SUMMER')).toEqual([])
  expect(names('Farmers fear another dry summer in Kenya')).toEqual(['Kenya'])
})

test('a script without capitals gives quoted names and what the format marks', () => {
  const story = storyOf(
    'zh',
    'zh-Hans',
    ['据《人民日报》报道，雇佣兵组织“瓦格纳”已离开巴赫穆特。'],
    { en: ['Wagner has left Bakhmut, the People’s Daily reported.'] },
    { entities: [{ text: '巴赫穆特', kind: 'place' }] },
  )
  const found = suggestNames([story], nothing)
  expect(found.map(({ name, kind }) => [name, kind])).toEqual([
    ['人民日报', undefined],
    ['巴赫穆特', 'place'],
    ['瓦格纳', undefined],
  ])
})

test('inflected forms of the source are one name', () => {
  const story = storyOf('ru', 'ru', [
    'Вчера в Москву прилетел Дональд Трамп.',
    'С Трампом говорили о Москве.',
    'По словам Трампа, Москва согласна.',
  ])
  const found = suggestNames([story], nothing).map(({ name, mentions }) => [name, mentions])
  expect(found).toEqual([
    ['Дональд Трамп', 3],
    ['Москва', 3],
  ])
})
