import type { z } from 'zod'
import { BabelwireError, didYouMean, type ErrorCode, type Place } from './errors.ts'

/** Something wrong with a file that a person keeps. */
export interface Problem {
  readonly place: Place
  readonly message: string
  readonly mend?: string
  /** Where it stands in the structure of the file, for whoever adds to the message. */
  readonly path?: readonly PropertyKey[]
}

type PlaceOf = (path: readonly PropertyKey[]) => Place

/** Everything in a parsed file that its schema does not allow, with what to write instead. */
export function schemaProblems<T extends z.ZodType>(
  schema: T,
  value: unknown,
  placeOf: PlaceOf,
): { readonly data: z.output<T> } | { readonly problems: readonly Problem[] } {
  const result = schema.safeParse(value, { error: explain, reportInput: true })
  if (result.success) return { data: result.data }
  const issues = result.error.issues.flatMap((issue) => withoutUnions(issue, []))
  return { problems: issues.flatMap((issue) => issueProblems(issue, schema, placeOf)) }
}

/** What a value must be, where its schema does not say so itself. */
function explain(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type') {
    if (issue.input === undefined) return 'is missing'
    return `must be ${typeNames[issue.expected] ?? issue.expected}, not ${shown(issue.input)}`
  }
  if (issue.code === 'invalid_value') {
    return `must be ${issue.values.map(String).join(', ')}, not ${shown(issue.input)}`
  }
  if (issue.code === 'too_small' && issue.origin === 'array') return 'must not be empty'
  if (issue.code === 'invalid_union') return noMessage
  return undefined
}

/** Of a union that does not say what it takes; its branches do. */
const noMessage = '…'

const typeNames: Readonly<Record<string, string>> = {
  array: 'a list, such as [a, b]',
  object: 'keys with values',
  record: 'keys with values',
  string: 'text',
  number: 'a number',
}

function shown(value: unknown): string {
  const text = value === null ? 'empty' : (JSON.stringify(value) ?? String(value))
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

/**
 * The issues of the branch that was meant: the one whose type is right, so that a value inside is at
 * fault. Where no type is right, what the union itself says.
 */
function withoutUnions(
  issue: z.core.$ZodIssue,
  path: readonly PropertyKey[],
): readonly z.core.$ZodIssue[] {
  const at = [...path, ...issue.path]
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ ...issue, path: at }]
  const [branch = []] = issue.errors.toSorted((a, b) => depthOf(b) - depthOf(a))
  if (depthOf(branch) === 0 && issue.message !== noMessage) return [{ ...issue, path: at }]
  return branch.flatMap((inner) => withoutUnions(inner, at))
}

function depthOf(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length))
}

function issueProblems(
  issue: z.core.$ZodIssue,
  schema: z.core.$ZodType,
  placeOf: PlaceOf,
): readonly Problem[] {
  const where = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, issue.path)
    return issue.keys.map((key) => ({
      place: placeOf([...issue.path, key]),
      message: `unknown key "${key}"${where === '' ? '' : ` in ${where}`}`,
      mend: suggestKey(key, known),
      path: [...issue.path, key],
    }))
  }
  const near =
    issue.code === 'invalid_value'
      ? didYouMean(String(issue.input), issue.values.map(String))
      : undefined
  return [
    {
      place: placeOf(issue.path),
      message: `${where === '' ? 'the file' : where}: ${issue.message}`,
      ...(near === undefined ? {} : { mend: `Did you mean "${near}"?` }),
      path: issue.path,
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

/** One error for all problems: the first in full, and how many others there are. */
export function problemsError(code: ErrorCode, problems: readonly Problem[]): BabelwireError {
  // A misspelled key explains the one that is missing.
  const [first, ...others] = problems.toSorted((a, b) => rank(a) - rank(b))
  if (first === undefined) throw new RangeError('no problems, no error')
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`
  return new BabelwireError(code, first.message + more, {
    place: first.place,
    ...(first.mend === undefined ? {} : { mend: first.mend }),
  })
}

function rank(problem: Problem): number {
  return problem.message.startsWith('unknown key') ? 0 : 1
}
