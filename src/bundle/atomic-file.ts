import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { BabelwireError } from '../errors.ts'

/** The content of a file, or nothing when there is none. */
export function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw writeError(file, error)
  }
}

/**
 * Writes a file below `root` so that a reader sees the old content or the new, never half of it;
 * a file that already has the content is not touched.
 * @returns whether it was written.
 * @throws {BabelwireError} `storage` when it cannot be written; the old file stays.
 */
export function writeAtomic(root: string, file: string, content: string): boolean {
  assertInside(root, file)
  if (readIfThere(file) === content) return false
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`)
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    assertInside(
      realpathSync(root),
      path.join(realpathSync(path.dirname(file)), path.basename(file)),
    )
    const descriptor = openSync(temporary, 'w')
    try {
      // writeFile loops over short writes; writeSync would lose the rest on a full disk.
      writeFileSync(descriptor, content)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error instanceof BabelwireError ? error : writeError(file, error)
  }
  return true
}

function assertInside(root: string, file: string): void {
  const relative = path.relative(root, file)
  if (relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative)) return
  throw new BabelwireError('storage', `${file} lies outside of ${root}`, {
    mend: 'Remove the symbolic link, or choose another output folder.',
  })
}

function writeError(file: string, error: unknown): BabelwireError {
  const { code, message } = error as NodeJS.ErrnoException
  const mends: Readonly<Record<string, string>> = {
    ENOSPC: 'The disk is full: free some space and run again; nothing was lost.',
    EACCES: 'Give the user who runs this the right to write there.',
    EROFS: 'The file system is read-only: choose another output folder.',
  }
  return new BabelwireError('storage', `cannot write: ${message}`, {
    place: { file },
    mend: mends[code ?? ''] ?? 'Check the output folder.',
    cause: error,
  })
}
