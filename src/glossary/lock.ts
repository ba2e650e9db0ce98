import type { Locale, TaggedText, TermMatch } from '../model.ts'
import { parseTagged, plainText, replaceRanges, unwrap } from '../tagged-text.ts'
import { capitalised } from './repair.ts'

/** A sentence whose terms stand in it as their renderings, in tags the engine must bring back. */
export interface LockedText {
  readonly text: TaggedText
  /** Rendering by tag name: `t1` → `Zelenski`. */
  readonly locks: ReadonlyMap<string, string>
}

const lockTag = /^t\d+$/

/** Locks every term but those that lie across a tag of the article. */
export function lockTerms(
  source: TaggedText,
  terms: readonly TermMatch[],
  target: Locale,
): LockedText {
  const start = /[\p{L}\p{N}]/u.exec(plainText(source))?.index ?? 0
  const replacements = terms.map((term, index) => {
    const form = term.accepted[0] ?? term.source
    const content = term.range.start === start ? capitalised(form, target) : form
    return { range: term.range, name: `t${index + 1}`, content }
  })
  const { text, replaced } = replaceRanges(source, replacements)
  const locks = new Map(
    replacements
      .filter(({ name }) => replaced.includes(name))
      .map(({ name, content }) => [name, content]),
  )
  return { text, locks }
}

/** The answer to a locked text without its locks; nothing unless each lock came back exactly once, its content unchanged. */
export function unlockTerms(
  answer: TaggedText,
  locks: ReadonlyMap<string, string>,
): TaggedText | undefined {
  const seen = new Map<string, string>()
  let inside: string | undefined
  for (const token of parseTagged(answer)) {
    if (token.kind === 'text') {
      if (inside !== undefined) seen.set(inside, seen.get(inside) + token.text)
      continue
    }
    if (!lockTag.test(token.name)) continue
    inside = token.kind === 'open' ? token.name : undefined
    if (token.kind === 'open') {
      if (seen.has(token.name)) return undefined
      seen.set(token.name, '')
    }
  }
  const isWhole =
    seen.size === locks.size && [...locks].every(([name, content]) => seen.get(name) === content)
  return isWhole ? unwrap(answer, (name) => lockTag.test(name)) : undefined
}
