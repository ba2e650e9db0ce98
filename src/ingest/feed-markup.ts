import { parse, parseFragment } from 'parse5'
import { cleanText, foldSpace } from './clean.ts'
import { readBlocks } from './html-blocks.ts'
import { isDropped, walk, type Element } from './html-tree.ts'
import { plainLine, type Line } from './line.ts'
import { splitParagraphs } from './paragraphs.ts'

/** A text of a feed, as the feed says how to read it. */
export interface FeedText {
  readonly kind: 'html' | 'text'
  readonly value: string
  /** What its links are relative to. */
  readonly base?: string
}

const htmlTag = /<\/?[a-z][a-z\d]*(?:\s[^<>]*)?\/?>/i
const entity = /&(?:[a-z][a-z\d]{1,20}|#\d{1,7}|#x[\da-f]{1,6});/i

/** A text of which the format does not say whether it is markup: an RSS title or description. */
export function guessedText(value: string, base?: string): FeedText {
  const kind = htmlTag.test(value) || entity.test(value) ? 'html' : 'text'
  return { kind, value, ...(base === undefined ? {} : { base }) }
}

/** The words of a text in one line, without markup; nothing when it has none. */
export function wordsOf(text: FeedText | undefined): string | undefined {
  if (text === undefined) return undefined
  const plain = foldSpace(cleanText(text.kind === 'html' ? markupWords(text.value) : text.value))
  return /[\p{L}\p{N}]/u.test(plain) ? plain : undefined
}

function markupWords(html: string): string {
  let words = ''
  for (const step of walk(parseFragment(html), isDropped)) {
    // Words on both sides of `<br>` or `</p>` do not touch.
    words += step.kind === 'text' ? step.text : isInline(step.element) ? '' : ' '
  }
  return words
}

function isInline({ tagName }: Element): boolean {
  return /^(?:a|abbr|b|bdi|cite|code|em|font|i|mark|q|small|span|strong|su[bp]|u|wbr)$/.test(
    tagName,
  )
}

/** The lines of an article in a feed: all of it is the article, so nothing is looked for. */
export function linesOf(text: FeedText): readonly Line[] {
  if (text.kind === 'text') {
    return splitParagraphs(cleanText(text.value)).map((plain) => plainLine(plain))
  }
  // Two line breaks are how many editors write a new paragraph.
  const html = text.value.replaceAll('\0', '').replace(/(?:<br\s*\/?>\s*){2,}/gi, '<p></p>')
  const document = parse(`<article>${html}</article>`, { scriptingEnabled: true })
  for (const step of walk(document, () => false)) {
    if (step.kind === 'enter' && step.element.tagName === 'body') {
      return readBlocks(step.element, text.base)
    }
  }
  return []
}

/** The line that a blog puts below each item, in the languages of its interface. */
const footer =
  /^(?:The post .+ (?:appeared first|first appeared) on|Der Beitrag .+ erschien zuerst auf|La entrada .+ se public[óo] primero en|L[’']article .+ est apparu en premier sur|O post .+ apareceu primeiro em|Запис .+ спершу з[’']?явився на|Сообщение .+ появились? сначала на) .+$/u

/** The lines with what a feed adds to them marked: a footer, the headline once more. */
export function markFurniture(lines: readonly Line[], title: string | undefined): readonly Line[] {
  return lines.map((line, index) => {
    if (index >= lines.length - 2 && footer.test(line.plain)) {
      return { ...line, role: 'paragraph', furniture: 'footer of the feed' }
    }
    return index === 0 && line.plain === title ? { ...line, furniture: 'headline again' } : line
  })
}
