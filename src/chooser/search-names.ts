import type { Locale } from '../model.ts'

/** By how many languages a list is too long to be read: above it, it can be searched. */
export const longList = 12

/** The name of a language in the language of the page, if the platform knows both. */
export function nameIn(page: Locale, tag: Locale): string | undefined {
  try {
    if (Intl.DisplayNames.supportedLocalesOf([page]).length === 0) return undefined
    return new Intl.DisplayNames([page], { type: 'language', fallback: 'none' }).of(tag)
  } catch {
    return undefined
  }
}

/** English names that are typed as often as the one of Unicode. */
const otherNames: Readonly<Record<string, string>> = {
  bn: 'Bengali',
  fa: 'Farsi',
  fil: 'Tagalog',
  my: 'Myanmar',
  nb: 'Norwegian',
  'zh-Hans': 'Mandarin',
  'zh-Hant': 'Mandarin',
}

/** What else a reader may type for a language, beside its autonym and tag. */
export function searchNames(page: Locale, tag: Locale): string {
  const names = [nameIn(page, tag), nameIn('en', tag), otherNames[tag]].filter(
    (name) => name !== undefined,
  )
  return [...new Set(names)].join(' ')
}
