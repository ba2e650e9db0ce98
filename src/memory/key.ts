import { hashTuple } from '../hash.ts'
import type { Locale, Role, Segment, TaggedText } from '../model.ts'
import { foldQuotes } from '../quote-marks.ts'
import { normaliseTagged, plainText, renameTags, tagNames } from '../tagged-text.ts'

/** Raised when the tuple below changes, so that old rows are never taken for new ones. */
const keyVersion = 1

/** Where an answer is kept: all languages of a sentence lie together. */
export interface MemoryKey {
  readonly sourceHash: string
  readonly locale: Locale
  /** Hash of what else decides the answer: terms, engine profile, context of a short text. */
  readonly variant: string
}

/** A sentence as the memory keeps it: its tags numbered from 1 in their order. */
export interface NormalisedText {
  readonly text: TaggedText
  /** Gives a translation of `text` the tag names of the original again. */
  readonly restore: (translation: TaggedText) => TaggedText
}

/** NFC, white space folded, tags renumbered: the same sentence in another block is the same text. */
export function normaliseSource(source: TaggedText): NormalisedText {
  const names = new Map<string, string>()
  const counts = new Map<string, number>()
  for (const name of tagNames(source)) {
    if (names.has(name)) continue
    const kind = name.replace(/\d+$/, '')
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    names.set(name, kind + String(count))
  }
  const originals = new Map(Array.from(names, ([original, normal]) => [normal, original]))
  const text = renameTags(
    normaliseTagged(source.toWellFormed()).replace(/\s+/gu, ' ').trim(),
    (name) => names.get(name) ?? name,
  )
  return {
    text,
    restore: (translation) => renameTags(translation, (name) => originals.get(name) ?? name),
  }
}

/**
 * The part of the key that all languages share; 128 bits, since the source is compared on a hit. Curly
 * quotation marks in place of straight ones ask for no other translation.
 */
export function sourceHash(locale: Locale, source: TaggedText): string {
  return hashTuple(keyVersion, locale, foldQuotes(source)).slice(0, 32)
}

/** The key of a sentence in one language. `termsHash` covers the entries that hit it there. */
export function memoryKey(input: {
  readonly segment: Segment
  readonly source: TaggedText
  /** `sourceHash` of the two, where it is known already. */
  readonly sourceHash?: string
  readonly target: Locale
  readonly termsHash: string
  readonly profile: string
  readonly article: string
  readonly isDerived: boolean
}): MemoryKey {
  const { segment, source, target, termsHash, profile, article, isDerived } = input
  // A headline taken from the body is the sentence it was taken from.
  const role = isDerived ? 'paragraph' : segment.role
  const context = needsContext(role, source) ? [role, article] : []
  return {
    sourceHash: input.sourceHash ?? sourceHash(segment.locale, source),
    locale: target,
    variant: hashTuple(keyVersion, termsHash, profile, context).slice(0, 16),
  }
}

const titles: ReadonlySet<Role> = new Set<Role>(['headline', 'heading', 'caption'])

/** Titles, captions and texts of fewer than 4 words mean different things in different places. */
function needsContext(role: Role, source: TaggedText): boolean {
  if (titles.has(role)) return true
  const plain = plainText(source)
  const words = plain.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  if (words >= 4) return false
  // Scripts without spaces: about two characters make a word.
  return (plain.match(unspacedLetter)?.length ?? 0) < 8
}

const unspacedLetter =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu

/** One string for maps. */
export function keyText(key: MemoryKey): string {
  return `${key.sourceHash}.${key.locale}.${key.variant}`
}
