import { splitFrontMatter } from './markdown-front-matter.ts'

/** The start of a text tells what it is written in. */
const longestLook = 20_000

/** Marks that plain text does not have by chance. */
const strong: readonly RegExp[] = [
  /^#{1,6}[ \t]+\S/m,
  /\[[^\]\n]{1,200}\]\((?:https?:|\/|\.|#|mailto:)[^)\s]{0,500}(?: "[^"\n]*")?\)/,
  /^(?:```|~~~)/m,
  /^\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)+\|?[ \t]*$/m,
  /(?<![\w*])\*\*\S[^*\n]{0,200}\*\*(?![\w*])/,
  /^\[\^[^\]\n]{1,50}\]:/m,
]

/** Marks that mails and typed lists have too. */
const weak: readonly RegExp[] = [
  /^[ ]{0,3}[-*+•‣◦▪●■·][ \t]+\S/m,
  /^[ ]{0,3}>[ \t]?\S/m,
  /^[ ]{0,3}\d{1,3}[.)][ \t]+\S/m,
]

/** Whether a text has front matter, or Markdown's marks of at least two kinds. */
export function looksLikeMarkdown(text: string): boolean {
  if (splitFrontMatter(text).matter !== undefined) return true
  const start = text.slice(0, longestLook).replaceAll('\r\n', '\n')
  const strongKinds = strong.filter((mark) => mark.test(start)).length
  return strongKinds >= 2 || (strongKinds === 1 && weak.some((mark) => mark.test(start)))
}

/** Characters of private use, which no font of a newsroom has, in the place of brackets. */
const inPlace: readonly (readonly [bracket: string, standIn: string])[] = [
  ['[', '\ue0f0'],
  [']', '\ue0f1'],
]

function standIn(text: string): string {
  return inPlace.reduce((all, [bracket, other]) => all.replaceAll(bracket, other), text)
}

/** Brackets again where `plainMarkdown` hid them from the parser. */
export function withBrackets(html: string): string {
  return inPlace.reduce((all, [bracket, other]) => all.replaceAll(other, bracket), html)
}

/** More marks in a row are a prank; the parser needs seconds for some thousands. */
const mostMarks = 30

/** So many in one paragraph are no links; the parser looks for the end of each in all that follows. */
const mostBrackets = 1000

const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]`
const wrapped = new RegExp(`(?<=${unspaced})\\n(?=${unspaced})`, 'gu')

/**
 * Markdown as the parser knows it, from what people type: other bullets become `-`, lines wrapped
 * in a script without spaces are joined. Blocks of code stay as they are.
 */
export function plainMarkdown(text: string): string {
  const blocks = text.replace(/\r\n?/g, '\n').split(/^([ ]{0,3}(?:```|~~~).*(?:\n|$))/mu)
  let isCode = false
  const parts = blocks.map((part, index) => {
    if (index % 2 === 1) {
      isCode = !isCode
      return part
    }
    return isCode ? part : typed(part)
  })
  return parts.join('')
}

function typed(text: string): string {
  return text
    .replace(/^([ ]{0,3})[•‣◦▪●■·][ \t]+(?=\S)/gmu, '$1- ')
    .replace(/^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){31,}/gmu, (marks) =>
      marks.slice(0, mostMarks),
    )
    .replace(/([[\]!*_~`<])\1{30,}/g, (marks) => marks.slice(0, mostMarks))
    .replace(wrapped, '')
    .split(/(\n[ \t]*\n)/)
    .map((paragraph) => {
      const brackets = (paragraph.match(/(?<!^|\n)\[/g) ?? []).length
      return brackets > mostBrackets ? standIn(paragraph) : paragraph
    })
    .join('')
}
