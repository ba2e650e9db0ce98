import type { Atom } from './apertium-answer.ts'

/**
 * Mends what Apertium does to white space and capitals, where the source shows that it is a slip:
 * two spaces, a space before a full stop, a name stuck to its neighbour, a small first letter.
 */
export function tidyAtoms(atoms: readonly Atom[], source: string): readonly Atom[] {
  const hasWideSpaces = /\s\s/u.test(source)
  const hasSpacedMarks = /\s[.,;:!?)]/u.test(source)
  const hasSpacedOpening = /[([“«¿¡‘]\s|(?:^|\s)"\s/u.test(source)
  const tidy: Atom[] = []
  for (const atom of atoms) {
    const last = tidy.at(-1)
    if (isSpace(atom) && (last === undefined || (isSpace(last) && !hasWideSpaces))) continue
    if (last !== undefined && isSpace(last) && !hasSpacedMarks && /^[.,;:!?)]/.test(atom.text)) {
      tidy.pop()
    }
    if (last !== undefined && isStuck(last, atom)) tidy.push(withText(' '))
    if (isSpace(atom) && !hasSpacedOpening && isOpening(tidy)) continue
    tidy.push(isSpace(atom) && !hasWideSpaces ? withText(atom.text.slice(0, 1)) : atom)
  }
  while (tidy.length > 0 && isSpace(tidy.at(-1))) tidy.pop()
  const humble = humbleAfterName(tidy, source)
  return /^[^\p{L}\p{N}]*\p{Lu}/u.test(source) ? capitalise(humble) : humble
}

/**
 * Apertium gives the second word the sentence's capital when a stand-in for a name is the first:
 * "Zelenski También". A word that the source writes so too is a name of its own.
 */
function humbleAfterName(atoms: readonly Atom[], source: string): readonly Atom[] {
  const first = atoms.findIndex((atom) => atom.isOpaque || /[\p{L}\p{N}]/u.test(atom.text))
  const next = first + 2
  const [name, space, word] = [atoms[first], atoms[first + 1], atoms[next]]
  if (name?.isOpaque !== true || word === undefined || word.isOpaque || !isSpace(space))
    return atoms
  if (!/^\p{Lu}\p{Ll}/u.test(word.text) || source.includes(word.text)) return atoms
  return atoms.with(
    next,
    withText(word.text.charAt(0).toLowerCase() + word.text.slice(1), word.runs),
  )
}

/** Whether the text so far ends in a mark that opens: a bracket, or a quotation mark that follows no word. */
function isOpening(atoms: readonly Atom[]): boolean {
  const before = atoms.map((atom) => (atom.isOpaque ? 'x' : atom.text)).join('')
  return /[([“«¿¡‘]$|(?:^|[\s([])"$/u.test(before)
}

function withText(text: string, runs: readonly number[] = []): Atom {
  return { content: [{ kind: 'text', text }], text, runs, isOpaque: false }
}

function isSpace(atom: Atom | undefined): boolean {
  return atom !== undefined && !atom.isOpaque && /^\s+$/u.test(atom.text)
}

/** A kept name beside a word without a space; "d'" before it is no word of its own. */
function isStuck(a: Atom, b: Atom): boolean {
  if (!a.isOpaque && !b.isOpaque) return false
  return /[\p{L}\p{N}]$/u.test(a.text) && /^[\p{L}\p{N}]/u.test(b.text)
}

function capitalise(atoms: readonly Atom[]): readonly Atom[] {
  const first = atoms.findIndex((atom) => atom.isOpaque || /[\p{L}\p{N}]/u.test(atom.text))
  const atom = atoms[first]
  if (atom === undefined || atom.isOpaque) return atoms
  const text = atom.text.replace(/\p{L}/u, (letter) => letter.toUpperCase())
  return atoms.with(first, withText(text, atom.runs))
}
