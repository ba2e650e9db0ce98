/** What went wrong, in one word; decides the exit code of a command. */
export type ErrorCode =
  | 'usage'
  | 'config'
  | 'glossary'
  | 'input'
  | 'locale'
  | 'engine'
  | 'network'
  | 'answer'
  | 'auth'
  | 'quota'
  | 'budget'
  | 'storage'
  | 'locked'
  | 'cancelled'

/** A place in a file; lines and columns count from 1. */
export interface Place {
  readonly file: string
  readonly line?: number
  readonly column?: number
}

/** The exit code of each error code, as `README.md` lists them. */
const exitCodes: Readonly<Record<ErrorCode, number>> = {
  usage: 2,
  config: 2,
  glossary: 2,
  locale: 2,
  input: 4,
  engine: 4,
  network: 4,
  answer: 4,
  storage: 4,
  budget: 5,
  quota: 5,
  auth: 6,
  locked: 75,
  cancelled: 130,
}

export interface ErrorDetails {
  readonly place?: Place
  /** How to mend it, as an instruction to the user. */
  readonly mend?: string
  readonly cause?: unknown
}

/**
 * Trouble that the user can understand and mend. Anything else that is thrown is a bug.
 * The message says what is wrong and shows the value seen; `mend` says what to do about it.
 */
export class BabelwireError extends Error {
  readonly code: ErrorCode
  readonly place: Place | undefined
  readonly mend: string | undefined

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = 'BabelwireError'
    this.code = code
    this.place = details.place
    this.mend = details.mend
  }
}

/** The exit code a command ends with when this is thrown: 1 for anything unexpected. */
export function exitCodeOf(error: unknown): number {
  return error instanceof BabelwireError ? exitCodes[error.code] : 1
}

/** One line: `file:line:column  what  how to mend it  [code]`. */
export function formatError(error: unknown): string {
  if (!(error instanceof BabelwireError)) {
    const message = error instanceof Error ? error.message : String(error)
    return `unexpected error: ${message}  This is a bug in Babelwire; run again with --debug and report the output.  [bug]`
  }
  const place = error.place === undefined ? [] : [formatPlace(error.place)]
  const mend = error.mend === undefined ? [] : [error.mend]
  return showHidden([...place, error.message, ...mend, `[${error.code}]`].join('  '))
}

/** `file:line:column`, as far as it is known. */
export function formatPlace(place: Place): string {
  return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':')
}

/** Marks that turn a line round or hide a part of it in a terminal, shown by their numbers. */
export function showHidden(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The nearest of `candidates` to a mistyped word, or nothing when none is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  // One slip for a short word, about a third of a long one.
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** Levenshtein distance, one row at a time. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      current.push(Math.min(substitution, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[b.length] ?? 0
}
