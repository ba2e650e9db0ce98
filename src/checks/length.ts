import type { Finding, Locale } from '../model.ts'
import type { CheckInput } from './check.ts'
import { languageOf } from './languages.ts'
import { wording } from './readable.ts'

/** Letters of a Latin-script text that one character says, by script. */
const density: Readonly<Record<string, number>> = {
  Hans: 3,
  Hant: 3,
  Jpan: 2.2,
  Kore: 2,
  Ethi: 1.6,
  Hebr: 1.25,
  Arab: 1.15,
}

/** Shorter texts vary too much: a source of one word may need five. */
const minLetters = 40

/** Translations by people stay between one half and twice the length of the source. */
const minRatio = 0.45
const maxRatio = 2.4

/** The translation is neither a stump of its source nor several times as long. */
export function checkLength({ segment, locale, text }: CheckInput): readonly Finding[] {
  if (languageOf(locale).isPseudo || languageOf(segment.locale).isPseudo) return []
  const translation = wording(text)?.trim()
  const source = wording(segment.source)?.trim()
  if (source === undefined || translation === undefined || translation === '') return []
  const expected = sizeOf(source, segment.locale)
  if (expected < minLetters) return []
  const ratio = sizeOf(translation, locale) / expected
  if (ratio >= minRatio && ratio <= maxRatio) return []
  const message =
    ratio < minRatio
      ? 'The text is much shorter than its source: is something left out?'
      : 'The text is much longer than its source: is something added?'
  return [{ check: 'length', severity: 'warning', message }]
}

function sizeOf(text: string, locale: Locale): number {
  return text.length * (density[languageOf(locale).script] ?? 1)
}
