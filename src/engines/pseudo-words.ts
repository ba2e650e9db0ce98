/** Web and mail addresses, and numbers with what belongs to them: 1,000, 50/50, 3-1. */
const untouched =
  /(?:https?:\/\/|www\.)\S*[^\s.,;:!?)\]"”»]|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+|\d[\d.,:/%-]*/giu

/** Letters as Android's en-XA accents them. */
const accents: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter, at) => [
    letter,
    Array.from('åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ')[at] ?? letter,
  ]),
)

/** Right-to-left mark and override, end of override: Android's ar-XB. */
const mark = '\u200f'
const override = '\u202e'
const end = '\u202c'

/** German is about a third longer than English; IBM and Android pad by the same. */
const growth = 0.3

/** Letters with accents; numbers and addresses as they are. */
export function accentWords(text: string): string {
  return outside(text, (part) => part.replace(/[a-z]/gi, (letter) => accents[letter] ?? letter))
}

/** Each word made to read right to left; numbers and addresses as they are. */
export function turnWords(text: string): string {
  const turn = (word: string): string => mark + override + word + end + mark
  return outside(text, (part) => part.replace(/[\p{L}\p{M}][\p{L}\p{M}\p{N}'’]*/gu, turn))
}

/** Words that make a text a third longer: " one two", as many letters as it needs. */
export function padding(text: string): string {
  const wanted = Math.ceil(Array.from(text).length * growth)
  const words = ' one two three four five six seven eight nine ten'
  return words
    .repeat(Math.ceil(wanted / words.length))
    .slice(0, wanted)
    .trimEnd()
}

function outside(text: string, change: (part: string) => string): string {
  let changed = ''
  let done = 0
  for (const match of text.matchAll(untouched)) {
    changed += change(text.slice(done, match.index)) + match[0]
    done = match.index + match[0].length
  }
  return changed + change(text.slice(done))
}
