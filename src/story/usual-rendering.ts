import type { Variant } from './name-groups.ts'
import type { NameRules } from './name-rules.ts'
import { mentionsByPair, mostExamples, type RenderingCorpus } from './rendering-corpus.ts'
import type { TargetPair } from './target-pairs.ts'

/** A name that does not look alike ("White House", 白宫) has to be seen in so many sentences. */
const fewestSentences = 3
/** …in this share of them, */
const coverage = 0.6
/** and this share of its sentences must be those. A likeness needs less. */
const precision = 0.8
/** A candidate this much like another name of its sentences is that one's. */
const alike = 0.6

/** The one candidate that stands in the sentences of a name and hardly in others. */
export function usualRendering(
  variant: Variant,
  share: (one: string) => number,
  corpus: RenderingCorpus,
): string | undefined {
  const { candidatesOf, names, similarity, rules } = corpus
  const mine = mentionsByPair(variant, corpus)
    .map(([pair]) => pair)
    .slice(0, mostExamples)
  if (mine.length < fewestSentences) return undefined
  const counts = new Map<string, number>()
  for (const pair of mine) {
    for (const one of candidatesOf(pair)) counts.set(one, (counts.get(one) ?? 0) + 1)
  }
  const likely = [...counts].filter(
    ([text, count]) =>
      count >= fewestSentences && count / mine.length >= coverage && share(text) >= precision,
  )
  const most = Math.max(0, ...likely.map(([, count]) => count))
  const top = likely.filter(([, count]) => count === most).map(([text]) => text)
  // The longest of those that always stand together, if all the others are parts of it.
  const [longest] = top.sort((a, b) => b.length - a.length)
  if (longest === undefined || !top.every((text) => longest.includes(text))) return undefined
  const rivals = new Set(mine.flatMap((pair) => [...(names.get(pair) ?? [])]))
  rivals.delete(variant)
  const isOthers = [...rivals].some((other) => similarity(other.text, longest) >= alike)
  return isOthers || isCutShort(longest, mine, rules) ? undefined : longest
}

/** Whether the same small word always stands beside it: "mar Negro" is more than "Negro". */
function isCutShort(text: string, pairs: readonly TargetPair[], rules: NameRules): boolean {
  if (!rules.hasCapitals) return false
  const beside = (pattern: (at: number, whole: string) => string): ReadonlySet<string> =>
    new Set(
      pairs
        .filter((pair) => pair.text.includes(text))
        .map((pair) => pattern(pair.text.indexOf(text), pair.text)),
    )
  const before = beside((at, whole) => /(\p{Ll}{3,}) $/u.exec(whole.slice(0, at))?.[1] ?? '')
  const after = beside(
    (at, whole) => /^ (\p{Ll}{3,})/u.exec(whole.slice(at + text.length))?.[1] ?? '',
  )
  return [before, after].some((words) => {
    const [word = ''] = words
    const isPlain = rules.words.openers.has(word) || rules.words.particles.has(word)
    return words.size === 1 && word !== '' && !isPlain
  })
}
