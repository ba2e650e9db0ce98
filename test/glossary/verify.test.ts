import { expect, test } from 'vitest'
import { verifyTerms, wrongEntries } from '../../src/glossary/index.ts'
import { terms, verdict } from './helpers.ts'

const kyiv =
  'Kyiv: {about: {also: [Kiev]}, to: {es: Kiev, fr: Kyiv, de: Kyjiw, ru: Киев, uk: Київ, fi: Kiova, ar: كييف, he: קייב, zh-Hans: 基辅, ja: キーウ, ko: 키이우, th: เคียฟ, hi: कीव, tr: Kiev, it: Kiev}, never: {fr: [Kiev], de: [Kiew]}}'
const zelenskyy =
  'Zelenskyy: {about: {also: [Zelensky]}, to: {es: Zelenski, ru: Зеленский, pl: Zełenski, de: Selenskyj, ar: زيلينسكي}, forms: {ru: [Зеленского]}, never: {de: [Selenski]}}'
const english = 'Kyiv was quiet.'

test.each([
  ['es', 'Kiev estaba en calma.'],
  ['es', 'KIEV, EN CALMA'],
  ['fr', 'C’est à Kyiv, et d’Kyiv.'],
  ['de', 'Kyjiws Bürgermeister'],
  ['de', 'Der Kyjiwer Bürgermeister'],
  ['de', 'Der Kyjiw-Besuch'],
  ['ru', 'В Киеве было тихо.'],
  ['ru', 'В Ки\u00adеве было тихо.'],
  ['uk', 'У Києві було тихо.'],
  ['fi', 'Kiovassa oli hiljaista.'],
  ['ar', 'كان الهدوء يسود كييف.'],
  ['ar', 'موسكو وكييف'],
  ['ar', 'بالنسبة لكييف'],
  ['ar', 'الوضع بكييف'],
  ['he', 'המצב בקייב'],
  ['zh-Hans', '基辅市很平静。'],
  ['ja', 'キーウは静かだった。'],
  ['ko', '키이우에서는 조용했다. 키이우의'],
  ['th', 'กรุงเคียฟเงียบสงบ'],
  ['hi', 'कीव शांत था।'],
  ['tr', 'Kiev’de sessizlik'],
])('%s: %s', (target, translation) => {
  expect(verdict(english, translation, [kyiv], target)).toEqual([])
})

test.each([
  ['es', 'La capital estaba en calma.', 'error: Kyiv: "Kiev" is missing'],
  ['fr', 'Kiev était calme, Kyiv aussi.', 'error: Kyiv: "Kiev" must never stand here'],
  ['de', 'Kiews Straßen; in Kyjiw', 'error: Kyiv: "Kiew" must never stand here'],
  ['de', 'Kiewer Straßen in Kyjiw', 'error: Kyiv: "Kiew" must never stand here'],
  ['es', 'Kyiv, o Kiev, en calma', 'error: Kyiv: "Kyiv" is the source spelling'],
  ['ru', 'Киевский вокзал', 'error: Kyiv: "Киев" is missing'],
  ['ja', 'キーウィの国', 'error: Kyiv: "キーウ" is missing'],
  ['es', 'kiev', 'error: Kyiv: "Kiev" is missing'],
])('%s: %s', (target, translation, expected) => {
  expect(verdict(english, translation, [kyiv], target)).toEqual([expected])
})

test.each([
  ['es', 'Zelenski llegó.', []],
  [
    'es',
    'Zelensky llegó.',
    [
      'error: Zelenskyy: "Zelensky" is the source spelling',
      'error: Zelenskyy: "Zelenski" is missing',
    ],
  ],
  ['es', 'Selenski llegó.', ['error: Zelenskyy: "Zelenski" is missing']],
  ['ru', 'Визит Зеленского', []],
  ['ru', 'Визит к Зеленскому', []],
  ['ru', 'Олена Зеленская', ['error: Zelenskyy: "Зеленский" is missing']],
  ['pl', 'Wizyta Zełenskiego', []],
  ['de', 'Selenskyjs Besuch', []],
  [
    'de',
    'Selenskis Besuch',
    [
      'error: Zelenskyy: "Selenski" must never stand here',
      'error: Zelenskyy: "Selenskyj" is missing',
    ],
  ],
  ['ar', 'وزيلينسكي', []],
])('Zelenskyy in %s: %s', (target, translation, expected) => {
  expect(verdict('Zelenskyy arrived.', translation, [zelenskyy], target)).toEqual(expected)
})

test('a forbidden form inside an accepted one is no mistake', () => {
  const entry = 'Kyivan Rus: {to: {de: Kiewer Rus}}'
  const source = 'Kyiv was the seat of the Kyivan Rus.'
  expect(verdict(source, 'Kyjiw war Sitz der Kiewer Rus.', [kyiv, entry], 'de')).toEqual([])
})

test('fewer renderings than names: a pronoun may stand for one', () => {
  const source = 'Kyiv said Kyiv would answer.'
  expect(verdict(source, 'Kiev dijo que respondería.', [kyiv], 'es')).toEqual([
    'warning: Kyiv: "Kiev" stands 1 times for 2 in the source',
  ])
})

