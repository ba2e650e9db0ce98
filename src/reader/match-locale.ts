import type { Locale } from '../model.ts'

/** Tags that people and browsers send for a language that has a better known one. */
const aliases: Readonly<Record<string, string>> = { no: 'nb', tl: 'fil' }

/**
 * The first wanted language that is available, as `available` writes it: same language and same
 * script by likely subtags, so that `zh-TW` finds `zh-Hant` and never `zh-Hans`, `fi` never `fil`.
 * Among regions the wanted one is best, then the likeliest. Tags that are none are passed over.
 * @returns nothing where no wanted language is available: offer one, do not switch.
 */
export function matchLocale(
  wanted: readonly Locale[],
  available: readonly Locale[],
): Locale | undefined {
  const offers = available.flatMap((tag) => {
    const locale = parse(tag)
    return locale === undefined ? [] : [{ tag, locale }]
  })
  for (const tag of wanted) {
    const locale = parse(tag)
    if (locale === undefined) continue
    const near = offers.filter((offer) => isSame(offer.locale, locale))
    const best =
      near.find((offer) => offer.tag === tag) ??
      near.find((offer) => offer.locale.region === locale.region) ??
      near.find((offer) => offer.locale.region === likelyRegion(offer.locale)) ??
      near[0]
    if (best !== undefined) return best.tag
  }
  return undefined
}

function parse(tag: Locale): Intl.Locale | undefined {
  try {
    const locale = new Intl.Locale(tag)
    // Node gives no language for und, whatever its type says.
    const language: string | undefined = locale.language
    if (language === undefined || language === 'und') return undefined
    return new Intl.Locale(locale, { language: aliases[language] ?? language }).maximize()
  } catch {
    return undefined
  }
}

function isSame(a: Intl.Locale, b: Intl.Locale): boolean {
  if (a.language !== b.language || a.script !== b.script) return false
  return a.region === b.region || (!isPseudo(a) && !isPseudo(b))
}

/** Regions of pseudo-locales, which nobody wants without naming them. */
function isPseudo({ region = '' }: Intl.Locale): boolean {
  return /^X[AB]$/.test(region)
}

function likelyRegion({ language, script }: Intl.Locale): string | undefined {
  return new Intl.Locale(language, script === undefined ? {} : { script }).maximize().region
}
