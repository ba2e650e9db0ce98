import type { Locale } from '../model.ts'
import { renderInlineHtml } from '../reader/index.ts'
import { groupBlocks, rowsOf, type BlockGroup } from '../render/group.ts'
import type { RenditionBlock } from '../render/index.ts'
import { attributes, markup, trusted, type Markup } from './markup.ts'
import { languageAttributes } from './say.ts'

/** The blocks of an article, each an element with its key as id. */
export function articleBody(blocks: readonly RenditionBlock[], tag: Locale): Markup {
  return markup`${groupBlocks(blocks).map((group) => markup`${groupMarkup(group, tag)}\n`)}`
}

function groupMarkup({ kind, blocks }: BlockGroup, tag: Locale): Markup {
  const all = (name: string): readonly Markup[] =>
    blocks.map((block) => blockElement(name, block, tag))
  if (kind === 'ul') return markup`<ul>${all('li')}</ul>`
  if (kind === 'ol') return markup`<ol>${all('li')}</ol>`
  if (kind === 'table') return tableMarkup(blocks, tag)
  if (kind === 'figure') {
    const parts = blocks.map((block) =>
      blockElement(block.role === 'credit' ? 'small' : 'span', block, tag),
    )
    return markup`<figure><figcaption>${parts.map((part) => markup`${part} `)}</figcaption></figure>`
  }
  return markup`${blocks.map((block) => singleBlock(block, tag))}`
}

/** Wider than a phone at times: it scrolls by itself, by the keyboard too. */
function tableMarkup(blocks: readonly RenditionBlock[], tag: Locale): Markup {
  const rows = rowsOf(blocks).map(
    (cells) => markup`<tr>${cells.map((cell) => blockElement('td', cell, tag))}</tr>`,
  )
  return markup`<div class="table" tabindex="0"><table><tbody>${rows}</tbody></table></div>`
}

function singleBlock(block: RenditionBlock, tag: Locale): Markup {
  if (block.role === 'headline') return blockElement('h2', block, tag)
  if (block.role === 'heading') return blockElement(`h${headingLevel(block.level)}`, block, tag)
  if (block.role === 'quote') {
    const { speaker } = block
    const footer =
      speaker === undefined ? undefined : markup`<footer><bdi>${speaker}</bdi></footer>`
    return markup`<blockquote>${blockElement('p', block, tag)}${footer}</blockquote>`
  }
  return blockElement('p', block, tag)
}

function headingLevel(level = 2): number {
  return Math.min(6, Math.max(2, Math.trunc(level) || 2))
}

/** One block; its id lets a reader stay in place when the language is switched. */
export function blockElement(
  name: string,
  block: RenditionBlock,
  tag: Locale,
  className?: string,
): Markup {
  const id = attributes({ id: block.key, class: className })
  const language = languageAttributes(block.locale ?? tag, tag)
  return markup`<${trusted(name)}${id}${language}>${inlineOf(block)}</${trusted(name)}>`
}

/** The text of a block with its markup; links that are not safe become plain text. */
export function inlineOf({ text, slots }: RenditionBlock): Markup {
  return trusted(renderInlineHtml(text, slots))
}
