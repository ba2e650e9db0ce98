import type { Place } from '../errors.ts'
import type { Locale } from '../model.ts'
import type { YamlFile } from '../yaml-file.ts'
import type { Entry, Glossary } from './entry.ts'
import { fold, lower } from './fold.ts'
import type { ProblemKind } from './problem.ts'
import { renderingOf } from './terms.ts'

/** Notes an error at a path of the file. */
export type Report = (
  kind: ProblemKind,
  at: readonly string[],
  message: string,
  mend: string,
) => void

/** What is well-formed in a glossary and yet could never work, or would work against itself. */
export function reportContradictions(glossary: Glossary, report: Report): void {
  const active = glossary.entries.filter((entry) => entry.retired === undefined)
  for (const entry of active) {
    reportIdle(entry, report)
    reportForbiddenAccepted(entry, report)
    if (!/[\p{L}\p{N}]/u.test(entry.source)) {
      const message = `${entry.key}: needs a letter or a digit`
      report('shape', ['terms', entry.key], message, 'Remove it, or write what articles say.')
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
      const mend = `Add ${locale} to "to" or to "keep".`
      report('contradiction', ['terms', entry.key, field, locale], message, mend)
    }
  }
}

function reportForbiddenAccepted(entry: Entry, report: Report): void {
  for (const [locale, never] of entry.never) {
    const accepted = [renderingOf(entry, locale), ...(entry.forms.get(locale) ?? [])]
    const both = never.find((form) => accepted.includes(form))
    if (both === undefined) continue
    const message = `${entry.key}: "${both}" is both accepted and forbidden in ${locale}`
    const at = ['terms', entry.key, 'never', locale, String(never.indexOf(both))]
    report('contradiction', at, message, 'Keep one of the two.')
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
        const at = pathOfSpelling(entry, written)
        report('same-spelling', at, message, 'Tell them apart with only-if or unless.')
      }
      known.set(identity, other ?? entry.key)
    }
  }
}

/** Where a spelling of an entry stands: at its key, in `source` or in `also`. */
export function placeOfSpelling(
  yaml: Pick<YamlFile, 'placeOf' | 'valuePlaceOf'>,
  entry: Entry,
  written: string,
): Place {
  const path = pathOfSpelling(entry, written)
  return written === entry.key ? yaml.placeOf(path) : yaml.valuePlaceOf(path)
}

function pathOfSpelling(entry: Entry, written: string): readonly string[] {
  const path = ['terms', entry.key]
  if (written === entry.key) return path
  if (written === entry.source) return [...path, 'about', 'source']
  return [...path, 'about', 'also', String(entry.also.indexOf(written))]
}
