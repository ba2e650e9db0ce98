import type { Range } from '../model.ts'

/**
 * Web and mail addresses, handles and hashtags: names in them are part of an address. Each part is
 * bounded, so that a word of 200 KB stays cheap.
 */
const address =
  /(?:https?:\/\/|www\.)\S+|[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}\.[\p{L}\p{N}.-]{2,63}|[@#][\p{L}\p{N}_]+|(?<![\p{L}\p{N}])[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,4}\.(?:com|org|net|info|int|gov|edu|news|tv|io|co|eu|uk|ua|ru|de|fr|es|it|pl|tr|br|jp|cn|in)(?![\p{L}\p{N}])(?:\/\S*)?/gu

/**
 * A predicate of ranges that touch an address. No address has a space in it, so only the words around
 * a range are looked at, and only when one is asked for.
 */
export function inAddress(text: string): (range: Range) => boolean {
  let around: Range = { start: 0, end: 0 }
  let found: readonly Range[] = []
  return ({ start, end }) => {
    if (start < around.start || end > around.end) {
      around = wordsAround(text, start, end)
      found = addressesIn(text, around)
    }
    return found.some((one) => start < one.end && end > one.start)
  }
}

function wordsAround(text: string, from: number, to: number): Range {
  let [start, end] = [from, to]
  while (start > 0 && !/\s/.test(text.charAt(start - 1))) start--
  while (end < text.length && !/\s/.test(text.charAt(end))) end++
  return { start, end }
}

function addressesIn(text: string, { start, end }: Range): readonly Range[] {
  const words = text.slice(start, end)
  if (!/[@#]|\/\/|\.[\p{L}\p{N}]/u.test(words)) return []
  return Array.from(words.matchAll(address), ({ 0: all, index }) => ({
    start: start + index,
    end: start + index + all.length,
  }))
}
