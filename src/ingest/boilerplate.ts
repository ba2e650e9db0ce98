import { columns, countWords } from './size.ts'
import { isContactLine, isCopyrightLine, isDateLine, isLicenceLine } from './labels.ts'
import { isLanguageList, isLanguageName } from './language-names.ts'
import { phrases } from './boilerplate-phrases.ts'

/** Longer lines are text; also bounds the work that the patterns can make. */
const longestLine = 1500

/** Capitals that come more than once, up to this many columns, are buttons. */
const longestButton = 60

/**
 * Why each line is not part of the article, by index; a line that is not in the map belongs to it.
 *
 * Rules look at whole lines. A paragraph that mentions cookies, a licence or a telephone number
 * is left alone: it has a quotation, is attributed to somebody, or does not begin like a banner.
 */
export function findBoilerplate(lines: readonly string[]): ReadonlyMap<number, string> {
  const counts = new Map<string, number>()
  for (const line of lines) if (isButton(line)) counts.set(line, (counts.get(line) ?? 0) + 1)
  const reasons = new Map<number, string>()
  for (const [index, line] of lines.entries()) {
    const reason =
      boilerplateReason(line) ?? ((counts.get(line) ?? 0) > 1 ? 'repeated line' : undefined)
    if (reason !== undefined) reasons.set(index, reason)
    // "English", "Español" on neighbouring lines are links; a single one can be a heading.
    else if (isLanguageName(line) && isInLanguageMenu(lines, index)) {
      reasons.set(index, 'language chooser')
    }
  }
  return reasons
}

/** Why this line by itself is not part of an article, or nothing. */
export function boilerplateReason(line: string): string | undefined {
  if (line.length > longestLine) return undefined
  if (isLanguageList(line)) return 'language chooser'
  if (isReported(line)) return undefined
  if (isCopyrightLine(line)) return 'copyright notice'
  if (isLicenceLine(line)) return 'licence number'
  if (isContactLine(line)) return 'contact line'
  if (isDateLine(line)) return 'date line'
  const words = countWords(line)
  for (const { reason, mostWords, patterns } of phrases) {
    if (words <= mostWords && patterns.some((pattern) => pattern.test(line))) return reason
  }
  return undefined
}

/** Text that quotes or names who said it is reporting, not furniture. */
function isReported(line: string): boolean {
  if (countWords(line) <= 6) return false
  return (
    /^["“„«「]/u.test(line) ||
    /(?<!\p{L})(?:said|told|according to|dijo|afirmó|según|a déclaré|selon|sagte|erklärte|laut|ha detto|secondo|disse|segundo|сказа(?:в|ла|л)|заяви(?:в|ла|л)|повідоми(?:в|ла)|сообщил[аи]?)(?!\p{L})/u.test(
      line,
    )
  )
}

function isButton(line: string): boolean {
  return line.length <= longestButton && columns(line) <= longestButton && isAllCapitals(line)
}

function isAllCapitals(line: string): boolean {
  return /\p{Lu}/u.test(line) && !/\p{Ll}/u.test(line)
}

function isInLanguageMenu(lines: readonly string[], index: number): boolean {
  return [index - 1, index + 1].some((near) => isLanguageName(lines[near] ?? ''))
}
