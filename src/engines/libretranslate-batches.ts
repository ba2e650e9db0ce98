import type { LibreCall } from './libretranslate-call.ts'
import { badAnswer, fieldOf, TooLargeError } from './libretranslate-errors.ts'
import type { LibrePair } from './libretranslate-languages.ts'
import type { LibreMessage } from './libretranslate-message.ts'

/** What this server takes in one request, as far as its refusals told. */
export interface LibreLimits {
  texts: number
  /** Unicode code points of all texts. */
  characters: number
}

/**
 * Asks for messages in as few requests as the server takes, plain texts and HTML apart.
 * @returns the answers in order; of a text that alone is too large, and of what is no text, nothing.
 */
export async function askMessages(
  messages: readonly LibreMessage[],
  pair: LibrePair,
  call: LibreCall,
  limits: LibreLimits,
  signal: AbortSignal | undefined,
): Promise<readonly (string | undefined)[]> {
  const answers = new Map<LibreMessage, string | undefined>()
  const waiting: (readonly LibreMessage[])[] = (['text', 'html'] as const).flatMap((format) =>
    batches(
      messages.filter((message) => message.format === format),
      limits,
    ),
  )
  for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
    const texts = await askBatch(batch, pair, call, signal).catch((error: unknown) => {
      if (error instanceof TooLargeError) return error
      throw error
    })
    if (!(texts instanceof TooLargeError)) {
      batch.forEach((message, i) => answers.set(message, texts[i]))
    } else if (batch.length > 1) {
      learn(texts, batch, limits)
      const smaller = batches(batch, limits)
      const half = Math.ceil(batch.length / 2)
      // What the server said of its limit may not be what it refuses for.
      waiting.unshift(...(smaller.length > 1 ? smaller : [batch.slice(0, half), batch.slice(half)]))
    }
  }
  return messages.map((message) => answers.get(message))
}

async function askBatch(
  batch: readonly LibreMessage[],
  { source, target }: LibrePair,
  call: LibreCall,
  signal: AbortSignal | undefined,
): Promise<readonly (string | undefined)[]> {
  const format = batch[0]?.format ?? 'text'
  const q = batch.map((message) => message.q)
  const answer = await call('/translate', { q, source, target, format }, signal)
  const texts = fieldOf(answer, 'translatedText')
  if (!Array.isArray(texts) || texts.length !== q.length) {
    const got = Array.isArray(texts) ? String(texts.length) : 'no'
    throw badAnswer(`${got} texts for ${q.length}`)
  }
  return texts.map((text: unknown) => (typeof text === 'string' ? text : undefined))
}

/** Takes the limit from a refusal: of texts if that is what the server counted, else of characters. */
function learn(
  { limit }: TooLargeError,
  batch: readonly LibreMessage[],
  limits: LibreLimits,
): void {
  if (limit === undefined) return
  if (limit.size === batch.length) limits.texts = Math.min(limits.texts, limit.most)
  else limits.characters = Math.min(limits.characters, limit.most)
}

/** Neighbours together, as many as the limits let; what is over them goes alone. */
function batches(
  messages: readonly LibreMessage[],
  limits: LibreLimits,
): readonly (readonly LibreMessage[])[] {
  const all: LibreMessage[][] = []
  let characters = 0
  for (const message of messages) {
    const size = Array.from(message.q).length
    const last = all.at(-1)
    const fits = last !== undefined && last.length < limits.texts
    if (fits && characters + size <= limits.characters) {
      last.push(message)
      characters += size
    } else {
      all.push([message])
      characters = size
    }
  }
  return all
}
