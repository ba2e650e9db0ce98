import { isMap, type Document } from 'yaml'
import type { Place } from '../errors.ts'
import { parseYamlFile } from '../yaml-file.ts'
import { formatGlossary } from './format.ts'
import type { ProblemKind } from './problem.ts'
import { tidy } from './tidy.ts'
import { noteRepetitions, writtenTexts, type WrittenText } from './written-texts.ts'

/** A text that was changed, or taken out of a list where it stood twice. */
export interface Mend {
  /** Where it stood before. */
  readonly place: Place
  readonly entry: string
  readonly kinds: readonly ProblemKind[]
  readonly before: string
  /** Absent where it was taken out. */
  readonly after?: string
}

/**
 * The file with all mended that needs no person: composed letters, spaces, invisible characters,
 * look-alike letters of a clear word, repetitions in a list, order and form. Comments stay. It works
 * on what the schema refuses as well; fixing twice changes nothing the second time.
 * @throws {BabelwireError} `glossary` when it is not YAML.
 */
export function fixGlossary(
  content: string,
  file: string,
): { readonly content: string; readonly mends: readonly Mend[] } {
  const { document, placeAt } = parseYamlFile(content, file, { code: 'glossary', areStrings: true })
  const mends: Mend[] = []
  const keys = keysOf(document)
  const isRepeated = noteRepetitions()
  for (const written of writtenTexts(document)) {
    const { node, text: before, entry } = written
    const { text: after, kinds } = tidy(written)
    const note = { place: placeAt(node.range?.[0]), entry, before }
    if (isRepeated(written, after)) {
      // With its comment, which of the two should stay is for a person to say.
      if (node.comment || node.commentBefore) continue
      written.list?.delete(written.list.items.indexOf(node))
      mends.push({ ...note, kinds: ['repeated'] })
    } else if (after !== before && after !== '' && canTake(written, after, keys)) {
      node.value = after
      mends.push({ ...note, kinds, after })
    }
  }
  const text = mends.length === 0 ? content : document.toString({ lineWidth: 0 })
  return { content: formatGlossary(text, file), mends }
}

/** How often each key stands in the file, in NFC, which it is written in. */
function keysOf(document: Document): Map<string, number> {
  const terms = document.get('terms', true)
  const keys = isMap(terms) ? terms.items.map(({ key }) => String(key).normalize('NFC')) : []
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** Two entries cannot have one key: which of them is right is for a person to say. */
function canTake({ field, text }: WrittenText, after: string, keys: Map<string, number>): boolean {
  if (field !== 'key') return true
  const own = text.normalize('NFC')
  if ((keys.get(after) ?? 0) > (own === after ? 1 : 0)) return false
  keys.set(own, (keys.get(own) ?? 1) - 1)
  keys.set(after, (keys.get(after) ?? 0) + 1)
  return true
}
