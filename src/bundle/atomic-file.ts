import { lstatSync, readFileSync, realpathSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { BabelwireError } from '../errors.ts'

/** The content of a file, or nothing when there is none. */
export function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw fileError('read', file, error)
  }
}

/**
 * Writes a file below `root` so that a reader sees the old content or the new, never half of it;
 * a file that already has the content is not touched.
 * @returns whether it was written.
 * @throws {BabelwireError} `storage` when it cannot be written; the old file stays.
 */
export async function writeAtomic(root: string, file: string, content: string): Promise<boolean> {
  assertInside(root, file)
  assertInside(realPath(root), path.join(realPath(path.dirname(file)), path.basename(file)))
  if (readIfThere(file) === content) return false
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`)
  try {
    await mkdir(path.dirname(file), { recursive: true })
    const handle = await open(temporary, 'w')
    try {
      // writeFile loops over short writes; a single write would lose the rest on a full disk.
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true })
    throw fileError('write', file, error)
  }
  return true
}

/** The path without symbolic links, also of a folder that is yet to be made. */
function realPath(folder: string): string {
  try {
    return realpathSync(folder)
  } catch (error) {
    const parent = path.dirname(path.resolve(folder))
    // A link to nothing has a name that can be read although its target cannot be found.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || isLink(folder) || parent === folder)
      throw fileError('write', folder, error)
    return path.join(realPath(parent), path.basename(folder))
  }
}

function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true
}

function assertInside(root: string, file: string): void {
  const [first = ''] = path.relative(root, file).split(path.sep)
  if (first !== '' && first !== '..' && !path.isAbsolute(first)) return
  throw new BabelwireError('storage', `${file} lies outside of ${root}`, {
    mend: 'Remove the symbolic link, or choose another output folder.',
  })
}

/** Trouble with a file of the output, and how to mend it. */
export function fileError(
  what: 'read' | 'write' | 'remove',
  file: string,
  error: unknown,
): BabelwireError {
  const { code, message } = error as NodeJS.ErrnoException
  const mends: Readonly<Record<string, string>> = {
    ENOSPC: 'The disk is full: free some space and run again; nothing was lost.',
    EACCES: 'Give the user who runs this the right to write there.',
    EROFS: 'The file system is read-only: choose another output folder.',
  }
  return new BabelwireError('storage', `cannot ${what}: ${message}`, {
    place: { file },
    mend: mends[code ?? ''] ?? 'Check the output folder.',
    cause: error,
  })
}
