import type { Locale } from '../model.ts'
import type { Entry, Glossary } from './entry.ts'
import { fold, lower } from './fold.ts'
import { renderingOf } from './terms.ts'

/** Notes a problem at a path of the file. */
export type Report = (at: readonly string[], message: string, mend?: string) => void

/** What is well-formed in a glossary and yet could never work, or would work against itself. */
export function reportContradictions(glossary: Glossary, report: Report): void {
  const active = glossary.entries.filter((entry) => entry.retired === undefined)
  for (const entry of active) {
    reportIdle(entry, report)
    reportForbiddenAccepted(entry, report)
    if (!/[\p{L}\p{N}]/u.test(entry.source)) {
      report(['terms', entry.key], `${entry.key}: needs a letter or a digit`, 'Remove it.')
    }
  }
  reportSameSpelling(active, glossary.source, report)
}

/** `forms` and `never` of a language in which the entry has no rendering would do nothing. */
function reportIdle(entry: Entry, report: Report): void {
  for (const field of ['forms', 'never'] as const) {
    for (const locale of entry[field].keys()) {
      if (renderingOf(entry, locale) !== undefined) continue
      const message = `${entry.key}: ${field} for ${locale}, but no rendering to hold it to`
      report(['terms', entry.key, field, locale], message, `Add ${locale} to "to" or to "keep".`)
    }
  }
}

function reportForbiddenAccepted(entry: Entry, report: Report): void {
  for (const [locale, never] of entry.never) {
    const accepted = [renderingOf(entry, locale), ...(entry.forms.get(locale) ?? [])]
    const both = never.find((form) => accepted.includes(form))
    if (both === undefined) continue
    const message = `${entry.key}: "${both}" is both accepted and forbidden in ${locale}`
    report(['terms', entry.key, 'never', locale], message, 'Keep one of the two.')
  }
}

/** Of two entries that match the same words under the same conditions, one would never be found. */
function reportSameSpelling(entries: readonly Entry[], source: Locale, report: Report): void {
  const known = new Map<string, string>()
  for (const entry of entries) {
    const { isCaseExact, unless, onlyIf } = entry
    for (const written of new Set([entry.source, ...entry.also])) {
      const spelling = fold(written).text
      const same = isCaseExact ? spelling : lower(spelling, source)
      const identity = JSON.stringify([same, isCaseExact, unless, onlyIf])
      const other = known.get(identity)
      if (other !== undefined && other !== entry.key) {
        const message = `"${written}" is a spelling of both ${other} and ${entry.key}`
        report(['terms', entry.key], message, 'Tell them apart with only-if or unless.')
      }
      known.set(identity, other ?? entry.key)
    }
  }
}
