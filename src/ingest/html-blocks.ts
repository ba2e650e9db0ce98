import type { Role, Within } from '../model.ts'
import {
  formatInline,
  inlineTags,
  isNotTranslated,
  type InlineTag,
  type InlineToken,
} from './html-inline.ts'
import { isBlockElement, isCredit, isQuoteSource, roleOf } from './html-roles.ts'
import { isDropped, walk, type Element } from './html-tree.ts'
import { taggedLine, type Line } from './line.ts'

/** Deeper inline markup is unwrapped: no writer nests so, and each block repeats what is open. */
const deepestInline = 32

/** What is open around the text: a block with its role, or an inline element with its tags. */
interface Frame {
  readonly element: Element
  readonly role: Role
  readonly translate: boolean
  readonly tags: readonly InlineTag[]
  readonly isBlock: boolean
  /** The line at which a block quote began. */
  readonly quoteFrom?: number | undefined
  readonly isQuoteSource?: boolean
  readonly isTime?: boolean
  /** The list or table around it. */
  readonly within?: Within | undefined
  /** Why nothing in here is the article. */
  readonly furniture?: string | undefined
}

/** What a reader knows of its pages beside what HTML itself says. */
export interface BlockRules {
  /** Why an element and all below it is not the article, or nothing. */
  readonly furnitureOf?: (element: Element) => string | undefined
  /** The line that stands for an element whose text is not translated, or nothing. */
  readonly slotOf?: (element: Element) => Line | undefined
}

/**
 * The lines of an article in HTML, each with its role.
 *
 * A line ends where a block element starts or ends; inline elements that are open there are
 * closed, and opened again in the next line.
 */
export function readBlocks(
  root: Element,
  base: string | undefined,
  rules: BlockRules = {},
): readonly Line[] {
  const { furnitureOf, slotOf } = rules
  const lines: Line[] = []
  const frames: Frame[] = []
  let tokens: InlineToken[] = []
  let openTags: InlineTag[] = []
  // Whether the line has words that are neither a `<time>` nor furniture, and what the others are.
  let saysMore = false
  let reason: string | undefined
  let breaks = 0
  let lists = 0
  let rows = 0
  let frame: Frame = { element: root, role: 'paragraph', translate: true, tags: [], isBlock: true }

  const flush = (): void => {
    const closing = openTags.toReversed().map((tag): InlineToken => ({ kind: 'close', tag }))
    const { text, tags } = formatInline([...tokens, ...closing])
    tokens = openTags.map((tag) => ({ kind: 'open', tag }))
    if (text === '') return
    const line = placed(taggedLine(text, tags, frame.role, frame.translate), frame, rows)
    if (frame.isQuoteSource === true) nameSpeaker(lines, frame.quoteFrom ?? 0, line.plain)
    lines.push(saysMore || reason === undefined ? line : { ...line, furniture: reason })
    saysMore = false
    reason = undefined
  }

  // The walk asks about an element when all before it is read, so a slot lands in its place.
  const isSkipped = (element: Element): boolean => {
    const slot = frame.furniture === undefined ? slotOf?.(element) : undefined
    if (slot === undefined) return isDropped(element)
    flush()
    lines.push(slot)
    return true
  }

  for (const step of walk(root, isSkipped)) {
    if (step.kind === 'text') {
      tokens.push({ kind: 'text', text: step.text })
      if (/\S/.test(step.text)) {
        breaks = 0
        const aside = frame.furniture ?? (frame.isTime === true ? 'date line' : undefined)
        if (aside === undefined) saysMore = true
        else reason ??= aside
      }
    } else if (step.kind === 'enter') {
      const furniture = frame.furniture ?? furnitureOf?.(step.element)
      if (step.element.tagName === 'tr') rows++
      else if (step.element.tagName === 'table') rows = 0
      const within = withinOf(step.element, frame.within, lists + 1)
      if (within?.number === lists + 1) lists++
      const entered = enter(step.element, frame, base, openTags, lines.length)
      const next = { ...entered, furniture, within }
      if (next.isBlock) flush()
      else if (step.element.tagName === 'br') {
        // Two line breaks are how old pages and editors write a new paragraph.
        if (++breaks === 2) flush()
        else tokens.push({ kind: 'text', text: ' ' })
      } else if (step.element.tagName === 'q') tokens.push({ kind: 'text', text: '“' })
      for (const tag of next.tags) tokens.push({ kind: 'open', tag })
      openTags = [...openTags, ...next.tags]
      frames.push(frame)
      frame = next
    } else {
      if (frame.isBlock) flush()
      else if (step.element.tagName === 'q') tokens.push({ kind: 'text', text: '”' })
      for (const tag of frame.tags.toReversed()) tokens.push({ kind: 'close', tag })
      openTags = openTags.slice(0, openTags.length - frame.tags.length)
      frame = frames.pop() ?? frame
    }
  }
  flush()
  return lines
}

/** The list or table in which an element and all below it stand; `number` is free for a new one. */
function withinOf(
  { tagName }: Element,
  around: Within | undefined,
  number: number,
): Within | undefined {
  if (tagName === 'ul' || tagName === 'ol') return { kind: tagName, number }
  if (tagName === 'table') return { kind: 'table', number }
  return around
}

/** What the markup says of the place of a line: an item in its list, a heading on its level. */
function placed(line: Line, { role, within, element }: Frame, row: number): Line {
  if (role === 'item' && within !== undefined) {
    return { ...line, within: within.kind === 'table' ? { ...within, row } : within }
  }
  const level = role === 'heading' ? Number(/^h([3-6])$/.exec(element.tagName)?.[1] ?? 2) : 2
  return level === 2 ? line : { ...line, level }
}

function enter(
  element: Element,
  around: Frame,
  base: string | undefined,
  openTags: readonly InlineTag[],
  line: number,
): Frame {
  const quoteFrom = element.tagName === 'blockquote' ? line : around.quoteFrom
  const says = isNotTranslated(element)
  const block = { element, translate: says === undefined ? around.translate : !says, tags: [] }
  if (isQuoteSource(element)) {
    return { ...block, role: 'paragraph', isBlock: true, isQuoteSource: true, quoteFrom }
  }
  if (around.role === 'credit' || isCredit(element, around.role)) {
    const isBlock = around.role !== 'credit' || isBlockElement(element)
    return { ...block, role: 'credit', isBlock, translate: false }
  }
  if (isBlockElement(element)) {
    const role = roleOf(element, around.role)
    const isSource = around.isQuoteSource === true
    return { ...block, role, isBlock: true, isQuoteSource: isSource, quoteFrom }
  }
  const isKeptAround = openTags.some(({ prefix }) => prefix === 'keep' || prefix === 'code')
  const tags = openTags.length >= deepestInline ? [] : inlineTags(element, base)
  return {
    ...around,
    element,
    // What is kept is kept as a whole: nothing within it is kept once more.
    tags: isKeptAround ? tags.filter(({ prefix }) => !/^(?:keep|code)$/.test(prefix)) : tags,
    isBlock: false,
    isTime: around.isTime === true || element.tagName === 'time',
  }
}

/** `— Olena Koval, head of the clinic` below a block quote names who said it. */
function nameSpeaker(lines: Line[], from: number, source: string): void {
  const speaker = source.replace(/^[\s—–-]+/u, '').replace(/\s*[,(，،].*$/u, '')
  if (speaker === '' || speaker.length > 80) return
  for (let index = from; index < lines.length; index++) {
    const line = lines[index]
    if (line?.role === 'quote') lines[index] = { ...line, speaker }
  }
}
