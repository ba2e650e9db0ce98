import type { Locale } from '../model.ts'
import { lower, unitLowers } from './fold.ts'
import { is, unitClasses } from './matcher-characters.ts'
import type { Form } from './matcher-forms.ts'
import { hashTable } from './matcher-table.ts'
import { tokenEnd } from './words.ts'

/** The forms of a glossary, to be looked up where a word of a text begins. */
export interface FormIndex {
  readonly size: number
  /**
   * Calls `see` with each form that may stand at `start`, where a word ends at `end`, and with the
   * place where it would end. Spelling and word ends are for the caller to compare, who has prepared
   * `unitClasses` and the small letters for the text.
   */
  readonly lookUp: (
    text: string,
    start: number,
    end: number,
    see: (form: Form, formEnd: number) => void,
  ) => void
  /** Whether a form may begin with a word of this hash, made by `hashUnit` of its small letters. */
  readonly begins: (hash: number) => boolean
  /** Whether a form, from its first letter on and in lower case, is spelled so. */
  readonly has: (spelling: string) => boolean
}

/**
 * Indexes forms by two hashes of their letters in lower case: of the first word (in scripts without
 * spaces: the first character), which tells how long the forms that begin with it are, and of the
 * whole. So a word that begins no name costs one look, and a first name shared by thousands of
 * entries little more.
 */
export function indexForms(forms: readonly Form[], source: Locale): FormIndex {
  const lowerCase = unitLowers(source)
  const lowers = lowerCase.values
  const firstWords = hashTable()
  const wholes = hashTable()
  const lengths: number[] = []
  const longest: number[] = []
  const next = new Int32Array(forms.length)
  const hashOn = (hash: number, text: string, from: number, to: number): number => {
    let h = hash
    for (let at = from; at < to; at++) {
      h = hashUnit(h, lowers[text.charCodeAt(at)] ?? 0)
    }
    return h
  }
  for (const [id, { spelling, lead }] of forms.entries()) {
    lowerCase.prepare(spelling)
    const wordEnd = tokenEnd(spelling, lead)
    const wordHash = hashOn(0, spelling, lead, wordEnd)
    const length = spelling.length - lead
    let word = firstWords.get(wordHash)
    if (word < 0) {
      word = lengths.push(0) - 1
      longest.push(0)
      firstWords.set(wordHash, word)
    }
    lengths[word] = (lengths[word] ?? 0) | (1 << (length & 31))
    longest[word] = Math.max(longest[word] ?? 0, length)
    const hash = hashOn(wordHash, spelling, wordEnd, spelling.length)
    // Forms of one hash are a chain, the last one first.
    next[id] = wholes.get(hash)
    wholes.set(hash, id)
  }
  return {
    size: forms.length,
    begins: (hash) => firstWords.get(hash) >= 0,
    lookUp: (text, start, end, see) => {
      let hash = hashOn(0, text, start, end)
      const word = firstWords.get(hash)
      if (word < 0) return
      const last = Math.min(text.length, start + (longest[word] ?? 0))
      const bits = lengths[word] ?? 0
      const classes = unitClasses.values
      let wasPart = false
      for (let at = end; at <= last; at++) {
        const unit = text.charCodeAt(at)
        // No form ends inside a word. Lengths are known modulo 32: a wrong guess costs a look.
        const isInside = ((classes[unit] ?? 0) & inside) === is.wordPart && at > end && wasPart
        if (!isInside && (bits & (1 << ((at - start) & 31))) !== 0) {
          for (let id = wholes.get(hash); id >= 0; id = next[id] ?? -1) {
            const form = forms[id]
            if (form !== undefined) see(form, at)
          }
        }
        wasPart = ((classes[unit] ?? 0) & is.wordPart) !== 0
        hash = hashUnit(hash, lowers[unit] ?? 0)
      }
    },
    has: (spelling) => {
      lowerCase.prepare(spelling)
      let id = wholes.get(hashOn(0, spelling, 0, spelling.length))
      const isSame = (form: Form | undefined): boolean =>
        form !== undefined && lower(form.spelling.slice(form.lead), source) === spelling
      while (id >= 0 && !isSame(forms[id])) id = next[id] ?? -1
      return id >= 0
    },
  }
}

/** A digit behind a name may be a footnote number. */
const inside = is.wordPart | is.digit

/** A hash of 32 bits that goes on by one code unit. */
export function hashUnit(hash: number, unit: number): number {
  return (Math.imul(hash, multiplier) + unit) | 0
}

/** Odd, and larger than a letter. */
const multiplier = 0x01000193
