import type { RenditionBlock } from './rendition.ts'

/** Blocks that a page shows as one thing: the items of a list, a caption with its credit. */
export interface BlockGroup {
  readonly kind: 'block' | 'list' | 'figure'
  readonly blocks: readonly RenditionBlock[]
}

/** The blocks in their order, neighbours that belong together as one group. */
export function groupBlocks(blocks: readonly RenditionBlock[]): readonly BlockGroup[] {
  const groups: { kind: BlockGroup['kind']; blocks: RenditionBlock[] }[] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (block.role === 'item') {
      if (last?.kind === 'list') last.blocks.push(block)
      else groups.push({ kind: 'list', blocks: [block] })
    } else if (block.role === 'caption') {
      groups.push({ kind: 'figure', blocks: [block] })
    } else if (block.role === 'credit') {
      const isNext = last?.kind === 'figure' && last.blocks.at(-1)?.role === 'caption'
      if (isNext) last.blocks.push(block)
      else groups.push({ kind: 'figure', blocks: [block] })
    } else groups.push({ kind: 'block', blocks: [block] })
  }
  return groups
}
