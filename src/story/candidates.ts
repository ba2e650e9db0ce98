import { isUnspaced } from '../glossary/index.ts'
import { capitalRuns } from './capital-runs.ts'
import type { NameRules } from './name-rules.ts'
import { wordsOfSentence, type Word } from './words-of-sentence.ts'

/** Words of a name, and characters of one in a script without spaces: more are rare. */
const mostWords = 8
const mostSpacedWords = 4
const mostCharacters = 7

/**
 * What may be a name in a translation: parts of runs of capitalised words; without capitals any few
 * words in a row; without spaces any few characters in a row.
 */
export function candidatesIn(text: string, rules: NameRules): ReadonlySet<string> {
  if (rules.hasCapitals) return capitalised(text, rules)
  const found = new Set<string>()
  for (const { 0: run } of text.matchAll(/[\p{L}\p{M}\p{N}·'-]+(?: [\p{L}\p{M}\p{N}'-]+)*/gu)) {
    if (isUnspaced(run)) addCharacters(found, run)
    else addWords(found, run.split(' '), mostSpacedWords)
  }
  return found
}

function capitalised(text: string, rules: NameRules): ReadonlySet<string> {
  const found = new Set<string>()
  for (const run of capitalRuns(wordsOfSentence(text, rules), rules)) {
    for (const [from, first] of run.entries()) {
      if (!first.isCapital || isNoStart(first, rules)) continue
      for (const last of run.slice(from, from + mostWords)) {
        if (last.isCapital) found.add(text.slice(first.start, last.end))
      }
    }
  }
  return found
}

/** The article that begins a sentence, a title: not part of the name behind them. */
function isNoStart({ isStart, lower }: Word, { words }: NameRules): boolean {
  return words.titles.has(lower) || (isStart && words.openers.has(lower))
}

function addCharacters(found: Set<string>, run: string): void {
  for (const part of run.split(' ')) {
    const characters = Array.from(part)
    for (let from = 0; from < characters.length; from++) {
      for (
        let length = 2;
        length <= mostCharacters && from + length <= characters.length;
        length++
      ) {
        found.add(characters.slice(from, from + length).join(''))
      }
    }
  }
}

function addWords(found: Set<string>, words: readonly string[], most: number): void {
  for (let from = 0; from < words.length; from++) {
    for (let length = 1; length <= most && from + length <= words.length; length++) {
      const name = words.slice(from, from + length).join(' ')
      if (name.length > 1) found.add(name)
    }
  }
}
