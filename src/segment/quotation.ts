import { isClosing, isOpening, type Boundary } from './boundary.ts'
import type { LanguageRules } from './language-rules.ts'

/**
 * How long a quotation or bracket may be, in UTF-16 units from mark to mark, to be kept in one
 * sentence. Japanese and Korean put the quotation before the verb, so half a quotation cannot be
 * translated; elsewhere only a short one is worth the larger unit.
 */
const longest: Readonly<Record<string, number>> = { ja: 300, ko: 300, zh: 120, yue: 120 }
const longestElsewhere = 100
const longestBracket = 120

/** Whether the boundary lies inside a quotation or bracket that is part of one sentence. */
export function isWithinQuotation(boundary: Boundary, rules: LanguageRules): boolean {
  const { text, start, next } = boundary
  const reach = longest[rules.language] ?? longestBracket
  const open = openMark(text, next, reach, rules)
  if (open === undefined) return false
  const close = closeMark(text, next, open + reach, rules)
  if (close === undefined) return false
  const mark = text.charAt(open)
  if (/[《〈]/.test(mark)) return true
  if (/[([{（【]/.test(mark)) return open > start
  const length = close - open
  if (rules.language in longest) return length <= reach
  return length <= longestElsewhere && continuesAfter(text, close)
}

/** The innermost mark that is open at `at`, at most `reach` before it. */
function openMark(
  text: string,
  at: number,
  reach: number,
  rules: LanguageRules,
): number | undefined {
  if (!anyMark.test(text.slice(Math.max(0, at - reach), at))) return undefined
  let depth = 0
  for (let i = at - 1; i >= Math.max(0, at - reach); i--) {
    if (!isMark(text.charCodeAt(i))) continue
    if (isOpening(text, i, rules)) {
      if (depth === 0) return i
      depth--
    } else if (isClosing(text, i, rules)) depth++
  }
  return undefined
}

function closeMark(
  text: string,
  from: number,
  limit: number,
  rules: LanguageRules,
): number | undefined {
  let depth = 0
  for (let i = from; i < Math.min(text.length, limit); i++) {
    if (!isMark(text.charCodeAt(i))) continue
    if (isOpening(text, i, rules)) depth++
    else if (isClosing(text, i, rules)) {
      if (depth === 0) return i
      depth--
    }
  }
  return undefined
}

/** “Stop! Go home!” he shouted: the sentence around the quotation goes on in lower case, or after a comma or dash. */
function continuesAfter(text: string, close: number): boolean {
  return /^["“”»«’)]?\s*(?:[,–—-]|(?![\u10d0-\u10ff])\p{Ll})/u.test(
    text.slice(close + 1, close + 8),
  )
}

const anyMark = /["“”„«»()[\]{}\u3008-\u301b（）]/

/** A quick no for the characters that are neither quotation marks nor brackets. */
function isMark(code: number): boolean {
  if (code < 128) return code === 34 || code === 40 || code === 41 || isAsciiBracket(code)
  return (
    code === 0xab ||
    code === 0xbb ||
    (code > 0x201b && code < 0x203b) ||
    (code > 0x3007 && code < 0x301c) ||
    code === 0xff08 ||
    code === 0xff09
  )
}

function isAsciiBracket(code: number): boolean {
  return code === 91 || code === 93 || code === 123 || code === 125
}
