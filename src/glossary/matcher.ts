import type { Locale, Range } from '../model.ts'
import type { Entry, Glossary } from './entry.ts'
import { fold, lower, unitLowers } from './fold.ts'
import { hashUnit, indexForms, type FormIndex } from './form-index.ts'
import { is, unitClasses } from './matcher-characters.ts'
import { conditionsIn } from './matcher-conditions.ts'
import { formsOf, type Form } from './matcher-forms.ts'
import { isNoted } from './matcher-notes.ts'
import { prefixesOf } from './matcher-prefixes.ts'
import { inAddress } from './opaque.ts'
import { isInsideWord, isNameEnd, noteNumberLength, tokenEnd, widthAt } from './words.ts'

/** A glossary entry found in a text. */
export interface Hit {
  readonly entry: Entry
  /** The words found, as the text spells them. */
  readonly source: string
  readonly range: Range
}

/** Finds the names of a glossary in plain text: leftmost, longest, on whole words. */
export type Matcher = (plain: string) => readonly Hit[]

/** Compiles a glossary, so that a text is looked at once, word by word. */
export function compileMatcher({ source, entries }: Glossary): Matcher {
  const index = indexForms(
    entries.flatMap((entry) => formsOf(entry, source)),
    source,
  )
  const [language = source] = source.split('-')
  const prefixes = prefixesOf(language)
  return (plain) => (index.size === 0 ? [] : findAll(plain, index, source, prefixes))
}

function findAll(
  plain: string,
  index: FormIndex,
  source: Locale,
  prefixes: (word: string) => readonly number[],
): readonly Hit[] {
  const folded = fold(plain)
  const text = folded.text
  const formsAt = finder(text, index, source)
  const meetsConditions = conditionsIn(text, source)
  const isAddress = inAddress(text)
  unitClasses.prepare(text)
  const classes = unitClasses.values
  const lowerCase = unitLowers(source)
  lowerCase.prepare(text)
  const lowers = lowerCase.values
  const hits: Hit[] = []
  let done = 0
  const tryAt = (at: number, end: number, isBehindPrefix: boolean): boolean => {
    for (const found of formsAt(at, end)) {
      const { entry } = found.form
      if (found.start < done || (!isBehindPrefix && isInsideWord(text, found.start))) continue
      if (!meetsConditions(entry)) continue
      if (isAddress(found)) return false
      const range = folded.originalRange(found)
      hits.push({ entry, source: plain.slice(range.start, range.end), range })
      done = found.end
      return true
    }
    return false
  }
  for (let at = 0; at < text.length;) {
    const first = classes[text.charCodeAt(at)] ?? 0
    if ((first & mayBegin) === 0) {
      at++
      continue
    }
    // Nearly every word begins no name: one pass over its letters and one look into a table.
    let wordEnd = at
    let hash = 0
    let seen = 0
    while (wordEnd < text.length) {
      const unit = text.charCodeAt(wordEnd)
      const part = classes[unit] ?? 0
      if ((part & (is.wordPart | is.surrogate)) === 0) break
      hash = hashUnit(hash, lowers[unit] ?? 0)
      seen |= part
      wordEnd++
    }
    if ((seen & mayMatter) === 0 && (first & is.wordStart) !== 0 && !index.begins(hash)) {
      at = wordEnd
      continue
    }
    const end = tokenEnd(text, at)
    if (end > at && at >= done && !tryAt(at, end, false) && (first & is.caseless) !== 0) {
      prefixes(text.slice(at, end)).some((length) => tryAt(at + length, end, true))
    }
    at = end > at ? end : at + widthAt(text, at)
  }
  return hits
}

/** What needs a closer look: a footnote number, a prefix, a pair. */
const mayMatter = is.digit | is.caseless | is.surrogate
const mayBegin = is.wordStart | is.single | is.surrogate

interface Found extends Range {
  readonly form: Form
}

/** Looks up the forms written in a text where a word stands, the one to prefer first. */
function finder(
  text: string,
  index: FormIndex,
  source: Locale,
): (at: number, end: number) => readonly Found[] {
  const found: Found[] = []
  let at = 0
  const see = (form: Form, end: number): void => {
    const start = at - form.lead
    if (start < 0 || end - start !== form.spelling.length) return
    if (!isWrittenAt(form, text, start, end, source)) return
    if (isNameEnd(text, end) || isNoted(form, text, end, index, source)) {
      found.push({ form, start, end })
    }
  }
  return (start, end) => {
    const endsInDigit = (unitClasses.of(text.charCodeAt(end - 1)) & is.digit) !== 0
    found.length = 0
    at = start
    index.lookUp(text, start, end, see)
    // A footnote number at the word: Kyiv2.
    if (endsInDigit) {
      for (const length of [1, 2]) {
        const nameEnd = end - length
        if (nameEnd > start && noteNumberLength(text, nameEnd) === length) {
          index.lookUp(text, start, nameEnd, see)
        }
      }
    }
    return found.length < 2 ? found : found.reverse().sort(bySpecificity)
  }
}

/** Longer before shorter; of two senses of one spelling, the one that asks for more. */
function bySpecificity({ form: a }: Found, { form: b }: Found): number {
  return (
    b.spelling.length - a.spelling.length ||
    Math.sign(b.entry.onlyIf.length) - Math.sign(a.entry.onlyIf.length) ||
    Number(b.isCaseExact) - Number(a.isCaseExact)
  )
}

function isWrittenAt(
  { spelling, isCaseExact }: Form,
  text: string,
  start: number,
  end: number,
  source: Locale,
): boolean {
  const isSame =
    text.startsWith(spelling, start) ||
    (!isCaseExact && lower(text.slice(start, end), source) === lower(spelling, source))
  // US$ is a currency, not the country.
  return isSame && (unitClasses.of(text.charCodeAt(end)) & is.currency) === 0
}
