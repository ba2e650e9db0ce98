import { describe, expect, it } from 'vitest'
import { matchLocale } from '../../src/reader/index.ts'

describe('matchLocale', () => {
  it.each([
    // A language and its region.
    ['es-MX', ['en', 'es'], 'es'],
    ['en-AU', ['en-GB', 'en'], 'en'],
    ['pt', ['pt-PT', 'pt-BR'], 'pt-BR'],
    ['pt-PT', ['pt-BR', 'pt-PT'], 'pt-PT'],
    ['pt-AO', ['pt-PT'], 'pt-PT'],
    ['en', ['en-US', 'en'], 'en'],
    // Scripts are kept apart.
    ['zh-TW', ['zh-Hans', 'zh-Hant'], 'zh-Hant'],
    ['zh-HK', ['zh-Hans'], undefined],
    ['zh-CN', ['zh-Hant', 'zh-Hans'], 'zh-Hans'],
    ['zh', ['zh-Hans'], 'zh-Hans'],
    ['sr', ['sr-Latn', 'sr-Cyrl'], 'sr-Cyrl'],
    ['sr-Latn-RS', ['sr-Cyrl'], undefined],
    ['sr-ME', ['sr-Cyrl', 'sr-Latn'], 'sr-Latn'],
    // Names of old, and of two languages that share a root.
    ['iw', ['en', 'he'], 'he'],
    ['no', ['nb'], 'nb'],
    ['nb-NO', ['no'], 'no'],
    ['tl', ['fil'], 'fil'],
    // Not the same language, however near.
    ['fi', ['fil'], undefined],
    ['be', ['ru'], undefined],
    ['kk', ['ru'], undefined],
    ['ku', ['tr'], undefined],
    ['nn', ['nb'], undefined],
    // Pseudo-locales are for those who name them.
    ['en', ['en-XA'], undefined],
    ['en-XA', ['en'], undefined],
    ['en-XA', ['en', 'en-XA'], 'en-XA'],
  ])('%s among %j finds %s', (wanted, available, found) => {
    expect(matchLocale([wanted], available)).toBe(found)
  })

  it('takes the first wish that can be met', () => {
    expect(matchLocale(['ka', 'uk-UA', 'ru'], ['ru', 'uk', 'en'])).toBe('uk')
  })

  it('passes over what is no tag', () => {
    const rubbish = ['', '*', '<script>', 'en_US', 'x'.repeat(999), '../../etc/passwd', 'und']
    expect(matchLocale(rubbish, ['en', 'es'])).toBeUndefined()
    expect(matchLocale([...rubbish, 'es'], ['"><b>', '', 'und', 'es'])).toBe('es')
    expect(matchLocale([], ['es'])).toBeUndefined()
  })
})
