import type { Locale } from '../model.ts'
import { sentenceStart } from './capital.ts'
import { endingsOf } from './endings.ts'
import { fold, isAllCaps, lower } from './fold.ts'
import type { Rendering } from './renderings.ts'

/** Where a wrong rendering stands. */
export interface Place {
  readonly found: Rendering
  readonly plain: string
  readonly target: Locale
  /** Whether the entry inflects. */
  readonly inflects: boolean
}

/** Names with the same last letters take the same endings: Умеров and Умєров. */
const alikeLetters = 2

/**
 * The right name for a wrong rendering, given its dictionary form; nothing where that would stand
 * in the wrong case:
 * 1. A wrong form that inflects as the right one gives its ending to it: Умеровым, Умєровым.
 * 2. A dictionary form takes the place of another where names keep theirs, at the start of a
 *    sentence, which is a nominative, or where both inflect alike.
 */
export function repairedForm(form: string, place: Place): string | undefined {
  const { found, plain, target, inflects } = place
  const seen = plain.slice(found.range.start, found.range.end)
  if (!found.isExact) return withEndingOf(seen, found.form, form, target)
  const isSafe =
    !inflects ||
    !declinesNames(target) ||
    (found.kind === 'forbidden' && isAlike(found.form, form, target)) ||
    (found.range.start === sentenceStart(plain) && !isBeforeEnding(plain, found.range.end))
  return isSafe ? behindPrefix(seen, found.form, form, target) : undefined
}

/** Whether a preposition changes a name in a language. */
function declinesNames(target: Locale): boolean {
  const [language = target] = target.split('-')
  const endings = endingsOf(language)
  return endings !== undefined && endings.hasNoCases !== true
}

/** Before an ending set off from a foreign name: Kyiv'de, Kyiv-ban. */
function isBeforeEnding(plain: string, end: number): boolean {
  return /^['’ʼ-]\p{L}/u.test(plain.slice(end))
}

/** Words of a wrong rendering that differ from the right name, mended; their endings stay. */
function withEndingOf(
  seen: string,
  wrong: string,
  right: string,
  target: Locale,
): string | undefined {
  if (isAllCaps(seen)) return undefined
  const [seenWords, wrongWords, rightWords] = [seen, wrong, right].map((text) =>
    fold(text).text.split(' '),
  ) as [string[], string[], string[]]
  if (wrongWords.length !== rightWords.length || seenWords.length !== rightWords.length) {
    return undefined
  }
  const mended = seenWords.map((word, i) => {
    const [from = '', to = ''] = [wrongWords[i], rightWords[i]]
    if (lower(from, target) === lower(to, target)) return word
    const shared = sharedEnd(from, to)
    const head = from.slice(0, from.length - shared)
    const isCertain = shared >= alikeLetters && word.startsWith(head)
    return isCertain ? to.slice(0, to.length - shared) + word.slice(head.length) : undefined
  })
  return mended.every((word) => word !== undefined) ? mended.join(' ') : undefined
}

function isAlike(a: string, b: string, target: Locale): boolean {
  return sharedEnd(lower(a, target), lower(b, target)) >= alikeLetters
}

/** How many letters two names have in common at the end. */
function sharedEnd(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length++
  return length
}

/** With the prefix that the text writes before the name; li- melts with an Arabic article. */
function behindPrefix(
  seen: string,
  wrong: string,
  right: string,
  target: Locale,
): string | undefined {
  const [from, text] = [lower(fold(wrong).text, target), fold(seen).text]
  if (!lower(text, target).endsWith(from)) return undefined
  const prefix = text.slice(0, text.length - from.length)
  return prefix.endsWith('ل') && right.startsWith('ال')
    ? `${prefix}ل${right.slice(2)}`
    : prefix + right
}
