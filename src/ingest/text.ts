import { cleanText, foldSpace } from './clean.ts'
import { composeBlocks } from './compose.ts'
import { plainLine, type Line } from './line.ts'
import { splitParagraphs } from './paragraphs.ts'
import type { Reader, Source } from './reader.ts'

/** Reads plain text, as typed or as copied from a page; takes every source. */
export const textReader: Reader = {
  name: 'text',
  recognises: () => true,
  read: (source: Source) => {
    const paragraphs = splitParagraphs(cleanText(source.text))
    const reading = composeBlocks(
      paragraphs.map((paragraph, index) => markedLine(paragraph, index === 0)),
    )
    return source.url === undefined ? reading : { ...reading, url: source.url }
  },
}

/** Understands the marks that people type: `# `, `- `, `• `. */
function markedLine(paragraph: string, isFirst: boolean): Line {
  const heading = /^(#{1,6})\s+(.*\S)/u.exec(paragraph)
  if (heading?.[2] !== undefined) {
    return plainLine(foldSpace(heading[2]), isFirst && heading[1] === '#' ? 'headline' : 'heading')
  }
  // A row of marks separates parts; it is no list.
  const item = /^[-*•‣◦▪●■·]\s+(.*[\p{L}\p{N}].*)$/u.exec(paragraph)
  return item?.[1] === undefined ? plainLine(paragraph) : plainLine(item[1], 'item')
}
