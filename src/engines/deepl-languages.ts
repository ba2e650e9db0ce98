import { EngineError } from './engine.ts'
import { fallbackChain, isPseudo, isSameLanguage } from '../locale.ts'
import type { Locale } from '../model.ts'
import type { DeeplCall } from './deepl-call.ts'

/** The languages of DeepL, by canonical tag, as the server lists them. */
export interface DeeplLanguages {
  readonly sources: ReadonlyMap<Locale, string>
  readonly targets: ReadonlyMap<Locale, DeeplTarget>
}

export interface DeeplTarget {
  readonly code: string
  readonly hasFormality: boolean
}

export interface DeeplPair {
  readonly source: string
  readonly target: DeeplTarget
}

/** Asks DeepL which languages it translates. */
export async function askLanguages(call: DeeplCall, signal?: AbortSignal): Promise<DeeplLanguages> {
  const sources = await call((client) => client.getSourceLanguages(), signal)
  const targets = await call((client) => client.getTargetLanguages(), signal)
  if (sources.length === 0 || targets.length === 0) {
    throw new EngineError('answer', 'DeepL listed no languages', 'temporary')
  }
  return {
    sources: new Map(sources.flatMap(({ code }) => canonical(code).map((tag) => [tag, code]))),
    targets: new Map(
      targets.flatMap(({ code, supportsFormality }) =>
        canonical(code).map((tag) => [tag, { code, hasFormality: supportsFormality === true }]),
      ),
    ),
  }
}

/** DeepL's codes are not all canonical: `kmr` is `ku`, `tl` is `fil`, `prs` is `fa-AF`. */
function canonical(code: string): readonly Locale[] {
  try {
    return [new Intl.Locale(code).baseName]
  } catch {
    return []
  }
}

/** DeepL's codes for a pair of locales, or nothing when it does not translate it. */
export function findPair(
  languages: DeeplLanguages,
  source: Locale,
  target: Locale,
): DeeplPair | undefined {
  // A call within one language is billed and comes back unchanged.
  if (isPseudo(source) || isPseudo(target) || isSameLanguage(source, target)) return undefined
  const from = firstOf(languages.sources, [...fallbackChain(source), baseLanguage(source)])
  const to = firstOf(languages.targets, targetTags(target))
  return from === undefined || to === undefined ? undefined : { source: from, target: to }
}

function firstOf<T>(languages: ReadonlyMap<Locale, T>, tags: readonly Locale[]): T | undefined {
  return languages.get(tags.find((tag) => languages.has(tag)) ?? '')
}

/** Targets with variants refuse the bare code (`en`, `pt`), or take it for one of them (`zh`). */
function targetTags(locale: Locale): readonly Locale[] {
  const { language, region } = new Intl.Locale(locale)
  const { script } = new Intl.Locale(locale).maximize()
  switch (language) {
    case 'en':
      return region === undefined || region === 'US' ? ['en-US'] : [locale, 'en-GB']
    case 'pt':
      return region === 'BR' ? ['pt-BR'] : [locale, 'pt-PT']
    case 'zh':
      return script === 'Hant' ? ['zh-Hant'] : ['zh-Hans', 'zh']
    case 'es':
      // CLDR keeps the Spanish of Spain, Equatorial Guinea and the Philippines apart from 419.
      return region === undefined || ['ES', 'EA', 'IC', 'GQ', 'PH'].includes(region)
        ? ['es-ES', 'es']
        : [locale, 'es-419', 'es']
    default:
      return fallbackChain(locale)
  }
}

/** The language alone: glossaries know no regions and no scripts. */
export function baseLanguage(locale: Locale): string {
  return new Intl.Locale(locale).language
}
