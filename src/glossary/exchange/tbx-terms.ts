import { parseNote } from './tbx-note.ts'
import type { XmlNode } from './xml.ts'

/** The terms of a concept in one language. */
export interface LanguageTerms {
  /** The first preferred term, else the first that is not forbidden. */
  readonly head: string | undefined
  /** The others that may be used. */
  readonly admitted: readonly string[]
  /** Those that must not be used. */
  readonly deprecated: readonly string[]
  /** `yes` where the source form is printed, `implied` where another language or `keep: all` says so. */
  readonly keep: string | undefined
}

/** Sorts the terms of language sections by their `administrativeStatus`. */
export function readTerms(sections: readonly XmlNode[]): LanguageTerms {
  const terms = sections.flatMap(({ children }) =>
    children.filter(({ name }) => name === 'termSec').flatMap(readTerm),
  )
  const allowed = terms.filter(({ status }) => status !== 'deprecated')
  const head = allowed.find(({ status }) => status === 'preferred') ?? allowed[0]
  const isHead = ({ text }: Term): boolean => text === head?.text && head.keep !== 'implied'
  const texts = (some: readonly Term[]): readonly string[] => [
    ...new Set(some.filter((term) => term !== head && !isHead(term)).map(({ text }) => text)),
  ]
  return {
    head: head?.text,
    admitted: texts(allowed),
    deprecated: texts(terms.filter(({ status }) => status === 'deprecated')),
    keep: head?.keep,
  }
}

interface Term {
  readonly text: string
  readonly status: 'preferred' | 'admitted' | 'deprecated'
  readonly keep: string | undefined
}

function readTerm(section: XmlNode): readonly Term[] {
  const text = section.children.find(({ name }) => name === 'term')?.text ?? ''
  if (text === '') return []
  const notes = section.children.flatMap((child) =>
    child.name === 'termNoteGrp' ? child.children : [child],
  )
  const status = notes.find(({ attributes }) => attributes.get('type') === 'administrativeStatus')
  const keep = notes
    .filter(({ name }) => name === 'note')
    .map((note) => parseNote(note.text))
    .find((note) => note?.field === 'keep')?.value
  return [
    {
      text,
      status: statusOf(status?.text ?? ''),
      keep: typeof keep === 'string' ? keep : undefined,
    },
  ]
}

/** Written `preferredTerm-admn-sts` in TBX-Basic, `preferred` or `preferredTerm` by some programs. */
function statusOf(text: string): Term['status'] {
  if (/^preferred/i.test(text)) return 'preferred'
  return /^(?:deprecated|superseded|obsolete|forbidden)/i.test(text) ? 'deprecated' : 'admitted'
}
