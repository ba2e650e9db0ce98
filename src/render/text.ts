import { plainText } from '../tagged-text.ts'
import { groupBlocks, rowsOf } from './group.ts'
import type { Renderer } from './rendition.ts'

/** The article as plain text: blocks a blank line apart, list items with a dash. */
export const renderText: Renderer = ({ blocks }) => {
  const groups = groupBlocks(blocks).map(({ kind, blocks: all }) => {
    const texts = all.map(({ text }) => plainText(text))
    if (kind === 'ul') return texts.map((text) => `- ${text}`).join('\n')
    if (kind === 'ol') return texts.map((text, i) => `${i + 1}. ${text}`).join('\n')
    if (kind === 'table') {
      const rows = rowsOf(all).map((cells) => cells.map(({ text }) => plainText(text)).join('\t'))
      return rows.join('\n')
    }
    return texts.join(' ')
  })
  return `${groups.join('\n\n')}\n`
}
