import { termsFor } from '../glossary/index.ts'
import { scriptOf } from '../locale.ts'
import type { Locale } from '../model.ts'
import { candidatesIn } from './candidates.ts'
import type { Mention, ReadSentence } from './find-mentions.ts'
import type { NameGroup, Variant } from './name-groups.ts'
import { nameRules, type NameRules } from './name-rules.ts'
import { sameName } from './same-name.ts'
import { makeSimilarity, type Similarity } from './similarity.ts'
import type { StorySentence } from './story-sentences.ts'
import { targetPairs, type TargetPair } from './target-pairs.ts'

/** Sentences without a name at hand are looked at up to this number: enough to know a common word. */
const sample = 1500
/** And of the sentences with a name, where any few characters may be it. */
export const mostExamples: number = 15

/** Scripts whose letters can be held against those of another. */
const comparable = new Set(['Latn', 'Cyrl', 'Grek', 'Arab', 'Hebr'])

/** The translations of a story in one language, with what may be a name in them. */
export interface RenderingCorpus {
  readonly pairs: ReadonlyMap<StorySentence, TargetPair>
  readonly names: ReadonlyMap<TargetPair, ReadonlySet<Variant>>
  /** The mentions of each variant, worked out when they are first asked for. */
  readonly mentions: Map<Variant, readonly (readonly [TargetPair, Mention])[]>
  readonly candidatesOf: (pair: TargetPair) => ReadonlySet<string>
  /** In how many pairs a candidate stands, roughly. */
  readonly frequency: ReadonlyMap<string, number>
  readonly similarity: Similarity
  readonly rules: NameRules
  readonly isComparable: boolean
}

/** Lines the sentences up with their translations and counts what may be a name in them. */
export function renderingCorpus(
  locale: Locale,
  sentences: readonly ReadSentence[],
  groups: readonly NameGroup[],
): RenderingCorpus {
  const rules = nameRules(locale)
  const pairs = targetPairs(sentences, locale)
  const names = new Map<TargetPair, Set<Variant>>()
  for (const variant of groups.flatMap((group) => group.variants)) {
    for (const { sentence } of variant.mentions) {
      const pair = pairs.get(sentence)
      if (pair !== undefined) names.set(pair, (names.get(pair) ?? new Set()).add(variant))
    }
  }
  const isComparable = comparable.has(scriptOf(locale))
  const candidatesOf = rememberSmall(
    (pair: TargetPair) => openCandidates(pair, locale, rules),
    isComparable,
  )
  return {
    pairs,
    names,
    mentions: new Map(),
    candidatesOf,
    frequency: frequencies([...new Set(pairs.values())], names, candidatesOf, rules, isComparable),
    similarity: makeSimilarity(),
    rules,
    isComparable,
  }
}

/** Sets of few words are kept; those of all characters of a sentence would fill the memory. */
function rememberSmall<T>(
  make: (pair: TargetPair) => T,
  isSmall: boolean,
): (pair: TargetPair) => T {
  if (!isSmall) return make
  const known = new Map<TargetPair, T>()
  return (pair) => {
    const found = known.get(pair) ?? make(pair)
    known.set(pair, found)
    return found
  }
}

/** The candidates of a pair that are no rendering of an entry of the glossary. */
function openCandidates(
  { sources, text }: TargetPair,
  locale: Locale,
  rules: NameRules,
): ReadonlySet<string> {
  const taken = sources.flatMap(({ hits }) =>
    hits.length === 0 ? [] : termsFor(hits, locale).flatMap((term) => term.accepted),
  )
  const all = candidatesIn(text, rules)
  if (taken.length === 0) return all
  const isSame = sameName(locale)
  // An inflected name begins as the name does; Arabic and Hebrew prefixes are compared in full.
  const start = (name: string): string => (rules.hasCapitals ? name.slice(0, 2).toLowerCase() : '')
  const byStart = Map.groupBy(taken, start)
  const isTaken = (one: string): boolean =>
    byStart.get(start(one))?.some((form) => isSame(one, form)) === true
  return new Set([...all].filter((one) => !isTaken(one)))
}

function frequencies(
  pairs: readonly TargetPair[],
  names: ReadonlyMap<TargetPair, unknown>,
  candidatesOf: (pair: TargetPair) => ReadonlySet<string>,
  rules: NameRules,
  isComparable: boolean,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const isCounted = (pair: TargetPair): boolean => isComparable && names.has(pair)
  const others = pairs.filter((pair) => !isCounted(pair))
  const step = Math.max(1, Math.ceil(others.length / sample))
  for (const pair of pairs.filter(isCounted)) {
    for (const one of candidatesOf(pair)) counts.set(one, (counts.get(one) ?? 0) + 1)
  }
  for (let at = 0; at < others.length; at += step) {
    for (const one of candidatesIn(others[at]?.text ?? '', rules)) {
      counts.set(one, (counts.get(one) ?? 0) + step)
    }
  }
  return counts
}

/** One mention for each pair: two in a sentence cannot be told apart. */
export function mentionsByPair(
  variant: Variant,
  { pairs, mentions }: RenderingCorpus,
): readonly (readonly [TargetPair, Mention])[] {
  const known = mentions.get(variant)
  if (known !== undefined) return known
  const found = new Map<TargetPair, Mention>()
  for (const mention of variant.mentions) {
    const pair = pairs.get(mention.sentence)
    if (pair !== undefined && !found.has(pair)) found.set(pair, mention)
  }
  const all = [...found]
  mentions.set(variant, all)
  return all
}
