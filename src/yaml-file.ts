import { LineCounter, isAlias, isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml'
import type { Document, Pair, YAMLMap } from 'yaml'
import { BabelwireError, type ErrorCode, type Place } from './errors.ts'

/** A parsed YAML file that can still say where each value stands. */
export interface YamlFile {
  readonly document: Document.Parsed
  /** What it holds, as objects, lists and values. */
  readonly value: unknown
  /** Where the key at a path stands, or the item of a list; else the nearest thing above it. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place
  /** Where the value at a path stands, behind its key. */
  readonly valuePlaceOf: (path: readonly PropertyKey[]) => Place
  /** Where a character stands, counted from 0. */
  readonly placeAt: (offset: number | undefined) => Place
  /** The keys of the map at a path, in file order. */
  readonly keysAt: (
    path: readonly string[],
  ) => readonly { readonly name: string; readonly place: Place }[]
}

interface YamlOptions {
  readonly code: ErrorCode
  /** True where every value is a string (`007`, `no` and dates stay what they are). */
  readonly areStrings?: boolean
}

/** Some 20,000 glossary entries in 12 languages, which take 10 s to parse. */
const maxCharacters = 16 * 1024 * 1024

/** No file of ours nests deeper than five levels; the parser needs seconds for a thousand. */
const maxDepth = 32

/** More brackets or list marks in a row than `maxDepth` allows. */
const deepRun = /(?:[[{][ \t]*){33}|^(?:[-?][ \t]+){33}/m

/**
 * Parses YAML that people keep: no aliases (an alias bomb would unfold them), no duplicate keys, no
 * `__proto__`, bounded size and depth.
 * @throws {BabelwireError} with `options.code` and the place of the first mistake.
 */
export function parseYamlFile(text: string, file: string, options: YamlOptions): YamlFile {
  const { code, areStrings = false } = options
  const refuse = (message: string, place: Place, mend: string): BabelwireError =>
    new BabelwireError(code, message, { place, mend })
  if (text.length > maxCharacters) {
    const message = `${text.length} characters are too many for a file kept by hand`
    throw refuse(message, { file }, `Split it, or keep it below ${maxCharacters} characters.`)
  }
  const run = deepRun.exec(text)
  if (run !== null) throw refuse(tooDeep, placeIn(text, run.index, file), 'Check the brackets.')
  const lines = new LineCounter()
  const placeAt: YamlFile['placeAt'] = (offset = 0) => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(1, line), column: Math.max(1, col) }
  }
  const document = parseOrRefuse(text, areStrings, lines, (message) =>
    refuse(message, { file }, 'Check the brackets.'),
  )
  const mistake = document.errors[0]
  if (mistake !== undefined) {
    const seen = text.slice(mistake.pos[0], mistake.pos[1] + 1)
    const message = explainYaml(mistake.code, mistake.message)
    throw refuse(message, placeAt(mistake.pos[0]), mendYaml(mistake.code, seen))
  }
  const value = valueOf(document.contents, (node, message, mend) =>
    refuse(message, placeAt(rangeOf(node)?.[0]), mend),
  )
  const pairsOf = rememberPairs()
  return {
    document,
    value,
    placeOf: (path) => placeAt(offsetOf(document, path, 'key', pairsOf)),
    valuePlaceOf: (path) => placeAt(offsetOf(document, path, 'value', pairsOf)),
    placeAt,
    keysAt: (path) => {
      const map = document.getIn(path, true)
      if (!isMap(map)) return []
      return map.items.map(({ key }) => ({ name: keyOf(key), place: placeAt(rangeOf(key)?.[0]) }))
    },
  }
}

const tooDeep = `nested more than ${maxDepth} levels deep`

function placeIn(text: string, offset: number, file: string): Place {
  const before = text.slice(0, offset).split('\n')
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

/**
 * What a node holds, in one walk with all that is not allowed: the library would go over a large
 * glossary three times more.
 */
function valueOf(
  node: unknown,
  refuse: (node: unknown, message: string, mend: string) => BabelwireError,
  depth: number = 1,
): unknown {
  if (depth > maxDepth) throw refuse(node, tooDeep, 'Check the brackets.')
  if (isScalar(node)) return node.value
  if (isAlias(node)) {
    throw refuse(node, `the alias *${node.source} is not allowed here`, 'Write the value out.')
  }
  if (isSeq(node)) return node.items.map((item) => valueOf(item, refuse, depth + 1))
  if (isPair(node)) return { [keyOf(node.key)]: valueOf(node.value, refuse, depth + 1) }
  if (!isMap(node)) return null
  const seen = new Set<string>()
  const value: Record<string, unknown> = {}
  for (const { key, value: inner } of node.items) {
    const problem = keyProblem(key, seen)
    if (problem !== undefined) throw refuse(key, problem[0], problem[1])
    value[keyOf(key)] = valueOf(inner, refuse, depth + 1)
  }
  return value
}

/**
 * What is wrong with a key and how to mend it; notes it as seen. The library would compare each key
 * with each for repetitions: minutes for a large glossary.
 */
function keyProblem(
  key: unknown,
  seen: Set<string>,
): readonly [message: string, mend: string] | undefined {
  if (!isScalar(key)) return ['a key must be text', 'Write the list or map as a value.']
  const name = keyOf(key)
  // JavaScript objects cannot hold it as a key of their own.
  if (name === '__proto__') return ['the key "__proto__" is not allowed', 'Rename it.']
  if (seen.has(name)) return [`the key "${name}" stands twice`, 'Keep one of the two.']
  seen.add(name)
  return undefined
}

function parseOrRefuse(
  text: string,
  areStrings: boolean,
  lineCounter: LineCounter,
  refuse: (message: string) => BabelwireError,
): Document.Parsed {
  try {
    return parseDocument(text, {
      schema: areStrings ? 'failsafe' : 'core',
      lineCounter,
      prettyErrors: false,
      uniqueKeys: false,
    })
  } catch (error) {
    // The parser recurses: thousands of nested brackets end in a RangeError.
    throw refuse(error instanceof RangeError ? tooDeep : String(error))
  }
}

function explainYaml(code: string, message: string): string {
  if (code === 'TAB_AS_INDENT') return 'a tab is used to indent'
  if (message.includes('call stack')) return tooDeep
  const first = message.split('\n')[0] ?? message
  return `not valid YAML: ${first.charAt(0).toLowerCase()}${first.slice(1, 120)}`
}

function mendYaml(code: string, seen: string): string {
  if (code === 'TAB_AS_INDENT' || seen.includes('\t')) return 'Indent with spaces.'
  return 'Look for a missing bracket, quote or colon here or on the line above.'
}

type PairsOf = (map: YAMLMap) => ReadonlyMap<string, Pair>

/** The pairs of a map by their keys, each map gone over once: a problem may stand in every entry. */
function rememberPairs(): PairsOf {
  const known = new Map<YAMLMap, ReadonlyMap<string, Pair>>()
  return (map) => {
    const pairs = known.get(map) ?? new Map(map.items.map((pair) => [keyOf(pair.key), pair]))
    known.set(map, pairs)
    return pairs
  }
}

/** Offset of the key or value at a path, or of the nearest thing above it that exists. */
function offsetOf(
  document: Document.Parsed,
  path: readonly PropertyKey[],
  wanted: 'key' | 'value',
  pairsOf: PairsOf,
): number | undefined {
  let node: unknown = document.contents
  let offset: number | undefined
  for (const [depth, part] of path.entries()) {
    if (isMap(node)) {
      const pair = pairsOf(node).get(String(part))
      if (pair === undefined) break
      node = pair.value
      const isValue = wanted === 'value' && depth === path.length - 1
      offset = rangeOf(isValue ? node : pair.key)?.[0] ?? offset
    } else if (isSeq(node)) {
      const item = node.items[Number(part)]
      if (item === undefined) break
      node = item
      offset = rangeOf(item)?.[0] ?? offset
    } else if (wanted === 'value') {
      // One text where a list could stand.
      offset = rangeOf(node)?.[0] ?? offset
      break
    } else break
  }
  return offset
}

function rangeOf(node: unknown): readonly [number, number, number] | null | undefined {
  return (node as { range?: [number, number, number] | null } | null)?.range
}

function keyOf(key: unknown): string {
  return String((key as { value?: unknown } | null)?.value ?? key)
}
