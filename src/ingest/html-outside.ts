import { findContent } from './extract.ts'
import type { Parent } from './html-tree.ts'
import type { Line } from './line.ts'
import { isByline } from './headings.ts'
import { columns, countWords, endsSentence } from './size.ts'

/** Shorter pages are fragments and notes; the extractor judges by amounts of text. */
const shortestPage = 500
/** A byline stands close below the headline, after a summary or a list of points. */
const bylineWithin = 8
/** A sentence of a report links a few words; a list of links has little else. */
const mostLinked = 0.5
/** Where it keeps less of the text than this, it has found a teaser or a comment, not the story. */
const leastShare = 0.5

/**
 * The lines of a page, those marked that are outside of its main content as the extractor sees it.
 *
 * What it drops in the midst of the story stays, unless it is a link: it loses short paragraphs,
 * quotes and lists. Before and after the story only what the markup or its words vouch for stays.
 */
export function markOutside(lines: readonly Line[], document: Parent): readonly Line[] {
  const open = lines.filter(({ furniture }) => furniture === undefined)
  if (lengthOf(open) < shortestPage) return lines
  const isContent = findContent(document)
  if (isContent === undefined) return lines
  const inside = new Set(open.filter(({ plain }) => isContent(plain)))
  if (lengthOf([...inside]) < leastShare * lengthOf(open)) return lines
  const story = [...inside].filter((line) => line.role !== 'headline' && !isLinkLine(line))
  const headline = lines.findIndex(({ role }) => role === 'headline')
  // A heading with nothing below it opens a list of other stories.
  const lastText = story.findLast(({ role }) => role !== 'heading')
  const first = lines.findIndex((line) => line === story[0])
  const last = lines.findIndex((line) => line === lastText)
  return lines.map((line, index) => {
    const isTop = index < first + 1 || index <= headline + bylineWithin
    if (
      isTop &&
      line.furniture === undefined &&
      line.role === 'paragraph' &&
      isByline(line.plain)
    ) {
      return { ...line, furniture: 'byline' }
    }
    if (line.furniture !== undefined || (index >= first && index <= last && inside.has(line))) {
      return line
    }
    const isVouched =
      index < first
        ? isBeforeStory(line) ||
          (index === headline + 1 && isStandfirst(line)) ||
          (!line.translate && index > headline)
        : index < last
          ? !line.translate || !isLinkLine(line)
          : isAfterStory(line)
    return isVouched ? line : { ...line, furniture: 'outside of the article' }
  })
}

/** A headline, a summary, a picture with its caption, or a sentence. */
function isBeforeStory(line: Line): boolean {
  if (/^(?:headline|summary|caption|credit|quote)$/.test(line.role ?? '')) return true
  return isSentence(line)
}

/** Some words right below the headline: a summary that no class names. */
function isStandfirst({ plain, text }: Line): boolean {
  return countWords(plain) >= 6 && !/<a\d+>/.test(text) && !isByline(plain)
}

/** The caption of a picture; headings, lists and links that follow the story are other stories. */
function isAfterStory(line: Line): boolean {
  return /^(?:caption|credit)$/.test(line.role ?? '')
}

function isSentence({ plain, text }: Line): boolean {
  return countWords(plain) >= 8 && endsSentence(plain) && !/<a\d+>/.test(text)
}

/** Whether most letters of a line are those of links. */
function isLinkLine({ text, plain }: Line): boolean {
  const linked = Array.from(text.matchAll(/<(a\d+)>(.*?)<\/\1>/gsu), ([, , words]) => words ?? '')
  return linked.join('').length > mostLinked * plain.length
}

function lengthOf(lines: readonly Line[]): number {
  return lines.reduce((total, { plain }) => total + columns(plain), 0)
}
