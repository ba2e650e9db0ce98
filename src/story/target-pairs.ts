import type { Locale } from '../model.ts'
import type { ReadSentence } from './find-mentions.ts'
import type { StoryBlock } from './published-texts.ts'
import { sentencesOf, type StorySentence } from './story-sentences.ts'

/** Source sentences and what stands for them in a language: one each, or a block as a whole. */
export interface TargetPair {
  readonly sources: readonly ReadSentence[]
  readonly text: string
}

/**
 * Every sentence with its translation: side by side where both blocks have the same number, else by
 * the block, since an engine or an editor may join sentences.
 */
export function targetPairs(
  sentences: readonly ReadSentence[],
  locale: Locale,
): ReadonlyMap<StorySentence, TargetPair> {
  const blocks = new Map<StoryBlock, ReadSentence[]>()
  for (const read of sentences) {
    const known = blocks.get(read.sentence.block)
    if (known === undefined) blocks.set(read.sentence.block, [read])
    else known.push(read)
  }
  const pairs = new Map<StorySentence, TargetPair>()
  for (const [block, sources] of blocks) {
    const text = block.targets.get(locale)
    if (text === undefined) continue
    // One sentence needs no cuts.
    const texts = sources.length === 1 ? [text] : sentencesOf(text, block.role, locale)
    const whole: TargetPair = { sources, text }
    for (const [i, source] of sources.entries()) {
      const own = texts.length === sources.length ? texts[i] : undefined
      pairs.set(source.sentence, own === undefined ? whole : { sources: [source], text: own })
    }
  }
  return pairs
}
