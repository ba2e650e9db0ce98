import type { Locale } from '../model.ts'
import { companyEndings } from './abbreviations.ts'
import { internationalAbbreviations, latinAbbreviations } from './abbreviations-latin.ts'
import { otherAbbreviations } from './abbreviations-other.ts'
import { cldrAbbreviations } from './cldr-abbreviations.ts'
import { openers } from './openers.ts'

/** What sentence ends depend on in one language. */
export interface LanguageRules {
  readonly language: string
  readonly segmenter: Intl.Segmenter
  /** Abbreviations without their full stop, see `abbreviations.ts`. */
  readonly never: ReadonlySet<string>
  readonly seldom: ReadonlySet<string>
  readonly number: ReadonlySet<string>
  /** All of them. */
  readonly abbreviations: ReadonlySet<string>
  /** In lower case, see `openers.ts`. */
  readonly openers: ReadonlySet<string>
  /** `1. Januar`: a full stop after digits makes an ordinal number. */
  readonly ordinals: boolean
  /** `»…«` or `»…»`: the direction of the mark does not tell whether it opens. */
  readonly reversedGuillemets: boolean
  /** Sentences follow each other without white space. */
  readonly unspaced: boolean
  /** No mark ends a sentence, so a block stays whole. */
  readonly unmarked: boolean
}

const ordinalLanguages = new Set('de da fi nb nn cs sk sl hr sr bs hu et lv lt tr is pl'.split(' '))
const reversedGuillemetLanguages = new Set('de da cs sk sl hr sr bs hu pl sv fi et'.split(' '))
const unspacedLanguages = new Set('zh ja yue wuu hak nan lzh cmn'.split(' '))
const unmarkedLanguages = new Set('th lo'.split(' '))

const cache = new Map<Locale, LanguageRules>()

/** The rules of the language of a locale; made once per locale. */
export function languageRules(locale: Locale): LanguageRules {
  const known = cache.get(locale)
  if (known !== undefined) return known
  const rules = makeRules(new Intl.Locale(locale).language)
  cache.set(locale, rules)
  return rules
}

function makeRules(language: string): LanguageRules {
  const lists = [
    latinAbbreviations[language],
    otherAbbreviations[language],
    internationalAbbreviations,
  ]
  const words = (kind: 'never' | 'seldom' | 'number'): readonly string[] =>
    lists.flatMap((list) => list?.[kind]?.split(' ') ?? [])
  const never = words('never')
  const seldom = [...words('seldom'), ...cldrAbbreviations(language)]
  const number = words('number')
  return {
    language,
    segmenter: new Intl.Segmenter(language, { granularity: 'sentence' }),
    never: new Set(never),
    seldom: new Set(seldom),
    number: new Set(number),
    abbreviations: new Set([...never, ...seldom, ...number, ...companyEndings]),
    openers: new Set(openers[language]?.split(' ')),
    ordinals: ordinalLanguages.has(language),
    reversedGuillemets: reversedGuillemetLanguages.has(language),
    unspaced: unspacedLanguages.has(language),
    unmarked: unmarkedLanguages.has(language),
  }
}