test('the right name once and an unknown one for the second is no pronoun', () => {
  const source = 'Zelenskyy thanked the drivers and later Zelenskyy went home.'
  const entry = 'Zelenskyy: {to: {es: Zelenski, zh-Hans: 泽连斯基}}'
  const missing = 'Zelenskyy: "Zelenski" stands 1 times for 2 in the source'
  const pronoun = 'Zelenski dio las gracias a los conductores y luego se fue a casa.'
  expect(verdict(source, pronoun, [entry], 'es')).toEqual([`warning: ${missing}`])
  const wrong = 'Zelenski dio las gracias a los conductores y luego Shelenskov se fue.'
  expect(verdict(source, wrong, [entry], 'es')).toEqual([`error: ${missing}`])
  expect(verdict(source, '泽连斯基感谢司机，后来他回家了。', [entry], 'zh-Hans')).toHaveLength(1)
})

test('a dateline in capitals and the name after it are two spellings of one name', () => {
  const source = 'KYIV - The mayor spoke in Kyiv.'
  expect(verdict(source, 'KIEV - El alcalde habló en Kiev.', [kyiv], 'es')).toEqual([])
  const [error] = verdict(source, 'KYIV - El alcalde habló en Kiev.', [kyiv], 'es')
  expect(error).toContain('error: Kyiv')
})

test('a forbidden full name is not excused by the right surname in it', () => {
  const entry = 'Zelenskyy: {to: {de: Selenskyj}, never: {de: [Wladimir Selenskyj]}}'
  expect(verdict('Zelenskyy left.', 'Wladimir Selenskyj ging.', [entry], 'de')[0]).toContain(
    'must never stand here',
  )
})

test('two entries may share a rendering', () => {
  const entries = ['U.S.: {to: {es: Estados Unidos}}', 'United States: {to: {es: Estados Unidos}}']
  const source = 'The U.S. is the United States.'
  expect(verdict(source, 'Estados Unidos es Estados Unidos.', entries, 'es')).toEqual([])
})

test('two entries may share a word in a form that only one of them lists', () => {
  const entries = [
    'EU: {to: {ru: ЕС}, forms: {ru: [Европейский союз, Европейского союза]}}',
    'European Union: {to: {ru: Европейский союз}}',
  ]
  const source = 'The European Union is the EU.'
  expect(verdict(source, 'Страны Европейского союза', entries, 'ru')).toEqual([])
})

test('a full name does not count as the surname alone', () => {
  const full = 'Volodymyr Zelenskyy: {to: {ru: Владимир Зеленский}}'
  const source = 'Volodymyr Zelenskyy left. Zelenskyy will return.'
  const right = 'Отъезд Владимира Зеленского. Возвращение Зеленского.'
  expect(verdict(source, right, [full, zelenskyy], 'ru')).toEqual([])
  expect(verdict(source, 'Отъезд Владимира Зеленского.', [full, zelenskyy], 'ru')).toEqual([
    'error: Zelenskyy: "Зеленский" is missing',
  ])
})

test.each([
  [
    'a common word in another case',
    'Rice: {about: {case: exact}, to: {es: Raiz}}',
    'Rice eats rice',
    'Raiz come rice',
  ],
  [
    'an article in a line of capitals',
    'UN: {to: {es: ONU}}',
    'UN CHIEF SEES AN ATTACK',
    'EL JEFE DE LA ONU VE UN ATAQUE',
  ],
  ['an address', kyiv, 'Kyiv, see kyiv.ua', 'Kiev, véase Kyiv.ua y #Kyiv'],
  ['a handle', zelenskyy, 'Zelenskyy (@Zelenskyy)', 'Zelenski (@Zelenskyy)'],
])('left in the source spelling without a mistake: %s', (_, entry, source, translation) => {
  expect(verdict(source, translation, [entry], 'es')).toEqual([])
})

test.each([
  ['it', 'NATO: {to: {it: Nato}}', 'NATO met.', 'È nato a Kiev.'],
  ['it', 'US: {to: {it: Usa}}', 'The US met.', 'Si usa molto.'],
  ['ru', 'Soyuz: {to: {ru: Союз}}', 'A Soyuz flew.', 'Это союз государств.'],
])('%s: a common word does not stand for a name', (target, entry, source, translation) => {
  expect(verdict(source, translation, [entry], target)).toHaveLength(1)
})

test('an office in small letters is a matter of style', () => {
  const entry = 'defense minister: {to: {es: ministro de Defensa}}'
  expect(verdict('The defense minister', 'El ministro de defensa', [entry], 'es')).toEqual([])
})

