import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formSize } from '../../src/engines/deepl-size.ts'

function realSize(text: string): number {
  const form = new URLSearchParams({ target_lang: 'de' })
  const before = form.toString().length
  form.append('text', text)
  return form.toString().length - before
}

test.for(['Зеленский', '泽连斯基', "a b~*-._!'()+&=%", '😀', '\ud83d', '\ude00\ud83d', '\n\t', ''])(
  '%j is measured as it is sent',
  (text) => expect(formSize(text)).toBe(realSize(text)),
)

test('any text is measured as it is sent, broken surrogates too', () => {
  const units = fc.array(fc.integer({ min: 0, max: 0xffff }))
  fc.assert(
    fc.property(units, (codes) => {
      const text = String.fromCharCode(...codes)
      expect(formSize(text)).toBe(realSize(text))
    }),
    { numRuns: 500 },
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(formSize(text)).toBe(realSize(text))
    }),
  )
})
