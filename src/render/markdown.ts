import { parseTagged } from '../tagged-text.ts'
import { groupBlocks, rowsOf } from './group.ts'
import type { Renderer, RenditionBlock } from './rendition.ts'

/** The article as CommonMark with front matter that says its language and where it comes from. */
export const renderMarkdown: Renderer = (rendition) => {
  const { id, locale, source, state, published, byline, url, blocks } = rendition
  const front = [
    ['id', id],
    ['lang', locale],
    ...(state === 'source'
      ? []
      : [
          ['translated-from', source],
          ['state', state],
        ]),
    ...(published === undefined ? [] : [['date', published]]),
    ...(byline === undefined ? [] : [['author', byline]]),
    ...(url === undefined ? [] : [['url', url]]),
  ].map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
  const groups = groupBlocks(blocks).map(({ kind, blocks: all }) => {
    if (kind === 'ul') return all.map((block) => `- ${atLineStart(inline(block))}`).join('\n')
    if (kind === 'ol') {
      return all.map((block, at) => `${at + 1}. ${atLineStart(inline(block))}`).join('\n')
    }
    if (kind === 'table') return tableMarkdown(rowsOf(all))
    if (kind === 'figure') return all.map((block) => `*${inline(block)}*`).join(' ')
    return all.map(blockMarkdown).join('\n\n')
  })
  return `---\n${front.join('\n')}\n---\n\n${groups.join('\n\n')}\n`
}

/** A table of GFM, whose first row is its head. */
function tableMarkdown(rows: readonly (readonly RenditionBlock[])[]): string {
  const lines = rows.map((cells) => `| ${cells.map(inline).join(' | ')} |`)
  const head = (rows[0] ?? []).map(() => '---').join(' | ')
  return lines.toSpliced(1, 0, `| ${head} |`).join('\n')
}

function blockMarkdown(block: RenditionBlock): string {
  const text = inline(block)
  if (block.role === 'headline') return `# ${text}`
  if (block.role === 'heading') return `${'#'.repeat(block.level ?? 2)} ${text}`
  if (block.role === 'summary') return `**${text}**`
  if (block.role !== 'quote') return atLineStart(text)
  return `> ${atLineStart(text)}${block.speaker === undefined ? '' : `\n>\n> — ${escape(block.speaker)}`}`
}

const marks: Readonly<Record<string, string>> = {
  em: '*',
  i: '*',
  strong: '**',
  b: '**',
  del: '~~',
  s: '~~',
}

function inline({ text, slots }: RenditionBlock): string {
  let inCode = false
  return parseTagged(text)
    .map((token) => {
      if (token.kind === 'text')
        return inCode ? token.text.replaceAll('`', "'") : escape(token.text)
      const { tag = '', href } = slots[token.name] ?? {}
      if (tag === 'code') {
        inCode = token.kind === 'open'
        return '`'
      }
      if (tag === 'a' && href !== undefined) {
        return token.kind === 'open' ? '[' : `](<${href.replace(/[<>\n]/g, encodeURIComponent)}>)`
      }
      return marks[tag] ?? ''
    })
    .join('')
}

/** Signs that mean something anywhere in a line. */
function escape(text: string): string {
  return text.replace(/[\\`*_[\]<>&~|]/g, '\\$&').replaceAll('\n', ' ')
}

/** What would begin a list, a heading, a quote or a table at the start of a line. */
function atLineStart(text: string): string {
  return text.replace(/^(?=[-+#=])/, '\\').replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\')
}
