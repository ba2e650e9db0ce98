import { scriptOf } from '../locale.ts'
import type { Locale } from '../model.ts'
import { english } from './name-words-english.ts'
import { german } from './name-words-german.ts'
import { french, italian, portuguese, spanish } from './name-words-romance.ts'
import { russian, ukrainian } from './name-words-slavic.ts'
import { noWords, type NameWords } from './name-words.ts'

/** How the names of a language are told from other words. */
export interface NameRules {
  readonly locale: Locale
  readonly language: string
  readonly words: Readonly<Record<keyof NameWords, ReadonlySet<string>>>
  /** Days and months, which English and German write with capitals. */
  readonly dates: ReadonlySet<string>
  /** False for scripts without capitals: Chinese, Arabic, Hebrew, Georgian. */
  readonly hasCapitals: boolean
  /** German: a single capitalised word says nothing. */
  readonly hasCapitalNouns: boolean
}

const byLanguage: Readonly<Record<string, NameWords>> = {
  en: english,
  de: german,
  lb: german,
  es: spanish,
  // Close enough to Spanish for their articles and small words.
  gl: { ...spanish, openers: `${spanish.openers} o os as unha no na do da ao á` },
  ca: { ...spanish, openers: `${spanish.openers} els amb dels des als i` },
  fr: french,
  pt: portuguese,
  it: italian,
  ru: russian,
  be: russian,
  uk: ukrainian,
}

/** ISO 15924. Georgian has capitals in Unicode, but no newsroom uses them. */
const scriptsWithCapitals = new Set(['Latn', 'Cyrl', 'Grek', 'Armn'])

const known = new Map<Locale, NameRules>()

/** The rules of a language; one without lists of its own is left with capitals and what its texts show. */
export function nameRules(locale: Locale): NameRules {
  const rules = known.get(locale) ?? makeRules(locale)
  known.set(locale, rules)
  return rules
}

function makeRules(locale: Locale): NameRules {
  const [language = locale] = locale.split('-')
  const lists = byLanguage[language] ?? noWords
  const set = (list: string): ReadonlySet<string> => new Set(list.split(' ').filter(Boolean))
  return {
    locale,
    language,
    words: {
      particles: set(lists.particles),
      links: set(lists.links),
      ands: set(lists.ands),
      heads: set(lists.heads),
      titles: set(lists.titles),
      ranks: set(lists.ranks),
      openers: set(lists.openers),
      others: set(lists.others),
    },
    dates: datesOf(locale),
    hasCapitals: scriptsWithCapitals.has(scriptOf(locale)),
    hasCapitalNouns: language === 'de' || language === 'lb',
  }
}

function datesOf(locale: Locale): ReadonlySet<string> {
  const names = (['long', 'short'] as const).flatMap((style) => [
    ...Array.from({ length: 12 }, (_, month) =>
      new Date(Date.UTC(2026, month, 1)).toLocaleDateString(locale, {
        month: style,
        timeZone: 'UTC',
      }),
    ),
    ...Array.from({ length: 7 }, (_, day) =>
      new Date(Date.UTC(2026, 0, day + 1)).toLocaleDateString(locale, {
        weekday: style,
        timeZone: 'UTC',
      }),
    ),
  ])
  const days = names.map((name) => name.replace(/\.$/u, '').toLowerCase())
  return new Set([
    ...days,
    ...days.filter((day) => day.length > 4).map((day) => `${day}s`),
    'sept',
    'sonnabend',
  ])
}
