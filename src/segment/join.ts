import type { Locale, Segment, TaggedText } from '../model.ts'
import { joinTagged, plainText } from '../tagged-text.ts'
import { languageRules } from './language-rules.ts'

/** A sentence, source or translated, with the white space around it. */
export interface JoinableSegment {
  readonly source: TaggedText
  readonly before?: string
  readonly after?: string
}

/** The text of a block of its sentences, with the white space and the tags that cutting took apart. */
export function joinSegments(segments: readonly JoinableSegment[]): TaggedText {
  const pieces = segments.flatMap(({ source, before, after }) => [before, source, after])
  const texts = pieces.filter((piece): piece is string => piece !== undefined)
  return texts.some((text) => /[<&]/.test(text)) ? joinTagged(texts) : texts.join('')
}

/**
 * The text of a block of its translated sentences: `texts[i]` translates `segments[i]`. Chinese and
 * Japanese take no space between sentences; other languages get one where those had none.
 */
export function joinSentences(
  texts: readonly TaggedText[],
  segments: readonly Segment[],
  target: Locale,
): TaggedText {
  const isUnspaced = languageRules(target).unspaced
  return joinSegments(
    segments.map(({ locale, before = '', after = '' }, i) => {
      const source = texts[i] ?? ''
      const following = texts[i + 1]
      if (following === undefined) return { source, before, after }
      if (isUnspaced) return { source, before, after: closeUp(source, after, following) }
      return { source, before, after: languageRules(locale).unspaced ? spaceOut(after) : after }
    }),
  )
}

/** Drops the space between two sentences, unless both sides are in an alphabet. */
function closeUp(text: TaggedText, after: string, following: TaggedText): string {
  if (after !== ' ') return after
  const isAlphabetic = /[!-~]$/.test(plainText(text)) && /^[!-~]/.test(plainText(following))
  return isAlphabetic ? after : ''
}

function spaceOut(after: string): string {
  return after === '' || after === '\u3000' ? ' ' : after
}
