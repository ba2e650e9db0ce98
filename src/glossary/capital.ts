import type { Locale } from '../model.ts'

/** Offset of the first letter or digit: behind an opening quote or an inverted question mark. */
export function sentenceStart(plain: string): number {
  return /[\p{L}\p{N}]/u.exec(plain)?.index ?? 0
}

/** With a capital at the start, as a sentence has it. */
export function capitalised(text: string, target: Locale): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20)
  return inCapitals(first, target) + text.slice(first.length)
}

/** In capitals, as a headline may be. Georgian has them in Unicode, but no newsroom sets them. */
export function inCapitals(text: string, target: Locale): string {
  return /\p{sc=Georgian}/u.test(text) ? text : text.toLocaleUpperCase(target)
}

/**
 * Offset before the full stop that an abbreviation shares with the end of its sentence ("in the
 * U.S."), where the rendering brings none of its own; else the end of the range.
 */
export function endBesideFullStop(plain: string, end: number, rendering: string): number {
  const isShared =
    plain.charAt(end - 1) === '.' &&
    !rendering.endsWith('.') &&
    !/[\p{L}\p{N}]/u.test(plain.slice(end))
  return isShared ? end - 1 : end
}
