import { isAttribution } from './attribution.ts'
import { isClosing, type Boundary } from './boundary.ts'
import { isAbbreviating } from './full-stop.ts'
import type { LanguageRules } from './language-rules.ts'
import { isWithinQuotation } from './quotation.ts'

const lineBreak = /[\n\r\u0085\u2028\u2029]/
const sentenceMark = /[.!?…:。！？।॥۔؟։፧။។»”"’)\]）」』]/
const continuingMark = /[,;:.!?،؛、，。；：！？·]/
const ideographic = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Georgian letters count as lower case in Unicode, but Georgian has no capitals. */
const lowerCaseStart = /[\s"'“”„«»‹›‘’‚([{¿¡*…–—-]*(?![\u10d0-\u10ff])\p{Ll}(?!\p{Lu})/uy

/** Whether the sentence before a boundary goes on after it, so that there is nothing to cut. */
export function goesOn(boundary: Boundary, rules: LanguageRules): boolean {
  const { text, end, next } = boundary
  if (next > end && lineBreak.test(text.slice(end, next))) return isWrappedLine(boundary)
  if (rules.unmarked) return true
  const at = lastMark(boundary, rules)
  const mark = text.charAt(at)
  if (next === end && !rules.unspaced && isGluedWord(mark, text.charAt(next))) return true
  if (continuingMark.test(text.charAt(next)) || isClosing(text, next, rules)) return true
  if (!rules.unspaced && startsLowerCase(text, next)) return true
  if (mark === '.' && at === end - 1 && isAbbreviating(boundary, rules)) return true
  return isWithinQuotation(boundary, rules) || (at < end - 1 && isAttribution(boundary, at, rules))
}

/** The mark that ends the sentence, before any closing quotation marks and brackets. */
function lastMark({ text, start, end }: Boundary, rules: LanguageRules): number {
  let at = end - 1
  while (
    at > start &&
    (text.charAt(at) === ' ' || isClosing(text, at, rules) || text.charAt(at) === '’')
  )
    at--
  return at
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
