import { classAt, classBefore, is, unitClasses } from './matcher-characters.ts'

/**
 * Word boundaries. JavaScript's `\b` knows ASCII letters only, and four kinds of script need rules
 * of their own: no spaces (Chinese, Thai), Katakana, Korean particles, marks on letters.
 */

/** Whether a text has characters of a script written without spaces between words. */
export function isUnspaced(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    if ((classAt(text, at) & is.unspaced) !== 0) return true
  }
  return false
}

/**
 * End of what a name can be looked up by, if one can begin here; else the offset itself. That is a
 * whole word where words are spaced, a single character in Chinese, Japanese, Thai and Korean.
 */
export function tokenEnd(text: string, start: number): number {
  const unit = unitClasses.of(text.charCodeAt(start))
  const first = unit === is.surrogate ? classAt(text, start) : unit
  if ((first & is.single) !== 0) return start + widthAt(text, start)
  if ((first & is.wordStart) === 0) return start
  let end = start
  while (end < text.length) {
    const unit = unitClasses.of(text.charCodeAt(end))
    if ((unit & is.wordPart) !== 0) end++
    else if (unit === is.surrogate && (classAt(text, end) & is.wordPart) !== 0) end += 2
    else break
  }
  return end
}

/** Code units of the character at an offset. */
export function widthAt(text: string, offset: number): 1 | 2 {
  return (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1
}

/** Whether a word goes on across this offset. */
export function isInsideWord(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false
  const after = classAt(text, offset)
  // Also in Thai: a mark belongs to the letter before it.
  if ((after & is.mark) !== 0) return true
  const before = classBefore(text, offset)
  if ((before & after & is.word) === 0) return false
  // インド is not in インドネシア.
  if ((before & after & is.katakana) !== 0) return true
  return ((before | after) & is.unspaced) === 0
}

/** Whether a name can end here: at the end of a word, or in Korean before its particles. */
export function isNameEnd(text: string, offset: number): boolean {
  if (!isInsideWord(text, offset)) return true
  if ((classAt(text, offset) & is.hangul) === 0) return false
  const rest = /^\p{sc=Hangul}*/u.exec(text.slice(offset, offset + 12))?.[0] ?? ''
  return particles.test(rest)
}

/** Case, topic and copula particles, and the nouns news Korean writes together with a place. */
const particles =
  /^(?:은|는|이|가|을|를|의|에|에서|에게|에게서|께|께서|한테|와|과|랑|이랑|로|으로|로서|으로서|로부터|으로부터|도|만|부터|까지|보다|처럼|마저|조차|이나|나|라|라는|라고|이라|이라는|이라고|이다|다|였다|이었다|인|들|씨|님|군|시|주|국|측|산|행|발|계|당|간|내|외|형|식){1,3}$/u

/**
 * Length of a footnote number that stands right behind a letter and ends there, as in the plain text
 * of `Kyiv<sup>2</sup>`: one or two digits. 0 where there is none.
 */
export function noteNumberLength(text: string, offset: number): 0 | 1 | 2 {
  if ((classBefore(text, offset) & is.letter) === 0) return 0
  let end = offset
  while (end - offset < 3 && (classAt(text, end) & is.digit) !== 0) end += widthAt(text, end)
  const length = end - offset
  if ((length !== 1 && length !== 2) || isInsideWord(text, end)) return 0
  // A decimal number: 2.5, 2,5.
  const isDecimal = /[.,]/.test(text.charAt(end)) && (classAt(text, end + 1) & is.digit) !== 0
  return isDecimal ? 0 : length
}
