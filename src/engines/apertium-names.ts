import { standInNames } from './nonce.ts'

/** Sentences a stand-in must come through; those in another source language do no harm. */
function probes(name: string): readonly string[] {
  return [`${name}.`, `${name} said ${name} was in ${name}.`, `They met ${name}'s mother.`]
}

/**
 * The stand-ins that a mode knows and leaves as they are, in order of preference. Where it knows
 * none, those that it does not know but leaves as they are.
 */
export async function findStandIns(
  ask: (message: string) => Promise<string>,
): Promise<readonly string[]> {
  const verdicts = await Promise.all(
    standInNames.map(async (name) => {
      const asked = probes(name)
      const answers = await Promise.all(asked.map((probe) => ask(probe)))
      const isKept = answers.every(
        (answer, i) => countWord(answer, name) === countWord(asked[i] ?? '', name),
      )
      return { name, isKept, isKnown: !answers.some((answer) => answer.includes(`*${name}`)) }
    }),
  )
  const kept = verdicts.filter(({ isKept }) => isKept)
  const known = kept.filter(({ isKnown }) => isKnown)
  return (known.length > 0 ? known : kept).map(({ name }) => name)
}

function countWord(text: string, word: string): number {
  return Array.from(text.matchAll(new RegExp(`(?<![\\p{L}])${word}(?![\\p{L}])`, 'gu'))).length
}
