import type { TranslateTextOptions } from 'deepl-node'
import type { TaggedText } from '../model.ts'
import { countCharacters, isKept, tagNames } from '../tagged-text.ts'
import { EngineError, type EngineAnswer } from './engine.ts'

/** How DeepL is to treat the tags of these texts. */
export function tagOptions(texts: readonly TaggedText[]): TranslateTextOptions {
  const names = [...new Set(texts.flatMap(tagNames))]
  const ignoreTags = names.filter(isKept)
  const splittingTags = names.filter((name) => /^s\d+$/.test(name))
  return {
    tagHandling: 'xml',
    // The default depends on the age of the account.
    tagHandlingVersion: 'v2',
    outlineDetection: false,
    splitSentences: 'nonewlines',
    // True would hold the punctuation at both ends to the source's: no "¿", no "。".
    preserveFormatting: false,
    ...(ignoreTags.length === 0 ? {} : { ignoreTags }),
    ...(splittingTags.length === 0 ? {} : { splittingTags }),
  }
}

/**
 * The texts and the bill of an answer: deepl-node hands on whatever the JSON holds.
 * @throws {EngineError} `answer` when there is not one result for each source.
 */
export function readAnswer(results: unknown, sources: readonly TaggedText[]): EngineAnswer {
  if (!Array.isArray(results) || results.length !== sources.length) {
    const count = Array.isArray(results) ? results.length : 'no'
    throw badAnswer(`${count} texts for ${sources.length}`)
  }
  let billed = 0
  const texts = sources.map((source, index) => {
    const result: unknown = results[index]
    const { text, billedCharacters } = Object(result) as Record<string, unknown>
    billed += billedOf(billedCharacters, countCharacters(source))
    // One bad text does not spoil the others: an empty one is refused by `validate.ts`.
    return typeof text === 'string' ? text : ''
  })
  return { texts, billed }
}

/** What DeepL says it bills, unless that cannot be: then the characters of the source. */
function billedOf(said: unknown, characters: number): number {
  const isSane = typeof said === 'number' && Number.isSafeInteger(said) && said > 0
  return isSane && said <= 10 * characters + 100 ? said : characters
}

function badAnswer(what: string): EngineError {
  return new EngineError('answer', `DeepL answered with ${what}`, 'temporary')
}
