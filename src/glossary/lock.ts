import type { Locale, TaggedText, TermMatch } from '../model.ts'
import { parseTagged, plainText, replaceRanges, unwrap } from '../tagged-text.ts'
import { capitalised, endBesideFullStop, sentenceStart } from './capital.ts'

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
  const plain = plainText(source)
  const start = sentenceStart(plain)
  const replacements = terms.map((term, index) => {
    const form = term.accepted[0] ?? term.source
    const content = term.range.start === start ? capitalised(form, target) : form
    const range = { ...term.range, end: endBesideFullStop(plain, term.range.end, form) }
    return { range, name: `t${index + 1}`, content }
  })
  const { text, replaced } = replaceRanges(source, replacements)
  const locks = new Map(
    replacements
      .filter(({ name }) => replaced.includes(name))
      .map(({ name, content }) => [name, content]),
  )
  return { text, locks }
}

/**
 * The answer to a locked text without its locks; nothing unless each lock came back exactly once,
 * its content unchanged and no lock inside another.
 * @throws {BabelwireError} `answer` when it is not tagged text.
 */
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
    if (token.kind === 'close') {
      inside = undefined
      continue
    }
    if (inside !== undefined || seen.has(token.name)) return undefined
    inside = token.name
    seen.set(token.name, '')
  }
  const isWhole =
    seen.size === locks.size && [...locks].every(([name, content]) => seen.get(name) === content)
  return isWhole ? unwrap(answer, (name) => lockTag.test(name)) : undefined
}
