import type { Locale, TaggedText, TermMatch } from '../model.ts'
import { plainText, replaceRanges, unwrap } from '../tagged-text.ts'
import { capitalised, endBesideFullStop, sentenceStart } from './capital.ts'
import { isAllCaps } from './fold.ts'
import { findRenderings, type Rendering } from './renderings.ts'
import { repairedForm } from './repair-form.ts'

/** A tag name no article and no engine uses. */
const repairTag = 't0'

/**
 * Puts the dictionary form in place of each wrong rendering that can only mean one entry: a
 * listed `never` form or a spelling of the source language, exactly as listed. A right rendering
 * that lost a capital ("Unión europea") gets it back. Where names change their endings only what
 * keeps the grammar is repaired (`repair-form.ts`); the rest is asked for again.
 */
export function repairTerms(
  text: TaggedText,
  terms: readonly TermMatch[],
  target: Locale,
): TaggedText {
  const plain = plainText(text)
  const start = sentenceStart(plain)
  const replacements = findRenderings(plain, terms, target).flatMap((found) => {
    const form = formInPlace(found, plain, terms, target)
    if (form === undefined) return []
    const content = found.range.start === start ? capitalised(form, target) : form
    const range = { ...found.range, end: endBesideFullStop(plain, found.range.end, form) }
    return [{ range, name: repairTag, content }]
  })
  if (replacements.length === 0) return text
  return unwrap(replaceRanges(text, replacements).text, (name) => name === repairTag)
}

/** What should stand where a rendering was found; nothing where it is right, or no repair certain. */
function formInPlace(
  found: Rendering,
  plain: string,
  terms: readonly TermMatch[],
  target: Locale,
): string | undefined {
  const seen = plain.slice(found.range.start, found.range.end)
  if (found.kind === 'accepted') {
    return found.isExact && lostCapital(seen, found.form) ? found.form : undefined
  }
  if (found.entries.length !== 1) return undefined
  const hits = terms.filter((term) => term.entry === found.entries[0])
  const form = formFor(seen, hits)
  if (form === undefined) return undefined
  const inflects = hits.some((term) => term.inflects)
  return repairedForm(form, { found, plain, target, inflects })
}

/** Whether a form stands in the text letter for letter, but for capitals that it should have. */
function lostCapital(seen: string, form: string): boolean {
  if (seen.length !== form.length || seen.toLowerCase() !== form.toLowerCase()) return false
  return form.split('').some((letter, i) => letter !== seen[i] && letter !== letter.toLowerCase())
}

/** The first form of the hit that is written as the text is: capitals for capitals only. */
function formFor(seen: string, terms: readonly TermMatch[]): string | undefined {
  const isLoud = isAllCaps(seen)
  const alike = terms.find((term) => isAllCaps(term.source) === isLoud) ?? terms[0]
  return alike?.accepted[0]
}
