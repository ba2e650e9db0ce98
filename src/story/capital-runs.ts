import type { NameRules } from './name-rules.ts'
import type { Word } from './words-of-sentence.ts'

/** Offices that "for" and "on" may follow in their name: "Institute for the Study of War". */
const bodies = new Set(
  'institute centre center council committee agency foundation fund organisation organization conference commission association campaign convention'.split(
    ' ',
  ),
)

/** Genitives inside a name: "the People's Republic". */
const innerGenitives = new Set('people king queen women men children workers st mary'.split(' '))

/**
 * Capitalised words that stand together, with the small words inside ("Ursula von der Leyen", "Bank
 * of England"); each begins and ends with a capitalised word.
 */
export function capitalRuns(
  words: readonly Word[],
  rules: NameRules,
): readonly (readonly Word[])[] {
  const runs: Word[][] = []
  let at = 0
  while (at < words.length) {
    const first = words[at]
    if (first === undefined || !first.isCapital) {
      at++
      continue
    }
    const run = [first]
    at++
    for (;;) {
      const length = nextPart(words, at, run, rules)
      if (length === 0) break
      run.push(...words.slice(at, at + length))
      at += length
    }
    runs.push(run)
  }
  return runs
}

/** How many words from `at` belong to the run: a capitalised one, with the small words before it. */
function nextPart(
  words: readonly Word[],
  at: number,
  run: readonly Word[],
  rules: NameRules,
): number {
  const last = run.at(-1)
  const next = words[at]
  if (last === undefined || next === undefined || !next.isJoined || next.isStart) return 0
  if (last.isPossessive) {
    const isInner = innerGenitives.has(last.lower) && next.isCapital
    if (!isInner && next.lower !== 'of') return 0
  } else if (last.isLast) return 0
  if (next.isCapital) return 1
  const small = smallWords(words, at, run, rules)
  const behind = words[at + small]
  const isWhole = small > 0 && behind?.isCapital === true && behind.isJoined && !behind.isStart
  if (!isWhole) return 0
  if (rules.words.ands.has(next.lower) && !joinsOffices(words, at + small, run, rules)) return 0
  return small + 1
}

/** How many small words from `at` may stand inside this name. */
function smallWords(
  words: readonly Word[],
  at: number,
  run: readonly Word[],
  { words: lists }: NameRules,
): number {
  const [lower, last] = [words[at]?.lower ?? '', run.at(-1)]
  const next = words[at + 1]
  if (lists.ands.has(lower)) return 1
  if (lists.links.has(lower)) {
    const before = last?.lower ?? ''
    const fits =
      lower === 'of'
        ? lists.heads.has(before) || lists.titles.has(before) || last?.isPossessive === true
        : bodies.has(before)
    return !fits ? 0 : next?.lower === 'the' && next.isJoined ? 2 : 1
  }
  let length = 0
  if (followers.has(lower) && !lists.particles.has(last?.lower ?? '')) return 0
  while (length < 3 && isParticle(words[at + length], lists.particles)) length++
  return length
}

/** Articles that stand inside a name only behind another small word: "von der", "de la". */
const followers = new Set('der den dem la las los le les des'.split(' '))

function isParticle(word: Word | undefined, particles: ReadonlySet<string>): boolean {
  return word !== undefined && word.isJoined && !word.isCapital && particles.has(word.lower)
}

/** "Security and Defence Council", "Ministry of Health and Labour", but "Ukraine and Russia". */
function joinsOffices(
  words: readonly Word[],
  right: number,
  run: readonly Word[],
  { words: lists, language }: NameRules,
): boolean {
  const last = run.at(-1)?.lower ?? ''
  const office = run.findIndex((word) => lists.heads.has(word.lower))
  if (language !== 'en') return office >= 0
  if (office >= 0 && run.slice(office).some((word) => lists.links.has(word.lower))) {
    return lists.ranks.has(words[right]?.lower ?? '') || lists.heads.has(words[right]?.lower ?? '')
  }
  let end = right
  while (words[end + 1]?.isCapital === true && words[end + 1]?.isJoined === true) end++
  const isOffice = lists.heads.has(words[end]?.lower ?? '')
  return (
    isOffice && (lists.ranks.has(last) || lists.heads.has(last)) && run.length + end - right < 5
  )
}
