import { BabelwireError } from '../errors.ts'

/** Something that keeps a page from being made; all other pages are made. */
export interface SiteProblem {
  readonly file: string
  readonly message: string
  /** How to mend it. */
  readonly mend: string
}

/** A problem as an error, for messages in the form all commands use. */
export function problemError({ file, message, mend }: SiteProblem): BabelwireError {
  return new BabelwireError('storage', message, { place: { file }, mend })
}

/** Trouble with a file as a problem; what is no expected trouble is thrown on. */
export function problemOf(file: string, error: unknown): SiteProblem {
  if (!(error instanceof BabelwireError)) throw error
  return {
    file: error.place?.file ?? file,
    message: error.message,
    mend: error.mend ?? 'Run "babelwire run": it is written again from memory, at no cost.',
  }
}
