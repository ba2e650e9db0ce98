import type { Locale } from '../model.ts'

/** No first sentence of an article is longer, in UTF-16 units; bounds the work on a wall of text. */
const longestSentence = 2000

/** Abbreviations that no rule of shape finds, of the languages that newsrooms write most. */
const abbreviations =
  /(?:^|[\s(])(?:Prof|Capt|Dept|Univ|Sept|Messrs|approx|Mme|Mlle|Dra|Sra|Srta|Ing|Arch|Abs|bzw|usw|etc|vs|ca|St|Nr|No|тис|млн|млрд|грн|руб|вул|ул|див|см|напр|т\.\s?зв|акад|проф|просп)\.$/iu

/** Titles and initials: "Mr.", "Gen.", "J.", "U.S.", "z. B.", "г.". */
const abbreviationShape = /(?:^|[\s("“«„])(?:\p{Lu}\p{Ll}{0,2}|(?:\p{L}\.)*\p{L})\.$/u

/**
 * Where the first sentence of a paragraph ends, as an offset into its plain text.
 *
 * A cut after something that looks like an abbreviation is not taken: a long title can be edited,
 * half a sentence reads as a mistake.
 */
export function firstSentenceEnd(plain: string, locale: Locale): number {
  const head = plain.slice(0, longestSentence)
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' })
  for (const { segment, index } of segmenter.segment(head)) {
    const end = index + segment.trimEnd().length
    const text = head.slice(0, end)
    const next = head.slice(index + segment.length)
    if (next === '') break
    if (abbreviationShape.test(text) || abbreviations.test(text)) continue
    // A sentence starts with a capital or with a script that has none.
    if (/^["“«„(]?\p{Ll}/u.test(next)) continue
    return end
  }
  return plain.length <= longestSentence ? plain.trimEnd().length : head.trimEnd().length
}
