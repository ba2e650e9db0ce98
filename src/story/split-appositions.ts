import type { NameRules } from './name-rules.ts'
import type { Word } from './words-of-sentence.ts'

const slavicOffice =
  /^(?:президент|прем|міністр|министр|речни|глав|лідер|лидер|посол|посл|канцлер|спікер|спикер|пресс?-?секретар|очільни|керівни|директор|мэр|мер|губернатор|командующ|командувач|голов)/u
const patronymic = /(?:вич|вич[аеу]|вичем|вн[аыеуоі]|вной|вною)$/u
const acronym = /^\p{Lu}{2,}$/u
const romance = /^(?:es|ca|gl|pt|it|fr|ro)$/u
const slavic = /^(?:ru|uk|be|bg)$/u

/**
 * Parts two names that stand side by side without a comma: "президент США | Дональд Трамп", "Consejo de
 * Seguridad | de la ONU", and the German noun before a name: "Der Regisseur Wim Wenders".
 */
export function splitAppositions(
  run: readonly Word[],
  before: Word | undefined,
  rules: NameRules,
): readonly (readonly Word[])[] {
  const [first, second, third] = run
  const [last, beforeLast] = [run.at(-1), run.at(-2)]
  if (first === undefined || second === undefined || last === undefined) return [run]
  const isThree = third !== undefined && [second, third].every((word) => word.isCapital)
  if (rules.hasCapitalNouns) {
    // An adjective behind an article ends in -e or -en and belongs to the name.
    const isNoun = !/en?$/u.test(first.lower) && !acronym.test(first.text)
    return isThree && isNoun && before !== undefined && isDetermined(before)
      ? [run.slice(1)]
      : [run]
  }
  if (slavic.test(rules.language) && isThree) {
    const isOffice = slavicOffice.test(before?.lower ?? '') && run.length === 3
    const isOther = acronym.test(first.text) || isOffice
    const isFullName = run.some((word) => patronymic.test(word.lower))
    return isOther && !isFullName ? [[first], run.slice(1)] : [run]
  }
  if (romance.test(rules.language) && acronym.test(last.text) && beforeLast?.isCapital === false) {
    return [run.slice(0, -1), [last]]
  }
  return [run]
}

/** A German noun behind one of these is a thing, not a surname. */
export function isDetermined({ lower }: Word): boolean {
  return /^(?:d(?:er|ie|as|en|em|es)|k?ein\p{L}*|i[mn]s?|am|zu[mr]|vom|beim|ans|aufs|ihre?\p{L}*|seine?\p{L}*|diese\p{L}*)$/u.test(
    lower,
  )
}
