import { prefixLengths } from '../../src/glossary/clitics.ts'
import type { Entry, Glossary } from '../../src/glossary/entry.ts'
import { fold, hasCapital, lower } from '../../src/glossary/fold.ts'
import { inAddress } from '../../src/glossary/opaque.ts'
import { isInsideWord, isNameEnd } from '../../src/glossary/words.ts'

const single = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u30fc\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Hangul}]`
const token = new RegExp(
  String.raw`${single}|[[\p{L}\p{N}]--${single}][[\p{L}\p{M}\p{N}_]--${single}]*`,
  'gv',
)

interface Form {
  readonly entry: Entry
  readonly spelling: string
  readonly isCaseExact: boolean
}

/** What is found in a text, as `start-end key`, by trying every form at every word. */
export function foundPlainly({ source, entries }: Glossary, plain: string): readonly string[] {
  const forms = entries.flatMap((entry) => formsOf(entry, source)).sort(longerFirst)
  const folded = fold(plain)
  const text = folded.text
  const lowered = lower(text, source)
  const isAddress = inAddress(text)
  const found: string[] = []
  let done = 0
  const tryAt = (at: number, isBehindPrefix: boolean): boolean => {
    const form = forms.find(({ entry, spelling, isCaseExact }) => {
      const start = at - spelling.search(/[\p{L}\p{N}]/u)
      const end = start + spelling.length
      if (start < done || (!isBehindPrefix && isInsideWord(text, start))) return false
      const isSame = isCaseExact
        ? text.startsWith(spelling, start)
        : lowered.startsWith(lower(spelling, source), start)
      if (!isSame || !isNameEnd(text, end) || /\p{Sc}/u.test(text.charAt(end))) return false
      const has = (word: string): boolean => hasWord(lowered, lower(fold(word).text, source))
      return !entry.unless.some(has) && (entry.onlyIf.length === 0 || entry.onlyIf.some(has))
    })
    if (form === undefined) return false
    const start = at - form.spelling.search(/[\p{L}\p{N}]/u)
    const end = start + form.spelling.length
    if (isAddress({ start, end })) return false
    const range = folded.originalRange({ start, end })
    found.push(`${range.start}-${range.end} ${form.entry.key}`)
    done = end
    return true
  }
  for (const { 0: word, index: at } of lowered.matchAll(token)) {
    if (at < done || tryAt(at, false)) continue
    prefixLengths(word, source).some((length) => tryAt(at + length, true))
  }
  return found
}

function formsOf(entry: Entry, source: string): readonly Form[] {
  if (entry.retired !== undefined) return []
  return [entry.source, ...entry.also].flatMap((written) => {
    const spelling = fold(written).text
    const isCaseExact = entry.isCaseExact || (hasCapital(spelling) && !/\p{Ll}/u.test(spelling))
    const form = { entry, spelling, isCaseExact }
    const capitals = spelling.toLocaleUpperCase(source)
    return isCaseExact || capitals.length === spelling.length
      ? [form]
      : [form, { entry, spelling: capitals, isCaseExact: true }]
  })
}

function longerFirst(a: Form, b: Form): number {
  return (
    b.spelling.length - a.spelling.length ||
    Math.sign(b.entry.onlyIf.length) - Math.sign(a.entry.onlyIf.length) ||
    Number(b.isCaseExact) - Number(a.isCaseExact)
  )
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isInsideWord(text, at) && isNameEnd(text, at + word.length)) return true
  }
  return false
}
