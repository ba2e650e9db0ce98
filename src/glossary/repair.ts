import type { Locale, TaggedText, TermMatch } from '../model.ts'
import { plainText, replaceRanges, unwrap } from '../tagged-text.ts'
import { findRenderings } from './renderings.ts'

/** A tag name no article and no engine uses. */
const repairTag = 't0'

/**
 * Puts the dictionary form in place of each wrong rendering that can only mean one entry: a
 * listed `never` form or a spelling of the source language, exactly as listed.
 */
export function repairTerms(
  text: TaggedText,
  terms: readonly TermMatch[],
  target: Locale,
): TaggedText {
  const plain = plainText(text)
  const replacements = findRenderings(plain, terms, target).flatMap((found) => {
    if (found.kind === 'accepted' || !found.isExact || found.entries.length !== 1) return []
    const form = terms.find((term) => term.entry === found.entries[0])?.accepted[0]
    if (form === undefined) return []
    const content = found.range.start === 0 ? capitalised(form, target) : form
    return [{ range: found.range, name: repairTag, content }]
  })
  if (replacements.length === 0) return text
  return unwrap(replaceRanges(text, replacements).text, (name) => name === repairTag)
}

/** With a capital at the start, as a sentence has it. */
export function capitalised(text: string, target: Locale): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20)
  return first.toLocaleUpperCase(target) + text.slice(first.length)
}
