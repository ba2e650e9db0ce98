import type { RenditionBlock } from './rendition.ts'

/** Blocks that a page shows as one thing: the items of a list, a caption with its credit. */
export interface BlockGroup {
  readonly kind: 'block' | 'ul' | 'ol' | 'table' | 'figure'
  readonly blocks: readonly RenditionBlock[]
}

/** The blocks in their order, neighbours that belong together as one group. */
export function groupBlocks(blocks: readonly RenditionBlock[]): readonly BlockGroup[] {
  const groups: { kind: BlockGroup['kind']; blocks: RenditionBlock[] }[] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (block.role === 'item') {
      const kind = block.within?.kind ?? 'ul'
      const isNext = last?.blocks[0]?.within?.number === block.within?.number
      if (last?.kind === kind && isNext) last.blocks.push(block)
      else groups.push({ kind, blocks: [block] })
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

/** The cells of a table, row by row. */
export function rowsOf(blocks: readonly RenditionBlock[]): readonly (readonly RenditionBlock[])[] {
  return [...Map.groupBy(blocks, ({ within }) => within?.row ?? 0).values()]
}
