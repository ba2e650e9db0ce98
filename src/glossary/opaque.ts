import type { Range } from '../model.ts'

/**
 * Web and mail addresses, handles and hashtags: names in them are part of an address. Each part is
 * bounded, so that a word of 200 KB stays cheap.
 */
const address =
  /(?:https?:\/\/|www\.)\S+|[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}\.[\p{L}\p{N}.-]{2,63}|[@#][\p{L}\p{N}_]+|(?<![\p{L}\p{N}])[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,4}\.(?:com|org|net|info|int|gov|edu|news|tv|io|co|eu|uk|ua|ru|de|fr|es|it|pl|tr|br|jp|cn|in)(?![\p{L}\p{N}])(?:\/\S*)?/gu

/** A predicate of ranges that touch an address. */
export function inAddress(text: string): (range: Range) => boolean {
  if (!/[@#]|\/\/|\.\p{L}/u.test(text)) return () => false
  const found = Array.from(text.matchAll(address), ({ 0: all, index }) => ({
    start: index,
    end: index + all.length,
  }))
  return ({ start, end }) => found.some((one) => start < one.end && end > one.start)
}
