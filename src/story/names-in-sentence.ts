import type { Entity } from '../model.ts'
import { capitalRuns } from './capital-runs.ts'
import { isDemonym, isTerritory } from './demonyms.ts'
import type { NameRules } from './name-rules.ts'
import { germanLeads, germanTitle } from './name-words-german.ts'
import { slavicHeads } from './name-words-slavic.ts'
import { isDetermined, splitAppositions } from './split-appositions.ts'
import { splitTitles } from './titles.ts'
import { wordsOfSentence, type Word } from './words-of-sentence.ts'

export type NameKind = Entity['kind']

/** A name as a sentence has it. */
export interface FoundName {
  readonly text: string
  readonly start: number
  readonly end: number
  /** Only where the text says so: "President X", "in X". */
  readonly kind?: NameKind
  /** A single German noun: a name only if it is the surname of somebody named in full. */
  readonly isWeak?: boolean
}

/** How often a word, in lower case, stands inside sentences with a capital and without. */
export interface Usage {
  readonly inside: number
  readonly small: number
}

export type UsageOf = (lower: string) => Usage

const never: Usage = { inside: 0, small: 0 }

/** The names of one folded sentence in a script with capitals. */
export function namesInSentence(
  sentence: string,
  rules: NameRules,
  usageOf: UsageOf = () => never,
): readonly FoundName[] {
  const words = wordsOfSentence(sentence, rules)
  if (isShouted(words)) return []
  return capitalRuns(words, rules)
    .flatMap((run) => withoutDates(withoutOpener(run, rules, usageOf), words, rules))
    .flatMap((run) => splitAppositions(run, wordBefore(run, words), rules))
    .flatMap((run) => splitTitles(run, rules))
    .flatMap(({ words: name, isPerson }) => {
      const found = trimmed(name, rules)
      return found.length === 0 ? [] : toName(found, isPerson, words, sentence, rules, usageOf)
    })
}

function wordBefore([first]: readonly Word[], words: readonly Word[]): Word | undefined {
  return first === undefined ? undefined : words[words.indexOf(first) - 1]
}

function isShouted(words: readonly Word[]): boolean {
  const letters = words.map((word) => word.text).join('')
  const capitals = letters.match(/\p{Lu}/gu)?.length ?? 0
  return words.length > 2 && capitals > letters.length * 0.6
}

/** Takes off the first word of a sentence when it has its capital from there. */
function withoutOpener(
  run: readonly Word[],
  { words: lists, hasCapitalNouns }: NameRules,
  usageOf: UsageOf,
): readonly Word[] {
  const [first, second] = run
  if (first === undefined || !first.isStart) return run
  if (lists.openers.has(first.lower) && !isAcronym(first.text)) return run.slice(1)
  if (second === undefined || !second.isCapital || hasCapitalNouns) return run
  const { inside, small } = usageOf(first.lower)
  const isOffice = lists.heads.has(run.at(-1)?.lower ?? '') || lists.heads.has(second.lower)
  const isTitle = lists.titles.has(first.lower) || lists.ranks.has(first.lower)
  const isWord = small > 0 && inside === 0 && !isAcronym(first.text)
  return isWord && !isOffice && !isTitle ? run.slice(1) : run
}

/** Months that are names of people too, behind a first name: Theresa May. */
const months = /^(?:may|april|june|august)$/u

function withoutDates(
  run: readonly Word[],
  words: readonly Word[],
  { dates, words: lists }: NameRules,
): readonly (readonly Word[])[] {
  const parts: Word[][] = [[]]
  for (const [i, word] of run.entries()) {
    const next = words[words.indexOf(word) + 1]?.text ?? ''
    const isSurname = i > 0 && months.test(word.lower) && !/^\d/.test(next)
    const isOther = lists.others.has(word.lower) || (dates.has(word.lower) && !isSurname)
    if (isOther) parts.push([])
    else parts.at(-1)?.push(word)
  }
  return parts.filter((part) => part.length > 0)
}

/** Without small words and nationalities at its ends; nothing when no name is left. */
function trimmed(name: readonly Word[], rules: NameRules): readonly Word[] {
  const isName = (word: Word | undefined): boolean => word?.isCapital === true
  let [from, to] = [0, name.length]
  while (from < to && !isName(name[from])) from++
  while (to > from && !isName(name[to - 1])) to--
  const rest = name.slice(from, to)
  const isEnglish = rules.language === 'en'
  return isEnglish && rest.every((word) => isDemonym(word.lower)) ? [] : rest
}

