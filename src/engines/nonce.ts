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
