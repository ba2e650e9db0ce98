import { BabelwireError } from '../errors.ts'

/** Whatever SQLite or the file system threw, as trouble with the store that the user can mend. */
export function storageError(file: string, error: unknown): BabelwireError {
  if (error instanceof BabelwireError) return error
  const message = error instanceof Error ? error.message : String(error)
  return new BabelwireError('storage', `the store failed: ${message}`, {
    place: { file },
    mend: mendStorage(message),
    cause: error,
  })
}

/** Whether another connection holds the file. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && /\b(?:locked|busy)\b/i.test(error.message)
}

function mendStorage(message: string): string {
  if (/disk is full|no space|ENOSPC/i.test(message))
    return 'Free disk space and run again: what was stored is kept.'
  if (/\b(?:locked|busy)\b/i.test(message))
    return 'Another process holds it; try again when it is done.'
  if (/not a database|malformed/i.test(message))
    return 'Restore it from a backup, or move it away to start anew.'
  return 'Check that the folder exists and can be written.'
}
