import type { Locale } from '../model.ts'
import { fold, lower } from './fold.ts'

const known = new Map<Locale, ReadonlySet<string>>()

/**
 * Whether a text in lower case is the name of a country or territory: Nigeria is none of the forms of
 * Niger, however the endings of a language may lead from one to the other (names from CLDR).
 */
export function isRegionName(lowered: string, target: Locale): boolean {
  const names = known.get(target) ?? regionNames(target)
  known.set(target, names)
  return names.has(lowered)
}

function regionNames(target: Locale): ReadonlySet<string> {
  const names = new Intl.DisplayNames([target], { type: 'region', fallback: 'none' })
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(0x41 + i))
  return new Set(
    letters.flatMap((first) =>
      letters.flatMap((second) => {
        const name = names.of(first + second)
        return name === undefined ? [] : [lower(fold(name).text, target)]
      }),
    ),
  )
}
