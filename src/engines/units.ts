import type { TaggedText } from '../model.ts'
import { formatTagged, parseTagged, type Token } from '../tagged-text.ts'
import type { Engine } from './engine.ts'

/**
 * Sentences as one text, each in a tag of its own, so that the engine sees the paragraph:
 * `<s1>They met.</s1><s2>They agreed.</s2>`. A single sentence stands bare.
 */
export function wrapSentences(sentences: readonly TaggedText[]): TaggedText {
  const [only, ...others] = sentences
  if (only !== undefined && others.length === 0) return only
  return sentences.map((sentence, i) => `<s${i + 1}>${sentence}</s${i + 1}>`).join('')
}

/** The sentences of an answer; nothing unless each tag came back once, in order, with all text inside. */
export function splitSentences(
  answer: TaggedText,
  count: number,
): readonly TaggedText[] | undefined {
  if (count === 1) return [answer]
  const sentences: Token[][] = []
  let inside: Token[] | undefined
  for (const token of parseTagged(answer)) {
    if (token.kind === 'text' || !/^s\d+$/.test(token.name)) {
      if (inside !== undefined) inside.push(token)
      else if (token.kind !== 'text' || token.text.trim() !== '') return undefined
    } else if (token.kind === 'open') {
      if (inside !== undefined || token.name !== `s${sentences.length + 1}`) return undefined
      inside = []
      sentences.push(inside)
    } else {
      inside = undefined
    }
  }
  if (sentences.length !== count) return undefined
  const texts = sentences.map((tokens) => formatTagged(tokens).trim())
  return texts.includes('') ? undefined : texts
}

/** Something to send, with the article context it is best read in. */
export interface Sendable {
  readonly text: TaggedText
  readonly context: string
}

export interface Packed<T extends Sendable> {
  readonly units: readonly T[]
  /** The contexts of the units, each once. */
  readonly context: string
}

/** Longest context of one request, in characters; it is free of charge but takes room. */
const longestContext = 2_000

/** Fills requests up to the limits of the engine, in order, so that neighbours travel together. */
export function packRequests<T extends Sendable>(
  units: readonly T[],
  engine: Engine,
): readonly Packed<T>[] {
  const { maxTexts, maxBytes } = engine.traits
  const packed: Packed<T>[] = []
  let current: T[] = []
  let contexts: string[] = []
  let size = 0
  const flush = (): void => {
    if (current.length > 0) packed.push({ units: current, context: contexts.join('\n') })
    current = []
    contexts = []
    size = 0
  }
  for (const unit of units) {
    const context = unit.context.slice(0, longestContext)
    const textSize = engine.encodedSize(unit.text)
    let isNew = context !== '' && !contexts.includes(context)
    const added = textSize + (isNew ? engine.encodedSize(context) : 0)
    if (current.length >= maxTexts || (current.length > 0 && size + added > maxBytes)) {
      flush()
      isNew = context !== ''
    }
    if (isNew && contexts.join('\n').length + context.length <= longestContext) {
      contexts.push(context)
      size += engine.encodedSize(context)
    }
    current.push(unit)
    size += textSize
  }
  flush()
  return packed
}
