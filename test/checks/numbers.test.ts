import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/model.ts'
import { checkNumbers } from '../../src/checks/numbers.ts'
import { translated } from './input.ts'
import { laterSentences, numberSentences, type NumberSentence } from './number-pairs.ts'

interface Pair {
  readonly from: string
  readonly to: string
  readonly source: string
  readonly text: string
}

function pairsOf(sentences: readonly NumberSentence[]): readonly Pair[] {
  return sentences.flatMap(({ from, source, to }) =>
    Object.entries(to).map(([locale, text]) => ({ from, to: locale, source, text })),
  )
}

const pairs = pairsOf([...numberSentences, ...laterSentences])

function check({ from, to, source, text }: Pair): readonly Finding[] {
  return checkNumbers(translated(source, text, to, from))
}

/** Every way to change one digit of a number of the translation: 27 becomes 37 or 28. */
function changedDigits(pair: Pair): readonly Pair[] {
  return Array.from(pair.text.matchAll(/\p{Nd}+/gu)).flatMap(({ 0: number, index }) =>
    [0, Array.from(number).length - 1].map((at) => {
      const digits = Array.from(number)
      const digit = digits[at] ?? ''
      const code = digit.codePointAt(0) ?? 0
      const isNine = !/\p{Nd}/u.test(String.fromCodePoint(code + 1)) || digit === '9'
      digits[at] = String.fromCodePoint(isNine ? code - 1 : code + 1)
      const text =
        pair.text.slice(0, index) + digits.join('') + pair.text.slice(index + number.length)
      return { ...pair, text }
    }),
  )
}

/** Every way to lose one number. */
function deletedNumbers(pair: Pair): readonly Pair[] {
  return Array.from(pair.text.matchAll(/\p{Nd}+(?:[.,:٬٫\u00a0 ]\p{Nd}+)*/gu)).map(
    ({ 0: number, index }) => ({
      ...pair,
      text: pair.text.slice(0, index) + pair.text.slice(index + number.length),
    }),
  )
}

function share(some: readonly unknown[], all: readonly unknown[]): number {
  return some.length / all.length
}

describe('rates over aligned news sentences', () => {
  test('the set is wide enough', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(120)
    expect(new Set(pairs.map(({ to }) => to)).size).toBeGreaterThanOrEqual(10)
  })

  test('right translations raise no error and at most two warnings', () => {
    const alarms = pairs.flatMap((pair) =>
      check(pair).map(({ severity, message }) => `${pair.to} ${severity} ${message} ${pair.text}`),
    )
    expect(alarms.filter((alarm) => alarm.includes(' error '))).toEqual([])
    expect(alarms.length, alarms.join('\n')).toBeLessThanOrEqual(2)
  })

  test('at least 90 % of changed digits are caught', () => {
    const changed = pairs.flatMap(changedDigits)
    const missed = changed.filter((pair) => check(pair).length === 0)
    const errors = changed.filter((pair) =>
      check(pair).some(({ severity }) => severity === 'error'),
    )
    if (process.env['SHOW_RATES'] !== undefined) {
      console.log(
        'changed',
        changed.length,
        'caught',
        1 - share(missed, changed),
        'errors',
        share(errors, changed),
      )
      console.log(missed.map(({ to, text }) => `${to} ${text}`).join('\n'))
    }
    expect(1 - share(missed, changed)).toBeGreaterThanOrEqual(0.9)
    expect(share(errors, changed)).toBeGreaterThanOrEqual(0.3)
  })

  test('at least 85 % of deleted numbers are caught', () => {
    const deleted = pairs.flatMap(deletedNumbers)
    const missed = deleted.filter((pair) => check(pair).length === 0)
    if (process.env['SHOW_RATES'] !== undefined) {
      console.log('deleted', deleted.length, 'caught', 1 - share(missed, deleted))
      console.log(missed.map(({ to, text }) => `${to} ${text}`).join('\n'))
    }
    expect(1 - share(missed, deleted)).toBeGreaterThanOrEqual(0.85)
  })
})

describe('one by one', () => {
  test.each([
    ['es', 'Police arrested 27 people.', 'La policía detuvo a 37 personas.', 'error'],
    ['de', 'Police arrested 1,250 people.', 'Die Polizei nahm 1.520 Menschen fest.', 'error'],
    ['ar', 'Police arrested 27 people.', 'أوقفت الشرطة ٢٨ شخصا.', 'error'],
    ['es', 'Police arrested 27 people.', 'La policía detuvo a varias personas.', 'warning'],
    ['es', 'It began in 2021.', 'Empezó en 2012.', 'warning'],
    ['fr', 'It costs $3.5 million.', 'Cela coûte 3,5 milliards de dollars.', 'warning'],
    ['ru', 'Polls close at 8 p.m.', 'Участки закрываются в 21:00.', 'warning'],
    ['de', 'Police arrested 7 people.', 'Die Polizei nahm 8 Menschen fest.', 'warning'],
  ])('%s: “%s” as “%s” is an %s', (to, source, text, severity) => {
    expect(check({ from: 'en', to, source, text })).toMatchObject([{ check: 'numbers', severity }])
  })

  test('the range points at the wrong number', () => {
    const text = 'La policía detuvo a <em1>37</em1> personas.'
    const [found] = check({
      from: 'en',
      to: 'es',
      source: 'Police arrested <em1>27</em1> people.',
      text,
    })
    expect(found?.range).toEqual({ start: 20, end: 22 })
  })

  test('pseudo-locales keep their digits, and nothing is said', () => {
    const source = 'Police arrested 27 people in 2 raids at 5 p.m.'
    const accented = '[Ƥǿŀīƈḗ ȧřřḗşŧḗḓ 27 ƥḗǿƥŀḗ īƞ 2 řȧīḓş ȧŧ 5 ƥ.ḿ.]'
    expect(check({ from: 'en', to: 'en-XA', source, text: accented })).toEqual([])
    const wrapped = source.replace(/\S+/g, (word) => `\u200f\u202e${word}\u202c\u200f`)
    expect(check({ from: 'en', to: 'ar-XB', source, text: wrapped })).toEqual([])
  })

  test('numbers in links and kept tags are none of its business', () => {
    const source = 'See <code1>v27</code1> on https://example.org/2024/27.'
    expect(check({ from: 'en', to: 'es', source, text: 'Véalo.' })).toEqual([])
  })

  test('a table of thousands of numbers is not compared for minutes', () => {
    const table = '12 34 '.repeat(5000)
    expect(check({ from: 'en', to: 'es', source: table, text: table })).toHaveLength(1)
  })
})
