import { scriptOf } from '../locale.ts'
import type { Locale } from '../model.ts'

/**
 * Names that stand in for a locked term. A name from the engine's own dictionary is inflected and
 * moved like any name ("la madre de Castro"); a word that it has never seen loses the genitive
 * ("*Xqzoneq  la madre"), so the invented ones come last. All are also common in no news text.
 */
export const standInNames: readonly string[] = [
  ...['Castro', 'Garcia', 'Justin', 'Goethe', 'Martin', 'Kevin', 'Miller', 'Robinson', 'Kepler'],
  ...['Elvis', 'Orlando', 'Oliver', 'Edison', 'Einstein', 'Adams', 'Alabama'],
  ...['Xqzoneq', 'Vrekzoq', 'Aqzoneq', 'Oqzevik'],
]

/**
 * Codes that stand in where names would be written in other letters ("Кастро"): neural engines copy
 * what is no word in any script. Kinds take turns, so that a second attempt is one of another kind.
 */
const standInCodes = ['XQ7', 'ZK4', 'QV9', 'KX3', 'WZ8', 'XJ6', 'VQ5', 'JZ2'] as const

/** Stand-ins for engines that cannot be asked which of them they leave alone, the likeliest first. */
export function standInsFor(target: Locale): readonly string[] {
  const invented = standInNames.slice(-4)
  const known = standInNames.slice(0, -4)
  const kinds =
    scriptOf(target) === 'Latn' ? [known, standInCodes, invented] : [standInCodes, invented, known]
  return known.flatMap((_, i) => kinds.flatMap((kind) => kind[i] ?? []))
}

/** Whether a word begins with a vowel letter, so that "de" before it becomes "d'" in some languages. */
export function startsWithVowel(word: string): boolean {
  return /^[^\p{L}\p{N}]*[aeiouh]/iu.test(word.normalize('NFD'))
}

/**
 * A stand-in for a text: one that begins with the same kind of letter, as far as there is one.
 * `turn` picks another for each slot of a text, and for a second attempt.
 */
export function chooseStandIn(usable: readonly string[], text: string, turn: number): string {
  const alike = usable.filter((name) => startsWithVowel(name) === startsWithVowel(text))
  const pool = alike.length > 0 ? alike : usable
  return pool[turn % pool.length] ?? 'Xqzoneq'
}
