import { LineCounter, isCollection, isMap, isPair, parseDocument, visit } from 'yaml'
import type { Document, YAMLMap } from 'yaml'
import type { z } from 'zod'
import { BabelwireError, didYouMean, type ErrorCode, type Place } from './errors.ts'

/** A parsed YAML file that can still say where each value stands. */
export interface YamlFile {
  readonly document: Document.Parsed
  readonly placeOf: (path: readonly PropertyKey[]) => Place
  /** The keys of the map at a path, in file order. */
  readonly keysAt: (
    path: readonly string[],
  ) => readonly { readonly name: string; readonly place: Place }[]
}

/** Something wrong with a file that a person keeps. */
export interface Problem {
  readonly place: Place
  readonly message: string
  readonly mend?: string
}

interface YamlOptions {
  readonly code: ErrorCode
  /** True where every value is a string (`007`, `no` and dates stay what they are). */
  readonly areStrings?: boolean
  readonly maxBytes?: number
}

/** 16 MiB: twice a glossary of 100,000 entries in 12 languages would be refused by its time first. */
const defaultMaxBytes = 16 * 1024 * 1024

/**
 * Parses YAML that people keep: no aliases (an alias bomb would unfold them), no duplicate keys, bounded size.
 * @throws {BabelwireError} with `options.code` and the place of the first mistake.
 */
export function parseYamlFile(text: string, file: string, options: YamlOptions): YamlFile {
  const { code, areStrings = false, maxBytes = defaultMaxBytes } = options
  if (text.length > maxBytes) {
    throw new BabelwireError(
      code,
      `${text.length} characters are too many for a file kept by hand`,
      {
        place: { file },
        mend: `Split it, or keep it below ${maxBytes} characters.`,
      },
    )
  }
  const lines = new LineCounter()
  const placeAt = (offset: number | undefined): Place => {
    if (offset === undefined) return { file }
    const { line, col } = lines.linePos(offset)
    return { file, line, column: col }
  }
  const document = parseOrRefuse(text, file, code, areStrings, lines)
  const mistake = document.errors[0]
  if (mistake !== undefined) {
    throw new BabelwireError(code, explainYaml(mistake.code, mistake.message), {
      place: placeAt(mistake.pos[0]),
      mend: mendYaml(mistake.code, text.slice(mistake.pos[0], mistake.pos[1] + 1)),
    })
  }
  visit(document, {
    Alias(_, node) {
      throw new BabelwireError(code, `the alias *${node.source} is not allowed here`, {
        place: placeAt(node.range?.[0]),
        mend: 'Write the value out.',
      })
    },
    Map(_, node) {
      const twice = repeatedKey(node)
      if (twice === undefined) return
      throw new BabelwireError(code, `the key "${keyOf(twice)}" stands twice`, {
        place: placeAt(rangeOf(twice)?.[0]),
        mend: 'Keep one of the two.',
      })
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

/** The second of two equal keys. The library compares each with each: minutes for a large glossary. */
function repeatedKey(map: YAMLMap): unknown {
  const seen = new Set<string>()
  return map.items.find(({ key }) => {
    const name = keyOf(key)
    if (seen.has(name)) return true
    seen.add(name)
    return false
  })?.key
}

function parseOrRefuse(
  text: string,
  file: string,
  code: ErrorCode,
  areStrings: boolean,
  lineCounter: LineCounter,
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
    const message = error instanceof RangeError ? 'the file is nested too deeply' : String(error)
    throw new BabelwireError(code, message, { place: { file }, mend: 'Check the brackets.' })
  }
}

function explainYaml(code: string, message: string): string {
  if (code === 'TAB_AS_INDENT') return 'a tab is used to indent'
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
    const item: unknown = node.items.find((candidate: unknown, index) =>
      isPair(candidate) ? keyOf(candidate.key) === String(part) : index === part,
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

/** Everything in a parsed file that its schema does not allow, with an unknown key's nearest neighbour. */
export function schemaProblems<T extends z.ZodType>(
  schema: T,
  value: unknown,
  placeOf: YamlFile['placeOf'],
): { readonly data: z.output<T> } | { readonly problems: readonly Problem[] } {
  const result = schema.safeParse(value)
  if (result.success) return { data: result.data }
  return { problems: result.error.issues.flatMap((issue) => issueProblems(issue, schema, placeOf)) }
}

function issueProblems(
  issue: z.core.$ZodIssue,
  schema: z.core.$ZodType,
  placeOf: YamlFile['placeOf'],
): readonly Problem[] {
  const where = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, issue.path)
    return issue.keys.map((key) => ({
      place: placeOf([...issue.path, key]),
      message: `unknown key "${key}"${where === '' ? '' : ` in ${where}`}`,
      mend: suggestKey(key, known),
    }))
  }
  return [
    {
      place: placeOf(issue.path),
      message: `${where === '' ? 'the file' : where}: ${issue.message}`,
    },
  ]
}

/** The keys a schema knows at a path. */
function knownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  let def = innermost(schema)
  for (const part of path) {
    if (def.type === 'object') def = innermost((def as z.core.$ZodObjectDef).shape[String(part)])
    else if (def.type === 'record') def = innermost((def as z.core.$ZodRecordDef).valueType)
    else if (def.type === 'array') def = innermost((def as z.core.$ZodArrayDef).element)
    else return []
  }
  return def.type === 'object' ? Object.keys((def as z.core.$ZodObjectDef).shape) : []
}

/** The definition below `optional()`, `default()` and the like. */
function innermost(schema: z.core.$ZodType | undefined): z.core.$ZodTypeDef {
  const def = schema?._zod.def as (z.core.$ZodTypeDef & { innerType?: z.core.$ZodType }) | undefined
  if (def === undefined) return { type: 'unknown' }
  return def.innerType === undefined ? def : innermost(def.innerType)
}

function suggestKey(key: string, known: readonly string[]): string {
  const near = didYouMean(key, known)
  if (near !== undefined) return `Did you mean "${near}"?`
  return known.length === 0 ? 'Remove it.' : `Known keys: ${known.join(', ')}.`
}

/** One error for all problems: the first in full, the others as a list of places. */
export function problemsError(code: ErrorCode, problems: readonly Problem[]): BabelwireError {
  const [first, ...others] = problems
  if (first === undefined) throw new RangeError('no problems, no error')
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`
  return new BabelwireError(code, first.message + more, {
    place: first.place,
    ...(first.mend === undefined ? {} : { mend: first.mend }),
  })
}
