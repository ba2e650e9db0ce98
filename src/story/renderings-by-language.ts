import type { Locale } from '../model.ts'
import type { Mention, ReadSentence } from './find-mentions.ts'
import type { NameGroup, Variant } from './name-groups.ts'
import {
  mentionsByPair,
  mostExamples,
  renderingCorpus,
  type RenderingCorpus,
} from './rendering-corpus.ts'
import type { TargetPair } from './target-pairs.ts'
import { usualRendering } from './usual-rendering.ts'

/** How one mention of a name reads in a translation. */
export interface Rendered {
  readonly variant: Variant
  readonly mention: Mention
  /** The words of the translation. */
  readonly text: string
}

/** Below this, two names are not taken for the same; short ones have to be more alike. */
const alike = 0.6
const shortAlike = 0.75
const shortName = 5
/** A word that looks like the name stands in its sentences for at least this share of all its own. */
const alikePrecision = 0.4

/**
 * How the names were rendered in a language, by the sentences they stand in: the words of the
 * translation that look like the name, or that stand in its sentences and hardly in others. Nothing
 * where the evidence is thin.
 */
export function renderingsIn(
  locale: Locale,
  sentences: readonly ReadSentence[],
  groups: readonly NameGroup[],
): ReadonlyMap<NameGroup, readonly Rendered[]> {
  const corpus = renderingCorpus(locale, sentences, groups)
  return new Map(groups.map((group) => [group, renderGroup(group, corpus)]))
}

function renderGroup(group: NameGroup, corpus: RenderingCorpus): readonly Rendered[] {
  const own = new Set(
    group.variants.flatMap((variant) => mentionsByPair(variant, corpus).map(([pair]) => pair)),
  )
  const inside = new Map<string, number>()
  const isLarge = !corpus.isComparable
  const examples = isLarge ? [...own].slice(0, mostExamples) : [...own]
  for (const pair of examples) {
    for (const one of corpus.candidatesOf(pair)) inside.set(one, (inside.get(one) ?? 0) + 1)
  }
  const scale = own.size / Math.max(1, examples.length)
  const share = (one: string): number => {
    const found = (inside.get(one) ?? 0) * scale
    return found / Math.max(found, corpus.frequency.get(one) ?? 1)
  }
  return group.variants.flatMap((variant) => {
    const usual = usualRendering(variant, share, corpus)
    return mentionsByPair(variant, corpus).flatMap(([pair, mention]) => {
      const alikeOne = corpus.isComparable
        ? mostAlike(variant, pair, share, corpus)
        : asInSource(variant, pair)
      const text =
        alikeOne ?? (usual !== undefined && pair.text.includes(usual) ? usual : undefined)
      return text === undefined ? [] : [{ variant, mention, text }]
    })
  })
}

/** A Latin name left as it is in a text of another script: SpaceX in Chinese. */
function asInSource({ text }: Variant, pair: TargetPair): string | undefined {
  return /\p{sc=Latin}/u.test(text) && pair.text.includes(text) ? text : undefined
}

/** The candidate most like the name, unless it is more like another name of the sentence. */
function mostAlike(
  variant: Variant,
  pair: TargetPair,
  share: (one: string) => number,
  { names, similarity, candidatesOf }: RenderingCorpus,
): string | undefined {
  let best: { text: string; score: number } | undefined
  const least = variant.text.length < shortName ? shortAlike : alike
  for (const text of candidatesOf(pair)) {
    const score = similarity(variant.text, text)
    if (score < least || score <= (best?.score ?? 0)) continue
    if (score < 1 && share(text) < alikePrecision) continue
    best = { text, score }
  }
  if (best === undefined) return undefined
  const { text, score } = best
  const isOthers = [...(names.get(pair) ?? [])].some(
    (other) => other !== variant && similarity(other.text, text) > score,
  )
  return isOthers ? undefined : text
}
