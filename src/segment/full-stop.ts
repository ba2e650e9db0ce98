import { companyEndings } from './abbreviations.ts'
import type { Boundary } from './boundary.ts'
import type { LanguageRules } from './language-rules.ts'
import { nextWord, wordBefore, type NextWord } from './neighbours.ts'
import { companyGoesOn, isTimeOfDay, timeGoesOn } from './times.ts'

/** Lists that end in an abbreviation end the sentence: `и т. д.`, `i dr.`, `та ін.`. */
const listEnd =
  /(?:^|\s)(?:(?:и|і|й|та|i|a|и т|і т|й т) ?\.? ?(?:т\. ?[дпі]|др|пр|ін|dr|in|kol|[дпі])|т\.[дпб])\.$/u

/** `Platz 3.`, `kl. 20.`, `nr. 5.`: the number was announced, so it is no ordinal. */
const announced =
  /(?:nr|no|kl|klo|godz|hod|kell|plkst|saat|č|čís|čl|str|art|kap|punkt|sv|Platz|Rang|Nummer|Seite|Kapitel|Artikel|Gruppe|Minute)\.? $/i

const ordinary = /^\p{L}\p{Ll}+$/u
const singleLetter = /^\p{L}\p{M}*$/u
const dotted = /^(?:\p{L}\p{M}*\p{Ll}?\.)+\p{L}\p{M}*$/u
const dottedSyllables = /^(?:[\p{Lo}\p{M}]{1,4}\.)+[\p{Lo}\p{M}]{1,4}$/u
const lowerCase = /^\p{Ll}/u
/** Scripts in which one letter is a word. */
const syllabic = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Whether the full stop before a boundary belongs to an abbreviation or ordinal that does not end the sentence. */
export function isAbbreviating(boundary: Boundary, stop: number, rules: LanguageRules): boolean {
  const { text, start, end, next } = boundary
  const found = wordBefore(text, start, stop)
  if (found === undefined) return false
  const { word, tail, at, previous } = found
  if (ordinary.test(word) && !has(rules.abbreviations, word, tail)) return false
  const following = nextWord(text, next, rules)
  const ends = following.opens || following.isQuoted

  // An item number is no sentence: `1. The first item.`
  if (at === start && /^(?:\p{N}{1,3}|\p{L})$/u.test(word)) return true
  if (listEnd.test(text.slice(Math.max(start, end - 10), end))) return false
  if (rules.language === 'en' && isTimeOfDay(text, end)) return timeGoesOn(boundary)
  // A unit after a number ends the sentence as any word does: `150 г. Саргон …`, `2024 r. Rada …`
  if (isNumber(previous) && word.length < 5 && !rules.seldom.has(word)) {
    if (lowerCase.test(word)) return following.isNumber && rules.number.has(word)
    // Arabic begins a sentence with "and": `عام 2020 م. وقال`.
    if (rules.language === 'ar' && singleLetter.test(word)) return text.charAt(next) !== 'و'
  }
  if (/^\d{1,2}$/.test(tail)) return isOrdinal(text, at, following, rules)
  if (following.isNumber && has(rules.number, word, tail)) return true
  const spaced = `${previous.replace(/^\P{L}+/u, '')}${word}`
  if (has(rules.never, word, tail) || (previous.endsWith('.') && rules.never.has(spaced)))
    return true
  if (singleLetter.test(word)) return isInitial(word, previous, following)
  if (rules.language === 'en' && companyEndings.has(word)) return companyGoesOn(boundary)
  if (has(rules.seldom, word, tail)) return !ends
  if (dotted.test(word)) return !ends && !lowerCase.test(word)
  if (dottedSyllables.test(word)) return true
  return rules.ordinals && /^[IVX]{2,6}$/.test(word) && !following.opens
}

function isInitial(letter: string, previous: string, following: NextWord): boolean {
  if (syllabic.test(letter)) return false
  // `A. N. Other`: a second initial is followed by a name.
  if (following.opens) return /^\p{Lu}\.$/u.test(previous)
  return letter !== 'I' || !/^(?:and|am|as|but|did|do|if|or|than|that|what)$/.test(previous)
}

/** `am 1. Januar`, `v 19. století`, but `Sie wurde 5. Der Sieger …`. */
function isOrdinal(text: string, at: number, following: NextWord, rules: LanguageRules): boolean {
  if (!rules.ordinals || following.opens || following.isQuoted) return false
  return !announced.test(text.slice(Math.max(0, at - 12), at))
}

function isNumber(word: string): boolean {
  return /^(?:\P{L}*\p{N}|[IVXLC]+|[ІХ]+)$/u.test(word)
}

/** A list entry in lower case also stands for the word at the start of a sentence. */
function has(words: ReadonlySet<string>, word: string, tail: string): boolean {
  return (
    words.has(word) ||
    words.has(word.charAt(0).toLowerCase() + word.slice(1)) ||
    (tail !== word && words.has(tail))
  )
}
