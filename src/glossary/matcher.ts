import type { Locale, Range } from '../model.ts'
import { prefixLengths } from './clitics.ts'
import type { Entry, Glossary } from './entry.ts'
import { fold, hasCapital, lower } from './fold.ts'
import { inAddress } from './opaque.ts'
import { isInsideWord, isNameEnd, tokens } from './words.ts'

/** A glossary entry found in a text. */
export interface Hit {
  readonly entry: Entry
  /** The words found, as the text spells them. */
  readonly source: string
  readonly range: Range
}

/** Finds the names of a glossary in plain text: leftmost, longest, on whole words. */
export type Matcher = (plain: string) => readonly Hit[]

/** A spelling to look for. */
interface Form {
  readonly entry: Entry
  readonly spelling: string
  readonly lowered: string
  readonly isCaseExact: boolean
  /** What precedes the first letter or digit: the apostrophe of 'Ndrangheta. */
  readonly lead: number
}

type Index = ReadonlyMap<string, readonly Form[]>

/**
 * Compiles a glossary. Forms are kept by their first word (in scripts without spaces: by their
 * first character), longest first, so a text is looked at once, word by word.
 */
export function compileMatcher(glossary: Glossary): Matcher {
  const { source } = glossary
  const index = new Map<string, Form[]>()
  for (const form of glossary.entries.flatMap((entry) => formsOf(entry, source))) {
    const first = form.lowered.slice(form.lead).match(tokens)?.[0]
    if (first === undefined) continue
    const forms = index.get(first)
    if (forms === undefined) index.set(first, [form])
    else forms.push(form)
  }
  for (const forms of index.values()) forms.sort(bySpecificity)
  return (plain) => (index.size === 0 ? [] : findAll(plain, index, source))
}

/** Longer before shorter; of two senses of one spelling, the one that asks for more. */
function bySpecificity(a: Form, b: Form): number {
  return (
    b.spelling.length - a.spelling.length ||
    Math.sign(b.entry.onlyIf.length) - Math.sign(a.entry.onlyIf.length) ||
    Number(b.isCaseExact) - Number(a.isCaseExact)
  )
}

function formsOf(entry: Entry, source: Locale): readonly Form[] {
  if (entry.retired !== undefined) return []
  return [...new Set([entry.source, ...entry.also])].flatMap((written) => {
    const spelling = fold(written).text
    const lowered = lower(spelling, source)
    const lead = spelling.search(/[\p{L}\p{N}]/u)
    // An acronym in lower case is another word: "us", "who", "it".
    const isAcronym = hasCapital(spelling) && !/\p{Ll}/u.test(spelling)
    const isCaseExact = entry.isCaseExact || isAcronym
    const form: Form = { entry, spelling, lowered, isCaseExact, lead }
    const shouted = spelling.toLocaleUpperCase(source)
    // Capitals of another length (STRASSBURG for Straßburg) cannot be compared letter by letter.
    return isCaseExact || shouted.length === spelling.length
      ? [form]
      : [form, { ...form, spelling: shouted, lowered: lower(shouted, source), isCaseExact: true }]
  })
}

function findAll(plain: string, index: Index, source: Locale): readonly Hit[] {
  const folded = fold(plain)
  const text = folded.text
  const lowered = lower(text, source)
  const meetsConditions = conditionsIn(lowered, source)
  const isAddress = inAddress(text)
  const [language = source] = source.split('-')
  const hits: Hit[] = []
  let done = 0
  const tryAt = (at: number, first: string, isBehindPrefix: boolean): boolean => {
    const form = index.get(first)?.find((one) => {
      const [start, end] = [at - one.lead, at - one.lead + one.spelling.length]
      if (start < done || (!isBehindPrefix && isInsideWord(text, start))) return false
      return isWrittenAt(one, text, lowered, start, end) && meetsConditions(one.entry)
    })
    if (form === undefined) return false
    const start = at - form.lead
    const end = start + form.spelling.length
    if (isAddress({ start, end })) return false
    const range = folded.originalRange({ start, end })
    hits.push({ entry: form.entry, source: plain.slice(range.start, range.end), range })
    done = end
    return true
  }
  for (const { 0: token, index: at } of lowered.matchAll(tokens)) {
    if (at < done || tryAt(at, token, false)) continue
    prefixLengths(token, language).some((length) => tryAt(at + length, token.slice(length), true))
  }
  return hits
}

function isWrittenAt(
  form: Form,
  text: string,
  lowered: string,
  start: number,
  end: number,
): boolean {
  const isSame = form.isCaseExact
    ? text.startsWith(form.spelling, start)
    : lowered.startsWith(form.lowered, start)
  // US$ is a currency, not the country.
  return isSame && isNameEnd(text, end) && !/^\p{Sc}/u.test(text.slice(end, end + 1))
}

/** `unless` and `only-if` look at the whole sentence, once for each entry. */
function conditionsIn(lowered: string, source: Locale): (entry: Entry) => boolean {
  const known = new Map<Entry, boolean>()
  const has = (word: string): boolean => hasWord(lowered, lower(fold(word).text, source))
  return (entry) => {
    const isMet =
      known.get(entry) ??
      (!entry.unless.some(has) && (entry.onlyIf.length === 0 || entry.onlyIf.some(has)))
    known.set(entry, isMet)
    return isMet
  }
}

function hasWord(lowered: string, word: string): boolean {
  for (let at = lowered.indexOf(word); at >= 0; at = lowered.indexOf(word, at + 1)) {
    if (!isInsideWord(lowered, at) && isNameEnd(lowered, at + word.length)) return true
  }
  return false
}
