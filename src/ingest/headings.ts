import { columns, countWords, endsOpenOrFinal } from './size.ts'

/** Longest heading between paragraphs, in columns; section headings of newsrooms run to about 60. */
const longestHeading = 80
const longestHeadingWords = 12
/** Longest headline, in columns; Google cuts at 110 and few outlets go beyond. */
const longestHeadline = 150
const longestHeadlineWords = 25

const byline =
  /^(?:by|von|par|por|di|text(?:o)?:|reporting by|автор[:,]?|автори:|текст:|记者|作者|بقلم|كتب)[\s:：]/iu

/** A clock time: date lines and tickers, never a heading. */
const clock = /\b\d{1,2}[:.h]\d{2}\b/

/** Whether a line names who wrote the article. */
export function isByline(plain: string): boolean {
  return byline.test(plain) && countWords(plain) <= 10 && !endsOpenOrFinal(plain)
}

/** Whether a line can be a heading: short, and without punctuation at its end. */
export function isHeadingLike(plain: string): boolean {
  return (
    columns(plain) <= longestHeading &&
    countWords(plain) <= longestHeadingWords &&
    /\p{L}/u.test(plain) &&
    !endsOpenOrFinal(plain) &&
    !isWhollyQuoted(plain) &&
    !isByline(plain) &&
    !clock.test(plain)
  )
}

/** Whether the first line of a text can be its headline; that may ask or exclaim. */
export function isHeadlineLike(plain: string): boolean {
  return (
    columns(plain) <= longestHeadline &&
    countWords(plain) <= longestHeadlineWords &&
    /\p{L}/u.test(plain) &&
    (!endsOpenOrFinal(plain) || (/[?!？！؟]$/u.test(plain) && countWords(plain) <= 14)) &&
    !isByline(plain)
  )
}

/** A quote set on a line of its own is a quote, however short. */
function isWhollyQuoted(plain: string): boolean {
  return /^[\p{Pi}\p{Quotation_Mark}]/u.test(plain) && /[\p{Pf}\p{Quotation_Mark}]$/u.test(plain)
}
