import type { Locale } from '../model.ts'
import { acceptedLanguages, matchLocale } from '../reader/index.ts'

/** What a request says about its reader. */
export interface ReaderWishes {
  /** The cookie `language`, as it came. */
  readonly cookie: string | undefined
  readonly acceptLanguage: string | undefined
}

/**
 * The language of the page a reader without an address is sent to: an explicit choice, then what
 * the browser asks for in the same script, else the newsroom's own. Any other cookie is no choice.
 */
export function negotiate(
  { cookie, acceptLanguage }: ReaderWishes,
  available: readonly Locale[],
  source: Locale,
): Locale {
  const chosen = available.find((tag) => tag === cookie)
  return chosen ?? matchLocale(acceptedLanguages(acceptLanguage), available) ?? source
}
