import type { Block, Locale, Role, Segment, TaggedText } from '../model.ts'
import { isKept, parseTagged, splitTagged, tagNames } from '../tagged-text.ts'
import { sentenceCuts } from './sentences.ts'

/** Short texts whose full stops end no sentences. */
const wholeRoles: ReadonlySet<Role> = new Set(['headline', 'heading', 'caption', 'credit'])

interface Sentence {
  readonly source: TaggedText
  readonly before?: string
  readonly after?: string
}

/**
 * The sentences of a block, keyed `<block key>.<number from 1>`, each balanced; `joinSegments` makes
 * the text of the block of them again. An empty block has none; a block of nothing but white space
 * is one segment as it stands.
 * @throws {BabelwireError} `answer` when the text of the block is not tagged text.
 */
export function segmentBlock(block: Block, locale: Locale): readonly Segment[] {
  const pieces = wholeRoles.has(block.role) ? [block.text] : splitSentences(block.text, locale)
  return spread(pieces).map((sentence, i) => ({
    key: `${block.key}.${i + 1}`,
    block: block.key,
    role: block.role,
    locale,
    ...sentence,
  }))
}

function splitSentences(text: TaggedText, locale: Locale): readonly TaggedText[] {
  if (!/[<>&]/.test(text)) return slices(text, sentenceCuts(text, locale))
  const names = tagNames(text)
  // Where a name comes twice, joining could not tell one tag cut in two from two tags.
  if (new Set(names).size < names.length) return [text]
  const { plain, opened, kept } = outline(text)
  return splitTagged(text, besideTags(plain, sentenceCuts(plain, locale), opened, kept))
}

function slices(text: string, cuts: readonly number[]): readonly string[] {
  return [0, ...cuts].map((start, i) => text.slice(start, cuts[i]))
}

interface Outline {
  readonly plain: string
  /** Offsets in `plain` at which a tag opens, ascending. */
  readonly opened: readonly number[]
  /** The insides of tags whose content must come back unchanged, ascending. */
  readonly kept: readonly { readonly start: number; readonly end: number }[]
}

function outline(text: TaggedText): Outline {
  let plain = ''
  let depth = 0
  const opened: number[] = []
  const kept: { start: number; end: number }[] = []
  for (const token of parseTagged(text)) {
    if (token.kind === 'text') plain += token.text
    else if (token.kind === 'open') {
      opened.push(plain.length)
      if (isKept(token.name) && depth++ === 0) kept.push({ start: plain.length, end: Infinity })
    } else if (isKept(token.name) && --depth === 0) {
      const last = kept.pop()
      if (last !== undefined) kept.push({ start: last.start, end: plain.length })
    }
  }
  return { plain, opened, kept }
}

/**
 * Moves each cut back to the first tag that opens in the white space before it, so that the tag is
 * not cut in two, and drops cuts inside kept tags.
 */
function besideTags(
  plain: string,
  cuts: readonly number[],
  opened: readonly number[],
  kept: Outline['kept'],
): readonly number[] {
  const moved: number[] = []
  let tag = 0
  let inside = 0
  for (const cut of cuts) {
    let space = cut
    while (space > 0 && /\s/.test(plain.charAt(space - 1))) space--
    while ((opened[tag] ?? Infinity) < space) tag++
    const at = Math.min(cut, opened[tag] ?? Infinity)
    while ((kept[inside]?.end ?? Infinity) <= at) inside++
    if ((kept[inside]?.start ?? Infinity) >= at) moved.push(at)
  }
  return moved
}

/**
 * Takes the white space between pieces out of them. White space in a tag that ends there stays where
 * it is; in a tag that goes on in the next piece it can be taken out, because joining puts it back.
 */
function spread(pieces: readonly TaggedText[]): readonly Sentence[] {
  return pieces.flatMap((piece, i) => {
    if (piece === '') return []
    if (piece.trim() === '') return [{ source: piece }]
    const inner = closersAt(piece)
    const closers = piece.slice(inner)
    const isShared = (pieces[i + 1] ?? '').startsWith(reopened(closers))
    const end = isShared ? piece.slice(0, inner).trimEnd().length : inner
    const start = piece.length - piece.trimStart().length
    return [
      {
        source: piece.slice(start, end) + closers,
        ...(start > 0 ? { before: piece.slice(0, start) } : {}),
        ...(end < inner ? { after: piece.slice(end, inner) } : {}),
      },
    ]
  })
}

/** Where the closing tags at the end of a piece start. */
function closersAt(piece: TaggedText): number {
  let at = piece.length
  while (piece.charAt(at - 1) === '>') {
    const tag = piece.lastIndexOf('<', at - 1)
    if (piece.charAt(tag + 1) !== '/') break
    at = tag
  }
  return at
}

/** `</em1></a1>` gives `<a1><em1>`. */
function reopened(closers: string): string {
  return tagNames(closers.replaceAll('/', ''))
    .map((name) => `<${name}>`)
    .reverse()
    .join('')
}
