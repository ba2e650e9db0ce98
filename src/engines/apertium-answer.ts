import type { Token } from '../tagged-text.ts'
import type { Run } from './apertium-source.ts'
import { parseStream, type StreamItem } from './apertium-stream.ts'

/** A word, a mark, white space or something opaque, with the numbers of the runs it stands for. */
export interface Atom {
  readonly content: readonly Token[]
  readonly text: string
  readonly runs: readonly number[]
  /** Put in as it is: never tidied. */
  readonly isOpaque: boolean
}

/** The atoms of an answer, or nothing when a slot did not come back exactly once. */
export function readAtoms(answer: string, runs: readonly Run[]): readonly Atom[] | undefined {
  const atoms = parseStream(answer).flatMap((item) => atomsOf(item))
  const seen = new Map<number, number>()
  const filled = atoms.flatMap((atom) => fillSlot(atom, runs, seen))
  const isWhole = runs.every((run, number) => run.kind === 'text' || seen.get(number) === 1)
  return isWhole ? filled : undefined
}

function atomsOf(item: StreamItem): readonly Atom[] {
  if (item.kind === 'blank') {
    const number = /^!(\d+)$/.exec(item.content)?.[1]
    return number === undefined ? [] : [atom('', [Number(number)], true)]
  }
  if (item.kind === 'text') {
    const parts = item.text.match(/\s+|[\p{L}\p{M}\p{N}]+|./gsu) ?? []
    return parts.map((part) => atom(part, []))
  }
  const numbers = item.labels.map(Number)
  const words = item.text.split(/(?<=\s)(?=\S)/u)
  // "of the war" as one unit "de la guerra" names its runs word by word.
  if (words.length === numbers.length) {
    return words.flatMap((word, i) => splitEnds(word, [numbers[i] ?? -1]))
  }
  return splitEnds(item.text, [...new Set(numbers)])
}

function splitEnds(text: string, runs: readonly number[]): readonly Atom[] {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? []
  return [
    ...(before === '' ? [] : [atom(before, [])]),
    ...(words === '' ? [] : [atom(words, runs)]),
    ...(after === '' ? [] : [atom(after, [])]),
  ]
}

function atom(text: string, runs: readonly number[], isOpaque = false): Atom {
  return { content: [{ kind: 'text', text }], text, runs, isOpaque }
}

/** Puts what is kept in the place of its stand-in; what the engine wrote round it stays: "d'Elvis". */
function fillSlot(found: Atom, runs: readonly Run[], seen: Map<number, number>): readonly Atom[] {
  for (const number of found.runs) {
    const run = runs[number]
    if (run === undefined || run.kind === 'text') continue
    const written = run.kind === 'slot' ? run.standIn : ''
    const at = found.text.toLowerCase().indexOf(written.toLowerCase())
    if (at === -1) continue
    seen.set(number, (seen.get(number) ?? 0) + 1)
    const rest = found.runs.filter((other) => other !== number)
    const around = (text: string): readonly Atom[] =>
      text === '' ? [] : fillSlot(atom(text, rest), runs, seen)
    return [
      ...around(found.text.slice(0, at)),
      { content: run.content, text: written, runs: [number], isOpaque: true },
      ...around(found.text.slice(at + written.length)),
    ]
  }
  return [found]
}
