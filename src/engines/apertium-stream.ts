/** A part of an answer: words that carry the labels of the source words they stand for, or neither. */
export type StreamItem =
  | { readonly kind: 'words'; readonly text: string; readonly labels: readonly string[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'blank'; readonly content: string }

/**
 * Plain text in Apertium's stream format. `*` and `#` would be read as the marks of unknown and
 * ungenerated words, and `~` is taken away by the post-generator: they travel as blanks. The
 * dictionaries know "don't" and "Ukraine's" with a straight apostrophe only.
 */
export function escapeStream(text: string): string {
  return text
    .replaceAll('\0', '')
    .replace(/’(?=(?:s|t|re|ll|ve|d|m)(?!\p{L}))/giu, "'")
    .replace(/[\\[\]{}^$/@<>]|[*#~]/g, (c) => ('*#~'.includes(c) ? `[${c}]` : `\\${c}`))
}

/** Words that carry a label to the words they are translated to: a word-bound blank. */
export function labelled(label: string, text: string): string {
  return `[[${label}]]${escapeStream(text)}[[/]]`
}

/** Something that is carried over unread: a blank. */
export function blank(content: string): string {
  return `[${content}]`
}

const itemPattern =
  /\[\[([^\]]*)\]\]((?:\\.|[^\\[])*)\[\[\/\]\]|\[((?:\\.|[^\\\]])*)\]|((?:\\.|[^\\[])+)/gsu

/**
 * The parts of an answer, marks taken off.
 *
 * Apertium marks words with `*` (unknown), `@` (not in the bilingual dictionary) and `#` (not
 * inflected, the dictionary form is printed). The reader gets the bare word in each case.
 */
export function parseStream(answer: string): readonly StreamItem[] {
  return Array.from(answer.matchAll(itemPattern), (match): StreamItem => {
    const [, labels, words, content, text] = match
    if (labels !== undefined) {
      return { kind: 'words', text: unescapeStream(words ?? ''), labels: labels.split('; ') }
    }
    if (content === undefined) return { kind: 'text', text: unescapeStream(text ?? '') }
    return /^[*#~]$/.test(content) ? { kind: 'text', text: content } : { kind: 'blank', content }
  })
}

function unescapeStream(text: string): string {
  return text.replace(/\\(.)|[*#@]/gsu, (_, literal?: string) => literal ?? '')
}
