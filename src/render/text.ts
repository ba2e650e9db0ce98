import { plainText } from '../tagged-text.ts'
import { groupBlocks } from './group.ts'
import type { Renderer } from './rendition.ts'

/** The article as plain text: blocks a blank line apart, list items with a dash. */
export const renderText: Renderer = ({ blocks }) => {
  const groups = groupBlocks(blocks).map(({ kind, blocks: all }) => {
    const texts = all.map(({ text }) => plainText(text))
    if (kind === 'list') return texts.map((text) => `- ${text}`).join('\n')
    return texts.join(' ')
  })
  return `${groups.join('\n\n')}\n`
}
