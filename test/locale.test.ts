import { expect, test } from 'vitest'
import { formatError } from '../src/errors.ts'
import {
  autonym,
  canonicalLocale,
  direction,
  englishName,
  fallbackChain,
  isPseudo,
  isSameLanguage,
  scriptOf,
} from '../src/locale.ts'

test.each([
  ['es', 'es'],
  ['es_ES', 'es-ES'],
  [' PT-br ', 'pt-BR'],
  ['zh-hans', 'zh-Hans'],
  ['ZH_hant_tw', 'zh-Hant-TW'],
  ['iw', 'he'],
  ['in', 'id'],
  ['cmn', 'zh'],
  ['sh', 'sr-Latn'],
  ['no', 'nb'],
  ['no-NO', 'nb-NO'],
  ['nn', 'nn'],
  ['en-US-u-ca-buddhist', 'en-US'],
  ['en-XA', 'en-XA'],
  ['ckb', 'ckb'],
])('%s is written %s', (written, expected) => {
  expect(canonicalLocale(written)).toBe(expected)
})

test.each([
  ['', 'is not a language tag'],
  ['Spanish', 'is not a language that is known'],
  ['español', 'is not a language tag'],
  ['es-', 'is not a language tag'],
  ['es.UTF-8', 'is not a language tag'],
  ['x-private', 'is not a language tag'],
  ['qq', 'is not a language that is known'],
  ['jp', 'is not a language that is known'],
  ['und', 'is not a language that is known'],
  ['und-Latn', 'is not a language that is known'],
  ['mul', 'is not a language that is known'],
  ['zxx', 'is not a language that is known'],
  ['../../etc', 'is not a language tag'],
  ['constructor', 'is not a language tag'],
])('"%s" %s', (written, expected) => {
  let message = ''
  try {
    canonicalLocale(written)
  } catch (error) {
    message = formatError(error)
  }
  expect(message).toBe(
    `"${written}" ${expected}  Write a BCP 47 tag such as es, pt-BR or zh-Hans.  [locale]`,
  )
})

test.each([
  ['es', ['es', 'es-Latn-ES', 'es-ES', 'es-Latn']],
  ['es-MX', ['es-MX', 'es-Latn-MX', 'es-Latn', 'es']],
  ['zh', ['zh', 'zh-Hans-CN', 'zh-CN', 'zh-Hans']],
  ['zh-TW', ['zh-TW', 'zh-Hant-TW', 'zh-Hant']],
  ['zh-Hant', ['zh-Hant', 'zh-Hant-TW', 'zh-TW']],
  ['sr-Latn', ['sr-Latn', 'sr-Latn-RS', 'sr-RS']],
  ['en-XA', ['en-XA']],
])('what is kept for %s stands under %j', (locale, expected) => {
  expect(fallbackChain(locale)).toEqual(expected)
})

test('Serbian in Latin letters never takes what a region keeps in Cyrillic ones', () => {
  expect(fallbackChain('sr-Latn')).not.toContain('sr')
  expect(fallbackChain('zh-HK')).not.toContain('zh')
})

test.each([
  ['es', 'es-MX', true],
  ['zh', 'zh-Hans', true],
  ['zh-Hans', 'zh-Hant', false],
  ['sr', 'sr-Latn', false],
  ['pt', 'pt-PT', true],
  ['en', 'en-XA', false],
  ['en-XA', 'en-XA', true],
])('%s and %s are one language: %s', (a, b, expected) => {
  expect(isSameLanguage(a, b)).toBe(expected)
})

test.each([
  ['es', 'Español', 'ltr', 'Latn', 'Spanish'],
  ['ar', 'العربية', 'rtl', 'Arab', 'Arabic'],
  ['zh-Hant', '中文（繁體）', 'ltr', 'Hant', 'Traditional Chinese'],
  ['uk', 'Українська', 'ltr', 'Cyrl', 'Ukrainian'],
  ['ka', 'ქართული', 'ltr', 'Geor', 'Georgian'],
  ['ckb', 'کوردیی ناوەندی', 'rtl', 'Arab', 'Central Kurdish'],
])('%s calls itself %s, is written %s in %s', (locale, name, dir, script, english) => {
  expect([autonym(locale), direction(locale), scriptOf(locale)]).toEqual([name, dir, script])
  expect(englishName(locale)).toBe(english)
})

test('pseudo-locales', () => {
  expect(['en-XA', 'ar-XB', 'en-US', 'ar'].map((tag) => isPseudo(tag))).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect([direction('ar-XB'), direction('en-XA')]).toEqual(['rtl', 'ltr'])
})
