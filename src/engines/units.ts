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
  const isEmpty = (tokens: readonly Token[]): boolean =>
    tokens.every((token) => token.kind !== 'text' || token.text.trim() === '')
  if (sentences.some(isEmpty)) return undefined
  return sentences.map((tokens) => formatTagged(tokens).trim())
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

/**
 * Fills requests up to the limits of the engine, in order, so that neighbours travel together. A
 * context that does not fit beside its text is left out; a text larger than a request goes alone.
 */
export function packRequests<T extends Sendable>(
  units: readonly T[],
  engine: Engine,
): readonly Packed<T>[] {
  const { maxTexts, maxBytes } = engine.traits
  const packed: Packed<T>[] = []
  let current: T[] = []
  let context = ''
  let contexts = new Set<string>()
  let textSize = 0
  const flush = (): void => {
    if (current.length > 0) packed.push({ units: current, context })
    current = []
    context = ''
    contexts = new Set()
    textSize = 0
  }
  const fits = (text: number, withContext: string): boolean =>
    text + (withContext === '' ? 0 : engine.encodedSize(withContext)) <= maxBytes
  for (const unit of units) {
    const size = engine.encodedSize(unit.text)
    const own = unit.context.slice(0, longestContext).toWellFormed()
    if (current.length >= maxTexts || !fits(textSize + size, context)) flush()
    let joined = joinContexts(context, contexts, own)
    if (!fits(textSize + size, joined)) {
      // Its context asks for a request of its own, unless it would not fit there either.
      if (fits(size, own)) flush()
      joined = current.length === 0 && fits(size, own) ? own : context
    }
    if (joined !== context) contexts.add(own)
    context = joined
    current.push(unit)
    textSize += size
  }
  flush()
  return packed
}

/** A context more, unless it is there already or would make all of it too long. */
function joinContexts(all: string, known: ReadonlySet<string>, own: string): string {
  if (own === '' || known.has(own)) return all
  const joined = all === '' ? own : `${all}\n${own}`
  return joined.length <= longestContext ? joined : all
}
