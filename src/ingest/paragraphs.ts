import { columns, endsSentence } from './size.ts'
import { foldSpace } from './clean.ts'

/** Lines of text that an editor or a mail program wrapped are rarely wider than this. */
const widestWrap = 120

const bullet = /^\s*[-*•‣◦▪●■·]\s+\S/u
const markdownHeading = /^#{1,6}\s/

/**
 * The paragraphs of a plain text, each on one line.
 *
 * A scraped page has one paragraph per line. Typed text separates paragraphs by blank lines and
 * wraps them; there the lines of a group are joined, if they look wrapped.
 */
export function splitParagraphs(text: string): readonly string[] {
  const lines = text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).map(foldSpace)
  const width = wrapWidth(lines)
  const paragraphs: string[] = []
  let previous = ''
  for (const line of lines) {
    if (line !== '') {
      const last = paragraphs.at(-1)
      if (width !== undefined && last !== undefined && continues(previous, line, width)) {
        paragraphs[paragraphs.length - 1] = join(last, line)
      } else {
        paragraphs.push(line)
      }
    }
    previous = line
  }
  return paragraphs
}

/**
 * The width that a text is wrapped at, or nothing when every line is a paragraph.
 *
 * Wrapped: blank lines separate groups, no line inside of a group is wide, and most of the
 * longer ones stop in the middle of a sentence.
 */
function wrapWidth(lines: readonly string[]): number | undefined {
  let separated = false
  let broken = 0
  let finished = 0
  let width = 0
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    if (line === '') {
      separated ||= index > 0 && next !== undefined && next !== ''
      continue
    }
    if (next === undefined || next === '') continue
    const size = line.length > widestWrap ? line.length : columns(line)
    if (size > widestWrap) return undefined
    width = Math.max(width, size)
    // Shorter lines are headings, menus and bylines: they tell nothing about wrapping.
    if (size < 40) continue
    if (endsSentence(line)) finished++
    else broken++
  }
  return separated && broken > finished ? width : undefined
}

/** Whether `line` goes on with the paragraph that `previous` belongs to. */
function continues(previous: string, line: string, width: number): boolean {
  if (previous === '' || markdownHeading.test(previous)) return false
  if (bullet.test(line) || markdownHeading.test(line)) return false
  // Well short of the width: the writer broke the line on purpose.
  return columns(previous) >= width * 0.6 || /^\p{Ll}/u.test(line)
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u

function join(paragraph: string, line: string): string {
  const last = paragraph.at(-1) ?? ''
  if (last === '\u00ad') return paragraph.slice(0, -1) + line
  const isTight = unspaced.test(last) && unspaced.test(line[0] ?? '')
  // "long-" and "range" is the hyphen of the word: wrapping by words never adds one.
  const isHyphen = /\p{L}-$/u.test(paragraph.slice(-3)) && /^\p{Ll}/u.test(line)
  return isTight || isHyphen ? paragraph + line : `${paragraph} ${line}`
}
