import type { Range, TaggedText } from '../model.ts'
import {
  isKept,
  parseTagged,
  plainText,
  renameTags,
  replaceRanges,
  unwrap,
} from '../tagged-text.ts'

/** A tag and the words it encloses. */
interface Span extends Range {
  readonly name: string
  /** `em` of `em1`. */
  readonly kind: string
  readonly content: string
}

/**
 * The translation of a text for the same text with other markup: tags that are gone are taken off,
 * those that enclose the same words keep their place, a new one goes round the whole, or round its
 * words where these stand in the translation once, as a name or a number does, or by a rendering.
 * @returns nothing when a new tag has no certain place.
 */
export function moveTags(
  translation: TaggedText,
  before: TaggedText,
  after: TaggedText,
  renderings: (source: Range) => readonly string[],
): TaggedText | undefined {
  const [old, now] = [spansOf(before), spansOf(after)]
  const names = new Map<string, string>()
  const fresh: Span[] = []
  for (const span of now) {
    const same = old.find((one) => isSamePlace(one, span) && !names.has(one.name))
    if (same === undefined) fresh.push(span)
    else names.set(same.name, span.name)
  }
  // What must come back as it is has no counterpart in a translation.
  const gone = old.filter(({ name }) => !names.has(name))
  if ([...gone, ...fresh].some(({ name }) => isKept(name))) return undefined
  let text = unwrap(translation, (name) => !names.has(name))
  text = renameTags(text, (name) => names.get(name) ?? name)
  const whole = plainText(after).length
  for (const span of fresh) {
    if (span.start === 0 && span.end === whole) {
      text = `<${span.name}>${text}</${span.name}>`
      continue
    }
    // A small word may be another one in the other language: son, con, die.
    const own = /[\p{N}\p{Lu}]/u.test(span.content) ? [span.content] : []
    const range = placeOf(plainText(text), [...own, ...renderings(span)])
    if (range === undefined) return undefined
    const content = plainText(text).slice(range.start, range.end)
    const placed = replaceRanges(text, [{ range, name: span.name, content }])
    if (placed.replaced.length === 0) return undefined
    text = placed.text
  }
  return text
}

function isSamePlace(a: Span, b: Span): boolean {
  return a.kind === b.kind && a.start === b.start && a.end === b.end
}

/** Where one of the words stands, alone and once. */
function placeOf(plain: string, words: readonly string[]): Range | undefined {
  for (const word of words) {
    const start = plain.indexOf(word)
    if (word.trim() === '' || start < 0 || plain.includes(word, start + 1)) continue
    const end = start + word.length
    const isWhole =
      !/[\p{L}\p{N}]$|\p{N}[.,:]$/u.test(plain.slice(0, start)) &&
      !/^(?:[\p{L}\p{N}]|[.,:]\p{N})/u.test(plain.slice(end))
    if (isWhole) return { start, end }
  }
  return undefined
}

function spansOf(text: TaggedText): readonly Span[] {
  const spans: Span[] = []
  const open: { readonly name: string; readonly start: number; content: string }[] = []
  let offset = 0
  for (const token of parseTagged(text)) {
    if (token.kind === 'open') open.push({ name: token.name, start: offset, content: '' })
    else if (token.kind === 'text') {
      offset += token.text.length
      for (const tag of open) tag.content += token.text
    } else {
      const tag = open.pop()
      if (tag === undefined) continue
      const { name, start, content } = tag
      spans.push({ name, start, end: offset, content, kind: name.replace(/\d+$/, '') })
    }
  }
  return spans
}
