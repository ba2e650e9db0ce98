import { LineCounter, isCollection, isMap, isPair, isScalar, parseDocument, visit } from 'yaml'
import type { Document } from 'yaml'
import { BabelwireError, type ErrorCode, type Place } from './errors.ts'

/** A parsed YAML file that can still say where each value stands. */
export interface YamlFile {
  readonly document: Document.Parsed
  readonly placeOf: (path: readonly PropertyKey[]) => Place
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
  const placeAt = (offset: number = 0): Place => {
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
  visit(document, {
    Node(_, node, path) {
      if (path.length > 2 * maxDepth) {
        throw refuse(tooDeep, placeAt(node.range?.[0]), 'Check the brackets.')
      }
    },
    Alias(_, node) {
      const message = `the alias *${node.source} is not allowed here`
      throw refuse(message, placeAt(node.range?.[0]), 'Write the value out.')
    },
    Map(_, node) {
      const seen = new Set<string>()
      for (const { key } of node.items) {
        const problem = keyProblem(key, seen)
        if (problem !== undefined) throw refuse(problem[0], placeAt(rangeOf(key)?.[0]), problem[1])
      }
    },
  })
  return {
    document,
    placeOf: (path) => placeAt(offsetOf(document, path)),
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
  return `not valid YAML: ${first.charAt(0).toLowerCase()}${first.slice(1)}`
}

function mendYaml(code: string, seen: string): string {
  if (code === 'TAB_AS_INDENT' || seen.includes('\t')) return 'Indent with spaces.'
  return 'Look for a missing bracket, quote or colon here or on the line above.'
}

/** Offset of the key at a path, or of the nearest thing above it that exists. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number | undefined {
  let node: unknown = document.contents
  let offset: number | undefined
  for (const part of path) {
    if (!isCollection(node)) break
    const item: unknown = node.items.find(
      (candidate: unknown, index) =>
        (isPair(candidate) ? keyOf(candidate.key) : String(index)) === String(part),
    )
    if (item === undefined) break
    const at = isPair(item) ? item.key : item
    offset = rangeOf(at)?.[0] ?? offset
    node = isPair(item) ? item.value : item
  }
  return offset
}

function rangeOf(node: unknown): readonly [number, number, number] | null | undefined {
  return (node as { range?: [number, number, number] | null } | null)?.range
}

function keyOf(key: unknown): string {
  return String((key as { value?: unknown } | null)?.value ?? key)
}
