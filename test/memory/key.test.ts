import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyText, memoryKey, normaliseSource } from '../../src/memory/index.ts'
import type { Role } from '../../src/model.ts'

interface Case {
  readonly role?: Role
  readonly article?: string
  readonly locale?: string
  readonly target?: string
  readonly terms?: string
  readonly profile?: string
  readonly isDerived?: boolean
}

function keyOf(text: string, given: Case = {}): string {
  const { role = 'paragraph', article = 'kyiv-rain', locale = 'en', target = 'uk' } = given
  const { terms = '', profile = 'deepl quality', isDerived = false } = given
  const source = normaliseSource(text).text
  const segment = { key: 'b001.1', block: 'b001', role, locale, source }
  const input = { segment, source, target, termsHash: terms, profile, article, isDerived }
  return keyText(memoryKey(input))
}

const long = 'Rain fell on Kyiv for a third day on Monday.'

describe('a sentence is the same', () => {
  test('composed or decomposed', () => {
    expect(keyOf('Le café du théâtre a rouvert ses portes.'.normalize('NFD'))).toBe(
      keyOf('Le café du théâtre a rouvert ses portes.'),
    )
    expect(keyOf('<em1>Київ</em1> чекає на дощ сьогодні.'.normalize('NFD'))).toBe(
      keyOf('<em1>Київ</em1> чекає на дощ сьогодні.'),
    )
  })

  test('with any white space', () => {
    expect(keyOf(' Rain fell  on\u00a0Kyiv\nfor a third day on Monday. ')).toBe(keyOf(long))
  })

  test('with its tags numbered as another block numbers them', () => {
    expect(keyOf('Read <a3>the <em7>full</em7> report</a3> on Monday.')).toBe(
      keyOf('Read <a1>the <em1>full</em1> report</a1> on Monday.'),
    )
  })

  test('in any long paragraph of any article', () => {
    expect(keyOf(long, { role: 'quote', article: 'odesa-port' })).toBe(keyOf(long))
  })

  test('as the headline that was taken from it, long or short', () => {
    for (const text of [long, 'Kyiv stands firm.', '基辅下雨了。', 'كييف صامدة.']) {
      expect(keyOf(text, { role: 'headline', isDerived: true })).toBe(keyOf(text))
    }
  })
})

describe('a sentence is another', () => {
  test('with other words, languages, glossary entries or engine settings', () => {
    const keys = [
      keyOf(long),
      keyOf(long.replace('third', 'fourth')),
      keyOf('Rain fell on <a1>Kyiv</a1> for a third day on Monday.'),
      keyOf(long, { locale: 'de' }),
      keyOf(long, { target: 'ru' }),
      keyOf(long, { terms: 'Kyiv=Київ' }),
      keyOf(long, { profile: 'deepl speed' }),
      keyOf(long, { role: 'headline' }),
      keyOf(long, { role: 'heading' }),
      keyOf(long, { role: 'caption' }),
      keyOf(long, { role: 'caption', article: 'odesa-port' }),
    ]
    expect(new Set(keys).size).toBe(keys.length)
  })

  test.each([
    ['More here.', 'English'],
    ["Don't panic, people.", 'English with an apostrophe'],
    ['Он ушёл.', 'Russian'],
    ['وصل الرئيس اليوم.', 'Arabic'],
    ['रूस पीछे हटा।', 'Hindi, whose vowel signs are no letters'],
    ['下雨了。', 'Chinese'],
    ['雨です。', 'Japanese'],
    ['ฝนตก', 'Thai'],
  ])('in another article when it is short: %s (%s)', (text) => {
    expect(keyOf(text, { article: 'odesa-port' })).not.toBe(keyOf(text))
    expect(keyOf(text, { role: 'item' })).not.toBe(keyOf(text))
  })

  test.each([
    ['He left on Monday.'],
    ['Он ушёл в понедельник.'],
    ['وصل الرئيس إلى كييف اليوم.'],
    ['रूस की सेना पीछे हटी।'],
    ['乌克兰总统抵达基辅。'],
    ['วันนี้ฝนตกในเคียฟ'],
  ])('but not when it is long: %s', (text) => {
    expect(keyOf(text, { article: 'odesa-port' })).toBe(keyOf(text))
  })
})

describe('tags', () => {
  test('of a translation get the names of the original back', () => {
    const { text, restore } = normaliseSource('Read <a3>the report</a3> by <a5>AP</a5>.')
    expect(text).toBe('Read <a1>the report</a1> by <a2>AP</a2>.')
    expect(restore('<a2>AP</a2>: <a1>звіт</a1>.')).toBe('<a5>AP</a5>: <a3>звіт</a3>.')
  })

  test('are numbered once: normal text stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 99 }), (raw, n) => {
        const words = raw.replace(/[<>&]/g, '')
        const once = normaliseSource(`${words} <a${n}>Kyiv</a${n}>${words}`).text
        expect(normaliseSource(once).text).toBe(once)
      }),
    )
  })

  test('and half a surrogate pair from a broken source, which no store can keep, is replaced', () => {
    expect(normaliseSource('Kyiv \ud83d woke to rain.').text).toBe('Kyiv \ufffd woke to rain.')
  })
})
