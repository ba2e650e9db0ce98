import { hashTuple } from '../hash.ts'
import { fallbackChain } from '../locale.ts'
import type { Locale, TermMatch } from '../model.ts'
import { inCapitals } from './capital.ts'
import type { Entry } from './entry.ts'
import { isAllCaps } from './fold.ts'
import type { Hit } from './matcher.ts'

/** What the hits of a sentence demand of one target language; an entry without a rendering there demands nothing. */
export function termsFor(hits: readonly Hit[], target: Locale): readonly TermMatch[] {
  return hits.flatMap((hit) => {
    const accepted = acceptedForms(hit.entry, target)
    const first = accepted[0]
    if (first === undefined) return []
    const shouted = isShouted(hit) ? [inCapitals(first, target)] : []
    const shoutedSource = isShouted(hit) ? [hit.source] : []
    const forms = [...new Set([...shouted, ...accepted])]
    return [
      {
        entry: hit.entry.key,
        source: hit.source,
        range: hit.range,
        accepted: forms,
        forbidden: inLocale(hit.entry.never, target) ?? [],
        untranslated: [...shoutedSource, hit.entry.source, ...hit.entry.also].filter(
          (form) => !forms.includes(form),
        ),
        inflects: inflectsIn(hit.entry, target),
      },
    ]
  })
}

/** KYIV in a headline in capitals, where the entry is spelled Kyiv. */
function isShouted(hit: Hit): boolean {
  return isAllCaps(hit.source) && !isAllCaps(hit.entry.source)
}

/** The dictionary form first, then the other accepted forms; empty where the entry says nothing. */
function acceptedForms(entry: Entry, target: Locale): readonly string[] {
  const rendering = renderingOf(entry, target)
  if (rendering === undefined) return []
  return [rendering, ...(inLocale(entry.forms, target) ?? [])]
}

/** What an entry is called in a language: its `to`, or the source form where it is kept; the nearest tag counts. */
export function renderingOf(entry: Entry, target: Locale): string | undefined {
  for (const tag of fallbackChain(target)) {
    const to = entry.to.get(tag)
    if (to !== undefined) return to
    if (entry.keep !== 'all' && entry.keep.includes(tag)) return entry.source
  }
  return entry.keep === 'all' ? entry.source : undefined
}

/** `about: {inflects: no}`, or `{inflects: {fi: no}}` for one language. */
function inflectsIn({ uninflected }: Entry, target: Locale): boolean {
  return uninflected !== 'all' && !fallbackChain(target).some((tag) => uninflected.includes(tag))
}

function inLocale<T>(values: ReadonlyMap<Locale, T>, target: Locale): T | undefined {
  for (const tag of fallbackChain(target)) {
    const value = values.get(tag)
    if (value !== undefined) return value
  }
  return undefined
}

/**
 * What the terms of a sentence tell the engine, as a hash for the memory key: each name found and
 * its rendering. `forms` and `never` are not in it: they change the verdict on an answer, not the
 * answer. Nor is the key of the entry, which only editors see.
 */
export function termsHash(terms: readonly TermMatch[]): string {
  return terms.length === 0
    ? ''
    : hashTuple(terms.map((term) => [term.source, term.accepted[0]])).slice(0, 16)
}
