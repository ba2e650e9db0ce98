import { describe, expect, test } from 'vitest'
import { isSameMeaning } from '../../src/archive/same-meaning.ts'
import { significanceOf } from '../../src/archive/significance.ts'
import type { BlockChange } from '../../src/archive/revision-diff.ts'
import type { Block } from '../../src/model.ts'

describe('a sentence that means the same', () => {
  test.each([
    ['en', 'The council, which met on Monday, agreed.', 'The council which met on Monday agreed.'],
    ['en', 'He said "we are ready".', 'He said “we are ready”.'],
    ['en', 'They came to the harbour to organise aid.', 'They came to the harbor to organize aid.'],
    [
      'uk',
      'Рада, що зібралася в понеділок, погодилася.',
      'Рада що зібралася в понеділок погодилася…',
    ],
    ['ar', 'قال الوزير، أمس إن المحادثات مفيدة.', 'قال الوزير أمس إن المحادثات مفيدة.'],
    ['zh', '市长说，学校将于周四重新开放。', '市长说 学校将于周四重新开放。'],
  ])('%s: %s', (locale, before, after) => {
    expect(isSameMeaning(before, after, locale)).toBe(true)
    expect(isSameMeaning(after, before, locale)).toBe(true)
  })
})

describe('a sentence that may mean something else', () => {
  test.each([
    ['a number', 'en', 'It took 14 hours.', 'It took 15 hours.'],
    ['a separator', 'en', 'It cost 1.500 euros.', 'It cost 1,500 euros.'],
    ['a sign', 'en', 'It was −5 degrees.', 'It was 5 degrees.'],
    ['a name', 'en', 'Troops left Kharkiv at dawn.', 'Troops left Kherson at dawn.'],
    [
      'the spelling of a name',
      'en',
      'Envoys met Zelenskyy in Paris.',
      'Envoys met Zelensky in Paris.',
    ],
    ['a name at the start', 'en', 'Marain spoke first today.', 'Marian spoke first today.'],
    ['a negation', 'en', 'The bridge is now open.', 'The bridge is not open.'],
    [
      'a prefix that negates',
      'en',
      'The council called it legal.',
      'The council called it illegal.',
    ],
    [
      'a word of another sense',
      'en',
      'The report came from the ministry.',
      'The report came form the ministry.',
    ],
    ['one letter that makes a word', 'en', 'The plan could succeed.', 'The plan would succeed.'],
    ['a plural', 'en', 'The soldiers were hurt.', 'The soldier were hurt.'],
    ['a minus sign', 'en', 'It was -5 degrees.', 'It was 5 degrees.'],
    ['a rating', 'en', 'It is rated AA+ now.', 'It is rated AA- now.'],
    ['a currency', 'en', 'It costs ₹500 now.', 'It costs ₺500 now.'],
    ['a ratio', 'en', 'It was 10/12 on Monday.', 'It was 10-12 on Monday.'],
    ['a bound', 'en', 'It takes <10 days.', 'It takes >10 days.'],
    [
      'two letters that make another word',
      'en',
      'They were all fired there.',
      'They were all fried there.',
    ],
    ['a doubled letter that does', 'en', 'The case was filled today.', 'The case was filed today.'],
    ['a question', 'en', 'The war is over.', 'The war is over?'],
    ['quotation marks round a word', 'en', 'The victory was total.', 'The "victory" was total.'],
    [
      'a name that lost its capital',
      'en',
      'He left the Guard on Monday.',
      'He left the guard on Monday.',
    ],
    ['an accent that makes a tense', 'es', 'La ministra hablo ayer.', 'La ministra habló ayer.'],
    ['a doubled letter', 'it', 'La cassa è piena.', 'La casa è piena.'],
    ['a negation', 'ru', 'Переговоры завершены.', 'Переговоры не завершены.'],
    ['a negation', 'zh', '学校将重新开放。', '学校将不重新开放。'],
    ['a number', 'ar', 'استمر الاجتماع ٣ ساعات.', 'استمر الاجتماع ٤ ساعات.'],
  ])('%s (%s): %s', (_, locale, before, after) => {
    expect(isSameMeaning(before, after, locale)).toBe(false)
  })
})

describe('the weight of a revision', () => {
  const blocks: readonly Block[] = ['title', 'b001', 'b002', 'b003', 'b004'].map((key) => ({
    key,
    role: key === 'title' ? 'headline' : 'paragraph',
    text: '',
    tags: {},
    translate: true,
  }))
  const same = (key: string): BlockChange => ({ kind: 'unchanged', key, from: [] })
  const edited = (key: string, before: string, after: string): BlockChange => ({
    kind: 'edited',
    key,
    from: [],
    before,
    after,
  })
  const weight = (...changes: readonly BlockChange[]): string =>
    significanceOf([...changes, same('b003'), same('b004')], { blocks, locale: 'en' })

  test.each([
    ['typographic', edited('b001', 'Ships, he said, wait.', 'Ships he said wait.')],
    ['minor', edited('b001', 'Ships wait at the port.', 'Ships wait outside the port.')],
    ['major', edited('b001', 'It took 14 hours.', 'It took 15 hours.')],
    ['major', edited('b001', 'Two bridges were closed.', 'Three bridges were closed.')],
    ['major', edited('b001', 'The envoys agreed.', 'The envoys have not agreed.')],
    ['major', edited('title', 'Envoys meet in Paris', 'Envoys meet again in Paris')],
    ['typographic', edited('title', 'Envoys meet, in Paris', 'Envoys meet in Paris')],
    ['minor', { kind: 'moved', key: 'b002', from: [], before: 'Ships.', after: 'Ships.' } as const],
    ['minor', { kind: 'inserted', key: 'b005', from: [], after: 'No date was given.' } as const],
    ['typographic', { kind: 'restyled', key: 'b002', from: [], before: 'a', after: 'a' } as const],
  ])('%s: %j', (expected, change) => {
    expect(weight(change)).toBe(expected)
  })

  test('major, when more than half of it is new', () => {
    const texts = ['a day', 'a night', 'a week'].map((what) => `The talks lasted ${what}.`)
    const [a = '', b = '', c = ''] = texts
    expect(weight(edited('b001', a, b), edited('b002', b, c), edited('b005', c, a))).toBe('major')
  })
})
