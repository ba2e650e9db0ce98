import type { LanguageRules } from './language-rules.ts'

/** A place where a sentence may end: `text.slice(start, end)`, white space, and what starts at `next`. */
export interface Boundary {
  readonly text: string
  /** Where the sentence that may end here starts. */
  readonly start: number
  /** After the last mark of the sentence. */
  readonly end: number
  readonly next: number
}

/** Closing marks are separated from what they close by a space in French, by a slip elsewhere. */
const closers = /[»”’›)\]}」』》〉）】]/
const afterCloser = /^$|[\s.,;:!?…)\]»”]/

/** Opening marks that are never closing ones, in any language. */
const openersAnywhere = /[„‚「『《〈（(【[{¿¡]/

/**
 * Where the platform's cut at `index` really lies. The platform counts opening marks among the
 * closing ones: `他走了。“我来。”` is cut after the `“`, `« Oui. » Il part.` before the `»`.
 */
export function boundaryAt(
  text: string,
  start: number,
  index: number,
  rules: LanguageRules,
): Boundary {
  let next = index
  while (next > start && isOpening(text, next - 1, rules)) next--
  let end = trimEnd(text, start, next)
  next = skipSpace(text, next)
  while (isDetachedCloser(text, next)) {
    end = next + 1
    next = skipSpace(text, end)
  }
  return { text, start, end, next }
}

/** Whether the quotation mark or bracket at `at` opens; white space decides where the mark does not. */
export function isOpening(text: string, at: number, rules: LanguageRules): boolean {
  const mark = text.charAt(at)
  if (openersAnywhere.test(mark)) return true
  if (rules.unspaced) return mark === '“' || mark === '‘' || mark === '«'
  if (/[«»]/.test(mark) && !rules.reversedGuillemets) return mark === '«'
  if (!/["“”«»‘]/.test(mark)) return false
  const before = text.charAt(at - 1)
  const after = text.charAt(at + 1)
  return (before === '' || /[\s([{„“«"–—/-]/.test(before)) && after !== '' && !/[\s]/.test(after)
}

/** Whether the mark at `at` closes what an earlier one opened; `’` is not looked at, it is an apostrophe. */
export function isClosing(text: string, at: number, rules: LanguageRules): boolean {
  return /["“”«»」』》〉）)】\]}]/.test(text.charAt(at)) && !isOpening(text, at, rules)
}

function isDetachedCloser(text: string, at: number): boolean {
  return closers.test(text.charAt(at)) && afterCloser.test(text.charAt(at + 1))
}

function trimEnd(text: string, start: number, end: number): number {
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return end
}

function skipSpace(text: string, at: number): number {
  while (at < text.length && isSpace(text.charCodeAt(at))) at++
  return at
}

/** White space as the `\s` of a regular expression has it. */
export function isSpace(code: number): boolean {
  return (
    code === 32 || (code < 14 && code > 8) || (code > 159 && /\s/.test(String.fromCharCode(code)))
  )
}
