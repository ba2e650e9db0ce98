import { describe, expect, test } from 'vitest'
import type { EngineAnswer } from '../../src/engines/engine.ts'
import { validateAnswer } from '../../src/engines/validate.ts'

const texts = ['Kyiv stands.', 'Read <a1>the report</a1>.']
const good = ['Київ стоїть.', 'Читайте <a1>звіт</a1>.']

function validate(answer: unknown): ReturnType<typeof validateAnswer> {
  return validateAnswer('deepl', { source: 'en', target: 'uk', texts }, answer as EngineAnswer)
}

describe('an answer', () => {
  test('that is whole is taken, white space around texts dropped', () => {
    expect(validate({ texts: [' Київ стоїть.\n', good[1]], billed: 28 })).toEqual({
      texts: good,
      billed: 28,
    })
  })

  test.each([
    ['fewer texts', { texts: ['Київ стоїть.'], billed: 12 }, 'deepl answered 1 texts to 2'],
    ['more texts', { texts: [...good, 'Так.'], billed: 30 }, 'deepl answered 3 texts to 2'],
    ['no texts', { billed: 30 }, 'deepl answered 0 texts to 2'],
  ])('with %s cannot be told apart and is asked for again', (_, answer, message) => {
    expect(() => validate(answer)).toThrow(
      expect.objectContaining({ code: 'answer', failure: 'temporary', message }),
    )
  })

  test.each([
    ['null', null],
    ['undefined', undefined],
    ['a number', 42],
    ['empty', ''],
    ['blank', ' \u00a0\n'],
    ['tags around nothing', '<em1> </em1>'],
    ['far too long', 'Київ '.repeat(60)],
    ['a tag that is not closed', '<a1>Київ'],
    ['a tag with a handler', '<a1 onclick="alert(1)">Київ</a1>'],
    ['unescaped markup', '<b>Київ</b>'],
    ['a bare ampersand', 'Київ & Львів'],
    ['a bare bracket', 'Київ > Львів'],
  ])('with a text that is %s lacks that text, not the others', (_, text) => {
    expect(validate({ texts: [text, good[1]], billed: 28 }).texts).toEqual([undefined, good[1]])
  })

  test('may be four times as long as the source and a little more', () => {
    const longest = 'я'.repeat(4 * texts[0]!.length + 200)
    expect(validate({ texts: [longest, good[1]], billed: 28 }).texts[0]).toBe(longest)
    expect(validate({ texts: [`${longest}я`, good[1]], billed: 28 }).texts[0]).toBeUndefined()
  })

  test.each([[undefined], [Number.NaN], [-1], [1.5], ['28']])(
    'billed with %s is counted as what was sent, tags free',
    (billed) => {
      expect(validate({ texts: good, billed }).billed).toBe(28)
    },
  )
})
