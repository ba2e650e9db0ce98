import type { Token } from '../tagged-text.ts'

/** Whether there is anything to translate. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

/** The text of tokens without their tags. */
export function wordsOf(tokens: readonly Token[]): string {
  return tokens.map((token) => (token.kind === 'text' ? token.text : '')).join('')
}

/** The tokens of the element that opens at an index, with both its tags. */
export function elementAt(tokens: readonly Token[], start: number): readonly Token[] {
  let depth = 0
  for (let at = start; at < tokens.length; at++) {
    const kind = tokens[at]?.kind
    if (kind === 'open') depth++
    if (kind === 'close' && --depth === 0) return tokens.slice(start, at + 1)
  }
  return tokens.slice(start)
}

/** The tag round the whole of the text, if there is one. */
export function wrapping(tokens: readonly Token[]): (Token & { kind: 'open' }) | undefined {
  const first = tokens[0]
  return first?.kind === 'open' && elementAt(tokens, 0).length === tokens.length ? first : undefined
}
