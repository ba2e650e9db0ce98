import { englishName } from '../locale.ts'
import type { Locale } from '../model.ts'
import {
  pluralsOf,
  showsNumber,
  type MessageElement,
  type PluralElement,
} from './message-elements.ts'
import { error, type MessageFault } from './message-fault.ts'

/** Whole numbers that news counts, by which a plural category is judged. */
const counts: readonly number[] = Array.from({ length: 201 }, (_, count) => count)

/**
 * Plurals have the forms that CLDR gives the language, no others, and a form that stands for several
 * numbers says which: Russian "one" is 1, 21, 31.
 */
export function pluralFaults(
  locale: Locale,
  message: readonly MessageElement[],
  english: readonly MessageElement[],
): readonly MessageFault[] {
  if (Intl.PluralRules.supportedLocalesOf([locale]).length === 0) return []
  const isNumbered = pluralsOf(english).some(({ options, value }) =>
    showsNumber(options['other']?.value ?? [], value),
  )
  return pluralsOf(message).flatMap((plural) => {
    const rules = new Intl.PluralRules(locale, { type: plural.pluralType ?? 'cardinal' })
    return [
      ...formFaults(englishName(locale), plural, rules),
      ...(isNumbered ? numberFaults(plural, rules) : []),
    ]
  })
}

function formFaults(
  language: string,
  { options, value }: PluralElement,
  rules: Intl.PluralRules,
): readonly MessageFault[] {
  const needed = new Set<string>(rules.resolvedOptions().pluralCategories)
  const given = new Set(Object.keys(options).filter((form) => !form.startsWith('=')))
  const mend = `${language} has ${[...needed].join(', ')}.`
  return [
    ...[...needed.difference(given)].map((form) =>
      error(`the plural of {${value}} has no form "${form}"`, mend),
    ),
    ...[...given.difference(needed)].map((form) =>
      error(`"${form}" is no plural form of ${language}`, mend),
    ),
  ]
}

function numberFaults(
  { options, value }: PluralElement,
  rules: Intl.PluralRules,
): readonly MessageFault[] {
  return Object.entries(options).flatMap(([form, option]) => {
    // A number with a form of its own (=0) takes that one.
    const numbers = counts.filter(
      (count) => options[`=${count}`] === undefined && rules.select(count) === form,
    )
    if (numbers.length < 2 || showsNumber(option.value, value)) return []
    const some = numbers.slice(0, 3).join(', ')
    return [error(`"${form}" stands for ${some} and does not say which`, 'Write # for the number.')]
  })
}
