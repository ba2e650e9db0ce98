import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decodeSource, readArticle } from '../../src/ingest/index.ts'

// The page the project was asked for. It is not ours to publish: it lies beside the repository.
const seed = new URL('../../../shared/seed/article.txt', import.meta.url)
const isMissing = !existsSync(seed)

describe(`the seed page${isMissing ? ' (skipped: no seed)' : ''}`, () => {
  it.skipIf(isMissing)('becomes an article without its furniture', () => {
    const text = decodeSource(readFileSync(seed), 'article.txt')
    const { article, leftOut } = readArticle({ name: 'article.txt', text }, { locale: 'en' })
    const roles = article.blocks.map(({ role }) => role)
    expect(leftOut.map(({ reason }) => reason)).toEqual([
      'cookie or privacy notice',
      'language chooser',
      'language chooser',
      'licence number',
      'contact line',
    ])
    expect(article.blocks[0]).toMatchObject({ key: 'title', derived: true })
    expect(article.blocks[1]?.text).toBe(article.blocks[0]?.text)
    expect(article.blocks).toHaveLength(23)
    expect(roles.filter((role) => role === 'paragraph')).toHaveLength(14)
    expect(article.blocks.filter(({ role }) => role === 'heading')).toMatchObject([
      { text: 'Moscow sanctions' },
    ])
    expect(article.blocks.filter(({ role }) => role === 'quote').map((b) => b.speaker)).toEqual([
      'Zelenskyy',
      'Peskov',
      'Peskov',
    ])
    expect(article.blocks.filter(({ role }) => role === 'caption')).toMatchObject([
      { text: 'Could there soon be a third round of peace talks?' },
      { text: 'A destroyed tank near the town of Kurakhove in the Donetsk region.' },
    ])
    expect(article.blocks.filter(({ translate }) => !translate)).toMatchObject([
      { role: 'credit', text: expect.stringMatching(/^Thomas Peter, .*Metzel\/Reuters$/) },
      { role: 'credit', text: 'Alexander Ermochenko/Reuters' },
    ])
  })
})
