import { describe, expect, it } from 'vitest'
import { direction as directionOfNode } from '../../src/locale.ts'
import { direction } from '../../src/reader/index.ts'
import { worldLanguages } from '../chooser/chooser-site.ts'

describe('direction', () => {
  it('is that of the platform where it knows one', () => {
    const tags = [
      ...worldLanguages,
      'sd',
      'ks',
      'pa-PK',
      'pa',
      'az-IR',
      'ckb',
      'yi',
      'dv',
      'nqo',
      'ar-XB',
      'sd-Deva',
    ]
    expect(tags.map((tag) => [tag, direction(tag)])).toEqual(
      tags.map((tag) => [tag, directionOfNode(tag)]),
    )
  })

  it('is ltr for what is no tag', () => {
    expect(direction('<b>')).toBe('ltr')
  })
})
