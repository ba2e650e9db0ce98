import { canonicalLocale, fallbackChain, isPseudo, isSameLanguage } from '../locale.ts'
import type { Locale } from '../model.ts'
import type { LibreCall } from './libretranslate-call.ts'
import { badAnswer, fieldOf } from './libretranslate-errors.ts'

/** The languages of a server by canonical tag. */
export type LibreLanguages = ReadonlyMap<Locale, LibreLanguage>

interface LibreLanguage {
  /** As the server writes it. */
  readonly code: string
  /** Codes it is translated into; all when the server does not say. */
  readonly targets: ReadonlySet<string> | undefined
}

/** The codes of a pair, as the server writes them. */
export interface LibrePair {
  readonly source: string
  readonly target: string
}

/** Codes that are no tags, or less than the language they stand for. */
const ownCodes: Readonly<Record<string, Locale>> = { zh: 'zh-Hans', zt: 'zh-Hant', pb: 'pt-BR' }

/**
 * Asks the server which languages it translates.
 * @throws {EngineError} `answer` when that is no list of languages.
 */
export async function askLanguages(
  call: LibreCall,
  signal: AbortSignal | undefined,
): Promise<LibreLanguages> {
  const listed = await call('/languages', undefined, signal)
  if (!Array.isArray(listed)) throw badAnswer('no list of languages')
  const languages = new Map<Locale, LibreLanguage>()
  for (const one of listed as readonly unknown[]) {
    const code = fieldOf(one, 'code')
    const targets = fieldOf(one, 'targets')
    const tag = typeof code === 'string' ? tagOf(code) : undefined
    if (typeof code !== 'string' || tag === undefined) continue
    languages.set(tag, {
      code,
      targets: Array.isArray(targets) ? new Set(targets.map(String)) : undefined,
    })
  }
  if (languages.size === 0) throw badAnswer('no list of languages')
  return languages
}

function tagOf(code: string): Locale | undefined {
  try {
    return ownCodes[code] ?? canonicalLocale(code)
  } catch {
    return undefined
  }
}

/** The server's codes for a pair of locales, or nothing when it does not translate it. */
export function findPair(
  languages: LibreLanguages,
  source: Locale,
  target: Locale,
): LibrePair | undefined {
  if (isPseudo(source) || isPseudo(target) || isSameLanguage(source, target)) return undefined
  const find = (locale: Locale): LibreLanguage | undefined =>
    languages.get(fallbackChain(locale).find((tag) => languages.has(tag)) ?? '')
  const from = find(source)
  const to = find(target)
  if (from === undefined || to === undefined) return undefined
  const isServed = from.targets?.has(to.code) ?? true
  return isServed ? { source: from.code, target: to.code } : undefined
}
