import { createHash } from 'node:crypto'
import type { Draft } from './reader.ts'

/** The revision of an article: 16 hexadecimal digits that change when a block of it does. */
export function revisionOf(blocks: readonly Draft[]): string {
  const canonical = blocks.map(({ role, text, tags, translate, speaker, within, level }) => [
    role,
    text.normalize('NFC').replace(/\s+/g, ' ').trim(),
    Object.entries(tags)
      .map(
        ([name, { element, href, attributes }]) =>
          [
            ...([name, element, href ?? null] as const),
            ...(attributes === undefined ? [] : [attributes]),
          ] as const,
      )
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
    translate,
    ...(speaker === undefined ? [] : [speaker]),
    ...(within === undefined ? [] : [within.kind, within.number, within.row ?? 0]),
    ...(level === undefined ? [] : [level]),
  ])
  return createHash('sha256').update(JSON.stringify(canonical)).digest('hex').slice(0, 16)
}
