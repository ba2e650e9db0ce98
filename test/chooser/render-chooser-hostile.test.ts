import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { renderChooser, type ChooserIndex } from '../../src/chooser/index.ts'
import { indexOf, manifestOf } from './chooser-site.ts'

describe('renderChooser with bad input', () => {
  it('leaves out tags that are none and escapes whatever it is given', () => {
    const evil = '"><script>alert(1)</script>'
    const index: ChooserIndex = {
      languages: [
        ...indexOf(['en', 'es']).languages,
        { tag: evil, autonym: evil, dir: 'ltr' },
        { tag: 'de', autonym: evil, dir: evil as 'ltr' },
        { tag: 'fr', autonym: undefined as unknown as string, dir: 'ltr' },
        { tag: 'qqq', autonym: '', dir: 'ltr' },
      ],
    }
    const manifest = { ...manifestOf(['en', 'es', 'de', 'fr', 'Qqq', evil]), id: evil }
    const html = renderChooser(
      manifest,
      index,
      evil,
      { 'language.choose': evil },
      { id: evil, gloss: true },
    )
    expect(html).not.toContain('<script')
    const { document } = parseHTML(`<body>${html}</body>`)
    expect(document.querySelectorAll('a')).toHaveLength(5)
    expect(Array.from(document.querySelectorAll('a'), (a) => a.textContent)).toEqual(
      expect.arrayContaining(['Français', 'Qqq', evil]),
    )
    expect(Array.from(document.querySelectorAll('a'), (a) => a.getAttribute('dir'))).not.toContain(
      evil,
    )
  })
})
