import { BabelwireError } from './errors.ts'
import type { Locale } from './model.ts'

/**
 * The canonical BCP 47 tag of what a person or a file wrote: `es_ES` gives `es-ES`, `iw` gives `he`.
 * `no` becomes `nb`, the tag browsers send and sites use for Norwegian.
 * @throws {BabelwireError} `locale` when it is not a tag, or not of a language that exists.
 */
export function canonicalLocale(written: string): Locale {
  const tag = canonicalTag(written.trim().replaceAll('_', '-'))
  if (tag === undefined) {
    throw new BabelwireError('locale', `"${written}" is not a language tag`, {
      mend: 'Write a BCP 47 tag such as es, pt-BR or zh-Hans.',
    })
  }
  if (!isKnownLanguage(tag)) {
    throw new BabelwireError('locale', `"${written}" is not a language that is known`, {
      mend: 'Write a BCP 47 tag such as es, pt-BR or zh-Hans.',
    })
  }
  return tag
}

function canonicalTag(tag: string): Locale | undefined {
  try {
    const locale = new Intl.Locale(tag)
    return locale.language === 'no'
      ? new Intl.Locale(tag, { language: 'nb' }).baseName
      : locale.baseName
  } catch {
    return undefined
  }
}

const englishNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** Tags that name no language: undetermined, several, no words, none of the others. */
const noLanguage = new Set(['und', 'mul', 'zxx', 'mis'])

function isKnownLanguage(tag: Locale): boolean {
  // Node gives no language for und, whatever its type says.
  const language: string | undefined = new Intl.Locale(tag).language
  return (
    language !== undefined && !noLanguage.has(language) && englishNames.of(language) !== undefined
  )
}

/** The English name of a language, for messages to operators: `es` gives `Spanish`. */
export function englishName(locale: Locale): string {
  return englishNames.of(locale) ?? locale
}

/** Autonyms that the platform gives in English, or not at all. */
const autonyms: Readonly<Record<string, string>> = {
  crh: 'qırımtatarca',
  ht: 'Kreyòl ayisyen',
  rhg: 'Ruáingga',
  'en-XA': '[Ƥşḗŭŭḓǿ Ḗƞɠŀīşħ]',
  'ar-XB': '‮ARABIC PSEUDO‬',
}

/** The name of a language in that language, with a capital where the script has them. */
export function autonym(locale: Locale): string {
  const name =
    autonyms[locale] ??
    new Intl.DisplayNames([locale], { type: 'language', languageDisplay: 'standard' }).of(locale) ??
    locale
  // Unicode has Georgian capitals, but none of them ever starts a word.
  if (/^\p{sc=Georgian}/u.test(name)) return name
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}

/** `rtl` or `ltr`, by the main script of the language. */
export function direction(locale: Locale): 'ltr' | 'rtl' {
  return new Intl.Locale(locale).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr'
}

/** Keeps what a function of a tag gave: it is asked for every sentence, and costs 30 µs each time. */
function remembering<T>(compute: (locale: Locale) => T): (locale: Locale) => T {
  const known = new Map<Locale, T>()
  return (locale) => {
    const value = known.get(locale) ?? compute(locale)
    known.set(locale, value)
    return value
  }
}

/** ISO 15924 code of the script a language is written in: `ru` gives `Cyrl`. */
export const scriptOf: (locale: Locale) => string = remembering(
  (locale) => new Intl.Locale(locale).maximize().script ?? 'Zyyy',
)

/** Pseudo-locales end in the regions XA (accents) and XB (right to left); no reader speaks them. */
export const isPseudo: (locale: Locale) => boolean = remembering((locale) =>
  /^X[AB]$/.test(new Intl.Locale(locale).region ?? ''),
)

/** Whether two tags name the same language in the same script, whatever the region. */
export function isSameLanguage(a: Locale, b: Locale): boolean {
  if (isPseudo(a) || isPseudo(b)) return a === b
  return languageAndScript(a) === languageAndScript(b)
}

function languageAndScript(locale: Locale): string {
  const { language, script } = new Intl.Locale(locale).maximize()
  return `${language}-${script}`
}

/** From most to least specific, the tags under which something kept for `locale` may stand. */
export const fallbackChain: (locale: Locale) => readonly Locale[] = remembering((locale) => {
  if (isPseudo(locale)) return [locale]
  const { language, script, region } = new Intl.Locale(locale).maximize()
  const plain = new Intl.Locale(language).maximize()
  // Another script is another text: zh-Hant never falls back to what is kept for zh (Hans).
  const bare = plain.script === script ? [language] : []
  return [
    ...new Set([
      locale,
      `${language}-${script}-${region}`,
      `${language}-${region}`,
      `${language}-${script}`,
      ...bare,
    ]),
  ]
})
