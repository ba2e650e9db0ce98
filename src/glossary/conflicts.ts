import type { Locale } from '../model.ts'
import type { YamlFile } from '../yaml-file.ts'
import type { Entry, Glossary } from './entry.ts'
import { fold, lower } from './fold.ts'
import type { GlossaryProblem } from './problem.ts'
import { renderingOf } from './terms.ts'

/** A rendering of an entry: its dictionary form, or one of `forms`. */
interface Accepted {
  readonly entry: Entry
  readonly isForm: boolean
}

/** Forms of one entry that are the name of another in the same language. */
export function conflicts(
  { entries, source }: Glossary,
  yaml: Pick<YamlFile, 'valuePlaceOf'>,
): readonly GlossaryProblem[] {
  const active = entries.filter((entry) => entry.retired === undefined)
  const renderings = acceptedBy(active)
  const others = (entry: Entry, locale: Locale, form: string): readonly Accepted[] =>
    renderings(locale)
      .get(alike(form, locale))
      ?.filter((other) => other.entry !== entry) ?? []
  return active.flatMap((entry) => {
    const problem = (
      kind: 'forbidden-elsewhere' | 'form-elsewhere',
      locale: Locale,
      index: number,
      message: string,
      mend: string,
    ): GlossaryProblem => {
      const field = kind === 'forbidden-elsewhere' ? 'never' : 'forms'
      return {
        severity: 'warning',
        kind,
        entry: entry.key,
        language: locale,
        place: yaml.valuePlaceOf(['terms', entry.key, field, locale, String(index)]),
        message: `${entry.key}: ${message}`,
        mend,
      }
    }
    return [
      ...formsOf(entry, 'never').flatMap(([locale, form, index]) => {
        const [other] = others(entry, locale, form)
        if (other === undefined) return []
        const as = other.isForm ? 'a form of' : 'what'
        const prints = other.isForm ? '' : ' prints'
        const message = `"${form}" must never stand in ${locale}, but is ${as} ${other.entry.key}${prints}`
        const mend = `Take it out of "never", or change ${locale} of ${other.entry.key}: in a sentence with both names it counts as ${other.entry.key}, and the mistake is not repaired.`
        return [problem('forbidden-elsewhere', locale, index, message, mend)]
      }),
      ...formsOf(entry, 'forms').flatMap(([locale, form, index]) => {
        const other = others(entry, locale, form).find(
          (one) => !one.isForm && !isSurnameOf(one.entry, entry, source),
        )
        if (other === undefined) return []
        const message = `the form "${form}" in ${locale} is what ${other.entry.key} prints`
        const mend = `Take it out of "forms", unless readers may take the one for the other.`
        const found = problem('form-elsewhere', locale, index, message, mend)
        // EU and European Union, each with the other as a form, are one thing on purpose.
        return [
          acceptsNameOf(other.entry, entry, locale)
            ? { ...found, severity: 'info' as const }
            : found,
        ]
      }),
    ]
  })
}

/** Whether one entry has the dictionary form of the other among its own forms. */
function acceptsNameOf(one: Entry, other: Entry, locale: Locale): boolean {
  const name = renderingOf(other, locale)
  if (name === undefined) return false
  const forms = [renderingOf(one, locale) ?? '', ...(one.forms.get(locale) ?? [])]
  return forms.some((form) => alike(form, locale) === alike(name, locale))
}

function formsOf(
  entry: Entry,
  field: 'forms' | 'never',
): readonly (readonly [locale: Locale, form: string, index: number])[] {
  return [...entry[field]].flatMap(([locale, forms]) =>
    forms.map((form, index) => [locale, form, index] as const),
  )
}

/** Who accepts a form, by language; worked out for the languages that are asked for. */
function acceptedBy(
  entries: readonly Entry[],
): (locale: Locale) => ReadonlyMap<string, readonly Accepted[]> {
  const known = new Map<Locale, ReadonlyMap<string, readonly Accepted[]>>()
  return (locale) => {
    const forms = known.get(locale) ?? acceptedIn(entries, locale)
    known.set(locale, forms)
    return forms
  }
}

function acceptedIn(
  entries: readonly Entry[],
  locale: Locale,
): ReadonlyMap<string, readonly Accepted[]> {
  const forms = new Map<string, Accepted[]>()
  const add = (form: string, accepted: Accepted): void => {
    const same = alike(form, locale)
    const known = forms.get(same)
    if (known === undefined) forms.set(same, [accepted])
    else known.push(accepted)
  }
  for (const entry of entries) {
    const rendering = renderingOf(entry, locale)
    if (rendering !== undefined) add(rendering, { entry, isForm: false })
    for (const form of entry.forms.get(locale) ?? []) add(form, { entry, isForm: true })
  }
  return forms
}

function alike(text: string, locale: Locale): string {
  return lower(fold(text).text, locale)
}

/** Whether one entry is the surname of the other, a person: Zelenskyy of Volodymyr Zelenskyy. */
function isSurnameOf(surname: Entry, full: Entry, source: Locale): boolean {
  const isPerson = ({ kind = 'person' }: Entry): boolean => kind === 'person'
  if (!isPerson(surname) || !isPerson(full)) return false
  const spellings = (entry: Entry): readonly string[] =>
    [entry.source, ...entry.also].map((one) => alike(one, source))
  const names = spellings(surname)
  return spellings(full).some((whole) => names.some((name) => isEndOf(name, whole)))
}

/** In scripts without spaces the surname comes first. */
function isEndOf(name: string, whole: string): boolean {
  return whole.endsWith(` ${name}`) || (!whole.includes(' ') && whole.startsWith(name))
}
