import type { Locale } from '../model.ts'
import { boundaryAt } from './boundary.ts'
import { goesOn } from './goes-on.ts'
import { languageRules } from './language-rules.ts'

/**
 * Where new sentences start in plain text: UTF-16 offsets, ascending, 0 excluded; each is the offset
 * of a character that is not white space.
 *
 * 1. `Intl.Segmenter` proposes cuts (UAX #29).
 * 2. A cut that fell on the wrong side of a quotation mark is moved (`boundary.ts`).
 * 3. A cut inside a sentence is dropped (`goes-on.ts`). No rule ever adds one: a cut inside a sentence
 *    costs translation quality, a missing one only gives the engine more context.
 */
export function sentenceCuts(text: string, locale: Locale): readonly number[] {
  const rules = languageRules(locale)
  const cuts: number[] = []
  let start = 0
  let reached = 0
  for (const { index } of rules.segmenter.segment(text)) {
    if (index <= reached) continue
    const boundary = boundaryAt(text, start, index, rules)
    reached = boundary.next
    if (boundary.end <= start || boundary.next >= text.length || goesOn(boundary, rules)) continue
    start = boundary.next
    cuts.push(start)
  }
  return cuts
}
