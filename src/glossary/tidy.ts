import { mixedWords, type MixedWord } from './look-alikes.ts'
import type { ProblemKind } from './problem.ts'
import type { WrittenText } from './written-texts.ts'

/**
 * What no reader sees: soft hyphens, zero-width spaces, direction marks. The joiners U+200C and
 * U+200D stay: they decide how Persian or Hindi is written.
 */
const invisible =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu

/** Runs of spaces; tabs and line ends are refused anyway, and need a person. */
const spaceRun = /\p{Zs}{2,}/gu
const edgeSpaces = /^\p{Zs}+|\p{Zs}+$/gu

/** A text without what can be mended by rule. */
export interface Tidied {
  readonly text: string
  /** What was mended. */
  readonly kinds: readonly ProblemKind[]
  /** Mixed words that were left, since only a person knows what was meant. */
  readonly left: readonly MixedWord[]
}

/** Mends a text: NFC, no needless spaces, nothing invisible, one script in each word. */
export function tidy({ text, field, locale }: WrittenText): Tidied {
  const kinds: ProblemKind[] = []
  const step = (kind: ProblemKind, before: string, after: string): string => {
    if (after !== before) kinds.push(kind)
    return after
  }
  const composed = step('not-composed', text, text.normalize('NFC'))
  const visible = step('invisible', composed, composed.replace(invisible, '').normalize('NFC'))
  const spaced = step('spaces', visible, visible.replace(spaceRun, ' ').replace(edgeSpaces, ''))
  if (locale === undefined) return { text: spaced, kinds, left: [] }
  const mixed = mixedWords(spaced, locale)
  // A misspelling may be forbidden on purpose.
  const isMended = (one: MixedWord): boolean => field !== 'never' && one.mended !== undefined
  const result = mixed
    .filter(isMended)
    .reduce((all, one) => all.replaceAll(one.word, one.mended ?? one.word), spaced)
  return {
    text: step('look-alike', spaced, result),
    kinds,
    left: mixed.filter((one) => !isMended(one)),
  }
}

/** A text in quotes, with what cannot be seen in it written out: `"Ki\u200bev"`. */
export function visibly(text: string): string {
  const shown = text
    .replace(invisible, (one) => escaped(one))
    .replace(/\p{Zs}/gu, (one) => (one === ' ' ? one : escaped(one)))
  // Marks that would compose are what is wrong with such a text.
  const isComposed = text === text.normalize('NFC')
  return `"${isComposed ? shown : shown.replace(/\p{M}/gu, (one) => escaped(one))}"`
}

function escaped(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
}
