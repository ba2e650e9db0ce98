import type { Locale } from '../model.ts'

/** Scripts of Unicode 16 that living languages write from right to left. */
const rightToLeft = new Set(
  'Adlm Arab Aran Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi'.split(' '),
)

/** `rtl` or `ltr`, by the likely script; Firefox lacks `getTextInfo`. A tag that is none is `ltr`. */
export function direction(tag: Locale): 'ltr' | 'rtl' {
  try {
    return rightToLeft.has(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr'
  } catch {
    return 'ltr'
  }
}
