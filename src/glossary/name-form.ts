import { isCompoundAdjective, isCompoundOf } from './compounds.ts'
import { behindDirection } from './directions.ts'
import { isInflectionOf, type Inflection } from './inflection.ts'
import type { TargetForm } from './target-form.ts'

/**
 * Whether the lower-case words of a text from some place on are a listed form, inflected: word by
 * word, and a name of one word in a compound too (Ukrainekrieg, Ostukraine).
 */
export function isNameForm(
  wordAt: (index: number) => string,
  { words: wanted, isAdjective }: TargetForm,
  rule: Inflection,
): boolean {
  const isPart = wanted.length > 1
  const isInflected = wanted.every((name, i) =>
    isInflectionOf(wordAt(i), name, rule, { isAdjective, isPart }),
  )
  if (isInflected) return true
  const [name = ''] = wanted
  return !isPart && !isAdjective && isInCompound(wordAt(0), name, rule)
}

function isInCompound(word: string, name: string, rule: Inflection): boolean {
  // Most words have nothing of the name, and this is asked of every word.
  if (!word.includes(name.slice(0, -2))) return false
  if (isCompoundOf(word, name, rule.language)) return true
  const rest = behindDirection(word, rule.language)
  if (rest === undefined) return false
  return isInflectionOf(rest, name, rule) || isCompoundOf(rest, name, rule.language)
}

/** Whether a word is written small although the name in it has a capital: kremlnahe. */
export function isSmallForm(
  word: string,
  { words: wanted }: TargetForm,
  rule: Inflection,
): boolean {
  const [name = ''] = wanted
  return wanted.length === 1 && isCompoundAdjective(word, name, rule.language)
}
