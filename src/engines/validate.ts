import type { TaggedText } from '../model.ts'
import { countCharacters, parseTagged } from '../tagged-text.ts'
import { EngineError, type EngineAnswer, type EngineRequest } from './engine.ts'

/** An answer of the right number of texts; a text that cannot be used is missing. */
export interface ValidAnswer {
  readonly texts: readonly (TaggedText | undefined)[]
  readonly billed: number
}

/** No translation is longer than this times its source, and a little for very short ones. */
const longestFactor = 4
const longestExtra = 200

/**
 * Looks at an answer before anything else does.
 * @throws {EngineError} `answer` when the texts cannot belong to the request at all.
 */
export function validateAnswer(
  engine: string,
  request: EngineRequest,
  answer: EngineAnswer,
): ValidAnswer {
  const { texts, billed } = answer
  const wanted = request.texts.length
  const got = Array.isArray(texts) ? texts.length : 0
  if (got !== wanted) {
    throw new EngineError('answer', `${engine} answered ${got} texts to ${wanted}`, 'temporary')
  }
  return {
    texts: texts.map((text, i) => usable(text, request.texts[i] ?? '')),
    // What makes no sense is not free: what was sent is taken to be billed.
    billed:
      Number.isSafeInteger(billed) && billed >= 0
        ? billed
        : request.texts.reduce((sum, text) => sum + countCharacters(text), 0),
  }
}

function usable(text: unknown, source: TaggedText): TaggedText | undefined {
  if (typeof text !== 'string') return undefined
  if (text.length > source.length * longestFactor + longestExtra) return undefined
  try {
    const isBlank = parseTagged(text).every(
      (token) => token.kind !== 'text' || token.text.trim() === '',
    )
    return isBlank ? undefined : text.trim()
  } catch {
    return undefined
  }
}