function toName(
  name: readonly Word[],
  isPerson: boolean,
  words: readonly Word[],
  sentence: string,
  rules: NameRules,
  usageOf: UsageOf,
): readonly FoundName[] {
  const [first, last] = [name[0], name.at(-1)]
  if (first === undefined || last === undefined) return []
  const isOne = name.length === 1
  const isAcronymName = isOne && isAcronym(first.text)
  const next = nextName(first, words)
  if (isOne && !isPerson && !isSingleName(first, next, rules, usageOf)) return []
  const before = words[words.indexOf(first) - 1]
  const end = endOf(last, words, rules, isOne)
  const text = sentence.slice(first.start, end)
  const isLed = germanLeads.has(before?.lower ?? '') && rules.hasCapitalNouns
  const kind = isPerson ? 'person' : isLed ? undefined : placeKind(before, last, name, rules)
  const isMixed = /\p{Ll}\p{Lu}/u.test(first.text)
  const isWeak = rules.hasCapitalNouns && isOne && !isPerson && !isLed && !isAcronymName && !isMixed
  const isNoun = germanTitle.test(first.lower) || (before !== undefined && isDetermined(before))
  if (isWeak && isNoun) return []
  return [
    {
      text,
      start: first.start,
      end,
      ...(kind === undefined ? {} : { kind }),
      ...(isWeak ? { isWeak } : {}),
    },
  ]
}

const ands = /^(?:and|y|e|et|und|и|і|й|та)$/u

/** The word that follows, past an "and". */
function nextName(word: Word, words: readonly Word[]): Word | undefined {
  const at = words.indexOf(word) + 1
  const [next, behind] = [words[at], words[at + 1]]
  if (next === undefined || !next.isJoined) return undefined
  if (word.isPossessive) return next
  // Not joined to the word itself: a name of its own.
  return ands.test(next.lower) && behind !== undefined ? { ...behind, isJoined: false } : undefined
}

function isSingleName(
  word: Word,
  next: Word | undefined,
  rules: NameRules,
  usageOf: UsageOf,
): boolean {
  const { text, lower } = word
  const lists = rules.words
  if (isAcronym(text)) return !/^[IVXLC]+$/.test(text)
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters < 2 || lists.titles.has(lower) || lists.ranks.has(lower)) return false
  const { inside, small } = usageOf(lower)
  if (/\p{Ll}\p{Lu}/u.test(text)) return true
  if (word.isStart) {
    // German nouns say nothing; the surname of a full name is recognised later.
    if (rules.hasCapitalNouns || (inside > 0 && inside >= small)) return true
    return small === 0 && (isNamedWith(word, next) || isKnownPlace(lower, rules))
  }
  // "Parliament" and "Council" alone name no one body; a word that is mostly written small is none.
  const isBody = lists.heads.has(lower) && !/^(?:congress|senate)$/.test(lower)
  return !isBody && small <= inside * 2
}

/** "Russia's Gazprom", "Toyota and Honda": what follows shows that the first word is a name too. */
function isNamedWith(word: Word, next: Word | undefined): boolean {
  return next?.isCapital === true && (word.isPossessive || !next.isJoined)
}

function isKnownPlace(lower: string, { language }: NameRules): boolean {
  return language === 'en' && isTerritory(lower)
}

/** At least two capitals and no small letter: NATO, U.S., F-16. */
function isAcronym(text: string): boolean {
  return !/\p{Ll}/u.test(text) && (text.match(/[\p{Lu}\p{N}]/gu)?.length ?? 0) >= 2
}

/** Russian and Ukrainian write the other words of an office or a sea in small letters. */
function endOf(
  last: Word,
  words: readonly Word[],
  { language }: NameRules,
  isOne: boolean,
): number {
  if (!isOne || !/^(?:ru|uk|be)$/.test(language) || !slavicHeads.test(last.lower)) return last.end
  const next = words[words.indexOf(last) + 1]
  const isNext = next !== undefined && next.isJoined && !next.isCapital && next.text.length > 2
  return isNext ? next.end : last.end
}

const placeWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(['in', 'near']),
  de: new Set(['nahe', 'nach']),
  uk: new Set(['поблизу', 'біля']),
  ru: new Set(['близ', 'возле']),
}

function placeKind(
  before: Word | undefined,
  last: Word,
  name: readonly Word[],
  { language, words: lists }: NameRules,
): NameKind | undefined {
  const isBehind = placeWords[language]?.has(before?.lower ?? '') === true
  const isPlain = name.every(({ text, lower }) => !isAcronym(text) && !lists.heads.has(lower))
  return isBehind && isPlain && !last.isPossessive && !last.isLast ? 'place' : undefined
}
