import { isKept, type Token } from '../tagged-text.ts'
import { readAtoms, type Atom } from './apertium-answer.ts'
import { isGenitive, readRuns, splitAddresses, writeMessage, type Run } from './apertium-source.ts'
import { longestMessage, splitLong } from './apertium-split.ts'
import { placeTags } from './apertium-spans.ts'
import { tidyAtoms } from './apertium-tidy.ts'
import { elementAt, hasWords, wordsOf, wrapping } from './element.ts'

/** What one text needs of its mode. */
export interface Translator {
  ask(message: string): Promise<string>
  readonly standIns: readonly string[]
}

/**
 * Translates tagged text so that every tag is there exactly once and kept content is untouched.
 *
 * 1. The text as a whole, a stand-in name for each kept element and labels on the words in tags.
 * 2. The same with other stand-ins, when one did not come back exactly once or lost its genitive.
 * 3. When words of others came between those of a tag: what is before, in and after it apart.
 */
export async function translateTokens(
  tokens: readonly Token[],
  translator: Translator,
): Promise<readonly Token[]> {
  const source = wordsOf(tokens)
  if (!hasWords(source)) return tokens
  const outer = wrapping(tokens)
  if (outer !== undefined) {
    if (isKept(outer.name)) return tokens
    const inner = await translateTokens(tokens.slice(1, -1), translator)
    return [outer, ...inner, { kind: 'close', name: outer.name }]
  }
  const pieces = source.length > longestMessage ? splitLong(tokens) : []
  if (pieces.length > 1) return translateEach(pieces, translator)
  const trimmed = trimTokens(tokens)
  let best: { readonly atoms: readonly Atom[]; readonly runs: readonly Run[] } | undefined
  for (const [turn, genitive] of attempts) {
    const runs = readRuns(trimmed, translator.standIns, turn)
    if (!runs.some((run) => run.kind === 'text' && hasWords(run.text))) return tokens
    const atoms = readAtoms(await translator.ask(writeMessage(runs, genitive)), runs)
    if (atoms === undefined) continue
    const isGlued = hasGluedGenitive(atoms, runs)
    if (best === undefined || !isGlued) best = { atoms, runs }
    if (!isGlued) break
  }
  if (best === undefined) return translateApart(tokens, undefined, translator)
  const { tokens: placed, lost } = placeTags(tidyAtoms(best.atoms, source.trim()), best.runs)
  if (lost.length > 0) return translateApart(tokens, lost, translator)
  return [...edge(source, /^\s+/u), ...placed, ...edge(source, /\s+$/u)]
}

const attempts = [
  [0, 'singular'],
  [1, 'plural'],
] as const

/** Whether the 's of a kept name became "has": "Castro ha l'oficina" for "Castro's office". */
function hasGluedGenitive(atoms: readonly Atom[], runs: readonly Run[]): boolean {
  return atoms.some((atom, at) => {
    const isSlot = atom.isOpaque && atom.runs.some((number) => isGenitive(runs, number + 1))
    const next = atoms.slice(at + 1).find(({ text }) => text.trim() !== '')
    return isSlot && /^han?$/.test(next?.text ?? '')
  })
}

function edge(text: string, pattern: RegExp): readonly Token[] {
  const space = pattern.exec(text)?.[0]
  return space === undefined ? [] : [{ kind: 'text', text: space }]
}

function trimTokens(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, at) => {
    if (token.kind !== 'text') return token
    let text = token.text
    if (at === 0) text = text.trimStart()
    if (at === tokens.length - 1) text = text.trimEnd()
    return { kind: 'text', text }
  })
}

/** Cuts at the outermost elements that hold a lost tag, or at all of them and at addresses. */
async function translateApart(
  tokens: readonly Token[],
  lost: readonly string[] | undefined,
  translator: Translator,
): Promise<readonly Token[]> {
  const pieces: Token[][] = [[]]
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined || token.kind !== 'open') {
      if (token !== undefined) pieces.at(-1)?.push(token)
      continue
    }
    const element = elementAt(tokens, at)
    const isCut = element.some(
      (inner) => inner.kind === 'open' && (lost?.includes(inner.name) ?? true),
    )
    if (isCut) pieces.push([...element], [])
    else pieces.at(-1)?.push(...element)
    at += element.length - 1
  }
  if (pieces.length === 1) return translateBetweenAddresses(tokens, translator)
  return translateEach(pieces, translator)
}

async function translateEach(
  pieces: readonly (readonly Token[])[],
  translator: Translator,
): Promise<readonly Token[]> {
  const translated = await Promise.all(pieces.map((piece) => translateTokens(piece, translator)))
  return translated.flat()
}

async function translateBetweenAddresses(
  tokens: readonly Token[],
  translator: Translator,
): Promise<readonly Token[]> {
  const parts = splitAddresses(wordsOf(tokens))
  const translated = await Promise.all(
    parts.map(({ text, isAddress }): readonly Token[] | Promise<readonly Token[]> => {
      const piece: Token[] = [{ kind: 'text', text }]
      return isAddress ? piece : translateTokens(piece, translator)
    }),
  )
  return translated.flat()
}
