import { createInstance, type i18n } from 'i18next'
import Backend from 'i18next-http-backend'
import { I18nextProvider, Trans } from 'react-i18next'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  i18nextOptions,
  inlineComponents,
  renderInlineHtml,
  type ReaderManifest,
} from '../../src/reader/index.ts'
import { createElement, renderToString } from '../support/react.ts'
import { sampleFile, serveBundles } from './bundle-server.ts'

const id = 'river-flood'
const hostile = 'Ofertas {{name}} y $t(title) en <strong1>Linz</strong1>'

describe('i18next with i18nextOptions, over HTTP', () => {
  let server: Awaited<ReturnType<typeof serveBundles>>
  let manifest: ReaderManifest
  let i18next: i18n

  beforeAll(async () => {
    const { b004, ...bundle } = await sampleFile(`es/articles/${id}.json`)
    expect(b004).toBeDefined()
    const written = {
      ...bundle,
      b006: hostile.replace('{{', '&#123;&#123;').replace('$t(', '&#36;t('),
      b011: hostile,
    }
    server = await serveBundles({ [`/es/articles/${id}.json`]: JSON.stringify(written) })
    manifest = (await sampleFile(`articles/${id}.json`)) as unknown as ReaderManifest
    i18next = createInstance()
    const { base } = server
    const options = i18nextOptions({ locale: 'es', source: 'en', articles: [id], base })
    await i18next.use(Backend).init(options)
  })
  afterAll(() => server.stop())

  it('loads the bundle of the page and of the source, nothing else', () => {
    expect([...server.asked].sort()).toEqual([`/en/articles/${id}.json`, `/es/articles/${id}.json`])
  })

  it('says which language a block came in', () => {
    const details = (key: string): readonly string[] => {
      const { usedLng, res } = i18next.t(key, { returnDetails: true })
      return [usedLng, res.slice(0, 12)]
    }
    expect(details('b005')).toEqual(['es', 'La inundació'])
    expect(details('b004')).toEqual(['en', 'The water st'])
  })

  it('does nothing of its own to a text, and renderInline reads what it gives', () => {
    const tags = { strong1: { tag: 'strong' } }
    const shown = 'Ofertas {{name}} y $t(title) en <strong>Linz</strong>'
    expect(renderInlineHtml(i18next.t('b006', { skipInterpolation: true }), tags)).toBe(shown)
    expect(renderInlineHtml(i18next.t('b006'), tags)).toBe(shown)
    // A file that did not come from the writer: only skipInterpolation holds i18next back.
    expect(i18next.t('b011', { skipInterpolation: true })).toBe(hostile)
  })

  it('never takes a text with a point or a colon for a path', () => {
    expect(i18next.t('b003.a1')).toBe('b003.a1')
    expect(i18next.t('articles/chess-final:title')).toBe('articles/chess-final:title')
  })

  it('serves <Trans> with the components of the manifest', () => {
    const components = inlineComponents(manifest.slots['b009'], createElement)
    const trans = createElement(Trans, { i18nKey: 'b009', components, shouldUnescape: true })
    const html = renderToString(createElement(I18nextProvider, { i18n: i18next }, trans))
    expect(html).toContain(
      '<a href="https://courier.example/2013/06/flood">inundaciones <em>más tempranas</em></a>',
    )
    expect(html).toContain('Este tiempo, los botes')
  })
})
