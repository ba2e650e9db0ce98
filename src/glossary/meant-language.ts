import { didYouMean } from '../errors.ts'

/** Countries, and English names, that people write where the language of the country is meant. */
const mistaken: Readonly<Record<string, string>> = {
  al: 'sq',
  at: 'de',
  br: 'pt-BR',
  by: 'be',
  cn: 'zh-Hans',
  cz: 'cs',
  dk: 'da',
  ge: 'ka',
  gr: 'el',
  il: 'he',
  jp: 'ja',
  kr: 'ko',
  mx: 'es-MX',
  rs: 'sr',
  se: 'sv',
  sp: 'es',
  tw: 'zh-Hant',
  ua: 'uk',
  us: 'en-US',
  vn: 'vi',
}

const scriptNames = new Intl.DisplayNames(['en'], { type: 'script', fallback: 'none' })
const regionNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })

/**
 * The language that was probably meant by a tag that is none: `ua` gives `uk`, `zh-Hnas` the
 * `zh-Hans` that the newsroom uses. Two short tags are always near, so only long ones are compared.
 */
export function meantLanguage(tag: string, used: Iterable<string>): string | undefined {
  const known = [...new Set(used)].filter((one) => one !== tag)
  const meant = mistaken[tag.toLowerCase()]
  if (meant !== undefined) return known.find((one) => one.startsWith(meant)) ?? meant
  if (tag.length < 4) return undefined
  return didYouMean(
    tag,
    known.filter((one) => one.length >= 4 && isRealTag(one)),
  )
}

/** Variants of the registry that newsrooms meet; CLDR has no list of their names. */
const variants =
  /^(?:valencia|tarask|arevela|arevmda|ekavsk|ijekavsk|oxendict|pinyin|polyton|rozaj|.*\d.*)$/

/** Whether the parts of a tag exist: `zh-Hnas` and `zh-Hanss` are well formed and yet nothing. */
export function isRealTag(tag: string): boolean {
  try {
    const { script, region, baseName } = new Intl.Locale(tag)
    const others = baseName.split('-').slice(1)
    return (
      others.every((part) => part.length < 5 || variants.test(part)) &&
      (script === undefined || scriptNames.of(script) !== undefined) &&
      (region === undefined || /^X[AB]$/.test(region) || regionNames.of(region) !== undefined)
    )
  } catch {
    return false
  }
}
