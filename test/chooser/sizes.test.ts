import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { renderChooser } from '../../src/chooser/index.ts'
import { elementScript, indexOf, manifestOf, siteMessages, stylesheet } from './chooser-site.ts'

describe('the chooser', () => {
  it('L30 weighs at most 1.2 KB of HTML for 14 languages, 1 KB of CSS and 1.5 KB of script', async () => {
    const fourteen = 'ar bn de en es fa fr hi pt ru sw tr uk zh-Hans'.split(' ')
    const size = (text: string): number => gzipSync(text, { level: 9 }).length
    for (const page of fourteen) {
      const html = renderChooser(
        manifestOf(fourteen),
        indexOf(fourteen),
        page,
        siteMessages(page),
        { suggested: ['es', 'fr', 'de'] },
      )
      expect(size(html), page).toBeLessThanOrEqual(1.2 * 1024)
    }
    expect(size(stylesheet)).toBeLessThanOrEqual(1024)
    expect(size(await elementScript())).toBeLessThanOrEqual(1.5 * 1024)
  })
})
