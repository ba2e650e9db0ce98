import type { YamlFile } from '../yaml-file.ts'
import { placeOfSpelling } from './contradictions.ts'
import type { Entry, Glossary } from './entry.ts'
import { fold, hasCapital, lower } from './fold.ts'
import type { GlossaryProblem } from './problem.ts'

interface Spelled {
  readonly entry: Entry
  readonly written: string
  /** Found only in this letter case: so it is for acronyms as well. */
  readonly isCaseExact: boolean
}

/**
 * Spellings that two entries share under different conditions: which of them wins, and where one
 * can never be found. The same conditions are an error of the file, reported when it is read.
 */
export function sameSpellings(
  { entries, source }: Glossary,
  yaml: Pick<YamlFile, 'placeOf' | 'valuePlaceOf'>,
): readonly GlossaryProblem[] {
  const bySpelling = new Map<string, Spelled[]>()
  for (const entry of entries.filter((one) => one.retired === undefined)) {
    for (const written of new Set([entry.source, ...entry.also])) {
      const spelling = fold(written).text
      const isAcronym = hasCapital(spelling) && !/\p{Ll}/u.test(spelling)
      const same = lower(spelling, source)
      const spelled = { entry, written, isCaseExact: entry.isCaseExact || isAcronym }
      const known = bySpelling.get(same)
      if (known === undefined) bySpelling.set(same, [spelled])
      else if (!known.some((one) => one.entry === entry)) known.push(spelled)
    }
  }
  return [...bySpelling.values()].flatMap((spelled) =>
    spelled.length < 2 ? [] : judge(spelled.toSorted(byTurn), yaml),
  )
}

/** The order in which the senses of a spelling are tried; of equals, the first in the file. */
function byTurn(a: Spelled, b: Spelled): number {
  return (
    Math.sign(b.entry.onlyIf.length) - Math.sign(a.entry.onlyIf.length) ||
    Number(b.isCaseExact) - Number(a.isCaseExact)
  )
}

function judge(
  inTurn: readonly Spelled[],
  yaml: Pick<YamlFile, 'placeOf' | 'valuePlaceOf'>,
): readonly GlossaryProblem[] {
  return inTurn.slice(1).flatMap((later, index): readonly GlossaryProblem[] => {
    const before = inTurn.slice(0, index + 1)
    const { entry, written } = later
    const about = {
      entry: entry.key,
      place: placeOfSpelling(yaml, entry, written),
    }
    const winner = before.find((one) => hides(one, later)) ?? before.at(-1)
    if (winner === undefined || hasSameConditions(winner, later)) return []
    const first = winner.entry.key
    if (hides(winner, later)) {
      return [
        {
          severity: 'warning',
          kind: 'never-found',
          ...about,
          message: `${entry.key}: "${written}" is always taken for ${first}, which has it too`,
          mend: `Give ${first} the words that rule it out, as in unless: [Texas], or ${entry.key} an only-if.`,
        },
      ]
    }
    return [
      {
        severity: 'info',
        kind: 'same-spelling',
        ...about,
        message: `${entry.key}: "${written}" is a spelling of ${first} as well; ${first} wins ${whenOf(winner)}, else ${entry.key}`,
        mend: 'Nothing to do: their conditions tell them apart.',
      },
    ]
  })
}

/** Whether wherever the later one could be found, the earlier one is. */
function hides(earlier: Spelled, later: Spelled): boolean {
  const [first, second] = [earlier.entry, later.entry]
  return (
    (!earlier.isCaseExact || later.isCaseExact) &&
    first.unless.every((word) => second.unless.includes(word)) &&
    (first.onlyIf.length === 0 ||
      (second.onlyIf.length > 0 && second.onlyIf.every((word) => first.onlyIf.includes(word))))
  )
}

function hasSameConditions(a: Spelled, b: Spelled): boolean {
  const conditions = ({ entry }: Spelled): string =>
    JSON.stringify([entry.isCaseExact, entry.unless, entry.onlyIf])
  return conditions(a) === conditions(b)
}

function whenOf({ entry, written, isCaseExact }: Spelled): string {
  const when = [
    ...(isCaseExact ? [`written as "${written}"`] : []),
    ...(entry.onlyIf.length > 0 ? [`with ${entry.onlyIf.join(' or ')} in the sentence`] : []),
    ...(entry.unless.length > 0 ? [`without ${entry.unless.join(' or ')}`] : []),
  ]
  return when.join(', ')
}
