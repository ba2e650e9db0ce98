import type { Range } from '../model.ts'
import type { Entry, Glossary } from './entry.ts'
import { fold, isAllCaps, isInsideWord, isUnspaced, lower } from './fold.ts'

/** A glossary entry found in a text. */
export interface Hit {
  readonly entry: Entry
  /** The words found, as the text spells them. */
  readonly source: string
  readonly range: Range
}

/** Finds the names of a glossary in plain text: leftmost, longest, on whole words. */
export type Matcher = (plain: string) => readonly Hit[]

interface Form {
  readonly entry: Entry
  readonly spelling: string
  readonly lowered: string
  readonly isCaseExact: boolean
}

/**
 * Compiles a glossary. Forms are kept by their first word (in scripts without spaces: by their
 * first character), longest first, so a text is looked at once, word by word.
 */
export function compileMatcher(glossary: Glossary): Matcher {
  const index = new Map<string, Form[]>()
  for (const form of glossary.entries.flatMap(formsOf)) {
    const first = isUnspaced(form.lowered.charAt(0))
      ? form.lowered.charAt(0)
      : (firstWord.exec(form.lowered)?.[0] ?? form.lowered.charAt(0))
    const forms = index.get(first)
    if (forms === undefined) index.set(first, [form])
    else forms.push(form)
  }
  for (const forms of index.values()) {
    forms.sort((a, b) => b.spelling.length - a.spelling.length)
  }
  return (plain) => (index.size === 0 ? [] : findAll(plain, index))
}

function formsOf(entry: Entry): readonly Form[] {
  if (entry.retired !== undefined) return []
  return [...new Set([entry.source, ...entry.also])].map((written) => {
    const spelling = fold(written).text
    // An acronym in lower case is another word: "us", "who", "it".
    const isCaseExact = entry.isCaseExact || isAllCaps(spelling)
    return { entry, spelling, lowered: lower(spelling), isCaseExact }
  })
}

const firstWord = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_]*/u
const starts = /[\p{L}\p{N}][\p{L}\p{M}\p{N}_]*/gu

function findAll(plain: string, index: ReadonlyMap<string, readonly Form[]>): readonly Hit[] {
  const folded = fold(plain)
  const lowered = lower(folded.text)
  const hits: Hit[] = []
  let done = 0
  const tryAt = (at: number, first: string): boolean => {
    const form = index
      .get(first)
      ?.find(
        (one) => isFormAt(one, folded.text, lowered, at) && meetsConditions(one.entry, lowered),
      )
    if (form === undefined) return false
    const end = at + form.spelling.length
    const range = { start: folded.originalOffset(at), end: folded.originalOffset(end) }
    hits.push({ entry: form.entry, source: plain.slice(range.start, range.end), range })
    done = end
    return true
  }
  for (const { 0: word, index: at } of lowered.matchAll(starts)) {
    if (at + word.length <= done) continue
    if (!isUnspaced(word)) {
      if (at >= done) tryAt(at, word)
      continue
    }
    for (let offset = Math.max(at, done); offset < at + word.length;) {
      offset = tryAt(offset, lowered.charAt(offset)) ? done : offset + 1
    }
  }
  return hits
}

function isFormAt(form: Form, text: string, lowered: string, at: number): boolean {
  const isSame = form.isCaseExact
    ? text.startsWith(form.spelling, at)
    : lowered.startsWith(form.lowered, at)
  return isSame && !isInsideWord(text, at) && !isInsideWord(text, at + form.spelling.length)
}

/** `unless` and `only-if` look at the whole sentence. */
function meetsConditions(entry: Entry, lowered: string): boolean {
  if (entry.unless.some((word) => hasWord(lowered, word))) return false
  return entry.onlyIf.length === 0 || entry.onlyIf.some((word) => hasWord(lowered, word))
}

function hasWord(lowered: string, written: string): boolean {
  const word = lower(fold(written).text)
  for (let at = lowered.indexOf(word); at >= 0; at = lowered.indexOf(word, at + 1)) {
    if (!isInsideWord(lowered, at) && !isInsideWord(lowered, at + word.length)) return true
  }
  return false
}
