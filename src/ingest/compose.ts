import { boilerplateReason, findBoilerplate } from './boilerplate.ts'
import { creditRange, findCredit } from './captions.ts'
import { cutLine, withRole, type Line } from './line.ts'
import { isHeadingLike, isHeadlineLike } from './headings.ts'
import { introducedSpeaker, readQuote, type Quote } from './quotes.ts'
import type { Draft } from './reader.ts'
import type { LeftOut, Role } from '../model.ts'
import { plainText } from '../tagged-text.ts'

/**
 * The blocks of an article from the lines of its source:
 *
 * 1. Lines that are not the article are left out, with the reason.
 * 2. Captions are separated from their credits.
 * 3. A line that the markup gives no role gets one: headline, heading or paragraph.
 * 4. Paragraphs that are quotes become quotes and keep their speaker.
 *
 * @param isWholeArticle For a text that is an article already, from an agency or a feed: each line is
 * judged by itself, not by its neighbours.
 */
export function composeBlocks(
  lines: readonly Line[],
  isWholeArticle: boolean = false,
): {
  readonly blocks: readonly Draft[]
  readonly leftOut: readonly LeftOut[]
} {
  const { kept, leftOut } = withoutBoilerplate(lines, isWholeArticle)
  const parts = kept.flatMap(separateCredit)
  return { blocks: withSpeakers(withRoles(parts)), leftOut }
}

/** Roles that a page uses for its furniture too; a quote or a headline is the writer's. */
const suspects: ReadonlySet<Role | undefined> = new Set<Role | undefined>([
  undefined,
  'paragraph',
  'item',
  'heading',
  'summary',
])

function withoutBoilerplate(
  lines: readonly Line[],
  isWholeArticle: boolean,
): {
  readonly kept: readonly Line[]
  readonly leftOut: readonly LeftOut[]
} {
  const plain = lines.map((line) => line.plain)
  const reasons = isWholeArticle
    ? new Map(plain.map((line, index) => [index, boilerplateReason(line)]))
    : findBoilerplate(plain)
  const kept: Line[] = []
  const leftOut: LeftOut[] = []
  let inRelated = false
  for (const [index, line] of lines.entries()) {
    // The list below a "Related articles" heading goes with it, as far as it is all links.
    inRelated &&= line.role === 'item' && isOneLink(line)
    const found =
      line.furniture ??
      (isSeparator(line.plain) ? 'separator' : undefined) ??
      // A cell with a number alone may look like a telephone number.
      (line.translate && suspects.has(line.role) && /[\p{L}@]/u.test(line.plain)
        ? reasons.get(index)
        : undefined)
    const reason: string | undefined = found ?? (inRelated ? 'related links' : undefined)
    if (reason === undefined) kept.push(line)
    else leftOut.push({ text: line.plain, reason })
    inRelated ||= reason === 'related links'
  }
  return { kept, leftOut }
}

/** `* * *`, a lone dash: nothing that can be said in another language. */
function isSeparator(plain: string): boolean {
  return !/[\p{L}\p{N}\p{So}\p{Sc}]/u.test(plain)
}

function isOneLink({ text }: Line): boolean {
  return /^<(a\d+)>(?:(?!<a\d).)*<\/\1>$/u.test(text)
}

function separateCredit(line: Line): readonly Line[] {
  if (line.role === 'credit') return [creditOf(line, creditRange(line.plain))]
  if (line.role !== undefined && line.role !== 'paragraph' && line.role !== 'caption') return [line]
  const found = findCredit(line.plain)
  if (found === undefined) return [line]
  const credit = creditOf(line, found.credit)
  if (found.caption.end === 0) return [credit]
  return [withRole(cutLine(line, found.caption), 'caption'), credit]
}

function creditOf(line: Line, range: { readonly start: number; readonly end: number }): Line {
  return { ...withRole(cutLine(line, range), 'credit'), translate: false }
}

type LineWithRole = Line & { readonly role: Role }

function withRoles(lines: readonly Line[]): readonly LineWithRole[] {
  const hasHeadline = lines.some(({ role }) => role === 'headline')
  let isHeadlineDone = false
  let isBody = false
  return lines.map((line, index) => {
    let role = line.role
    if (role === undefined) {
      if (index === 0 && !hasHeadline && isHeadlineLike(line.plain)) role = 'headline'
      else role = isHeading(lines, index) ? 'heading' : 'paragraph'
    }
    // There is one headline, and one summary, which stands before the first paragraph.
    if (role === 'headline' && isHeadlineDone) role = 'heading'
    if (role === 'summary' && isBody) role = 'paragraph'
    isHeadlineDone ||= role === 'headline'
    isBody ||= role === 'summary' || role === 'paragraph'
    return withRole(line, role)
  })
}

/** A heading has text before it and after it; of two short lines the second is the heading. */
function isHeading(lines: readonly Line[], index: number): boolean {
  const next = lines[index + 1]
  if (index === 0 || next === undefined || !isHeadingLike(lines[index]?.plain ?? '')) return false
  if (next.role === 'credit') return false
  return next.role !== undefined || !isHeadingLike(next.plain)
}

function withSpeakers(lines: readonly LineWithRole[]): readonly Draft[] {
  const blocks: Draft[] = []
  for (const { plain, speaker, furniture: _, ...block } of lines) {
    const quote =
      block.role === 'paragraph' || block.role === 'quote' ? readQuote(plain) : undefined
    if (quote === undefined && block.role !== 'quote') {
      blocks.push(block)
      continue
    }
    const said = speaker ?? (quote && speakerOf(quote, blocks.at(-1)))
    const role: Role = 'quote'
    blocks.push(said === undefined ? { ...block, role } : { ...block, role, speaker: said })
  }
  return blocks
}

/**
 * Who says a quote: whom it names, else the speaker of the quote right before it, else whom the
 * sentence before it introduces (`Peskov told reporters:`).
 */
function speakerOf({ attribution }: Quote, previous: Draft | undefined): string | undefined {
  if (attribution.kind === 'named') return attribution.speaker
  if (attribution.kind === 'none' || previous === undefined) return undefined
  if (previous.speaker !== undefined) return previous.speaker
  const introduction = plainText(previous.text)
  return /[:：]$/u.test(introduction) ? introducedSpeaker(introduction) : undefined
}