test.each([
  ['es', 'Ukraine: {to: {es: Ucrania}, forms: {es: ucraniano}}', 'las tropas ucranianas'],
  ['fr', 'Ukraine: {to: {fr: Ukraine}, forms: {fr: ukrainien}}', "l'armée ukrainienne"],
  ['it', 'Ukraine: {to: {it: Ucraina}, forms: {it: ucraino}}', 'le truppe ucraine'],
  ['pt', 'Ukraine: {to: {pt: Ucrânia}, forms: {pt: ucraniano}}', 'as tropas ucranianas'],
  ['ca', 'Ukraine: {to: {ca: Ucraïna}, forms: {ca: ucraïnès}}', 'les tropes ucraïneses'],
  ['ca', 'Ukraine: {to: {ca: Ucraïna}, forms: {ca: nord-americà}}', 'tropes nord-americanes'],
  ['de', 'Ukraine: {to: {de: Ukraine}, forms: {de: ukrainisch}}', 'die ukrainischen Truppen'],
  ['ru', 'Ukraine: {to: {ru: Украина}, forms: {ru: украинский}}', 'украинская армия'],
  ['ar', 'Ukraine: {to: {ar: أوكرانيا}, forms: {ar: أوكراني}}', 'القوات الأوكرانية'],
])('%s: an adjective is listed by its dictionary form: %s', (target, entry, translation) => {
  expect(verdict('Ukraine’s troops', translation, [entry], target)).toEqual([])
})

test.each([
  ['للولايات المتحدة', []],
  ['وللولايات المتحدة', []],
  ['في الولايات المتحدة', []],
  ['والولايات المتحدة', []],
])('ar: the article melts into li-: %s', (translation, expected) => {
  const entry = 'U.S.: {to: {ar: الولايات المتحدة}}'
  expect(verdict('The U.S. said so.', translation, [entry], 'ar')).toEqual(expected)
})

test('what is wrong is pointed at in the plain text', () => {
  const [finding] = verifyTerms({
    segment: { source: english },
    text: 'En <em1>Kyiv</em1> &amp; Kiev',
    terms: terms(english, [kyiv], 'es'),
    locale: 'es',
  })
  expect(finding).toMatchObject({ check: 'terms', range: { start: 3, end: 7 } })
})

test('the entries to lock: those missing and those wrong, in the order of the sentence', () => {
  const source = 'Zelenskyy was in Kyiv.'
  const found = terms(source, [kyiv, zelenskyy], 'es')
  const wrong = (text: string): readonly string[] =>
    wrongEntries({ segment: { source }, text, terms: found, locale: 'es' })
  expect(wrong('Zelensky estuvo en Kiev.')).toEqual(['Zelenskyy'])
  expect(wrong('Estuvo allí.')).toEqual(['Zelenskyy', 'Kyiv'])
  expect(wrong('Zelenski estuvo en Kiev.')).toEqual([])
})

test('a footnote number behind a name does not hide its rendering', () => {
  const entries = ['Kharkiv: {to: {de: Charkiw, uk: Харків, zh-Hans: 哈尔科夫}}']
  expect(
    verdict('Trains left Kharkiv2 at noon.', 'Züge verließen Charkiw2 um zwölf.', entries, 'de'),
  ).toEqual([])
  expect(
    verdict('Trains left Kharkiv² at noon.', 'Потяги покинули Харків² опівдні.', entries, 'uk'),
  ).toEqual([])
  expect(
    verdict('Trains left Kharkiv2 at noon.', 'Züge verließen die Stadt2 um zwölf.', entries, 'de'),
  ).toEqual(['error: Kharkiv: "Charkiw" is missing'])
})

test.each([
  [
    'Niger',
    'Niger voted on Sunday.',
    'Nigeria äänesti sunnuntaina.',
    'Niger: {to: {fi: Niger}}',
    'fi',
  ],
  ['Mali', 'Mali closed the border.', 'Malta sulki rajan.', 'Mali: {to: {fi: Mali}}', 'fi'],
  ['Iraq', 'Iraq closed the border.', 'Íran lokaði landamærunum.', 'Iraq: {to: {is: Írak}}', 'is'],
  [
    'Niger',
    'Niger voted on Sunday.',
    'Нігерыя галасавала ў нядзелю.',
    'Niger: {to: {be: Нігер}}',
    'be',
  ],
  ['Berg', 'Berg scored twice.', 'Bergkamp scoorde twee keer.', 'Berg: {to: {nl: Berg}}', 'nl'],
  [
    'Ludwig',
    'Ludwig spoke first.',
    'Ludwigshafen sprach zuerst.',
    'Ludwig: {to: {de: Ludwig}}',
    'de',
  ],
  [
    'Jackson',
    'Jackson spoke first.',
    'Jacksonville sprach zuerst.',
    'Jackson: {to: {de: Jackson}}',
    'de',
  ],
])('%s is not another place or person that begins so', (_, source, translation, entry, target) => {
  expect(verdict(source, translation, [entry], target)).toEqual([
    expect.stringContaining('is missing'),
  ])
})

test.each([
  ['Niger voted.', 'Nigerin hallitus äänesti.', 'Niger: {to: {fi: Niger}}', 'fi'],
  ['Iraq voted.', 'Írakar greiddu atkvæði í Írak.', 'Iraq: {to: {is: Írak}}', 'is'],
])('its own forms still count: %s', (source, translation, entry, target) => {
  expect(verdict(source, translation, [entry], target)).toEqual([])
})
