import type { Matcher, Hit } from '../glossary/index.ts'
import { normaliseSource, sourceHash, type NormalisedText } from '../memory/index.ts'
import type { Article, Block, Segment } from '../model.ts'
import { segmentBlock } from '../segment/index.ts'
import { plainText } from '../tagged-text.ts'

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
    hits: find(plainText(normal.text)),
  }
}
