import { plainText } from '../tagged-text.ts'
import { renderHtml } from './html.ts'
import type { Renderer, Rendition } from './rendition.ts'

/**
 * The article as an IPTC ninjs 3.1 item. A translation has an address of its own and is associated
 * with the item it is a translation of.
 */
export const renderNinjs: Renderer = (rendition) => {
  const { locale, source, state, published, updated, byline, blocks } = rendition
  const isSource = state === 'source'
  const textOf = (role: string): string | undefined => {
    const block = blocks.find((one) => one.role === role)
    return block === undefined ? undefined : plainText(block.text)
  }
  const [headline, summary] = [textOf('headline'), textOf('summary')]
  const item = {
    uri: isSource ? uriOf(rendition) : `${uriOf(rendition)}#${locale}`,
    standard: {
      name: 'ninjs',
      version: '3.1',
      schema: 'https://iptc.org/std/ninjs/ninjs-schema_3.1.json',
    },
    type: 'text',
    representationType: 'full',
    ...(updated === undefined ? {} : { versionCreated: updated }),
    ...(published === undefined ? {} : { firstCreated: published }),
    pubStatus: 'usable',
    language: locale,
    ...(headline === undefined ? {} : { headlines: [{ role: 'main', value: headline }] }),
    ...(summary === undefined ? {} : { descriptions: [{ role: 'summary', value: summary }] }),
    ...(byline === undefined ? {} : { by: byline }),
    ...(state === 'machine' || state === 'held'
      ? { edNote: 'Machine translation, not reviewed.' }
      : {}),
    bodies: [
      {
        role: 'main',
        contentType: 'text/html',
        value: renderHtml({
          ...rendition,
          blocks: blocks.filter(({ role }) => role !== 'headline'),
        }),
      },
      { role: 'plain', contentType: 'text/plain', value: plainBody(rendition) },
    ],
    ...(isSource
      ? {}
      : {
          associations: [
            { name: 'original', rel: 'translationOf', uri: uriOf(rendition), language: source },
          ],
        }),
  }
  return `${JSON.stringify(item, null, 2)}\n`
}

function uriOf({ url, id }: Rendition): string {
  return url ?? `urn:babelwire:${id}`
}

function plainBody({ blocks }: Rendition): string {
  return blocks
    .filter(({ role }) => role !== 'headline')
    .map(({ text }) => plainText(text))
    .join('\n')
}
