import { isPseudo, scriptOf } from '../locale.ts'
import type { Locale } from '../model.ts'

/** What checks ask of a locale. */
export interface Language {
  /** The language subtag: `zh` of `zh-Hans`. */
  readonly code: string
  /** ISO 15924. */
  readonly script: string
  readonly isPseudo: boolean
}

/** Taking a tag apart costs more than most checks; a run has a few dozen locales. */
const known = new Map<Locale, Language>()

/** Language, script and kind of a locale. */
export function languageOf(locale: Locale): Language {
  let language = known.get(locale)
  if (language === undefined) {
    const { language: code } = new Intl.Locale(locale)
    language = { code, script: scriptOf(locale), isPseudo: isPseudo(locale) }
    known.set(locale, language)
  }
  return language
}
