import type { Locale } from '../model.ts'
import type { Glossary } from './entry.ts'
import { renderingOf } from './terms.ts'

/**
 * The pairs an engine's own glossary can hold for a language: every spelling with its dictionary
 * form. Entries with conditions or exact letter case are left to the ladder: engines know neither.
 */
export function enginePairs(
  glossary: Glossary,
  target: Locale,
): readonly (readonly [source: string, target: string])[] {
  const pairs = new Map<string, string>()
  for (const entry of glossary.entries) {
    const rendering = renderingOf(entry, target)
    const isConditional = entry.isCaseExact || entry.unless.length > 0 || entry.onlyIf.length > 0
    if (rendering === undefined || isConditional || entry.retired !== undefined) continue
    for (const spelling of [entry.source, ...entry.also]) {
      if (!pairs.has(spelling)) pairs.set(spelling, rendering)
    }
  }
  return [...pairs]
}
