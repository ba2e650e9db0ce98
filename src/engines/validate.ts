import type { TaggedText } from '../model.ts'
import { parseTagged } from '../tagged-text.ts'
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
  const wanted = request.texts.length
  if (answer.texts.length !== wanted) {
    throw new EngineError(
      'answer',
      `${engine} answered ${answer.texts.length} texts to ${wanted}`,
      'temporary',
    )
  }
  const billed = Number.isSafeInteger(answer.billed) && answer.billed >= 0 ? answer.billed : 0
  return { texts: answer.texts.map((text, i) => usable(text, request.texts[i] ?? '')), billed }
}

function usable(text: unknown, source: TaggedText): TaggedText | undefined {
  if (typeof text !== 'string' || text.trim() === '') return undefined
  if (text.length > source.length * longestFactor + longestExtra) return undefined
  try {
    parseTagged(text)
    return text.trim()
  } catch {
    return undefined
  }
}
