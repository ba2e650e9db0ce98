import { describe, expect, it } from 'vitest'
import { acceptedLanguages } from '../../src/reader/index.ts'

describe('acceptedLanguages', () => {
  it('orders by quality, then as written', () => {
    expect(acceptedLanguages('fr;q=0.8, uk-UA, en;q=0.9, de;q=0.8')).toEqual([
      'uk-UA',
      'en',
      'fr',
      'de',
    ])
  })

  it('leaves out refusals, the star and rubbish', () => {
    expect(acceptedLanguages('ru;q=0, *, ar;q=abc, zh-Hans;q=0.5, <script>, ../x')).toEqual([
      'zh-Hans',
    ])
  })

  it('bears no header, an empty one and one without end', () => {
    expect(acceptedLanguages(undefined)).toEqual([])
    expect(acceptedLanguages('')).toEqual([])
    expect(acceptedLanguages('en,'.repeat(1e6)).length).toBeLessThan(400)
  })
})
