import { direction } from '../locale.ts'
import type { Locale } from '../model.ts'
import { parseTagged } from '../tagged-text.ts'
import { groupBlocks, rowsOf, type BlockGroup } from './group.ts'
import type { Renderer, RenditionBlock } from './rendition.ts'

/** The article as one element of HTML, with its language and direction, for any page. */
export const renderHtml: Renderer = (rendition) => {
  const { blocks, locale, dir, byline, published, source, state } = rendition
  const groups = groupBlocks(blocks)
  const lines = groups.map((group) => `  ${groupHtml(group)}`)
  const signature = [
    ...(byline === undefined ? [] : [`  <p class="byline">${escape(byline)}</p>`]),
    ...(published === undefined
      ? []
      : [
          `  <p class="published"><time datetime="${escape(published)}">${escape(published)}</time></p>`,
        ]),
  ]
  const hasTitle = blocks[0]?.role === 'headline'
  const body = hasTitle
    ? [...lines.slice(0, 1), ...signature, ...lines.slice(1)]
    : [...signature, ...lines]
  const origin =
    state === 'source' ? '' : ` data-translated-from="${escape(source)}" data-state="${state}"`
  return `<article lang="${escape(locale)}" dir="${dir}"${origin}>\n${body.join('\n')}\n</article>\n`
}

function groupHtml({ kind, blocks }: BlockGroup): string {
  if (kind === 'ul' || kind === 'ol') {
    return `<${kind}>${blocks.map((block) => element('li', block)).join('')}</${kind}>`
  }
  if (kind === 'table') {
    const rows = rowsOf(blocks).map(
      (cells) => `<tr>${cells.map((cell) => element('td', cell)).join('')}</tr>`,
    )
    return `<table><tbody>${rows.join('')}</tbody></table>`
  }
  if (kind === 'figure') {
    const parts = blocks.map((block) =>
      block.role === 'credit' ? element('small', block) : element('span', block),
    )
    return `<figure><figcaption>${parts.join(' ')}</figcaption></figure>`
  }
  return blocks.map(blockHtml).join('')
}

function blockHtml(block: RenditionBlock): string {
  if (block.role === 'headline') return element('h1', block)
  if (block.role === 'heading') return element(`h${block.level ?? 2}`, block)
  if (block.role === 'quote') {
    const cite = block.speaker === undefined ? '' : `<footer>${escape(block.speaker)}</footer>`
    return `<blockquote>${element('p', block)}${cite}</blockquote>`
  }
  return element('p', block, block.role === 'summary' ? ' class="summary"' : '')
}

function element(name: string, block: RenditionBlock, attributes = ''): string {
  return `<${name}${attributes}${languageOf(block.locale)}>${inlineHtml(block)}</${name}>`
}

function languageOf(locale: Locale | undefined): string {
  return locale === undefined ? '' : ` lang="${escape(locale)}" dir="${direction(locale)}"`
}

/** Inline elements that a message may bring; any other becomes a span. */
const inline = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var'.split(
    ' ',
  ),
)

/** Addresses that a link may have; `javascript:` has no place on a page. */
const safeAddress = /^(?:https?:|mailto:|tel:|#|\/|\.{0,2}\/|[^:]*$)/i

function inlineHtml({ text, slots }: RenditionBlock): string {
  return parseTagged(text)
    .map((token) => {
      if (token.kind === 'text') return escape(token.text)
      const { tag = 'span', href, attributes = {} } = slots[token.name] ?? {}
      const name = inline.has(tag) ? tag : 'span'
      if (token.kind === 'close') return `</${name}>`
      const isLink = name === 'a' && href !== undefined && safeAddress.test(href)
      const others = Object.entries(attributes)
        .filter(([attribute]) => /^(?:lang|dir|rel|hreflang)$/.test(attribute))
        .map(([attribute, value]) => ` ${attribute}="${escape(value)}"`)
        .join('')
      return isLink ? `<a href="${escape(href)}"${others}>` : `<${name}${others}>`
    })
    .join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
}
