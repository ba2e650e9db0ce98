import type { Locale, TaggedText } from '../model.ts'
import { formatTagged, isKept, parseTagged, type Token } from '../tagged-text.ts'
import { hasWords, wordsOf, wrapping } from './element.ts'
import {
  readMessage,
  writeMessage,
  type LibreMessage,
  type LibreText,
} from './libretranslate-message.ts'
import { standInsFor } from './nonce.ts'

/** Asks for all texts, and again, with other stand-ins, for those that did not come back whole. */
export async function translateTexts(
  sources: readonly TaggedText[],
  {
    target,
    turns,
    ask,
  }: {
    readonly target: Locale
    readonly turns: number
    readonly ask: (messages: readonly LibreMessage[]) => Promise<readonly (string | undefined)[]>
  },
): Promise<readonly TaggedText[]> {
  const texts = sources.map(openText)
  const standIns = standInsFor(target)
  const best = new Map<OpenText, LibreText>()
  let asked = texts.filter(({ isAsked }) => isAsked)
  for (let turn = 0; turn < turns && asked.length > 0; turn++) {
    const messages = asked.map(({ tokens }) => writeMessage(tokens, standIns, turn))
    const answers = await ask(messages)
    asked = asked.filter((text, i) => {
      const [message, answer] = [messages[i], answers[i]]
      if (message === undefined || answer === undefined) return false
      const read = readMessage(answer, message)
      if (read.isWhole || !best.has(text)) best.set(text, read)
      // Other stand-ins mend no lost tags.
      return !read.isWhole && message.slots.length > 0
    })
  }
  return texts.map((text) => {
    const { wrappers, tokens, isAsked } = text
    const result = isAsked ? (best.get(text)?.tokens ?? []) : tokens
    return formatTagged([
      ...wrappers.map((name): Token => ({ kind: 'open', name })),
      ...result,
      ...wrappers.toReversed().map((name): Token => ({ kind: 'close', name })),
    ])
  })
}

/** A text without the tags round all of it, which need not travel. */
interface OpenText {
  readonly wrappers: readonly string[]
  readonly tokens: readonly Token[]
  /** Whether there is anything to ask: a kept element alone stays as it is. */
  readonly isAsked: boolean
}

function openText(text: TaggedText): OpenText {
  let tokens = parseTagged(text)
  const wrappers: string[] = []
  for (let outer = wrapping(tokens); outer !== undefined; outer = wrapping(tokens)) {
    if (isKept(outer.name)) return { wrappers, tokens, isAsked: false }
    wrappers.push(outer.name)
    tokens = tokens.slice(1, -1)
  }
  return { wrappers, tokens, isAsked: hasWords(wordsOf(tokens)) }
}
