import { escapeText, isKept, plainText, splitTagged, tagNames, unwrap } from '../tagged-text.ts'
import { firstSentenceEnd } from './first-sentence.ts'
import type { Draft } from './reader.ts'
import type { Locale } from '../model.ts'

/**
 * The blocks with exactly one headline, which comes first: the one of the source, else the title
 * that the document states, else the first sentence of the article, marked `derived`. That
 * sentence stays in the body too.
 */
export function withHeadline(
  blocks: readonly Draft[],
  title: string | undefined,
  locale: Locale,
): readonly Draft[] {
  const found = blocks.findIndex(({ role }) => role === 'headline')
  if (found !== -1) return [...blocks.slice(found, found + 1), ...blocks.toSpliced(found, 1)]
  if (title !== undefined) {
    return [{ role: 'headline', text: escapeText(title), tags: {}, translate: true }, ...blocks]
  }
  const derived = deriveHeadline(blocks, locale)
  return derived === undefined ? blocks : [derived, ...blocks]
}

function deriveHeadline(blocks: readonly Draft[], locale: Locale): Draft | undefined {
  const first =
    blocks.find(({ role }) => role === 'paragraph') ?? blocks.find(({ role }) => role !== 'credit')
  if (first === undefined) return undefined
  const end = firstSentenceEnd(plainText(first.text), locale)
  // A title has no links and no emphasis; what must not be translated stays so.
  const text = unwrap(splitTagged(first.text, [end])[0] ?? '', (name) => !isKept(name))
  const names = new Set(tagNames(text))
  const tags = Object.fromEntries(Object.entries(first.tags).filter(([name]) => names.has(name)))
  return { role: 'headline', text, tags, translate: first.translate, derived: true }
}
