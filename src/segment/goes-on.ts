import { isAttribution } from './attribution.ts'
import { isClosing, type Boundary } from './boundary.ts'
import { isAbbreviating } from './full-stop.ts'
import type { LanguageRules } from './language-rules.ts'
import { isWithinQuotation } from './quotation.ts'

const lineBreak = /[\n\r\u0085\u2028\u2029]/
const sentenceMark = /[.!?…:。！？।॥۔؟։፧။។»”"’)\]）」』]/
const continuingMark = /[,;:.!?،؛、，。；：！？·]/
const ideographic = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Marks that steer the direction of Arabic text: `د\u202a.\u202c ديفيد`. */
const invisible = /^[\u200e\u200f\u202a-\u202e\u2066-\u2069]+$/

/** Georgian letters count as lower case in Unicode, but Georgian has no capitals. */
const lowerCaseStart = /[\s"'“”„«»‹›‘’‚([{¿¡*…–—-]*(?![\u10d0-\u10ff])\p{Ll}(?!\p{Lu})/uy

/** Whether the sentence before a boundary goes on after it, so that there is nothing to cut. */
export function goesOn(boundary: Boundary, rules: LanguageRules): boolean {
  const { text, end, next } = boundary
  const space = text.slice(end, next)
  if (space !== ' ' && lineBreak.test(space)) return isWrappedLine(boundary)
  if (rules.unmarked) return true
  const at = lastMark(boundary, rules)
  const mark = text.charAt(at)
  const isClosed = at < end - 1 && !invisible.test(text.slice(at + 1, end))
  if (isElision(text, end)) return true
  const first = text.charAt(next)
  if (space === '' && !rules.unspaced && isGluedWord(mark, first)) return true
  if (!isAsciiCapital(first)) {
    if (continuingMark.test(first) || isClosing(text, next, rules)) return true
    if (!rules.unspaced && startsLowerCase(text, next)) return true
  }
  if (mark === '.' && !isClosed && isAbbreviating(boundary, at, rules)) return true
  return isWithinQuotation(boundary, rules) || (isClosed && isAttribution(boundary, at, rules))
}

/** The mark that ends the sentence, before any closing quotation marks and brackets. */
function lastMark({ text, start, end }: Boundary, rules: LanguageRules): number {
  let at = end - 1
  while (at > start && text.charAt(at) !== '.' && isAfterMark(text, at, rules)) at--
  return at
}

/** The usual start of a sentence, told without a regular expression. */
function isAsciiCapital(character: string): boolean {
  return character >= 'A' && character <= 'Z'
}

function isAfterMark(text: string, at: number, rules: LanguageRules): boolean {
  const character = text.charAt(at)
  return (
    character === ' ' ||
    character === '’' ||
    invisible.test(character) ||
    isClosing(text, at, rules)
  )
}

/** `[...]` stands for words left out, and `Ｊ．` in Japanese for a name: neither is the end of a sentence. */
function isElision(text: string, end: number): boolean {
  if (!/[\])Ａ-Ｚ．"”»]/.test(text.charAt(end - 1))) return false
  return /[[(] ?(?:\.{3}|…) ?[\])]["”»]?$|(?<![Ａ-Ｚａ-ｚ])[Ａ-Ｚ]．$/.test(
    text.slice(Math.max(0, end - 9), end),
  )
}

/** `Yahoo!Japan`, `"간다."고`: marks of scripts with spaces end nothing without a space after them. */
function isGluedWord(mark: string, following: string): boolean {
  return /[.!?]/.test(mark) && !ideographic.test(following)
}

function startsLowerCase(text: string, at: number): boolean {
  lowerCaseStart.lastIndex = at
  return lowerCaseStart.test(text)
}

/** A line broken in the middle of a sentence: no mark before the break, the next line ends with one. */
function isWrappedLine({ text, end, next }: Boundary): boolean {
  if (sentenceMark.test(text.charAt(end - 1))) return false
  if (!startsLowerCase(text, next) && !ideographic.test(text.charAt(next))) return false
  return /^[^\n\r\u0085\u2028\u2029]{0,2000}[.!?…。！？](?:\s|$)/.test(
    text.slice(next, next + 2000),
  )
}
