import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { renderChooser, type ChooserIndex } from '../../src/chooser/index.ts'
import { fewLanguages, indexOf, manifestOf, worldLanguages } from './chooser-site.ts'

const tags = ['ar', 'de', 'en', 'es', 'fr', 'ru', 'uk', 'zh-Hans']

function links(html: string): readonly Element[] {
  return [...parseHTML(`<body>${html}</body>`).document.querySelectorAll('a')]
}

function hrefs(html: string): readonly (string | null)[] {
  return links(html).map((link) => link.getAttribute('href'))
}

describe('renderChooser', () => {
  it('L2 prints a real link to the same article for every language it offers', () => {
    const html = renderChooser(manifestOf(tags), indexOf(tags), 'en', {})
    expect(hrefs(html).toSorted()).toEqual(tags.map((tag) => `/${tag}/river-flood/`))
  })

  it('L2 builds addresses the way the site asks for', () => {
    const href = (tag: string, id = ''): string => `https://${tag}.courier.example/${id}?a=1&b="2"`
    const html = renderChooser(manifestOf(['en', 'es']), indexOf(['en', 'es']), 'en', {}, { href })
    expect(hrefs(html)).toContain('https://es.courier.example/river-flood?a=1&b="2"')
  })

  it('L4 sets languages without a bundle apart, with a label and their front page', () => {
    const manifest = {
      ...manifestOf(['en', 'es']),
      languages: { en: { revision: 'a' }, es: { revision: 'a' }, ru: {} },
    }
    const html = renderChooser(manifest, indexOf(tags), 'en', {
      'language.unavailable': 'Not available for this article',
    })
    const { document } = parseHTML(`<body>${html}</body>`)
    const group = document.querySelector('[data-group=unavailable]')
    const label = document.getElementById(
      group?.querySelector('ul')?.getAttribute('aria-labelledby') ?? '',
    )
    expect(label?.textContent).toBe('Not available for this article')
    expect(
      [...(group?.querySelectorAll('a') ?? [])].map((a) => a.getAttribute('href')).toSorted(),
    ).toEqual(['/ar/', '/de/', '/fr/', '/ru/', '/uk/', '/zh-Hans/'])
    expect(hrefs(html).filter((href) => href?.includes('river-flood'))).toEqual([
      '/en/river-flood/',
      '/es/river-flood/',
    ])
  })

  it('L4 offers no language of a withdrawn article, and none that the site has given up', () => {
    const withdrawn = {
      ...manifestOf(tags),
      withdrawn: { at: '2026-06-19T00:00:00Z', reason: 'x' },
    }
    expect(hrefs(renderChooser(withdrawn, indexOf(tags), 'en', {})).join(' ')).not.toContain(
      'flood',
    )
    expect(
      hrefs(renderChooser(manifestOf(['en', 'es', 'pl']), indexOf(['en', 'es']), 'en', {})),
    ).toEqual(['/en/river-flood/', '/es/river-flood/'])
  })

  it('L5 names each language in itself, with its own lang, hreflang and dir', () => {
    const html = renderChooser(manifestOf(tags), indexOf(tags), 'zh-Hans', {})
    const found = links(html).map((a) => [
      a.getAttribute('lang'),
      a.getAttribute('hreflang'),
      a.getAttribute('dir'),
      a.textContent,
    ])
    expect(found).toContainEqual(['ar', 'ar', 'rtl', 'العربية'])
    expect(found).toContainEqual(['es', 'es', 'ltr', 'Español'])
  })

  it('L5 has names that the platform lacks, and capitals where it writes none', () => {
    const index = { languages: [] as ChooserIndex['languages'] }
    const name = (tag: string): string | null | undefined =>
      links(renderChooser({ ...manifestOf([tag, 'en']), source: tag }, index, 'en', {})).find(
        (a) => a.getAttribute('lang') === tag,
      )?.textContent
    expect(['ht', 'crh', 'rhg', 'es', 'fr', 'ru', 'uk'].map(name)).toEqual([
      'Kreyòl ayisyen',
      'Qırımtatarca',
      'Ruáingga',
      'Español',
      'Français',
      'Русский',
      'Українська',
    ])
  })

  it('L6 keeps the name in the language of the page out of the link', () => {
    const html = renderChooser(manifestOf(tags), indexOf(tags), 'en', {}, { gloss: true })
    const russian = links(html).find((a) => a.getAttribute('lang') === 'ru')
    expect(russian?.textContent).toBe('Русский')
    expect(russian?.nextElementSibling?.getAttribute('lang')).toBe('en')
    expect(russian?.nextElementSibling?.textContent).toBe('Russian')
  })

  it('L7 shows no flags', () => {
    const html = renderChooser(manifestOf(worldLanguages), indexOf(worldLanguages), 'en', {})
    expect(html).not.toMatch(/[\u{1f1e6}-\u{1f1ff}]|<img|flag/u)
  })

  it('L8 marks the current language once, also where it is suggested or has no bundle', () => {
    for (const available of [tags, ['en', 'es']]) {
      const html = renderChooser(
        manifestOf(available),
        indexOf(tags),
        'ar',
        {},
        { suggested: ['ar', 'es'] },
      )
      expect(html.match(/aria-current="true"/g)).toHaveLength(1)
      expect(parseHTML(html).document.querySelector('button')?.textContent).toBe('العربية')
      expect(parseHTML(html).document.querySelector('[aria-current]')?.textContent).toBe('العربية')
    }
  })

  it('L10 claims no role of a menu or a list box', () => {
    expect(renderChooser(manifestOf(tags), indexOf(tags), 'en', {})).not.toContain('role=')
  })

  it('L27 suggests at most three, then lists all in the same order on every page', () => {
    const order = (page: string, suggested: readonly string[]): readonly (string | null)[] =>
      links(
        renderChooser(manifestOf(tags), indexOf([...tags].reverse()), page, {}, { suggested }),
      ).map((a) => a.getAttribute('lang'))
    const all = ['de', 'en', 'es', 'fr', 'ru', 'uk', 'ar', 'zh-Hans']
    expect(order('ar', [])).toEqual(all)
    expect(order('zh-Hans', [])).toEqual(all)
    expect(order('en', ['uk', 'en', 'pl', 'uk', '<script>', 'fr', 'es', 'de'])).toEqual([
      'uk',
      'fr',
      'es',
      ...all,
    ])
  })

  it('L28 names the script where a language is written in two', () => {
    const written = ['zh-Hans', 'zh-Hant', 'sr-Cyrl', 'sr-Latn', 'en']
    const names = links(renderChooser(manifestOf(written), indexOf(written), 'en', {})).map(
      (a) => a.textContent,
    )
    expect(names).toEqual([
      'English',
      'Srpski (latinica)',
      'Српски (ћирилица)',
      '中文（简体）',
      '中文（繁體）',
    ])
  })

  it('leads to front pages where there is no article', () => {
    expect(hrefs(renderChooser(undefined, indexOf(fewLanguages), 'en', {})).toSorted()).toEqual(
      fewLanguages.map((tag) => `/${tag}/`),
    )
  })

  it('is absent where there is nothing to choose', () => {
    expect(renderChooser(manifestOf(['en']), indexOf(['en']), 'en', {})).toBe('')
    expect(renderChooser(undefined, indexOf([]), 'en', {})).toBe('')
  })
})
