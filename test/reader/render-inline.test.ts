import { parseHTML } from 'linkedom'
import { describe, expect, it, vi } from 'vitest'
import { inlineComponents, renderInline, renderInlineHtml } from '../../src/reader/index.ts'
import type { InlineTags } from '../../src/reader/index.ts'
import { createElement, renderToStaticMarkup } from '../support/react.ts'
import { hostileTags, hostileTexts } from './hostile-texts.ts'

const tags: InlineTags = {
  a1: {
    tag: 'a',
    href: 'https://courier.example/2013/06/flood',
    attributes: { hreflang: 'en', rel: 'nofollow' },
  },
  em1: { tag: 'em' },
  sub1: { tag: 'sub' },
}
const spanish =
  'las equivocaciones en <a1>inundaciones <em1>más tempranas</em1></a1>; CO<sub1>2</sub1> &amp; más'
const html =
  'las equivocaciones en <a href="https://courier.example/2013/06/flood" hreflang="en" rel="nofollow">inundaciones <em>más tempranas</em></a>; CO<sub>2</sub> &amp; más'

describe('renderInlineHtml', () => {
  it('prints the elements of the manifest round the words of the message', () => {
    expect(renderInlineHtml(spanish, tags)).toBe(html)
  })

  it('keeps the words of a tag that the manifest does not know, and lets links be apart', () => {
    expect(renderInlineHtml('<b7>عاجل</b7>: <em1>القاهرة</em1>', tags)).toBe(
      'عاجل: <em>القاهرة</em>',
    )
    expect(renderInlineHtml('<a1>外<a1>内</a1></a1>', tags)).toMatch(
      /^<a [^>]*>外<span [^>]*>内<\/span><\/a>$/,
    )
    expect(renderInlineHtml('plain, without any tags')).toBe('plain, without any tags')
  })

  it('reads the entities that the writer made, so that i18next found nothing to do', () => {
    expect(renderInlineHtml('&#123;&#123;name}} &#36;t(title) &lt;b&gt;')).toBe(
      '{{name}} $t(title) &lt;b&gt;',
    )
  })

  it.each(hostileTexts)('makes nothing but inline elements of %j', (text) => {
    const { document } = parseHTML(`<body>${renderInlineHtml(text, hostileTags)}</body>`)
    for (const element of document.body.querySelectorAll('*')) {
      expect(['A', 'EM', 'SPAN']).toContain(element.tagName)
      for (const { name, value } of element.attributes) {
        expect(['href', 'lang']).toContain(name)
        if (name === 'href') expect(value).toMatch(/^https:/)
      }
    }
  })
})

describe('renderInline', () => {
  it('makes React elements that say the same, without a warning', () => {
    const warn = vi.spyOn(console, 'error')
    const nodes = renderInline(spanish, tags, createElement)
    const printed = renderToStaticMarkup(createElement('p', null, nodes))
    expect(printed.replace(' hrefLang="en"', '')).toBe(
      `<p>${html.replace(' hreflang="en"', '')}</p>`,
    )
    expect(printed).toContain('hrefLang="en"')
    expect(warn).not.toHaveBeenCalled()
    warn.mockRestore()
  })

  it('gives `<Trans>` its components, and a span for a link that is not safe', () => {
    const components = inlineComponents(
      { ...tags, a9: { tag: 'a', href: 'javascript:alert(1)' } },
      createElement,
    )
    expect(Object.keys(components)).toEqual(['a1', 'em1', 'sub1', 'a9'])
    expect(renderToStaticMarkup(components['a9'])).toBe('<span></span>')
  })
})
