import { escapeText, isKept, type Token } from '../tagged-text.ts'
import { elementAt, wordsOf } from './element.ts'
import { chooseStandIn } from './nonce.ts'

/** A text as the server gets it. */
export interface LibreMessage {
  /** Without tags it is plain text, which the server does better. */
  readonly format: 'text' | 'html'
  readonly q: string
  /** What stands for the kept elements, in order. */
  readonly slots: readonly LibreSlot[]
  /** Names of the tags that travel. */
  readonly tags: readonly string[]
}

interface LibreSlot {
  readonly standIn: string
  readonly content: readonly Token[]
}

/** What came back; `isWhole` when every tag and every stand-in did, each once and nested. */
export interface LibreText {
  readonly tokens: readonly Token[]
  readonly isWhole: boolean
}

/**
 * The message for a text: tags travel as HTML, kept elements as stand-ins that the text itself does not
 * have. `turn` picks others for another attempt.
 */
export function writeMessage(
  tokens: readonly Token[],
  standIns: readonly string[],
  turn: number,
): LibreMessage {
  const source = wordsOf(tokens).toLowerCase()
  const slots: LibreSlot[] = []
  const tags: string[] = []
  const parts: Token[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined) break
    parts.push(token)
    if (token.kind !== 'open') continue
    if (!isKept(token.name)) {
      tags.push(token.name)
      continue
    }
    const content = elementAt(tokens, at)
    const taken = new Set(slots.map((slot) => slot.standIn))
    const free = standIns.filter((one) => !taken.has(one) && !source.includes(one.toLowerCase()))
    const standIn = chooseStandIn(free, wordsOf(content), turn)
    slots.push({ standIn, content })
    parts.splice(-1, 1, { kind: 'text', text: standIn })
    at += content.length - 1
  }
  const format = tags.length === 0 ? 'text' : 'html'
  const q = parts.map((token) => writeToken(token, format)).join('')
  return { format, q, slots, tags }
}

function writeToken(token: Token, format: LibreMessage['format']): string {
  if (token.kind === 'open') return `<${token.name}>`
  if (token.kind === 'close') return `</${token.name}>`
  return format === 'html' ? escapeText(token.text) : token.text
}

/**
 * Reads an answer. The server has resolved its entities, so only a tag that was sent is a tag; anything
 * else that looks like one is text. Where the tags are not all there in good order, none is: the text
 * is then held for want of them.
 */
export function readMessage(answer: string, message: LibreMessage): LibreText {
  const { slots, tags } = message
  const tokens: Token[] = []
  const seen = new Map<string, number>()
  const open: string[] = []
  let isNested = true
  let done = 0
  const count = (name: string): void => void seen.set(name, (seen.get(name) ?? 0) + 1)
  const addText = (text: string): void => {
    if (text !== '') tokens.push({ kind: 'text', text: decodeRest(text, message) })
  }
  for (const match of answer.matchAll(patternOf(message))) {
    const [whole, slash = '', name, isEmpty = '', word = ''] = match
    const before = answer.slice(done, match.index)
    done = match.index + whole.length
    if (name === undefined) {
      const slot = slots.find(({ standIn }) => standIn === word)
      const words = wordsOf(slot?.content ?? [])
      const isClosedUp = unspaced.test(words)
      addText(isClosedUp ? before.replace(spaceBehind, '') : before)
      tokens.push(...(slot?.content ?? []))
      count(word)
      if (isClosedUp) done += /^ +(?=\p{Script=Han})/u.exec(answer.slice(done))?.[0].length ?? 0
      continue
    }
    addText(before)
    if (slash === '') {
      count(name)
      tokens.push({ kind: 'open', name })
      if (isEmpty === '') open.push(name)
      else tokens.push({ kind: 'close', name })
    } else {
      isNested &&= open.pop() === name
      tokens.push({ kind: 'close', name })
    }
  }
  addText(answer.slice(done))
  const areTagsWhole = isNested && open.length === 0 && tags.every((name) => seen.get(name) === 1)
  const areSlotsWhole = slots.every(({ standIn }) => seen.get(standIn) === 1)
  return {
    tokens: areTagsWhole ? tokens : withoutTags(tokens, tags),
    isWhole: areTagsWhole && areSlotsWhole,
  }
}

/** A word of a script without spaces needs none when it takes the place of a stand-in. */
const unspaced = /^\p{Script=Han}+$/u
const spaceBehind = /(?<=\p{Script=Han}) +$/u

/** Stand-ins stand alone as words do; in Chinese or Arabic other letters may touch them. */
function patternOf({ slots, tags }: LibreMessage): RegExp {
  const none = '(?!)'
  const names = tags.length === 0 ? none : tags.join('|')
  const words = slots.length === 0 ? none : slots.map(({ standIn }) => standIn).join('|')
  const letter = '[\\p{Script=Latin}\\p{N}]'
  return new RegExp(`<(/?)(${names})\\s*(/?)>|(?<!${letter})(${words})(?!${letter})`, 'gu')
}

const leftEntities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
}

/** Some servers leave the entities of HTML as they are; those of an article about HTML are its own. */
function decodeRest(text: string, { format, q }: LibreMessage): string {
  if (format === 'text' || /&amp;(?:amp|lt|gt|quot|#39|#x27);/.test(q)) return text
  return text.replace(/&(?:amp|lt|gt|quot|#39|#x27);/g, (entity) => leftEntities[entity] ?? entity)
}

function withoutTags(tokens: readonly Token[], tags: readonly string[]): readonly Token[] {
  return tokens.filter((token) => token.kind === 'text' || !tags.includes(token.name))
}
