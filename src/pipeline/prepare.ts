import type { Matcher, Hit } from '../glossary/index.ts'
import { normaliseSource, sourceHash, type NormalisedText } from '../memory/index.ts'
import type { Article, Block, Range, Segment, TaggedText } from '../model.ts'
import { segmentBlock } from '../segment/index.ts'
import { isKept, parseTagged, plainText, tagNames } from '../tagged-text.ts'

/** Articles made at once: enough to fill requests, few enough to hold in memory. */
export const articlesAtOnce = 64

/** An article cut into sentences with the names found in them: the same for every language. */
export interface PreparedArticle {
  readonly article: Article
  /** Headline and summary, which help an engine with everything else. */
  readonly context: string
  readonly blocks: readonly PreparedBlock[]
}

export interface PreparedBlock {
  readonly block: Block
  /** Empty for a block that is not translated. */
  readonly segments: readonly PreparedSegment[]
}

export interface PreparedSegment {
  readonly segment: Segment
  readonly normal: NormalisedText
  readonly sourceHash: string
  /** Ranges are in the plain text of `normal`. */
  readonly hits: readonly Hit[]
}

/** Segments an article and finds its names. */
export function prepareArticle(article: Article, find: Matcher): PreparedArticle {
  return {
    article,
    context: article.blocks
      .filter((block) => block.role === 'headline' || block.role === 'summary')
      .map((block) => plainText(block.text))
      .join(' '),
    blocks: article.blocks.map((block) => ({
      block,
      segments: isTranslated(block)
        ? segmentBlock(block, article.locale).map((segment) => prepareSegment(segment, find))
        : [],
    })),
  }
}

/** A credit is copied; a block without a visible character is nothing to pay for. */
function isTranslated(block: Block): boolean {
  return block.translate && plainText(block.text).trim() !== ''
}

function prepareSegment(segment: Segment, find: Matcher): PreparedSegment {
  const normal = normaliseSource(segment.source)
  return {
    segment,
    normal,
    sourceHash: sourceHash(segment.locale, normal.text),
    hits: findNames(normal.text, find),
  }
}

/** The names in a sentence, outside of what the source keeps as it is. */
export function findNames(text: TaggedText, find: Matcher): readonly Hit[] {
  return outsideKept(text, find(plainText(text)))
}

/** What the source marks as not to be translated is no name to translate either. */
function outsideKept(text: TaggedText, hits: readonly Hit[]): readonly Hit[] {
  if (hits.length === 0 || !tagNames(text).some(isKept)) return hits
  let offset = 0
  let depth = 0
  const kept: Range[] = []
  for (const token of parseTagged(text)) {
    if (token.kind !== 'text') {
      if (isKept(token.name)) depth += token.kind === 'open' ? 1 : -1
      continue
    }
    if (depth > 0) kept.push({ start: offset, end: offset + token.text.length })
    offset += token.text.length
  }
  return hits.filter(({ range }) =>
    kept.every(({ start, end }) => range.end <= start || range.start >= end),
  )
}
