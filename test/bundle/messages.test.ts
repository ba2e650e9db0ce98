import { describe, expect, test } from 'vitest'
import { articleIdPattern, formatBundle, inert, keyPattern } from '../../src/bundle/index.ts'
import { plainText } from '../../src/tagged-text.ts'

const format = (messages: Readonly<Record<string, string>>): string =>
  formatBundle({ article: 'kyiv-rain', locale: 'uk', messages })

describe('a bundle file', () => {
  test('has title and summary first, then the blocks by number, and a final newline', () => {
    const messages = { b1000: 'г', b002: 'б', summary: 'Дощ.', b010: 'в', title: 'Київ', b001: 'а' }
    expect(format(messages)).toBe(
      '{\n  "title": "Київ",\n  "summary": "Дощ.",\n  "b001": "а",\n  "b002": "б",\n  "b010": "в",\n  "b1000": "г"\n}\n',
    )
  })

  test('is composed (NFC) and has no empty message', () => {
    expect(format({ b001: 'cafe\u0301', b002: '' })).toBe('{\n  "b001": "café"\n}\n')
  })

  test.each(['__proto__', '001', 'b001.x', 'ns:b001', 'B001', '', 'b'.repeat(17), 'b001\n'])(
    'cannot have the key %j',
    (key) => {
      expect(keyPattern.test(key)).toBe(false)
      expect(() => format(Object.fromEntries([[key, 'x']]))).toThrow('cannot be a message key')
    },
  )
})

test.each(['kyiv-rain', '2026-11-23-kyiv', 'a'])('%s can be an article', (id) => {
  expect(articleIdPattern.test(id)).toBe(true)
})

test.each(['', '-kyiv', 'Kyiv', '../kyiv', 'kyiv/rain', 'київ', 'kyiv.json', 'a'.repeat(101)])(
  '%j cannot be an article',
  (id) => {
    expect(articleIdPattern.test(id)).toBe(false)
  },
)

test.each(['{{x}}', '{{{{', '$t(title)', 'a { b } c', '{', '}}', '{ {', '$$t(', '{{- x}}'])(
  'the text %s reads as before and is no i18next syntax',
  (text) => {
    expect(plainText(inert(text))).toBe(text)
    expect(inert(text)).not.toMatch(/\{\{|\$t\(/)
  },
)
