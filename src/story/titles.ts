import { isDemonym } from './demonyms.ts'
import { germanLeads, germanTitle } from './name-words-german.ts'
import type { NameRules } from './name-rules.ts'
import type { Word } from './words-of-sentence.ts'

/** A part of a run of capitalised words; a person's when a title stands before it. */
export interface TitledName {
  readonly words: readonly Word[]
  readonly isPerson: boolean
}

/** Takes titles out: "U.S. Secretary of State Marco Rubio" gives "U.S." and the person Marco Rubio. */
export function splitTitles(run: readonly Word[], rules: NameRules): readonly TitledName[] {
  const names: { words: Word[]; isPerson: boolean }[] = [{ words: [], isPerson: false }]
  for (let at = 0; at < run.length;) {
    const length = titleLength(run, at, rules)
    const word = run[at]
    if (length === 0) {
      const isLead = rules.hasCapitalNouns && germanLeads.has(word?.lower ?? '')
      if (word !== undefined && !isLead) names.at(-1)?.words.push(word)
      at++
      continue
    }
    at += length
    // What follows "of" is what the office is over: the President of Ukraine.
    names.push({ words: [], isPerson: !rules.words.links.has(run[at]?.lower ?? '') })
  }
  return names.filter(({ words }) => words.length > 0)
}

/** Always before a person: Ms. Park. */
const formsOfAddress = /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|dame|gen|lt|col|sgt|capt|sen|rep|gov)$/

/** How many words from `at` are a title: "deputy foreign minister", "Secretary of State". */
function titleLength(run: readonly Word[], start: number, rules: NameRules): number {
  const { titles, ranks, heads } = rules.words
  const isTitle = (word: Word | undefined): boolean =>
    word !== undefined &&
    (titles.has(word.lower) || (rules.hasCapitalNouns && germanTitle.test(word.lower)))
  const isRank = (word: Word | undefined): boolean =>
    word !== undefined &&
    (ranks.has(word.lower) || (rules.language === 'en' && isDemonym(word.lower)))
  let at = start
  while (isRank(run[at])) at++
  if (!isTitle(run[at])) return 0
  while (isTitle(run[at])) {
    at++
    let ahead = at
    while (isRank(run[ahead])) ahead++
    if (ahead > at && isTitle(run[ahead])) at = ahead
  }
  if (run[at]?.lower === 'of' && isRank(run[at + 1]) && !isDemonym(run[at + 1]?.lower ?? ''))
    at += 2
  const isForm = formsOfAddress.test(run[at - 1]?.lower ?? '')
  // "General Assembly", "Justice Department": no title.
  return !isForm && heads.has(run[at]?.lower ?? '') && run[at]?.isCapital === true ? 0 : at - start
}
