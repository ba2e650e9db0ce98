import type { Locale } from '../model.ts'
import type { Entry, Glossary } from './entry.ts'
import { renderingOf } from './terms.ts'

/** A spelling that only the ladder of terms holds. */
export interface LeftSpelling {
  readonly source: string
  /** Key of its entry. */
  readonly entry: string
  readonly reason: string
}

/** The pairs an engine's own glossary can hold for a language: every spelling with its dictionary form. */
export function enginePairs(
  glossary: Glossary,
  target: Locale,
): readonly (readonly [source: string, target: string])[] {
  return divideSpellings(glossary, target).pairs
}

/** The spellings of a language that an engine is not told, and why not. */
export function leftToLadder(glossary: Glossary, target: Locale): readonly LeftSpelling[] {
  return divideSpellings(glossary, target).left
}

/**
 * Spellings with conditions or exact letter case, also in another sense of the same words, are left
 * to the ladder: engines know neither.
 */
function divideSpellings(
  glossary: Glossary,
  target: Locale,
): {
  readonly pairs: readonly (readonly [source: string, target: string])[]
  readonly left: readonly LeftSpelling[]
} {
  const entries = glossary.entries.filter((entry) => entry.retired === undefined)
  const conditional = new Map(
    entries
      .filter((entry) => conditionOf(entry) !== undefined)
      .flatMap((entry) => spellingsOf(entry).map((one) => [one, entry.key] as const)),
  )
  const pairs = new Map<string, string>()
  const left: LeftSpelling[] = []
  for (const entry of entries) {
    const rendering = renderingOf(entry, target)
    if (rendering === undefined) continue
    for (const source of spellingsOf(entry)) {
      const other = conditional.get(source)
      const reason =
        conditionOf(entry) ??
        (other === undefined ? undefined : `"${other}" is another sense of it`)
      if (reason === undefined) pairs.set(source, rendering)
      else left.push({ source, entry: entry.key, reason })
    }
  }
  return { pairs: [...pairs], left }
}

function spellingsOf(entry: Entry): readonly string[] {
  return [...new Set([entry.source, ...entry.also])]
}

/** What an entry asks of the sentence, as the file says it. */
function conditionOf({ isCaseExact, unless, onlyIf }: Entry): string | undefined {
  if (isCaseExact) return 'case: exact'
  if (unless.length > 0) return `unless: ${unless.join(', ')}`
  return onlyIf.length > 0 ? `only-if: ${onlyIf.join(', ')}` : undefined
}
