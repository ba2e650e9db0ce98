import type { Locale } from '../model.ts'
import type { Entry } from './entry.ts'
import { fold, lower } from './fold.ts'
import { isInsideWord, isNameEnd } from './words.ts'

/** `unless` and `only-if` look at the whole sentence, in lower case only if an entry has them. */
export function conditionsIn(text: string, source: Locale): (entry: Entry) => boolean {
  const known = new Map<Entry, boolean>()
  let lowered: string | undefined
  const has = (word: string): boolean => {
    lowered ??= lower(text, source)
    return hasWord(lowered, lower(fold(word).text, source))
  }
  return (entry) => {
    if (entry.unless.length === 0 && entry.onlyIf.length === 0) return true
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
