import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packRequests, splitSentences, wrapSentences } from '../../src/engines/units.ts'
import { fakeEngine } from './fake-engine.ts'

const sentence = fc.constantFrom(
  'They met.',
  'Вони <a1>зустрілися</a1>.',
  'التقيا &amp; اتفقا.',
  '他们<em1>会面</em1>。',
)

describe('sentences of one text', () => {
  test('are each in a tag of their own, one alone in none', () => {
    expect(wrapSentences(['They met.', 'They <em1>agreed</em1>.'])).toBe(
      '<s1>They met.</s1><s2>They <em1>agreed</em1>.</s2>',
    )
    expect(wrapSentences(['They met.'])).toBe('They met.')
  })

  test('come back as they were sent', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 12 }), (sentences) => {
        expect(splitSentences(wrapSentences(sentences), sentences.length)).toEqual(sentences)
      }),
    )
  })

  test('come back whatever white space the engine puts between and inside', () => {
    expect(splitSentences(' <s1> Вони зустрілися. </s1>\n<s2>Вони домовилися.</s2> ', 2)).toEqual([
      'Вони зустрілися.',
      'Вони домовилися.',
    ])
  })

  test.each([
    ['a tag is missing', '<s1>Вони зустрілися. Вони домовилися.</s1>'],
    ['all tags are missing', 'Вони зустрілися. Вони домовилися.'],
    ['they are in another order', '<s2>Вони домовилися.</s2><s1>Вони зустрілися.</s1>'],
    ['one comes twice', '<s1>Вони.</s1><s1>Вони.</s1><s2>Домовилися.</s2>'],
    ['one more comes', '<s1>Вони.</s1><s2>Домовилися.</s2><s3>Так.</s3>'],
    ['one is empty', '<s1>Вони зустрілися й домовилися.</s1><s2> </s2>'],
    ['one is empty but for a tag', '<s1>Вони <a1>тут</a1>.</s1><s2><em1></em1></s2>'],
    ['text stands outside', '<s1>Вони.</s1> але <s2>домовилися.</s2>'],
    ['one stands in the other', '<s1>Вони <s2>домовилися.</s2></s1>'],
    ['one stands in a tag of the article', '<em1><s1>Вони.</s1></em1><s2>Домовилися.</s2>'],
  ])('are asked for again when %s', (_, answer) => {
    expect(splitSentences(answer, 2)).toBeUndefined()
  })
})

describe('packing', () => {
  const unit = fc.record({
    text: fc.oneof(sentence, fc.string({ minLength: 1, maxLength: 400 })),
    context: fc.constantFrom('', 'Kyiv under water', '基辅被淹 '.repeat(20), 'x'.repeat(5000)),
  })

  test('keeps all texts in order and within every limit', () => {
    const engine = fakeEngine(() => Promise.reject(new Error('not sent')), { maxTexts: 5 })
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
        const packed = packRequests(units, engine)
        expect(packed.flatMap((request) => request.units)).toEqual(units)
        for (const request of packed) {
          const size = request.units.reduce((sum, { text }) => sum + engine.encodedSize(text), 0)
          const contextSize = engine.encodedSize(request.context)
          expect(request.units.length).toBeGreaterThan(0)
          expect(request.units.length).toBeLessThanOrEqual(5)
          expect(request.context.length).toBeLessThanOrEqual(2000)
          // A text that is too large by itself goes alone, and without a context.
          if (size > 1000) expect(request).toMatchObject({ units: [{}], context: '' })
          else expect(size + contextSize).toBeLessThanOrEqual(1000)
        }
      }),
    )
  })

  const roomy = fakeEngine(() => Promise.reject(new Error('not sent')), { maxBytes: 50_000 })

  test('fills a request up before it begins another', () => {
    const units = Array.from({ length: 120 }, () => ({ text: 'Rain fell.', context: '' }))
    expect(packRequests(units, roomy).map((request) => request.units.length)).toEqual([50, 50, 20])
  })

  test('gives each context once, in order', () => {
    const contexts = ['Kyiv under water', 'Odesa port shut', 'Kyiv under water', '']
    const units = contexts.map((context) => ({ text: 'Rain fell.', context }))
    expect(packRequests(units, roomy)).toEqual([
      { units, context: 'Kyiv under water\nOdesa port shut' },
    ])
  })

  test('leaves out a context for which there is no room, not the text', () => {
    const tight = fakeEngine(() => Promise.reject(new Error('not sent')), { maxBytes: 40 })
    const units = [{ text: 'Rain fell on Kyiv.', context: 'A long headline that does not fit' }]
    expect(packRequests(units, tight)).toEqual([{ units, context: '' }])
  })

  test('gives a text a request of its own when only there its context has room', () => {
    const tight = fakeEngine(() => Promise.reject(new Error('not sent')), { maxBytes: 70 })
    const units = [
      { text: 'Rain fell on Kyiv.', context: 'Kyiv under water' },
      { text: 'Waves hit Odesa.', context: 'Odesa port shut' },
    ]
    expect(packRequests(units, tight).map(({ context }) => context)).toEqual([
      'Kyiv under water',
      'Odesa port shut',
    ])
  })

  test('never cuts an emoji of a long context in two', () => {
    const units = [{ text: 'Rain fell.', context: `${'x'.repeat(1999)}👩‍🚒` }]
    const [request] = packRequests(units, roomy)
    expect(request?.context.isWellFormed()).toBe(true)
  })

  test('of nothing is nothing', () => {
    expect(packRequests([], roomy)).toEqual([])
  })
})
