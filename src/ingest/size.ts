/** Scripts whose letters are two columns wide and whose words have no spaces between them. */
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu

/** The width of a text in columns: a Chinese or Japanese letter takes two. */
export function columns(text: string): number {
  return text.length + (text.match(wide)?.length ?? 0)
}

/** About how many words a text has; two Chinese or Japanese letters count as one. */
export function countWords(text: string): number {
  const wideLetters = text.match(wide)?.length ?? 0
  const spaced = text.replace(wide, ' ').match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0
  return spaced + Math.ceil(wideLetters / 2)
}

/** Whether a text ends as a sentence does, before closing quotation marks and brackets. */
export function endsSentence(text: string): boolean {
  return /[\p{Sentence_Terminal}…]$/u.test(withoutClosers(text))
}

/** Whether a text ends with any punctuation that a title or a heading does not end with. */
export function endsOpenOrFinal(text: string): boolean {
  return /[\p{Sentence_Terminal}…:;,،؛：；，、\p{Pd}]$/u.test(withoutClosers(text))
}

function withoutClosers(text: string): string {
  let end = text.length
  while (end > 0 && /[\p{Pe}\p{Pf}\p{Quotation_Mark}\s]/u.test(text[end - 1] ?? '')) end--
  return text.slice(0, end)
}
