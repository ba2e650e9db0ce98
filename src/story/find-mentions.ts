import { compileMatcher, endingsOf, type Entry, type Hit, type Matcher } from '../glossary/index.ts'
import type { Entity, Locale } from '../model.ts'
import { isInSentenceCase } from './headline-case.ts'
import { nameRules, type NameRules } from './name-rules.ts'
import { namesInSentence, type FoundName, type Usage, type UsageOf } from './names-in-sentence.ts'
import type { StoryArticle } from './published-texts.ts'
import { quotedNames } from './quoted-names.ts'
import { storySentences, type StorySentence } from './story-sentences.ts'
import { wordsOfSentence } from './words-of-sentence.ts'

/** A name at one place of a story. */
export interface Mention {
  readonly name: FoundName
  readonly sentence: StorySentence
}

/** A sentence with the glossary's names in it. */
export interface ReadSentence {
  readonly sentence: StorySentence
  readonly hits: readonly Hit[]
}

export interface FoundMentions {
  readonly sentences: readonly ReadSentence[]
  /** Names that no entry of the glossary covers. */
  readonly mentions: readonly Mention[]
}

/** The names in articles of one language; each sentence is read twice, whatever their number. */
export function findMentions(
  articles: readonly StoryArticle[],
  locale: Locale,
  find: Matcher,
): FoundMentions {
  const rules = nameRules(locale)
  const isTelling = ({ block, text }: StorySentence): boolean =>
    !/^head/.test(block.role) || isInSentenceCase(text, rules)
  const sentences = storySentences(articles)
  const usageOf = rules.hasCapitals ? usageIn(sentences.filter(isTelling), rules) : undefined
  const entities = new Map(articles.map((article) => [article, entityMatcher(article, locale)]))
  const read = sentences.map((sentence) => ({ sentence, hits: find(sentence.text) }))
  const mentions = read.flatMap(({ sentence, hits }) => {
    const marked = entities.get(sentence.article)?.(sentence.text) ?? []
    const found = isTelling(sentence) ? namesIn(sentence.text, rules, usageOf) : []
    return [...marked, ...found.filter((name) => !overlaps(name, marked))]
      .filter((name) => !isCovered(name, hits, sentence.text, rules))
      .map((name) => ({ name, sentence }))
  })
  return { sentences: read, mentions: withoutWeak(mentions) }
}

function namesIn(
  text: string,
  rules: NameRules,
  usageOf: UsageOf | undefined,
): readonly FoundName[] {
  const quoted = /[«"“„「『《״]/u.test(text) ? quotedNames(text, rules) : []
  if (!rules.hasCapitals) return quoted
  return [
    ...quoted,
    ...namesInSentence(text, rules, usageOf).filter((name) => !overlaps(name, quoted)),
  ]
}

/** Letters that inflected forms of a word have in common, roughly. */
const stemLength = 5

function usageIn(sentences: readonly StorySentence[], rules: NameRules): UsageOf {
  const usage = new Map<string, { inside: number; small: number }>()
  const key = endingsOf(rules.language) === undefined ? (word: string) => word : stemOf
  for (const { text } of sentences) {
    for (const word of wordsOfSentence(text, rules)) {
      if (word.isStart && word.isCapital) continue
      const known = usage.get(key(word.lower)) ?? { inside: 0, small: 0 }
      known[word.isCapital ? 'inside' : 'small']++
      usage.set(key(word.lower), known)
    }
  }
  const none: Usage = { inside: 0, small: 0 }
  return (lower) => usage.get(key(lower)) ?? none
}

/** Inflection changes the end of a word: Песков, Пескова. */
function stemOf(word: string): string {
  return word.slice(0, stemLength)
}

/** Finds what the source format of an article marks, as the glossary finds its entries. */
function entityMatcher(
  { entities = [] }: StoryArticle,
  locale: Locale,
): ((text: string) => readonly FoundName[]) | undefined {
  if (entities.length === 0) return undefined
  const kinds = new Map(entities.map(({ text, kind }) => [text, kind]))
  const find = compileMatcher({ source: locale, entries: entities.map(asEntry) })
  return (text) =>
    find(text).map(({ entry, source, range }) => {
      const kind = kinds.get(entry.key)
      return { text: source, ...range, ...(kind === undefined ? {} : { kind }) }
    })
}

function asEntry({ text }: Entity): Entry {
  return {
    key: text,
    source: text,
    also: [],
    isCaseExact: true,
    unless: [],
    onlyIf: [],
    to: new Map(),
    keep: [],
    forms: new Map(),
    never: new Map(),
    uninflected: [],
    place: { file: '' },
  }
}

function overlaps(name: FoundName, others: readonly FoundName[]): boolean {
  return others.some((other) => name.start < other.end && name.end > other.start)
}

/** Whether the glossary has all of a name but its small words: "State Emergency Service" "of" "Ukraine". */
function isCovered(
  name: FoundName,
  hits: readonly Hit[],
  sentence: string,
  { hasCapitals }: NameRules,
): boolean {
  let rest = ''
  let at = name.start
  for (const { range } of hits) {
    if (range.end <= at || range.start >= name.end) continue
    rest += ` ${sentence.slice(at, Math.max(at, range.start))}`
    at = range.end
  }
  if (at === name.start) return false
  rest += ` ${sentence.slice(at, Math.max(at, name.end))}`
  return hasCapitals ? !/\p{Lu}/u.test(rest) : !/\p{L}/u.test(rest)
}

/** Keeps a single German noun only where it is the last word of a name found in full. */
function withoutWeak(mentions: readonly Mention[]): readonly Mention[] {
  const surnames = new Set(
    mentions.flatMap(({ name: { text, isWeak } }) =>
      isWeak !== true && text.includes(' ') ? (text.split(' ').at(-1) ?? []) : [],
    ),
  )
  return mentions.filter(
    ({ name: { text, isWeak } }) =>
      isWeak !== true || surnames.has(text) || surnames.has(text.replace(/s$/u, '')),
  )
}
