import { escapeText, plainText, splitTagged, tagNames } from '../tagged-text.ts'
import type { Range, Role, TaggedText, Tags, Within } from '../model.ts'

/** A paragraph of a source before the rules have looked at it. */
export interface Line {
  /** White space folded, trimmed. */
  readonly text: TaggedText
  /** Exactly the plain text of `text`. */
  readonly plain: string
  readonly tags: Tags
  readonly translate: boolean
  /** What the markup says it is; absent where only the rules can tell. */
  readonly role?: Role
  readonly within?: Within
  readonly level?: number
  /** The person the markup names as the source of a quote. */
  readonly speaker?: string
  /** Why the markup shows that this is not the article. */
  readonly furniture?: string
}

/** A line of plain text, folded and clean, of which nothing is known but perhaps the role. */
export function plainLine(plain: string, role?: Role): Line {
  const line = { text: escapeText(plain), plain, tags: {}, translate: true }
  return role === undefined ? line : { ...line, role }
}

/** A line with markup. */
export function taggedLine(text: TaggedText, tags: Tags, role: Role, translate: boolean): Line {
  return { text, plain: plainText(text), tags, role, translate }
}

/** The line as a part of an article. */
export function withRole(line: Line, role: Role): Line & { readonly role: Role } {
  return { ...line, role }
}

/** The part of a line within a range of its plain text, with the tags it has there. */
export function cutLine(line: Line, range: Range): Line {
  const pieces = splitTagged(line.text, [range.start, range.end])
  const text = pieces[1] ?? ''
  const names = new Set(tagNames(text))
  const tags = Object.fromEntries(Object.entries(line.tags).filter(([name]) => names.has(name)))
  return { ...line, text, plain: line.plain.slice(range.start, range.end), tags }
}
