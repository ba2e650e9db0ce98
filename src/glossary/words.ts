/**
 * Word boundaries. JavaScript's `\b` knows ASCII letters only, and four kinds of script need rules
 * of their own: no spaces (Chinese, Thai), Katakana, Korean particles, marks on letters.
 */

const unspaced = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u30fc\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`
const single = String.raw`[${unspaced}\p{sc=Hangul}]`

const unspacedCharacter = new RegExp(`[${unspaced}]`, 'u')
const wordCharacter = /[\p{L}\p{M}\p{N}_]/u
const mark = /\p{M}/u
const katakana = /[\p{sc=Katakana}\u30fc]/u
const hangul = /\p{sc=Hangul}/u

/** Whether a text has characters of a script written without spaces between words. */
export function isUnspaced(text: string): boolean {
  return unspacedCharacter.test(text)
}

/**
 * Where a name can begin, with enough of it to look it up by: whole words where words are spaced,
 * single characters in Chinese, Japanese, Thai and Korean.
 */
export const tokens: RegExp = new RegExp(
  String.raw`${single}|[[\p{L}\p{N}]--${single}][[\p{L}\p{M}\p{N}_]--${single}]*`,
  'gv',
)

/** Whether a word goes on across this offset. */
export function isInsideWord(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false
  const after = String.fromCodePoint(text.codePointAt(offset) ?? 0)
  // Also in Thai: a mark belongs to the letter before it.
  if (mark.test(after)) return true
  const before = characterBefore(text, offset)
  if (!wordCharacter.test(before) || !wordCharacter.test(after)) return false
  // インド is not in インドネシア.
  if (katakana.test(before) && katakana.test(after)) return true
  return !unspacedCharacter.test(before) && !unspacedCharacter.test(after)
}

/** Whether a name can end here: at the end of a word, or in Korean before its particles. */
export function isNameEnd(text: string, offset: number): boolean {
  if (!isInsideWord(text, offset)) return true
  if (!hangul.test(text.charAt(offset))) return false
  const rest = /^\p{sc=Hangul}*/u.exec(text.slice(offset, offset + 12))?.[0] ?? ''
  return particles.test(rest)
}

/** Case, topic and copula particles, and the nouns news Korean writes together with a place. */
const particles =
  /^(?:은|는|이|가|을|를|의|에|에서|에게|에게서|께|께서|한테|와|과|랑|이랑|로|으로|로서|으로서|로부터|으로부터|도|만|부터|까지|보다|처럼|마저|조차|이나|나|라|라는|라고|이라|이라는|이라고|이다|다|였다|이었다|인|들|씨|님|군|시|주|국|측|산|행|발|계|당|간|내|외|형|식){1,3}$/u

function characterBefore(text: string, offset: number): string {
  const last = text.charAt(offset - 1)
  const isLowSurrogate = last >= '\udc00' && last <= '\udfff'
  return isLowSurrogate ? text.slice(Math.max(0, offset - 2), offset) : last
}
