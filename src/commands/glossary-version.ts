import { execFile } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { BabelwireError } from '../errors.ts'
import { decodeText } from '../glossary/index.ts'

/** A glossary as it was, and what messages call it. */
export interface GlossaryText {
  readonly name: string
  readonly text: string
}

/** More than a glossary may hold. */
const maxBytes = 64 * 1024 * 1024

/**
 * A version of a glossary: a file of that name, else the git revision (`HEAD~3`, a tag) of the file.
 * @param folder Folder that a relative file name counts from.
 * @throws {BabelwireError} `usage` when it is neither.
 */
export async function readGlossaryVersion(
  spec: string,
  glossaryFile: string,
  folder: string = path.dirname(glossaryFile),
): Promise<GlossaryText> {
  const file = readIfFile(path.resolve(folder, spec))
  if (file !== undefined) return { name: spec, text: file }
  // git would take it for an option.
  if (spec.startsWith('-')) throw noVersion(spec, 'a revision does not begin with "-"')
  try {
    const real = realpathSync(glossaryFile)
    // Not "git show": that would run a filter of the repository on what it prints.
    const { stdout } = await promisify(execFile)(
      'git',
      ['cat-file', 'blob', `${spec}:./${path.basename(real)}`],
      { cwd: path.dirname(real), encoding: 'utf8', maxBuffer: maxBytes },
    )
    return { name: `${path.basename(real)} of ${spec}`, text: stdout }
  } catch (error) {
    throw noVersion(spec, whyNot(error), error)
  }
}

function readIfFile(file: string): string | undefined {
  try {
    return decodeText(readFileSync(file), file)
  } catch (error) {
    if (error instanceof BabelwireError) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined
    throw new BabelwireError('glossary', `cannot read: ${(error as Error).message}`, {
      place: { file },
      mend: 'Give the user who runs this the right to read it.',
      cause: error,
    })
  }
}

function whyNot(error: unknown): string {
  const { code, stderr = '' } = error as { readonly code?: unknown; readonly stderr?: string }
  if (code === 'ENOENT') return 'there is no such file, and git is not installed'
  const said = stderr.trim().split('\n').at(-1) ?? ''
  return said === '' ? 'there is no such file or revision' : `no such file, and git says "${said}"`
}

function noVersion(spec: string, why: string, cause?: unknown): BabelwireError {
  return new BabelwireError('usage', `no version "${spec}" of the glossary: ${why}`, {
    mend: 'Name a file or a git revision, such as HEAD~1.',
    cause,
  })
}
