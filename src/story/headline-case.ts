import type { NameRules } from './name-rules.ts'
import { wordsOfSentence } from './words-of-sentence.ts'

/**
 * Whether a headline is written as a sentence, so that its capitals tell names: at most half of its
 * longer words behind the first have one. "Zelenskyy Meets Envoys in Kyiv" is not.
 */
export function isInSentenceCase(headline: string, rules: NameRules): boolean {
  const longer = wordsOfSentence(headline, rules)
    .slice(1)
    .filter((word) => !word.isStart && /^\p{L}{4,}/u.test(word.text))
  const capitals = longer.filter((word) => word.isCapital).length
  return longer.length > 0 && capitals * 2 <= longer.length
}
