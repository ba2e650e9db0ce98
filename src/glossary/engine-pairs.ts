import type { Locale } from '../model.ts'
import type { Entry, Glossary } from './entry.ts'
import { renderingOf } from './terms.ts'

/**
 * The pairs an engine's own glossary can hold for a language: every spelling with its dictionary
 * form. Spellings with conditions or exact letter case, also in another sense of the same words,
 * are left to the ladder: engines know neither.
 */
export function enginePairs(
  glossary: Glossary,
  target: Locale,
): readonly (readonly [source: string, target: string])[] {
  const entries = glossary.entries.filter((entry) => entry.retired === undefined)
  const conditional = new Set(entries.filter(isConditional).flatMap(spellingsOf))
  const pairs = new Map<string, string>()
  for (const entry of entries) {
    const rendering = renderingOf(entry, target)
    if (rendering === undefined) continue
    for (const spelling of spellingsOf(entry)) {
      if (!conditional.has(spelling) && !pairs.has(spelling)) pairs.set(spelling, rendering)
    }
  }
  return [...pairs]
}

function spellingsOf(entry: Entry): readonly string[] {
  return [entry.source, ...entry.also]
}

function isConditional(entry: Entry): boolean {
  return entry.isCaseExact || entry.unless.length > 0 || entry.onlyIf.length > 0
}
