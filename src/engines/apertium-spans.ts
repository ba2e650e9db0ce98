import type { Token } from '../tagged-text.ts'
import type { Atom } from './apertium-answer.ts'
import type { Run } from './apertium-source.ts'

interface Span {
  readonly start: number
  readonly end: number
}

interface Surroundings {
  readonly atoms: readonly Atom[]
  readonly runs: readonly Run[]
  /** The tag that took in a mark: one that is not nested with it may not have it too. */
  readonly claims: Map<number, string>
}

/**
 * Puts the tags of the runs round the atoms that stand for their words.
 *
 * A tag is lost when none of its words came back, or when words of others stand among them; words
 * that only the translation has ("de" of "charlas de paz") may stand among them.
 */
export function placeTags(
  atoms: readonly Atom[],
  runs: readonly Run[],
): { readonly tokens: readonly Token[]; readonly lost: readonly string[] } {
  const names = [...new Set(runs.flatMap((run) => run.path))]
  const found = names.map((name) => ({ name, span: findSpan(name, atoms, runs) }))
  const lost = found.flatMap(({ name, span }) => (span === undefined ? [name] : []))
  if (lost.length > 0) return { tokens: [], lost }
  const claims = new Map<number, string>()
  const spans = found.map(({ name, span = { start: 0, end: 0 } }) => ({
    name,
    ...takeInMarks(span, name, { atoms, runs, claims }),
  }))
  const tokens: Token[] = []
  const open: (Span & { readonly name: string })[] = []
  for (let at = 0; at <= atoms.length; at++) {
    for (let last = open.at(-1); last !== undefined && last.end <= at; last = open.at(-1)) {
      tokens.push({ kind: 'close', name: last.name })
      open.pop()
    }
    // In the order of the source, outer tags before inner ones.
    for (const span of spans.filter(({ start }) => start === at)) {
      tokens.push({ kind: 'open', name: span.name })
      open.push(span)
    }
    tokens.push(...(atoms[at]?.content ?? []))
  }
  return { tokens, lost }
}

function findSpan(name: string, atoms: readonly Atom[], runs: readonly Run[]): Span | undefined {
  const isInside = (atom: Atom): boolean =>
    atom.runs.some((number) => runs[number]?.path.includes(name))
  const start = atoms.findIndex(isInside)
  if (start === -1) return undefined
  const end = atoms.findLastIndex(isInside) + 1
  const isWhole = atoms.slice(start, end).every((atom) => atom.runs.length === 0 || isInside(atom))
  return isWhole ? { start, end: takeInTail(end, atoms) } : undefined
}

/**
 * Only the first word of a phrase made of one word carries its label: "va" of "va viure" (lived).
 * A word without a label after the last one is the rest of it when it is too long for a "de" or
 * "para" that belongs to what follows.
 */
function takeInTail(end: number, atoms: readonly Atom[]): number {
  const [space, word] = atoms.slice(end, end + 2)
  if (space === undefined || word === undefined || word.isOpaque) return end
  const isRest = word.runs.length === 0 && /^\p{L}{5,}$/u.test(word.text)
  return /^\s+$/u.test(space.text) && isRest ? end + 2 : end
}

/** Takes in the quotation marks or the full stop that the tag held in the source. */
function takeInMarks(span: Span, name: string, { atoms, runs, claims }: Surroundings): Span {
  const source = runs
    .filter((run) => run.path.includes(name))
    .map((run) => (run.kind === 'text' ? run.text : 'x'))
    .join('')
  const before = /^[^\p{L}\p{N}\s]*/u.exec(source)?.[0] ?? ''
  const after = /[^\p{L}\p{N}\s]*$/u.exec(source)?.[0] ?? ''
  const take = (at: number, marks: string): boolean => {
    const atom = atoms[at]
    if (atom === undefined || atom.isOpaque || atom.text === '') return false
    const owner = claims.get(at) ?? name
    const isFree = runs.some(({ path }) => path.includes(owner) && path.includes(name))
    if (!isFree || !marks.includes(atom.text)) return false
    claims.set(at, name)
    return true
  }
  let { start, end } = span
  while (span.start - start < before.length && take(start - 1, before)) start--
  while (end - span.end < after.length && take(end, after)) end++
  return { start, end }
}
