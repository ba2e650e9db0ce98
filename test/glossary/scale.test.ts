import { expect, test } from 'vitest'
import { compileMatcher } from '../../src/glossary/index.ts'
import type { Entry } from '../../src/glossary/index.ts'
import { glossary } from './helpers.ts'

/** Entries of a large newsroom, made from one parsed entry: parsing is not measured here. */
function manyEntries(count: number): readonly Entry[] {
  const [one] = glossary(['Kyiv: {about: {unless: [Texas]}, to: {es: Kiev}}']).entries
  if (one === undefined) throw new Error('no entry')
  return Array.from({ length: count }, (_, i) => ({ ...one, key: `Name ${i}`, source: nameOf(i) }))
}

function nameOf(i: number): string {
  return `Ka${i.toString(36)} Lo${(i * 7919).toString(36)}`
}

function milliseconds(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

test('10,000 entries over 200 KB of text: time grows with the text, not with its square', () => {
  const find = compileMatcher({ source: 'en', entries: manyEntries(10_000) })
  const sentence = (i: number): string =>
    `Officials in ${nameOf(i % 10_000)} met again, they said. `
  const text = Array.from({ length: 4_500 }, (_, i) => sentence(i)).join('')
  expect(text.length).toBeGreaterThan(200_000)
  find(text)
  const half = milliseconds(() => find(text.slice(0, text.length / 2)))
  const whole = milliseconds(() => find(text))
  expect(find(text)).toHaveLength(4_500)
  // Twice, with room for a busy machine; the square would be four times, a scan of all entries minutes.
  expect(whole).toBeLessThan(Math.max(8 * half, 2_000))
})

test.each([
  ['letters', 'k'],
  ['Chinese', '基'],
  ['at signs', '@'],
  ['full stops', 'a.'],
  ['spaces', ' '],
  ['marks', '\u0301'],
])('one word of 200 KB (%s) does not hold a run up', (_, unit) => {
  const find = compileMatcher(glossary(['Kyiv: {}', '基辅: {}', 'U.S.: {}']))
  const text = unit.repeat(200_000 / unit.length)
  expect(milliseconds(() => find(text))).toBeLessThan(5_000)
})
